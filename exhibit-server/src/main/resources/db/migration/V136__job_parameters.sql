-- What is asked of a bulk edit may be as long as a cell of a workbook, and its search comes beside it.

ALTER TABLE job ALTER COLUMN parameters SET DATA TYPE VARCHAR(100000);
