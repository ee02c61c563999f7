-- Tokens with which programs use the API in the name of an account.

CREATE SEQUENCE account_token_seq START WITH 1 INCREMENT BY 1;

CREATE TABLE account_token (
  id          BIGINT       NOT NULL PRIMARY KEY,
  account     VARCHAR(80)  NOT NULL REFERENCES account (name),
  label       VARCHAR(80)  NOT NULL, -- what its owner calls it
  permissions VARCHAR(200) NOT NULL, -- names, divided by spaces
  token_hash  VARCHAR(64)  NOT NULL UNIQUE, -- SHA-256, hexadecimal; of 160 random bits
  made_at     VARCHAR(24)  NOT NULL,
  ends_at     VARCHAR(24)  NOT NULL,
  used_on     VARCHAR(10)  NOT NULL -- the last day; empty before the first time
);

CREATE INDEX account_token_of ON account_token (account);
