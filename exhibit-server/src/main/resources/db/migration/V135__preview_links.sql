-- Links by which people without an account see one version of one thing before it is public.

CREATE SEQUENCE preview_link_seq START WITH 1 INCREMENT BY 1;

CREATE TABLE preview_link (
  id          BIGINT       NOT NULL PRIMARY KEY,
  entity      VARCHAR(160) NOT NULL, -- TYPE/KEY
  version     BIGINT       NOT NULL, -- the row of the journal that it shows
  label       VARCHAR(80)  NOT NULL, -- for whom it is
  account     VARCHAR(80)  NOT NULL REFERENCES account (name), -- who made it, and may still see what it shows
  link_hash   VARCHAR(64)  NOT NULL UNIQUE, -- SHA-256, hexadecimal; of 160 random bits
  made_at     VARCHAR(24)  NOT NULL,
  ends_at     VARCHAR(24)  NOT NULL,
  ended_by    VARCHAR(80)  NOT NULL, -- who withdrew it; empty as long as nobody has
  used_on     VARCHAR(10)  NOT NULL -- the last day; empty before the first time
);

CREATE INDEX preview_link_of ON preview_link (entity, id);
