"""Number, date, issuer, period and signer, each with where it was read."""
