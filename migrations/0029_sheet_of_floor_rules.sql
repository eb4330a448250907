-- SPDX-License-Identifier: Apache-2.0
-- The rules of the floor as a sheet, so that a forum's folder holds them and the next forum begins
-- with them. Sheets as in 0004_sheets.sql. floor_rules keeps what a sitting was opened with, and
-- what its chair changed since: a sheet that changes later does not change what was recorded.

CREATE TABLE floor_rule (
    forum BIGINT NOT NULL REFERENCES forum (id),
    id BIGINT NOT NULL,
    key TEXT NOT NULL,
    position BIGINT NOT NULL DEFAULT 0,
    version BIGINT NOT NULL DEFAULT 1,
    sitting BIGINT,
    speaking_order TEXT NOT NULL DEFAULT '',
    rotates_from TEXT NOT NULL DEFAULT '',
    statement_seconds BIGINT,
    group_seconds BIGINT,
    response_seconds BIGINT,
    question_seconds BIGINT,
    point_seconds BIGINT,
    reply_seconds BIGINT,
    chair_seconds BIGINT,
    pauses TEXT NOT NULL DEFAULT '',
    budgeted TEXT NOT NULL DEFAULT '',
    budget_minutes BIGINT,
    point_categories TEXT NOT NULL DEFAULT '',
    starts_at_once TEXT NOT NULL DEFAULT '',
    sound TEXT NOT NULL DEFAULT '',
    rule_book TEXT NOT NULL DEFAULT '',
    source BIGINT,
    note TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (forum, id),
    UNIQUE (forum, key),
    FOREIGN KEY (forum, sitting) REFERENCES sitting (forum, id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY (forum, source) REFERENCES source (forum, id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX floor_rule_by_sitting ON floor_rule (forum, sitting);
CREATE INDEX floor_rule_by_source ON floor_rule (forum, source);

-- A number by lot, which nobody chose: for a sitting, or for the whole forum (sitting 0). The newest
-- counts; those before stay on record. It is no part of the rules, and no sheet can set it.
CREATE TABLE floor_draw (
    forum    BIGINT NOT NULL REFERENCES forum (id),
    id       BIGINT NOT NULL,
    sitting  BIGINT NOT NULL,
    number   BIGINT NOT NULL,
    by_login BIGINT REFERENCES login (id),
    at       BIGINT NOT NULL,
    PRIMARY KEY (forum, id)
);
CREATE INDEX floor_draw_of ON floor_draw (forum, sitting, id);
