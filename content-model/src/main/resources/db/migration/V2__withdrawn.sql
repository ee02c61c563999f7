-- What was in public and was taken out is told apart from what never was: its IRI answers 410.
ALTER TABLE entity_state ADD COLUMN withdrawn BOOLEAN DEFAULT FALSE NOT NULL;

UPDATE entity_state SET withdrawn = TRUE
WHERE published_seq = 0
  AND EXISTS (SELECT 1 FROM journal_entry e WHERE e.entity = entity_state.entity AND e.action = 'WITHDRAW');
