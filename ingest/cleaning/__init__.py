"""Raw lines and bytes → clean blocks: encodings, law sites' frames, hard wraps."""
