-- The journal. Plain SQL that H2 and PostgreSQL both understand.
-- Rows of journal_entry are inserted in the order of seq, without gaps, and never changed.

CREATE TABLE journal_entry (
  seq           BIGINT        NOT NULL PRIMARY KEY,
  entity        VARCHAR(160)  NOT NULL,
  action        VARCHAR(10)   NOT NULL, -- PUT, PUBLISH, WITHDRAW; not checked: H2 2.4.240 refuses good rows (its issue 4308)
  version       BIGINT        NOT NULL,
  replaces      BIGINT        NOT NULL,
  recorded_at   VARCHAR(24)   NOT NULL, -- 2026-11-22T08:15:30.123Z: text, so that no time zone can change what was hashed
  agent         VARCHAR(200)  NOT NULL,
  reason        VARCHAR(2000) NOT NULL,
  content       BYTEA         NOT NULL, -- N-Triples, compressed; empty unless PUT
  previous_hash VARCHAR(64)   NOT NULL, -- hexadecimal
  hash          VARCHAR(64)   NOT NULL
);

CREATE INDEX journal_entry_of_entity ON journal_entry (entity, seq);

-- The end of the chain. Whoever appends locks this row first: so there is one order for all writers.
CREATE TABLE journal_head (
  id   INTEGER     NOT NULL PRIMARY KEY,
  seq  BIGINT      NOT NULL,
  hash VARCHAR(64) NOT NULL -- hexadecimal
);

INSERT INTO journal_head (id, seq, hash)
VALUES (1, 0, '0000000000000000000000000000000000000000000000000000000000000000');

-- Where each entity stands. Derived from journal_entry, written in the same transaction.
CREATE TABLE entity_state (
  entity         VARCHAR(160) NOT NULL PRIMARY KEY,
  current_seq    BIGINT       NOT NULL,
  current_digest VARCHAR(64)  NOT NULL, -- SHA-256 of the uncompressed content of current_seq
  published_seq  BIGINT       NOT NULL  -- 0 if not in public
);
