-- SPDX-License-Identifier: Apache-2.0
-- What is said in a delegation's place does not take back what it said itself; and a login is
-- written to in the language in which it last came in.

-- A "no" is taken back by the delegation alone: `on_behalf` rows count for everybody else, and for
-- the delegation only where it said no "no" itself.
ALTER TABLE meeting_preference ADD COLUMN on_behalf BIGINT NOT NULL DEFAULT 0
    CHECK (on_behalf IN (0, 1));
UPDATE meeting_preference SET on_behalf = 1 WHERE word <> 'no' AND NOT EXISTS (
    SELECT 1 FROM role_grant g WHERE g.forum = meeting_preference.forum
        AND g.login = meeting_preference.by_login AND g.role = 'focal-point'
        AND g.delegation = meeting_preference.of_whom);

-- The tag of a language of the pages; empty: from before this was kept.
ALTER TABLE login_session ADD COLUMN language TEXT NOT NULL DEFAULT '';
