-- What else a code is called or said of, in whatever language; a language that was not said is ''.
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
CREATE INDEX code_labels_by_code ON code_labels (code_id, kind, rank);

-- Two codes that have to do with each other. A link has no direction: the smaller id stands first.
CREATE TABLE code_links (
  id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
  code_id BLOB NOT NULL REFERENCES codes (id) ON DELETE RESTRICT,
  other_code_id BLOB NOT NULL REFERENCES codes (id) ON DELETE RESTRICT CHECK (code_id < other_code_id),
  kind TEXT NOT NULL CHECK (kind IN ('see_also', 'not_to_be_confused')),
  created_at TEXT NOT NULL CHECK (length(created_at) = 24),
  created_by BLOB NOT NULL REFERENCES coders (id) ON DELETE RESTRICT,
  UNIQUE (code_id, other_code_id, kind)
) STRICT, WITHOUT ROWID;
CREATE INDEX code_links_by_other ON code_links (other_code_id);

-- A state of the codebook that somebody named, such as “round 2”. While one of them is locked, the codebook can't be changed.
CREATE TABLE codebook_versions (
  id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
  name TEXT NOT NULL CHECK (length(trim(name)) > 0),
  note TEXT NOT NULL DEFAULT '',
  state_id BLOB NOT NULL REFERENCES codebook_states (id) ON DELETE RESTRICT,
  locked INTEGER NOT NULL DEFAULT 0 CHECK (locked IN (0, 1)),
  created_at TEXT NOT NULL CHECK (length(created_at) = 24),
  created_by BLOB NOT NULL REFERENCES coders (id) ON DELETE RESTRICT
) STRICT, WITHOUT ROWID;
CREATE INDEX codebook_versions_by_state ON codebook_versions (state_id);

-- A file that is kept with the project though nothing of it is coded: a recording, or what another program wrote.
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
CREATE INDEX attachments_by_blob ON attachments (blob_sha256);
CREATE INDEX attachments_by_document ON attachments (document_id) WHERE document_id IS NOT NULL;
