-- SPDX-License-Identifier: Apache-2.0
-- That a row of a sheet is there, what it is called and where it stands is sealed as well, and which
-- rows of the directory a forum lists: what is taken out, put in, renamed or moved past Sala is found.

-- What somebody is called who has a role, as whoever gave it wrote it: a forum is told no other name
-- of theirs. None: that of their login.
CREATE TABLE role_grant_name (
    forum      BIGINT NOT NULL,
    role_grant BIGINT NOT NULL,
    name       TEXT NOT NULL,
    PRIMARY KEY (forum, role_grant),
    FOREIGN KEY (forum, role_grant) REFERENCES role_grant (forum, id)
);

-- What stands there when this step is done is sealed as it is at that moment.
INSERT INTO sealed (number, salt, lines, hash) VALUES (0, '', '', '')
ON CONFLICT (number) DO NOTHING;
