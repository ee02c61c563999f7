-- Up to when an account has seen what concerns it, like journal_entry.recorded_at; empty before the first time.

ALTER TABLE account ADD COLUMN notices_seen VARCHAR(24) DEFAULT '' NOT NULL;
