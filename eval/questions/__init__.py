"""Where questions come from: the QA format, its checks, twins, spreadsheets, feedback."""
