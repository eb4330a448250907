-- SPDX-License-Identifier: Apache-2.0
-- What happens at the door: photos, badges and who went through which door. Acts hold numbers; what
-- is personal stands beside them and can be deleted.

-- The letter that carries a link: older links end when it has left, and not before.
ALTER TABLE invitation_link ADD COLUMN letter BIGINT;

-- A photo that its person agreed to: made anew here, so nothing of the file that was sent is in it.
CREATE TABLE person_photo (
    forum        BIGINT NOT NULL,
    registration BIGINT NOT NULL,
    id           BIGINT NOT NULL,
    jpeg         TEXT NOT NULL,   -- base64
    by_login     BIGINT REFERENCES login (id),
    at           BIGINT NOT NULL,
    PRIMARY KEY (forum, registration),
    FOREIGN KEY (forum, registration) REFERENCES registration (forum, id)
);
CREATE UNIQUE INDEX person_photo_by_id ON person_photo (id);

-- What a forum signs its tokens with. Whoever has it can make badges that the doors take.
CREATE TABLE door_key (
    forum BIGINT PRIMARY KEY REFERENCES forum (id),
    key   TEXT NOT NULL,          -- 256 random bits
    at    BIGINT NOT NULL
);

-- How the badges of a category look and where they open doors. The newest row counts; category 0
-- stands for everybody whose category has none.
CREATE TABLE badge_design (
    forum    BIGINT NOT NULL REFERENCES forum (id),
    id       BIGINT NOT NULL,
    category BIGINT NOT NULL,
    colour   TEXT NOT NULL,
    zones    TEXT NOT NULL,       -- separated by commas
    photo    BIGINT NOT NULL CHECK (photo IN (0, 1)),
    by_login BIGINT REFERENCES login (id),
    at       BIGINT NOT NULL,
    PRIMARY KEY (forum, id)
);

CREATE TABLE badge_print (
    forum    BIGINT NOT NULL REFERENCES forum (id),
    id       BIGINT NOT NULL,
    by_login BIGINT REFERENCES login (id),
    at       BIGINT NOT NULL,
    PRIMARY KEY (forum, id)
);
CREATE TABLE badge (
    forum        BIGINT NOT NULL,
    id           BIGINT NOT NULL,
    registration BIGINT NOT NULL,
    print        BIGINT NOT NULL,
    PRIMARY KEY (forum, id),
    FOREIGN KEY (forum, registration) REFERENCES registration (forum, id),
    FOREIGN KEY (forum, print) REFERENCES badge_print (forum, id)
);
CREATE INDEX badge_of ON badge (forum, registration, id);
CREATE INDEX badge_of_print ON badge (forum, print, id);
CREATE TABLE badge_end (
    forum    BIGINT NOT NULL,
    badge    BIGINT NOT NULL,
    why      TEXT NOT NULL CHECK (why IN ('replaced', 'revoked')),
    by_login BIGINT REFERENCES login (id),
    at       BIGINT NOT NULL,
    PRIMARY KEY (forum, badge),
    FOREIGN KEY (forum, badge) REFERENCES badge (forum, id)
);

CREATE TABLE vehicle_pass (
    forum      BIGINT NOT NULL REFERENCES forum (id),
    id         BIGINT NOT NULL,
    delegation BIGINT NOT NULL,
    by_login   BIGINT REFERENCES login (id),
    at         BIGINT NOT NULL,
    PRIMARY KEY (forum, id)
);
CREATE TABLE vehicle_pass_words (
    forum  BIGINT NOT NULL,
    pass   BIGINT NOT NULL,
    plate  TEXT NOT NULL,
    remark TEXT NOT NULL,
    PRIMARY KEY (forum, pass),
    FOREIGN KEY (forum, pass) REFERENCES vehicle_pass (forum, id)
);
CREATE TABLE vehicle_pass_end (
    forum    BIGINT NOT NULL,
    pass     BIGINT NOT NULL,
    by_login BIGINT REFERENCES login (id),
    at       BIGINT NOT NULL,
    PRIMARY KEY (forum, pass),
    FOREIGN KEY (forum, pass) REFERENCES vehicle_pass (forum, id)
);

-- Somebody went through a door. `scan` is made by the device that saw it, so that a scan sent twice
-- is one row; `at` is when it saw it, which may be long before it was sent.
CREATE TABLE admission (
    forum        BIGINT NOT NULL REFERENCES forum (id),
    id           BIGINT NOT NULL,
    scan         TEXT NOT NULL,
    registration BIGINT,
    badge        BIGINT,          -- none: let in by name
    vehicle      BIGINT,
    door         TEXT NOT NULL,
    at           BIGINT NOT NULL,
    kept_at      BIGINT NOT NULL,
    by_login     BIGINT REFERENCES login (id),
    PRIMARY KEY (forum, id),
    UNIQUE (forum, scan),
    FOREIGN KEY (forum, registration) REFERENCES registration (forum, id),
    FOREIGN KEY (forum, badge) REFERENCES badge (forum, id),
    FOREIGN KEY (forum, vehicle) REFERENCES vehicle_pass (forum, id)
);
CREATE INDEX admission_of ON admission (forum, registration, at);
CREATE INDEX admission_by_time ON admission (forum, at);
CREATE TABLE admission_undo (
    forum    BIGINT NOT NULL,
    admission  BIGINT NOT NULL,
    by_login BIGINT REFERENCES login (id),
    at       BIGINT NOT NULL,
    PRIMARY KEY (forum, admission),
    FOREIGN KEY (forum, admission) REFERENCES admission (forum, id)
);
