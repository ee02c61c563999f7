-- When exhibitions open and close: one row for each that has times, changed in place.
-- What they led to stands in the journal.

CREATE TABLE showing (
  entity     VARCHAR(160) NOT NULL PRIMARY KEY,
  opens_at   VARCHAR(24)  NOT NULL, -- like journal_entry.recorded_at; empty if no time is set
  closes_at  VARCHAR(24)  NOT NULL,
  version    BIGINT       NOT NULL, -- the journal's row with the version that opens; 0 if none is to
  next_act   VARCHAR(12)  NOT NULL, -- OPEN, CLOSE, or empty if nothing is to come
  next_at    VARCHAR(24)  NOT NULL, -- when that is due
  outcome    VARCHAR(16)  NOT NULL, -- what came of the last act that was due; empty before
  outcome_at VARCHAR(24)  NOT NULL,
  edits      INTEGER      NOT NULL, -- how often somebody set the times
  agent      VARCHAR(200) NOT NULL, -- who did so last
  changed_at VARCHAR(24)  NOT NULL
);

CREATE INDEX showing_due ON showing (next_act, next_at);
