-- The audit log: what people and programs do beside the holdings, of which the journal tells.
-- Rows are inserted and never changed; audit_head is locked by whoever inserts one.

CREATE TABLE audit_entry (
  seq           BIGINT        NOT NULL PRIMARY KEY, -- from 1, without gaps
  recorded_at   VARCHAR(24)   NOT NULL, -- like journal_entry.recorded_at
  way           VARCHAR(12)   NOT NULL, -- by an account, by the key of the data folder, by the server itself, by nobody known
  who           VARCHAR(80)   NOT NULL, -- the account, or empty
  address       VARCHAR(64)   NOT NULL, -- from where; empty if not over the network
  action        VARCHAR(40)   NOT NULL,
  object        VARCHAR(400)  NOT NULL, -- account/NAME, job/NUMBER, TYPE/KEY of an entity, an address of the server; or empty
  outcome       VARCHAR(12)   NOT NULL,
  times         BIGINT        NOT NULL, -- how often; more than once where repetitions are told together
  detail        VARCHAR(8000) NOT NULL, -- a JSON object
  previous_hash VARCHAR(64)   NOT NULL,
  hash          VARCHAR(64)   NOT NULL  -- SHA-256 over all other columns
);

CREATE INDEX audit_by_time ON audit_entry (recorded_at);
CREATE INDEX audit_by_person ON audit_entry (who, seq);
CREATE INDEX audit_by_action ON audit_entry (action, seq);

CREATE TABLE audit_head (
  id   INTEGER     NOT NULL PRIMARY KEY CHECK (id = 1),
  seq  BIGINT      NOT NULL,
  hash VARCHAR(64) NOT NULL
);

INSERT INTO audit_head (id, seq, hash)
VALUES (1, 0, '0000000000000000000000000000000000000000000000000000000000000000');
