-- A memo may be about two passages that were read side by side: the second of them. Which of the two comes first says nothing.
ALTER TABLE memos ADD COLUMN other_passage_id BLOB REFERENCES passages (id) ON DELETE RESTRICT
  CHECK (other_passage_id IS NULL OR (passage_id IS NOT NULL AND other_passage_id <> passage_id));
CREATE INDEX memos_by_other_passage ON memos (other_passage_id) WHERE other_passage_id IS NOT NULL;
