"""`transformers serve` in a process of its own, over a tiny model with random weights.

`python tests/tiny_model_server.py FOLDER` writes a tokenizer to FOLDER and serves on a free port.
The server is transformers' own (5.23: its command line class, its routes, its streaming). Only the
loading of weights is replaced: it passes `device_map`, which needs the package accelerate, and
that is not among the pinned ones.
"""

import sys

import torch
from tokenizers import Tokenizer, decoders, models, pre_tokenizers
from transformers import LlamaConfig, LlamaForCausalLM, PreTrainedTokenizerFast
from transformers.cli.serve import Serve
from transformers.cli.serving.model_manager import ModelManager

BYTES = sorted(pre_tokenizers.ByteLevel.alphabet())
BEGIN, END = len(BYTES), len(BYTES) + 1
MARKS = {"bos_token": "<s>", "eos_token": "</s>", "pad_token": "</s>"}


def write_tokenizer(folder: str) -> None:
    """Saves a tokenizer whose tokens are bytes."""
    vocabulary = {**{byte: i for i, byte in enumerate(BYTES)}, "<s>": BEGIN, "</s>": END}
    tokenizer = Tokenizer(models.BPE(vocab=vocabulary, merges=[]))
    tokenizer.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)
    tokenizer.decoder = decoders.ByteLevel()
    fast = PreTrainedTokenizerFast(tokenizer_object=tokenizer, **MARKS)
    fast.chat_template = "{% for m in messages %}{{ m['content'] }}\n{% endfor %}"
    fast.save_pretrained(folder)


def random_model() -> LlamaForCausalLM:
    """A model of a few thousand random weights, the same in every run."""
    torch.manual_seed(7)
    return LlamaForCausalLM(
        LlamaConfig(
            vocab_size=END + 1,
            hidden_size=16,
            intermediate_size=32,
            num_hidden_layers=1,
            num_attention_heads=2,
            num_key_value_heads=2,
            max_position_embeddings=16_384,
            bos_token_id=BEGIN,
            eos_token_id=END,
        )
    ).eval()


class _TinyModelManager(ModelManager):
    def _load_model(self, *_: object, **__: object) -> LlamaForCausalLM:
        return random_model()


if __name__ == "__main__":
    write_tokenizer(sys.argv[1])
    torch.set_num_threads(1)
    import transformers.cli.serving.model_manager as module

    module.ModelManager = _TinyModelManager
    Serve(force_model=sys.argv[1], device="cpu", host="127.0.0.1", port=0)
