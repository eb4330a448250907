-- SPDX-License-Identifier: Apache-2.0
-- The acts that others are not told of (web/told_acts.hpp), found at once: the numbers of all others
-- are said without them, so that no gap tells of one.
CREATE INDEX act_untold ON act (number) WHERE verb = 'keep_preferences' AND for_whom = '';

-- Whom an act gave a role is found by whoever gave it and when.
CREATE INDEX role_grant_at ON role_grant (at);

-- What somebody was called before they put their name right, so that the record of it says so: a
-- name signs what its owner did before, too.
CREATE TABLE login_rename (
    id      BIGINT PRIMARY KEY,
    login   BIGINT NOT NULL REFERENCES login (id),
    at      BIGINT NOT NULL,
    earlier TEXT NOT NULL,   -- '' when erased
    name    TEXT NOT NULL
);
CREATE INDEX login_rename_of ON login_rename (login, at);
