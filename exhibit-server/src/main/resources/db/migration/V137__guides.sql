-- Which guides an account has closed or opened, words with a blank between them; see the class Guides.

ALTER TABLE account ADD COLUMN guides VARCHAR(200) DEFAULT '' NOT NULL;
