-- Who asked for the end of a job; empty if nobody did.
ALTER TABLE job ADD COLUMN stopped_by VARCHAR(80) DEFAULT '' NOT NULL;
