-- Reviews (三审) of versions that are to be published. Plain SQL that H2 and PostgreSQL both understand.
-- Rows of review_step and review_comment are inserted and never changed; review says where they have led.

CREATE SEQUENCE review_seq START WITH 1 INCREMENT BY 1;

CREATE TABLE review (
  id          BIGINT       NOT NULL PRIMARY KEY,
  entity      VARCHAR(160) NOT NULL,
  version     BIGINT       NOT NULL, -- the row of the journal with the version under review
  rounds      INTEGER      NOT NULL, -- how many there are to be: 1 or 3
  writer      VARCHAR(200) NOT NULL, -- who saved that version
  submitter   VARCHAR(200) NOT NULL,
  steps       INTEGER      NOT NULL,
  state       VARCHAR(12)  NOT NULL,
  due_at      VARCHAR(24)  NOT NULL, -- when it is to be published, like journal_entry.recorded_at; empty unless scheduled
  open_entity VARCHAR(160) UNIQUE    -- the entity while the review is under way, so that there is one at a time
);

CREATE INDEX review_of_entity ON review (entity, id);
CREATE INDEX review_by_state ON review (state, due_at);

CREATE TABLE review_step (
  review       BIGINT        NOT NULL REFERENCES review (id),
  step_number  INTEGER       NOT NULL, -- from 1, without gaps
  act          VARCHAR(12)   NOT NULL,
  review_round VARCHAR(12)   NOT NULL, -- empty outside of the rounds
  agent        VARCHAR(200)  NOT NULL,
  recorded_at  VARCHAR(24)   NOT NULL,
  reason       VARCHAR(1000) NOT NULL,
  due_at       VARCHAR(24)   NOT NULL,
  journal_row  BIGINT        NOT NULL, -- the version that was submitted, or the row that published or withdrew it; 0 if none
  hash         VARCHAR(64)   NOT NULL, -- SHA-256 over the hash of the step before and all other columns
  PRIMARY KEY (review, step_number)
);

CREATE SEQUENCE review_comment_seq START WITH 1 INCREMENT BY 1;

CREATE TABLE review_comment (
  id          BIGINT        NOT NULL PRIMARY KEY,
  review      BIGINT        NOT NULL REFERENCES review (id),
  spot        VARCHAR(400)  NOT NULL, -- of what it speaks; empty for the whole
  agent       VARCHAR(200)  NOT NULL,
  recorded_at VARCHAR(24)   NOT NULL,
  remark      VARCHAR(4000) NOT NULL
);

CREATE INDEX review_comment_of ON review_comment (review, id);
