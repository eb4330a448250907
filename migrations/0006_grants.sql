-- SPDX-License-Identifier: Apache-2.0
-- Who may do what at a forum. A role is given and taken away by inserting; the rows stay.

-- Where a login gets its letters. Personal, so it stands beside the login and can be erased.
CREATE TABLE login_address (
    login   BIGINT PRIMARY KEY REFERENCES login (id),
    address TEXT NOT NULL UNIQUE   -- small letters
);

-- A role at a forum, perhaps for one delegation, body or category only. A delegation or category
-- may be taken off its sheet while the role stands; the role then opens nothing, so there is no
-- reference to hold the sheet's row back.
CREATE TABLE role_grant (
    forum      BIGINT NOT NULL REFERENCES forum (id),
    id         BIGINT NOT NULL,
    login      BIGINT NOT NULL REFERENCES login (id),
    role       TEXT NOT NULL CHECK (role IN ('secretariat', 'chair', 'focal-point', 'delegate',
                                             'interpreter', 'door', 'press', 'observer')),
    delegation BIGINT,
    body       BIGINT REFERENCES body (id),
    category   BIGINT,
    by_login   BIGINT REFERENCES login (id),
    at         BIGINT NOT NULL,
    PRIMARY KEY (forum, id)
);
CREATE INDEX role_grant_of ON role_grant (login, forum);

CREATE TABLE role_withdrawal (
    forum      BIGINT NOT NULL REFERENCES forum (id),
    role_grant BIGINT NOT NULL,
    by_login   BIGINT REFERENCES login (id),
    at         BIGINT NOT NULL,
    PRIMARY KEY (forum, role_grant),
    FOREIGN KEY (forum, role_grant) REFERENCES role_grant (forum, id)
);
