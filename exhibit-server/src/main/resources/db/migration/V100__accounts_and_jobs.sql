-- The server's own tables. Plain SQL that H2 and PostgreSQL both understand.
-- Versions from 100 on belong to the server, those below to the journal.

CREATE TABLE account (
  name          VARCHAR(80)   NOT NULL PRIMARY KEY,
  password_hash VARCHAR(400)  NOT NULL,
  roles         VARCHAR(200)  NOT NULL -- separated by commas
);

CREATE SEQUENCE job_seq START WITH 1 INCREMENT BY 1;

CREATE TABLE job (
  id          BIGINT        NOT NULL PRIMARY KEY,
  kind        VARCHAR(40)   NOT NULL,
  parameters  VARCHAR(4000) NOT NULL, -- a JSON object of strings
  state       VARCHAR(12)   NOT NULL CHECK (state IN ('QUEUED', 'RUNNING', 'DONE', 'FAILED', 'INTERRUPTED')),
  done        BIGINT        NOT NULL,
  total       BIGINT        NOT NULL, -- 0 while unknown
  message     VARCHAR(2000) NOT NULL,
  report      VARCHAR(400)  NOT NULL, -- path inside the data folder; empty if there is none
  starts      INTEGER       NOT NULL, -- how often it was started; more than once after a crash
  created_at  TIMESTAMP(3) WITH TIME ZONE NOT NULL,
  finished_at TIMESTAMP(3) WITH TIME ZONE
);

CREATE INDEX job_by_state ON job (state, id);
