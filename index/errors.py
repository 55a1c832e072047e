"""What can go wrong between settings, model and snapshot; every message names its repair.

AssistantError
└── IndexRoomError
    ├── SettingsError             an unknown HOIKH_ name or a value that cannot be used
    ├── EmbedderError             the embedding model cannot be loaded
    ├── RerankerError             the cross-encoder cannot be loaded
    ├── GlossaryError             the office's own list of synonyms cannot be used
    ├── BuildError                no plan to index, or plans that contradict each other
    └── SnapshotError             the snapshot cannot be opened; the command that repairs it
        ├── SnapshotMissingError      there is none
        ├── SnapshotDamagedError      a file is missing, changed or unreadable
        └── SnapshotMismatchError     made by another analyzer, model or format
"""

from ingest.errors import AssistantError

REPAIR_COMMAND = "make index"
"""What rebuilds the default snapshot; the long form is `python -m index build plans`."""


class IndexRoomError(AssistantError):
    """Indexing or opening an index failed."""


class SettingsError(IndexRoomError):
    """A setting is unknown or unusable."""


class EmbedderError(IndexRoomError):
    """The embedding model cannot be loaded."""

    def __init__(self, name: str, *, detail: str) -> None:
        super().__init__(
            f"Không tải được mô hình nhúng “{name}”. Xin kiểm tra biến HOIKH_EMBEDDER hoặc "
            "bỏ biến này để dùng mô hình kèm theo chương trình.",
            detail=detail,
        )


class RerankerError(IndexRoomError):
    """The cross-encoder cannot be loaded."""

    def __init__(self, name: str, *, detail: str) -> None:
        super().__init__(
            f"Không tải được mô hình xếp hạng lại “{name}”. Xin kiểm tra biến HOIKH_RERANKER hoặc "
            "bỏ biến này để không xếp hạng lại.",
            detail=detail,
        )


class GlossaryError(IndexRoomError):
    """The office's own list of synonyms cannot be used."""

    def __init__(self, file: str, problem: str, *, detail: str = "") -> None:
        super().__init__(
            f"Không dùng được bảng từ đồng nghĩa “{file}” trong thư mục HOIKH_HOME: {problem}. "
            "Mỗi dòng là một nhóm cách nói, ngăn nhau bằng phím Tab.",
            detail=detail or problem,
        )


class BuildError(IndexRoomError):
    """Nothing can be indexed from what was given."""


class SnapshotError(IndexRoomError):
    """The snapshot cannot be opened."""

    def __init__(self, what: str, *, detail: str = "") -> None:
        super().__init__(
            f"{what} Xin chạy lệnh “{REPAIR_COMMAND}” (hoặc “.venv/bin/python -m index build plans”) "
            "để tạo lại.",
            detail=detail,
        )


class SnapshotMissingError(SnapshotError):
    """No snapshot has been published."""

    def __init__(self, *, detail: str = "") -> None:
        super().__init__("Chưa có chỉ mục các kế hoạch.", detail=detail)


class SnapshotDamagedError(SnapshotError):
    """A file of the snapshot is missing or not what its manifest says."""

    def __init__(self, file: str, *, detail: str = "") -> None:
        super().__init__(f"Chỉ mục bị hỏng (tệp “{file}”).", detail=detail)


class SnapshotMismatchError(SnapshotError):
    """The snapshot was made with another analyzer, embedding model or format."""

    def __init__(self, *, detail: str) -> None:
        super().__init__(
            "Chỉ mục được tạo bằng phiên bản hoặc mô hình nhúng khác với cài đặt hiện nay.",
            detail=detail,
        )
