"""Programs of the peers: each runs alone, in an environment that holds the peers' packages."""
