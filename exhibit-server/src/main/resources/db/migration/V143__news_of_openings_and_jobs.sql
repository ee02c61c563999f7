-- What others did in opening reviews since somebody last looked is found by its time.

CREATE INDEX opening_step_at ON opening_step (recorded_at);
CREATE INDEX opening_step_of_agent ON opening_step (agent, opening);

-- The newest jobs of a kind are asked for often, such as the step that went on from a bulk edit.

CREATE INDEX job_by_kind ON job (kind, id);
