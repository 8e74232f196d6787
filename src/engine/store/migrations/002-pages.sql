-- Texts that were published as pages (PDF), and what stands on a page for the page's sake.

-- One page of a reading: what is printed on it as its number, how large it is in points as it is shown, which stretch of the
-- canonical text stands on it (UTF-16), and where on it each letter does (text/glyph-packing.ts; kept last in the row).
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

-- Blocks may be artifacts too. A CHECK can't be changed in place; keys stay, since the search index knows blocks by them.
CREATE TABLE blocks_002 (
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
INSERT INTO blocks_002 (key, reading_key, number, kind, level, start_offset, end_offset, data)
  SELECT key, reading_key, number, kind, level, start_offset, end_offset, data FROM blocks;
DROP TABLE blocks;
ALTER TABLE blocks_002 RENAME TO blocks;
