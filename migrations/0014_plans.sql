-- SPDX-License-Identifier: Apache-2.0
-- The timetable of bilateral meetings: the draft, what was done to it, what was published.

-- Each change of the draft. `version` counts them from 1: of two at once, one is first.
CREATE TABLE plan_change (
    forum    BIGINT NOT NULL REFERENCES forum (id),
    version  BIGINT NOT NULL,
    how      TEXT NOT NULL CHECK (how IN ('planned', 'moved', 'taken-off', 'pinned', 'unpinned')),
    meeting  BIGINT,
    run      BIGINT,
    by_login BIGINT REFERENCES login (id),
    at       BIGINT NOT NULL,
    PRIMARY KEY (forum, version)
);

-- Where the draft has a meeting. Moments are kept, so that a sitting that is moved shows.
CREATE TABLE plan_place (
    forum   BIGINT NOT NULL,
    meeting BIGINT NOT NULL,
    begins  BIGINT NOT NULL,
    desks   BIGINT NOT NULL,   -- row of the sheet
    desk    BIGINT NOT NULL,   -- of that row, from 1
    pinned  BIGINT NOT NULL CHECK (pinned IN (0, 1)),
    PRIMARY KEY (forum, meeting),
    FOREIGN KEY (forum, meeting) REFERENCES meeting (forum, id)
);

-- Whoever and whatever a meeting takes, slot by slot: nobody and no desk is taken twice, because
-- there is no second row. `who`: delegation/12, head/12, desk/5/2, interpreter/th-en. `seat` counts
-- how many of them there are.
CREATE TABLE plan_seat (
    forum   BIGINT NOT NULL,
    begins  BIGINT NOT NULL,
    who     TEXT NOT NULL,
    seat    BIGINT NOT NULL,
    meeting BIGINT NOT NULL,
    PRIMARY KEY (forum, begins, who, seat),
    FOREIGN KEY (forum, meeting) REFERENCES plan_place (forum, meeting)
);
CREATE INDEX plan_seat_of ON plan_seat (forum, meeting);

-- Somebody asked for a plan. What became of it is plan_run_status, which tells how far it is and is
-- written over.
CREATE TABLE plan_run (
    forum    BIGINT NOT NULL REFERENCES forum (id),
    id       BIGINT NOT NULL,
    how      TEXT NOT NULL CHECK (how IN ('anew', 'fewest-changes', 'fill-gaps')),
    seconds  BIGINT NOT NULL,
    version  BIGINT NOT NULL,   -- of the draft it began with
    by_login BIGINT REFERENCES login (id),
    at       BIGINT NOT NULL,
    PRIMARY KEY (forum, id)
);
CREATE TABLE plan_run_status (
    forum   BIGINT NOT NULL,
    run     BIGINT NOT NULL,
    status  TEXT NOT NULL CHECK (status IN ('running', 'planned', 'stopped', 'impossible',
                                            'overtaken')),
    layer   TEXT NOT NULL,
    best    BIGINT NOT NULL,
    bound   BIGINT NOT NULL,
    proved  BIGINT NOT NULL CHECK (proved IN (0, 1)),
    said    TEXT NOT NULL,      -- JSON: sentences, when there can be no plan
    at      BIGINT NOT NULL,
    PRIMARY KEY (forum, run),
    FOREIGN KEY (forum, run) REFERENCES plan_run (forum, id)
);
CREATE TABLE plan_run_stop (
    forum    BIGINT NOT NULL,
    run      BIGINT NOT NULL,
    by_login BIGINT REFERENCES login (id),
    at       BIGINT NOT NULL,
    PRIMARY KEY (forum, run),
    FOREIGN KEY (forum, run) REFERENCES plan_run (forum, id)
);

-- A timetable that delegations see: whole, as it was. The newest counts.
CREATE TABLE plan_release (
    forum    BIGINT NOT NULL REFERENCES forum (id),
    number   BIGINT NOT NULL,
    kind     TEXT NOT NULL CHECK (kind IN ('preliminary', 'final')),
    places   TEXT NOT NULL,   -- JSON
    by_login BIGINT REFERENCES login (id),
    at       BIGINT NOT NULL,
    PRIMARY KEY (forum, number)
);
