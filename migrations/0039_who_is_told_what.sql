-- SPDX-License-Identifier: Apache-2.0
-- Who shares what a delegation keeps to itself, and of which timetable a letter tells.

-- A focal point whom the secretariat makes does not share by that what the delegation keeps to
-- itself: somebody who shares it already lets them in (forum/insiders.hpp).
CREATE TABLE focal_point_let_in (
    forum      BIGINT NOT NULL,
    role_grant BIGINT NOT NULL,
    by_login   BIGINT REFERENCES login (id),  -- empty: from before anybody was asked
    at         BIGINT NOT NULL,
    PRIMARY KEY (forum, role_grant),
    FOREIGN KEY (forum, role_grant) REFERENCES role_grant (forum, id)
);

-- Whoever read until now goes on reading.
INSERT INTO focal_point_let_in (forum, role_grant, at) SELECT g.forum, g.id, g.at FROM role_grant g
WHERE g.role = 'focal-point' AND g.delegation IS NOT NULL;

-- The published timetable of which a letter tells: a newer one takes the place of those that wait.
CREATE TABLE timetable_letter (
    letter BIGINT PRIMARY KEY REFERENCES letter (id),
    forum  BIGINT NOT NULL,
    number BIGINT NOT NULL,
    FOREIGN KEY (forum, number) REFERENCES plan_release (forum, number)
);

-- An earlier step of the same start may have asked for a seal already.
INSERT INTO sealed (number, salt, lines, hash) VALUES (0, '', '', '')
ON CONFLICT (number) DO NOTHING;
