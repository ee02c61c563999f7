-- What somebody fills in again and again, kept under a name of his own.

CREATE SEQUENCE entry_template_seq START WITH 1 INCREMENT BY 1;

CREATE TABLE entry_template (
  id      BIGINT         NOT NULL PRIMARY KEY,
  account VARCHAR(80)    NOT NULL REFERENCES account (name),
  type    VARCHAR(20)    NOT NULL, -- as in addresses
  name    VARCHAR(80)    NOT NULL,
  sheet   VARCHAR(200000) NOT NULL -- JSON: the cells of the own row, and the rows of the parts by file
);

CREATE INDEX entry_template_of ON entry_template (account, type);
