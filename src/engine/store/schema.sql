-- The schema as the migrations make it, for reading; nothing runs this. Made anew by:
-- UPDATE=1 node scripts/run.mjs vitest run test/engine/store/schema.test.ts

CREATE TABLE anchors (
  id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
  passage_id BLOB NOT NULL REFERENCES passages (id) ON DELETE RESTRICT,
  version_id BLOB NOT NULL REFERENCES versions (id) ON DELETE RESTRICT,
  kind TEXT NOT NULL CHECK (kind IN ('span', 'region')),
  status TEXT NOT NULL DEFAULT 'exact' CHECK (status IN ('exact', 'moved', 'changed', 'lost')),
  start_offset INTEGER CHECK (start_offset >= 0),
  end_offset INTEGER,
  page INTEGER CHECK (page >= 1),
  x0 REAL, y0 REAL, x1 REAL, y1 REAL,
  CHECK (CASE kind
    WHEN 'span' THEN start_offset IS NOT NULL AND end_offset > start_offset
      AND page IS NULL AND x0 IS NULL AND y0 IS NULL AND x1 IS NULL AND y1 IS NULL
    ELSE start_offset IS NULL AND end_offset IS NULL AND page IS NOT NULL AND x1 > x0 AND y1 > y0
  END),
  UNIQUE (passage_id, version_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE attachments (
  id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
  name TEXT NOT NULL CHECK (length(trim(name)) > 0),
  media_type TEXT NOT NULL CHECK (media_type LIKE '%_/_%'),
  blob_sha256 BLOB NOT NULL REFERENCES blobs (sha256) ON DELETE RESTRICT,
  note TEXT NOT NULL DEFAULT '',
  document_id BLOB REFERENCES documents (id) ON DELETE RESTRICT,
  created_at TEXT NOT NULL CHECK (length(created_at) = 24),
  created_by BLOB NOT NULL REFERENCES coders (id) ON DELETE RESTRICT
) STRICT, WITHOUT ROWID;

CREATE TABLE attribute_choices (
  id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
  attribute_id BLOB NOT NULL REFERENCES attributes (id) ON DELETE RESTRICT,
  label TEXT NOT NULL CHECK (length(trim(label)) > 0),
  rank TEXT NOT NULL CHECK (length(rank) > 0),
  UNIQUE (attribute_id, label)
) STRICT, WITHOUT ROWID;

CREATE TABLE attribute_values (
  id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
  attribute_id BLOB NOT NULL REFERENCES attributes (id) ON DELETE RESTRICT,
  document_id BLOB REFERENCES documents (id) ON DELETE RESTRICT,
  case_id BLOB REFERENCES cases (id) ON DELETE RESTRICT,
  text TEXT,
  number REAL,
  boolean INTEGER CHECK (boolean IN (0, 1)),
  choice_id BLOB REFERENCES attribute_choices (id) ON DELETE RESTRICT,
  date TEXT CHECK (
    date GLOB '[0-9][0-9][0-9][0-9]'
    OR date GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]'
    OR date GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'
  ),
  CHECK ((document_id IS NULL) <> (case_id IS NULL)),
  CHECK ((text IS NOT NULL) + (number IS NOT NULL) + (boolean IS NOT NULL) + (choice_id IS NOT NULL) + (date IS NOT NULL) = 1),
  UNIQUE (attribute_id, document_id),
  UNIQUE (attribute_id, case_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE attributes (
  id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
  name TEXT NOT NULL CHECK (length(trim(name)) > 0),
  applies_to TEXT NOT NULL CHECK (applies_to IN ('document', 'case')),
  kind TEXT NOT NULL CHECK (kind IN ('text', 'number', 'boolean', 'choice', 'date')),
  description TEXT NOT NULL DEFAULT '',
  rank TEXT NOT NULL CHECK (length(rank) > 0)
) STRICT, WITHOUT ROWID;

CREATE TABLE blobs (
  sha256 BLOB PRIMARY KEY NOT NULL CHECK (length(sha256) = 32),
  size INTEGER NOT NULL CHECK (size >= 0),
  bytes BLOB NOT NULL CHECK (length(bytes) = size)
) STRICT;

CREATE VIRTUAL TABLE block_words USING fts5 (
  body, content = '', contentless_delete = 1, tokenize = "unicode61 remove_diacritics 2"
);

CREATE TABLE "blocks" (
  key INTEGER PRIMARY KEY,
  reading_key INTEGER NOT NULL REFERENCES readings (key) ON DELETE RESTRICT,
  number INTEGER NOT NULL CHECK (number >= 0),
  kind TEXT NOT NULL CHECK (
    kind IN ('heading', 'paragraph', 'list_item', 'quote', 'code', 'table_cell', 'footnote', 'page_break', 'artifact')
  ),
  level INTEGER CHECK (level BETWEEN 1 AND 99),
  start_offset INTEGER NOT NULL CHECK (start_offset >= 0),
  end_offset INTEGER NOT NULL CHECK (end_offset >= start_offset),
  data TEXT CHECK (data IS NULL OR json_valid(data)),
  UNIQUE (reading_key, number)
) STRICT;

CREATE TABLE case_documents (
  id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
  case_id BLOB NOT NULL REFERENCES cases (id) ON DELETE RESTRICT,
  document_id BLOB NOT NULL REFERENCES documents (id) ON DELETE RESTRICT,
  UNIQUE (case_id, document_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE cases (
  id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
  name TEXT NOT NULL CHECK (length(trim(name)) > 0),
  description TEXT NOT NULL DEFAULT '',
  rank TEXT NOT NULL CHECK (length(rank) > 0),
  created_at TEXT NOT NULL CHECK (length(created_at) = 24)
) STRICT, WITHOUT ROWID;

CREATE TABLE changes (
  key INTEGER PRIMARY KEY,
  step_seq INTEGER NOT NULL REFERENCES steps (seq) ON DELETE RESTRICT,
  table_name TEXT NOT NULL,
  operation TEXT NOT NULL CHECK (operation IN ('insert', 'update', 'delete')),
  row_id BLOB NOT NULL CHECK (length(row_id) = 16),
  before TEXT CHECK ((before IS NULL) = (operation = 'insert'))
) STRICT;

CREATE TABLE code_labels (
  id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
  code_id BLOB NOT NULL REFERENCES codes (id) ON DELETE RESTRICT,
  -- alias, hidden: other words for it, the latter only to find it by. notation: its number or sign. name, definition, note,
  -- example: those of the code in another language. change: why it was changed.
  kind TEXT NOT NULL CHECK (kind IN ('alias', 'hidden', 'notation', 'name', 'definition', 'note', 'example', 'change')),
  language TEXT NOT NULL DEFAULT '' CHECK (length(language) <= 35),
  text TEXT NOT NULL CHECK (length(trim(text)) > 0),
  rank TEXT NOT NULL CHECK (length(rank) > 0),
  created_at TEXT NOT NULL CHECK (length(created_at) = 24),
  created_by BLOB NOT NULL REFERENCES coders (id) ON DELETE RESTRICT
) STRICT, WITHOUT ROWID;

CREATE TABLE code_links (
  id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
  code_id BLOB NOT NULL REFERENCES codes (id) ON DELETE RESTRICT,
  other_code_id BLOB NOT NULL REFERENCES codes (id) ON DELETE RESTRICT CHECK (code_id < other_code_id),
  kind TEXT NOT NULL CHECK (kind IN ('see_also', 'not_to_be_confused')),
  created_at TEXT NOT NULL CHECK (length(created_at) = 24),
  created_by BLOB NOT NULL REFERENCES coders (id) ON DELETE RESTRICT,
  UNIQUE (code_id, other_code_id, kind)
) STRICT, WITHOUT ROWID;

CREATE TABLE codebook_states (
  id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
  name TEXT CHECK (name IS NULL OR length(trim(name)) > 0),
  sha256 BLOB NOT NULL UNIQUE CHECK (length(sha256) = 32),
  body TEXT NOT NULL CHECK (json_valid(body)),
  created_at TEXT NOT NULL CHECK (length(created_at) = 24),
  created_by BLOB NOT NULL REFERENCES coders (id) ON DELETE RESTRICT
) STRICT, WITHOUT ROWID;

CREATE TABLE codebook_versions (
  id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
  name TEXT NOT NULL CHECK (length(trim(name)) > 0),
  note TEXT NOT NULL DEFAULT '',
  state_id BLOB NOT NULL REFERENCES codebook_states (id) ON DELETE RESTRICT,
  locked INTEGER NOT NULL DEFAULT 0 CHECK (locked IN (0, 1)),
  created_at TEXT NOT NULL CHECK (length(created_at) = 24),
  created_by BLOB NOT NULL REFERENCES coders (id) ON DELETE RESTRICT
) STRICT, WITHOUT ROWID;

CREATE TABLE coders (
  id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
  name TEXT NOT NULL CHECK (length(trim(name)) > 0),
  kind TEXT NOT NULL DEFAULT 'person' CHECK (kind IN ('person', 'consensus')),
  created_at TEXT NOT NULL CHECK (length(created_at) = 24)
) STRICT, WITHOUT ROWID;

CREATE TABLE codes (
  id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
  parent_id BLOB REFERENCES codes (id) ON DELETE RESTRICT CHECK (parent_id IS NULL OR parent_id <> id),
  rank TEXT NOT NULL CHECK (length(rank) > 0),
  name TEXT NOT NULL CHECK (length(trim(name)) > 0),
  definition TEXT NOT NULL DEFAULT '',
  use_when TEXT NOT NULL DEFAULT '',
  use_not_when TEXT NOT NULL DEFAULT '',
  example TEXT NOT NULL DEFAULT '',
  -- As given; each theme derives its tint, stripe and text from the hue.
  colour TEXT NOT NULL CHECK (colour GLOB '#[0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f]'),
  codable INTEGER NOT NULL DEFAULT 1 CHECK (codable IN (0, 1)),
  created_at TEXT NOT NULL CHECK (length(created_at) = 24),
  created_by BLOB NOT NULL REFERENCES coders (id) ON DELETE RESTRICT
) STRICT, WITHOUT ROWID;

CREATE TABLE codings (
  id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
  passage_id BLOB NOT NULL REFERENCES passages (id) ON DELETE RESTRICT,
  code_id BLOB NOT NULL REFERENCES codes (id) ON DELETE RESTRICT,
  coder_id BLOB NOT NULL REFERENCES coders (id) ON DELETE RESTRICT,
  weight INTEGER CHECK (weight BETWEEN 0 AND 100),
  created_at TEXT NOT NULL CHECK (length(created_at) = 24),
  UNIQUE (passage_id, code_id, coder_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE documents (
  id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
  -- A short name for people and scripts ("us"), unique where there is one; never an identity.
  short_key TEXT UNIQUE CHECK (short_key IS NULL OR length(short_key) BETWEEN 1 AND 64),
  title TEXT NOT NULL CHECK (length(trim(title)) > 0),
  rank TEXT NOT NULL CHECK (length(rank) > 0),
  created_at TEXT NOT NULL CHECK (length(created_at) = 24),
  created_by BLOB NOT NULL REFERENCES coders (id) ON DELETE RESTRICT
) STRICT, WITHOUT ROWID;

CREATE TABLE memos (
  id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
  title TEXT NOT NULL DEFAULT '',
  body TEXT NOT NULL,
  document_id BLOB REFERENCES documents (id) ON DELETE RESTRICT,
  passage_id BLOB REFERENCES passages (id) ON DELETE RESTRICT,
  code_id BLOB REFERENCES codes (id) ON DELETE RESTRICT,
  case_id BLOB REFERENCES cases (id) ON DELETE RESTRICT,
  coding_id BLOB REFERENCES codings (id) ON DELETE RESTRICT,
  created_at TEXT NOT NULL CHECK (length(created_at) = 24),
  created_by BLOB NOT NULL REFERENCES coders (id) ON DELETE RESTRICT, other_passage_id BLOB REFERENCES passages (id) ON DELETE RESTRICT
  CHECK (other_passage_id IS NULL OR (passage_id IS NOT NULL AND other_passage_id <> passage_id)),
  CHECK (
    (document_id IS NOT NULL) + (passage_id IS NOT NULL) + (code_id IS NOT NULL) + (case_id IS NOT NULL) + (coding_id IS NOT NULL) <= 1
    OR (code_id IS NOT NULL AND passage_id IS NULL AND coding_id IS NULL AND (case_id IS NULL) <> (document_id IS NULL))
  )
) STRICT, WITHOUT ROWID;

CREATE TABLE migrations (
  number INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  sha256 BLOB NOT NULL CHECK (length(sha256) = 32),
  colligo TEXT NOT NULL,
  at TEXT NOT NULL CHECK (length(at) = 24)
) STRICT;

CREATE TABLE pages (
  key INTEGER PRIMARY KEY,
  reading_key INTEGER NOT NULL REFERENCES readings (key) ON DELETE RESTRICT,
  number INTEGER NOT NULL CHECK (number >= 1),
  label TEXT NOT NULL CHECK (length(label) > 0),
  width REAL NOT NULL CHECK (width > 0),
  height REAL NOT NULL CHECK (height > 0),
  start_offset INTEGER NOT NULL CHECK (start_offset >= 0),
  end_offset INTEGER NOT NULL CHECK (end_offset >= start_offset),
  glyphs BLOB NOT NULL,
  UNIQUE (reading_key, number)
) STRICT;

CREATE TABLE passages (
  id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
  document_id BLOB NOT NULL REFERENCES documents (id) ON DELETE RESTRICT,
  comment TEXT NOT NULL DEFAULT '',
  created_at TEXT NOT NULL CHECK (length(created_at) = 24),
  created_by BLOB NOT NULL REFERENCES coders (id) ON DELETE RESTRICT
) STRICT, WITHOUT ROWID;

CREATE TABLE projects (
  id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
  title TEXT NOT NULL CHECK (length(trim(title)) > 0),
  description TEXT NOT NULL DEFAULT '',
  language TEXT NOT NULL DEFAULT 'en' CHECK (length(language) > 0),
  created_at TEXT NOT NULL CHECK (length(created_at) = 24)
) STRICT, WITHOUT ROWID;

CREATE TABLE readings (
  key INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE CHECK (length(id) = 32),
  original_sha256 BLOB NOT NULL REFERENCES blobs (sha256) ON DELETE RESTRICT,
  text_sha256 BLOB NOT NULL REFERENCES texts (sha256) ON DELETE RESTRICT,
  extractor TEXT NOT NULL CHECK (length(extractor) > 0),
  language TEXT NOT NULL CHECK (length(language) > 0),
  icu TEXT NOT NULL CHECK (length(icu) > 0),
  word_count INTEGER NOT NULL CHECK (word_count >= 0),
  words BLOB NOT NULL,
  sentences BLOB NOT NULL
) STRICT;

CREATE TABLE reviews (
  id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
  version_id BLOB NOT NULL REFERENCES versions (id) ON DELETE RESTRICT,
  code_id BLOB NOT NULL REFERENCES codes (id) ON DELETE RESTRICT,
  coder_id BLOB NOT NULL REFERENCES coders (id) ON DELETE RESTRICT,
  codebook_state_id BLOB NOT NULL REFERENCES codebook_states (id) ON DELETE RESTRICT,
  meaning_sha256 BLOB NOT NULL CHECK (length(meaning_sha256) = 32),
  created_at TEXT NOT NULL CHECK (length(created_at) = 24),
  UNIQUE (version_id, code_id, coder_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE seen_steps (
  id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
  seen_in BLOB NOT NULL REFERENCES steps (id) ON DELETE RESTRICT
) STRICT, WITHOUT ROWID;

CREATE TABLE steps (
  seq INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
  kind TEXT NOT NULL CHECK (kind IN ('base', 'do', 'undo', 'redo', 'merge')),
  -- For machines: noun.verb, e.g. codings.apply.
  code TEXT NOT NULL CHECK (code GLOB '?*.?*'),
  -- For people: what the step did, as said in the history and by undo.
  label TEXT NOT NULL CHECK (length(label) > 0),
  -- No foreign key: a step outlives the undoing of the step that brought its coder.
  coder_id BLOB NOT NULL CHECK (length(coder_id) = 16),
  coder_name TEXT NOT NULL,
  at TEXT NOT NULL CHECK (length(at) = 24),
  target_id BLOB REFERENCES steps (id) ON DELETE RESTRICT,
  CHECK ((kind IN ('undo', 'redo')) = (target_id IS NOT NULL))
) STRICT;

CREATE TABLE texts (
  sha256 BLOB PRIMARY KEY NOT NULL CHECK (length(sha256) = 32),
  -- Length in UTF-16 code units.
  units INTEGER NOT NULL CHECK (units >= 0),
  body TEXT NOT NULL
) STRICT;

CREATE TABLE versions (
  id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
  document_id BLOB NOT NULL REFERENCES documents (id) ON DELETE RESTRICT,
  number INTEGER NOT NULL CHECK (number >= 1),
  reading_id BLOB NOT NULL REFERENCES readings (id) ON DELETE RESTRICT,
  file_name TEXT NOT NULL CHECK (length(file_name) > 0),
  media_type TEXT NOT NULL CHECK (media_type LIKE '%_/_%'),
  created_at TEXT NOT NULL CHECK (length(created_at) = 24),
  created_by BLOB NOT NULL REFERENCES coders (id) ON DELETE RESTRICT,
  UNIQUE (document_id, number)
) STRICT, WITHOUT ROWID;

CREATE INDEX anchors_by_place ON anchors (version_id, start_offset, end_offset);

CREATE INDEX attachments_by_blob ON attachments (blob_sha256);

CREATE INDEX attachments_by_document ON attachments (document_id) WHERE document_id IS NOT NULL;

CREATE INDEX attribute_values_by_case ON attribute_values (case_id) WHERE case_id IS NOT NULL;

CREATE INDEX attribute_values_by_choice ON attribute_values (choice_id) WHERE choice_id IS NOT NULL;

CREATE INDEX attribute_values_by_document ON attribute_values (document_id) WHERE document_id IS NOT NULL;

CREATE INDEX case_documents_by_document ON case_documents (document_id);

CREATE INDEX changes_by_step ON changes (step_seq);

CREATE INDEX code_labels_by_code ON code_labels (code_id, kind, rank);

CREATE INDEX code_links_by_other ON code_links (other_code_id);

CREATE INDEX codebook_versions_by_state ON codebook_versions (state_id);

CREATE INDEX codes_by_parent ON codes (parent_id, rank);

CREATE INDEX codings_by_code ON codings (code_id, passage_id);

CREATE INDEX codings_by_coder ON codings (coder_id);

CREATE INDEX memos_by_case ON memos (case_id) WHERE case_id IS NOT NULL;

CREATE INDEX memos_by_code ON memos (code_id) WHERE code_id IS NOT NULL;

CREATE INDEX memos_by_coding ON memos (coding_id) WHERE coding_id IS NOT NULL;

CREATE INDEX memos_by_document ON memos (document_id) WHERE document_id IS NOT NULL;

CREATE INDEX memos_by_other_passage ON memos (other_passage_id) WHERE other_passage_id IS NOT NULL;

CREATE INDEX memos_by_passage ON memos (passage_id) WHERE passage_id IS NOT NULL;

CREATE INDEX passages_by_document ON passages (document_id);

CREATE INDEX readings_by_original ON readings (original_sha256);

CREATE INDEX readings_by_text ON readings (text_sha256);

CREATE INDEX reviews_by_code ON reviews (code_id);

CREATE INDEX reviews_by_codebook_state ON reviews (codebook_state_id);

CREATE INDEX reviews_by_coder ON reviews (coder_id);

CREATE INDEX steps_by_target ON steps (target_id) WHERE target_id IS NOT NULL;

CREATE INDEX versions_by_reading ON versions (reading_id);
