"""Plans in, a searchable snapshot on disk, ranked chunks out."""
