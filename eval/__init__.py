"""The evaluation: a QA set in, measures and a report out."""
