"""The tables of the catalogue; a plan's rows in all of them bear its id."""

SCHEMA = """
CREATE TABLE plans (
    plan_id TEXT PRIMARY KEY, number TEXT, doc_type TEXT, title TEXT, province TEXT, issuer TEXT,
    issued TEXT, period_first INTEGER, period_last INTEGER, signer TEXT, signer_title TEXT,
    sha256 TEXT, source TEXT, warnings TEXT, pages INTEGER, ocr TEXT, kind TEXT, issued_by TEXT,
    place INTEGER);
CREATE TABLE texts (plan_id TEXT, part TEXT);
CREATE TABLE sections (
    plan_id TEXT, section_id INTEGER, parent_id INTEGER, label TEXT, heading TEXT, level INTEGER,
    path TEXT, start INTEGER, "end" INTEGER);
CREATE TABLE chunks (
    plan_id TEXT, chunk_id TEXT PRIMARY KEY, kind TEXT, section_id INTEGER, path TEXT,
    headings TEXT, start INTEGER, "end" INTEGER, lead_id TEXT, table_id INTEGER,
    row_index INTEGER, page INTEGER);
CREATE TABLE tables (
    plan_id TEXT, table_id INTEGER, section_id INTEGER, caption TEXT, unit TEXT, columns TEXT,
    start INTEGER, "end" INTEGER);
CREATE TABLE rows (
    plan_id TEXT, table_id INTEGER, kind TEXT, label TEXT, group_label TEXT, cells TEXT,
    start INTEGER, "end" INTEGER);
CREATE TABLE notes (plan_id TEXT, label TEXT, start INTEGER, "end" INTEGER, note TEXT);
CREATE TABLE gaps (plan_id TEXT, kind TEXT, detail TEXT, section_id INTEGER);
CREATE TABLE legal_bases (
    plan_id TEXT, doc_type TEXT, number TEXT, issued TEXT, issuer TEXT, title TEXT, start INTEGER,
    "end" INTEGER);
CREATE TABLE provenance (plan_id TEXT, field TEXT, origin TEXT, confidence REAL);
CREATE INDEX texts_of_plan ON texts (plan_id);
CREATE INDEX chunks_of_plan ON chunks (plan_id);
CREATE INDEX rows_of_plan ON rows (plan_id);
CREATE INDEX sections_of_plan ON sections (plan_id);
"""
TEXT_PART = 2**20
"""A text is stored in parts of so many characters: reading one value costs several times its size."""
TABLES = (
    "plans", "texts", "sections", "chunks", "tables", "rows", "notes", "gaps", "legal_bases", "provenance",
)  # fmt: skip
