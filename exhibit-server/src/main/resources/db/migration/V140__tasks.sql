-- What is to be done to make an exhibition: working data beside the holdings, changed and removed in place.

CREATE TABLE selection_task_list (
  entity VARCHAR(160) NOT NULL PRIMARY KEY -- locked by whoever changes the order of its tasks
);

CREATE SEQUENCE selection_task_seq START WITH 1 INCREMENT BY 1;

CREATE TABLE selection_task (
  id         BIGINT       NOT NULL PRIMARY KEY,
  entity     VARCHAR(160) NOT NULL,
  title      VARCHAR(200) NOT NULL,
  person     VARCHAR(80)  NOT NULL, -- an account; empty while nobody has it
  begins_on  VARCHAR(10)  NOT NULL, -- a day; empty if that is open
  due_on     VARCHAR(10)  NOT NULL,
  state      VARCHAR(12)  NOT NULL,
  task_round INTEGER      NOT NULL, -- from 1; 0 if it belongs to none
  place      INTEGER      NOT NULL, -- in the list of its exhibition, ascending
  version    INTEGER      NOT NULL, -- counts the changes of what it says; to move it is none
  agent      VARCHAR(200) NOT NULL, -- who changed it last
  changed_at VARCHAR(24)  NOT NULL, -- like journal_entry.recorded_at
  given_by   VARCHAR(200) NOT NULL, -- who gave it to the person that has it; empty while nobody has it
  given_at   VARCHAR(24)  NOT NULL
);

CREATE INDEX selection_task_of ON selection_task (entity, place, id);
CREATE INDEX selection_task_of_person ON selection_task (person, state);
