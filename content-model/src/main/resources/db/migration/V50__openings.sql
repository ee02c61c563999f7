-- Opening reviews (开放审核): two people decide whether a record that has become old enough is opened. Plain SQL that
-- H2 and PostgreSQL both understand. Rows of opening_step are inserted and never changed; opening says where they
-- have led.

CREATE SEQUENCE opening_seq START WITH 1 INCREMENT BY 1;

CREATE TABLE opening (
  id          BIGINT       NOT NULL PRIMARY KEY,
  record      VARCHAR(160) NOT NULL,
  version     BIGINT       NOT NULL, -- the row of the journal with the version that was signed first
  archive     VARCHAR(100) NOT NULL, -- key of the archive; empty if nobody says who keeps it
  fonds       VARCHAR(100) NOT NULL, -- key of the fonds; empty if it lies in none
  due_year    INTEGER      NOT NULL, -- when it came due; 0 if nobody knows
  proposed    VARCHAR(12)  NOT NULL,
  outcome     VARCHAR(12)  NOT NULL, -- what was signed first; in force once state is DECIDED
  decided_at  VARCHAR(24)  NOT NULL, -- like journal_entry.recorded_at; empty unless decided
  steps       INTEGER      NOT NULL,
  state       VARCHAR(12)  NOT NULL,
  open_record VARCHAR(160) UNIQUE    -- the record while the second signature is missing, so that there is one at a time
);

CREATE INDEX opening_of_record ON opening (record, id);
CREATE INDEX opening_by_state ON opening (state, id);

CREATE TABLE opening_step (
  opening     BIGINT         NOT NULL REFERENCES opening (id),
  step_number INTEGER        NOT NULL, -- from 1, without gaps
  act         VARCHAR(12)    NOT NULL,
  agent       VARCHAR(200)   NOT NULL,
  recorded_at VARCHAR(24)    NOT NULL,
  outcome     VARCHAR(12)    NOT NULL, -- empty but for the first signature, like all that is said of it
  until_year  INTEGER        NOT NULL, -- 0 if none
  ground      VARCHAR(12)    NOT NULL,
  reason      VARCHAR(1000)  NOT NULL,
  text_mark   VARCHAR(64)    NOT NULL, -- of the text that this person saw
  proposal    VARCHAR(400000) NOT NULL, -- JSON: what this person saw proposed
  journal_row BIGINT         NOT NULL, -- the version that was signed, or the row that the second signature wrote; 0 if none
  hash        VARCHAR(64)    NOT NULL, -- SHA-256 over the hash of the step before and all other columns
  PRIMARY KEY (opening, step_number)
);

CREATE SEQUENCE opening_list_seq START WITH 1 INCREMENT BY 1;

CREATE TABLE opening_list (
  id         BIGINT          NOT NULL PRIMARY KEY,
  archive    VARCHAR(100)    NOT NULL,
  kind       VARCHAR(12)     NOT NULL, -- WORDS or FORMS
  name       VARCHAR(60)     NOT NULL,
  towards    VARCHAR(12)     NOT NULL,
  words      VARCHAR(400000) NOT NULL, -- one a line
  agent      VARCHAR(200)    NOT NULL, -- who changed it last
  changed_at VARCHAR(24)     NOT NULL
);

CREATE INDEX opening_list_of ON opening_list (archive, id);
