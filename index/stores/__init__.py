"""What a snapshot keeps on disk: postings, vectors, the catalogue, and the segments they lie in."""
