-- Roles are rows now, each for one part of the holdings, and an account has a life of its own.

ALTER TABLE account ADD COLUMN person VARCHAR(120) DEFAULT '' NOT NULL; -- who it is for
ALTER TABLE account ADD COLUMN disabled BOOLEAN DEFAULT FALSE NOT NULL;
ALTER TABLE account ADD COLUMN one_time BOOLEAN DEFAULT FALSE NOT NULL; -- somebody else knows the password
ALTER TABLE account ADD COLUMN totp_secret VARCHAR(64) DEFAULT '' NOT NULL; -- Base32; empty without a second factor
ALTER TABLE account ADD COLUMN totp_step BIGINT DEFAULT 0 NOT NULL; -- of the last code: none is good twice

CREATE TABLE account_grant (
  account VARCHAR(80)  NOT NULL REFERENCES account (name),
  role    VARCHAR(40)  NOT NULL,
  scope   VARCHAR(160) NOT NULL, -- the IRI of an archive or a fonds; empty for everything
  PRIMARY KEY (account, role, scope)
);

CREATE TABLE account_recovery (
  account   VARCHAR(80) NOT NULL REFERENCES account (name),
  code_hash VARCHAR(64) NOT NULL, -- SHA-256, hexadecimal; of 80 random bits
  PRIMARY KEY (account, code_hash)
);

INSERT INTO account_grant (account, role, scope)
SELECT name, 'SOLE_ADMINISTRATOR', '' FROM account;

ALTER TABLE account DROP COLUMN roles;
