-- What others did since somebody last looked is found by its time.

CREATE INDEX review_step_at ON review_step (recorded_at);
CREATE INDEX review_step_of_agent ON review_step (agent, review);
CREATE INDEX review_comment_at ON review_comment (recorded_at);
CREATE INDEX review_comment_of_agent ON review_comment (agent, review);
