-- Who an account is for at the OpenID provider: the issuer and its subject, with a space between. NULL for
-- those who sign in with a password.

ALTER TABLE account ADD COLUMN openid_subject VARCHAR(1000);
CREATE UNIQUE INDEX account_by_openid_subject ON account (openid_subject);
