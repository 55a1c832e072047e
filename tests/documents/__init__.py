"""Made-up plans with known truth, written in every format that officials have."""
