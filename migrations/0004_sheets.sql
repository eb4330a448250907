-- SPDX-License-Identifier: Apache-2.0
-- What the secretariat enters: one table a sheet (src/sheet/all_sheets.cpp), one column a column.
-- Texts in several languages are canonical JSON, '' when empty. The directory belongs to the server;
-- every row of a forum has the forum first in its key and refers to its own forum or the directory.

-- States.
CREATE TABLE country (
    id BIGINT PRIMARY KEY,
    key TEXT NOT NULL UNIQUE,
    version BIGINT NOT NULL DEFAULT 1,
    code TEXT NOT NULL DEFAULT '',
    name TEXT NOT NULL DEFAULT '',
    note TEXT NOT NULL DEFAULT ''
);

-- Capitals, cities, provinces, districts.
CREATE TABLE city (
    id BIGINT PRIMARY KEY,
    key TEXT NOT NULL UNIQUE,
    version BIGINT NOT NULL DEFAULT 1,
    country BIGINT REFERENCES country (id) DEFERRABLE INITIALLY DEFERRED,
    kind TEXT NOT NULL DEFAULT '',
    name TEXT NOT NULL DEFAULT '',
    aliases TEXT NOT NULL DEFAULT '',
    note TEXT NOT NULL DEFAULT ''
);
CREATE INDEX city_by_country ON city (country);

-- What several bodies belong to.
CREATE TABLE network (
    id BIGINT PRIMARY KEY,
    key TEXT NOT NULL UNIQUE,
    version BIGINT NOT NULL DEFAULT 1,
    name TEXT NOT NULL DEFAULT '',
    abbreviation TEXT NOT NULL DEFAULT '',
    note TEXT NOT NULL DEFAULT ''
);

-- Meetings that come back.
CREATE TABLE body (
    id BIGINT PRIMARY KEY,
    key TEXT NOT NULL UNIQUE,
    version BIGINT NOT NULL DEFAULT 1,
    network BIGINT REFERENCES network (id) DEFERRABLE INITIALLY DEFERRED,
    name TEXT NOT NULL DEFAULT '',
    abbreviation TEXT NOT NULL DEFAULT '',
    aliases TEXT NOT NULL DEFAULT '',
    since TEXT NOT NULL DEFAULT '',
    note TEXT NOT NULL DEFAULT ''
);
CREATE INDEX body_by_network ON body (network);

-- Organisations and their offices.
CREATE TABLE organisation (
    id BIGINT PRIMARY KEY,
    key TEXT NOT NULL UNIQUE,
    version BIGINT NOT NULL DEFAULT 1,
    kind TEXT NOT NULL DEFAULT '',
    country BIGINT REFERENCES country (id) DEFERRABLE INITIALLY DEFERRED,
    city BIGINT REFERENCES city (id) DEFERRABLE INITIALLY DEFERRED,
    parent BIGINT REFERENCES organisation (id) DEFERRABLE INITIALLY DEFERRED,
    name TEXT NOT NULL DEFAULT '',
    abbreviation TEXT NOT NULL DEFAULT '',
    aliases TEXT NOT NULL DEFAULT '',
    note TEXT NOT NULL DEFAULT ''
);
CREATE INDEX organisation_by_country ON organisation (country);
CREATE INDEX organisation_by_city ON organisation (city);
CREATE INDEX organisation_by_parent ON organisation (parent);

-- People, apart from their posts.
CREATE TABLE person (
    id BIGINT PRIMARY KEY,
    key TEXT NOT NULL UNIQUE,
    version BIGINT NOT NULL DEFAULT 1,
    honorific TEXT NOT NULL DEFAULT '',
    name TEXT NOT NULL DEFAULT '',
    note TEXT NOT NULL DEFAULT ''
);

-- Posts, apart from the people who hold them.
CREATE TABLE post (
    id BIGINT PRIMARY KEY,
    key TEXT NOT NULL UNIQUE,
    version BIGINT NOT NULL DEFAULT 1,
    city BIGINT REFERENCES city (id) DEFERRABLE INITIALLY DEFERRED,
    organisation BIGINT REFERENCES organisation (id) DEFERRABLE INITIALLY DEFERRED,
    country BIGINT REFERENCES country (id) DEFERRABLE INITIALLY DEFERRED,
    title TEXT NOT NULL DEFAULT '',
    note TEXT NOT NULL DEFAULT ''
);
CREATE INDEX post_by_city ON post (city);
CREATE INDEX post_by_organisation ON post (organisation);
CREATE INDEX post_by_country ON post (country);

-- Who held which post.
CREATE TABLE holder (
    id BIGINT PRIMARY KEY,
    key TEXT NOT NULL UNIQUE,
    version BIGINT NOT NULL DEFAULT 1,
    post BIGINT REFERENCES post (id) DEFERRABLE INITIALLY DEFERRED,
    person BIGINT REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
    since TEXT NOT NULL DEFAULT '',
    until TEXT NOT NULL DEFAULT '',
    note TEXT NOT NULL DEFAULT ''
);
CREATE INDEX holder_by_post ON holder (post);
CREATE INDEX holder_by_person ON holder (person);

-- One occasion under one roof.
CREATE TABLE forum (
    id BIGINT PRIMARY KEY,
    key TEXT NOT NULL UNIQUE,
    version BIGINT NOT NULL DEFAULT 1,
    title TEXT NOT NULL DEFAULT '',
    summary TEXT NOT NULL DEFAULT '',
    about TEXT NOT NULL DEFAULT '',
    date TEXT NOT NULL DEFAULT '',
    time_zone TEXT NOT NULL DEFAULT '',
    city BIGINT REFERENCES city (id) DEFERRABLE INITIALLY DEFERRED,
    languages TEXT NOT NULL DEFAULT '',
    minutes BIGINT,
    data_note TEXT NOT NULL DEFAULT ''
);
CREATE INDEX forum_by_city ON forum (city);

CREATE TABLE source (
    forum BIGINT NOT NULL REFERENCES forum (id),
    id BIGINT NOT NULL,
    key TEXT NOT NULL,
    position BIGINT NOT NULL DEFAULT 0,
    version BIGINT NOT NULL DEFAULT 1,
    kind TEXT NOT NULL DEFAULT '',
    date TEXT NOT NULL DEFAULT '',
    address TEXT NOT NULL DEFAULT '',
    title TEXT NOT NULL DEFAULT '',
    note TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (forum, id),
    UNIQUE (forum, key)
);

CREATE TABLE edition (
    forum BIGINT NOT NULL REFERENCES forum (id),
    id BIGINT NOT NULL,
    key TEXT NOT NULL,
    position BIGINT NOT NULL DEFAULT 0,
    version BIGINT NOT NULL DEFAULT 1,
    body BIGINT REFERENCES body (id) DEFERRABLE INITIALLY DEFERRED,
    number BIGINT,
    date TEXT NOT NULL DEFAULT '',
    name TEXT NOT NULL DEFAULT '',
    theme TEXT NOT NULL DEFAULT '',
    objective TEXT NOT NULL DEFAULT '',
    note TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (forum, id),
    UNIQUE (forum, key)
);
CREATE INDEX edition_by_body ON edition (forum, body);

CREATE TABLE host (
    forum BIGINT NOT NULL REFERENCES forum (id),
    id BIGINT NOT NULL,
    key TEXT NOT NULL,
    position BIGINT NOT NULL DEFAULT 0,
    version BIGINT NOT NULL DEFAULT 1,
    edition BIGINT,
    organisation BIGINT REFERENCES organisation (id) DEFERRABLE INITIALLY DEFERRED,
    city BIGINT REFERENCES city (id) DEFERRABLE INITIALLY DEFERRED,
    role TEXT NOT NULL DEFAULT '',
    source BIGINT,
    statement TEXT NOT NULL DEFAULT '',
    note TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (forum, id),
    UNIQUE (forum, key),
    FOREIGN KEY (forum, edition) REFERENCES edition (forum, id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY (forum, source) REFERENCES source (forum, id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX host_by_edition ON host (forum, edition);
CREATE INDEX host_by_organisation ON host (forum, organisation);
CREATE INDEX host_by_city ON host (forum, city);
CREATE INDEX host_by_source ON host (forum, source);

CREATE TABLE venue (
    forum BIGINT NOT NULL REFERENCES forum (id),
    id BIGINT NOT NULL,
    key TEXT NOT NULL,
    position BIGINT NOT NULL DEFAULT 0,
    version BIGINT NOT NULL DEFAULT 1,
    city BIGINT REFERENCES city (id) DEFERRABLE INITIALLY DEFERRED,
    name TEXT NOT NULL DEFAULT '',
    aliases TEXT NOT NULL DEFAULT '',
    place TEXT NOT NULL DEFAULT '',
    note TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (forum, id),
    UNIQUE (forum, key)
);
CREATE INDEX venue_by_city ON venue (forum, city);

CREATE TABLE room (
    forum BIGINT NOT NULL REFERENCES forum (id),
    id BIGINT NOT NULL,
    key TEXT NOT NULL,
    position BIGINT NOT NULL DEFAULT 0,
    version BIGINT NOT NULL DEFAULT 1,
    venue BIGINT,
    capacity BIGINT,
    name TEXT NOT NULL DEFAULT '',
    note TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (forum, id),
    UNIQUE (forum, key),
    FOREIGN KEY (forum, venue) REFERENCES venue (forum, id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX room_by_venue ON room (forum, venue);

CREATE TABLE day (
    forum BIGINT NOT NULL REFERENCES forum (id),
    id BIGINT NOT NULL,
    key TEXT NOT NULL,
    position BIGINT NOT NULL DEFAULT 0,
    version BIGINT NOT NULL DEFAULT 1,
    date TEXT NOT NULL DEFAULT '',
    title TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (forum, id),
    UNIQUE (forum, key)
);

CREATE TABLE topic (
    forum BIGINT NOT NULL REFERENCES forum (id),
    id BIGINT NOT NULL,
    key TEXT NOT NULL,
    position BIGINT NOT NULL DEFAULT 0,
    version BIGINT NOT NULL DEFAULT 1,
    edition BIGINT,
    number BIGINT,
    title TEXT NOT NULL DEFAULT '',
    source BIGINT,
    note TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (forum, id),
    UNIQUE (forum, key),
    FOREIGN KEY (forum, edition) REFERENCES edition (forum, id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY (forum, source) REFERENCES source (forum, id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX topic_by_edition ON topic (forum, edition);
CREATE INDEX topic_by_source ON topic (forum, source);

CREATE TABLE question (
    forum BIGINT NOT NULL REFERENCES forum (id),
    id BIGINT NOT NULL,
    key TEXT NOT NULL,
    position BIGINT NOT NULL DEFAULT 0,
    version BIGINT NOT NULL DEFAULT 1,
    edition BIGINT,
    number BIGINT,
    text TEXT NOT NULL DEFAULT '',
    source BIGINT,
    note TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (forum, id),
    UNIQUE (forum, key),
    FOREIGN KEY (forum, edition) REFERENCES edition (forum, id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY (forum, source) REFERENCES source (forum, id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX question_by_edition ON question (forum, edition);
CREATE INDEX question_by_source ON question (forum, source);

CREATE TABLE sitting (
    forum BIGINT NOT NULL REFERENCES forum (id),
    id BIGINT NOT NULL,
    key TEXT NOT NULL,
    position BIGINT NOT NULL DEFAULT 0,
    version BIGINT NOT NULL DEFAULT 1,
    day BIGINT,
    part TEXT NOT NULL DEFAULT '',
    room BIGINT,
    edition BIGINT,
    kind TEXT NOT NULL DEFAULT '',
    start TEXT NOT NULL DEFAULT '',
    minutes BIGINT,
    speaker_minutes BIGINT,
    certainty TEXT NOT NULL DEFAULT '',
    clock TEXT NOT NULL DEFAULT '',
    cancelled TEXT NOT NULL DEFAULT '',
    source BIGINT,
    title TEXT NOT NULL DEFAULT '',
    about TEXT NOT NULL DEFAULT '',
    note TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (forum, id),
    UNIQUE (forum, key),
    FOREIGN KEY (forum, day) REFERENCES day (forum, id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY (forum, room) REFERENCES room (forum, id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY (forum, edition) REFERENCES edition (forum, id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY (forum, source) REFERENCES source (forum, id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX sitting_by_day ON sitting (forum, day);
CREATE INDEX sitting_by_room ON sitting (forum, room);
CREATE INDEX sitting_by_edition ON sitting (forum, edition);
CREATE INDEX sitting_by_source ON sitting (forum, source);

CREATE TABLE agenda_item (
    forum BIGINT NOT NULL REFERENCES forum (id),
    id BIGINT NOT NULL,
    key TEXT NOT NULL,
    position BIGINT NOT NULL DEFAULT 0,
    version BIGINT NOT NULL DEFAULT 1,
    sitting BIGINT,
    number BIGINT,
    start TEXT NOT NULL DEFAULT '',
    minutes BIGINT,
    clock TEXT NOT NULL DEFAULT '',
    cancelled TEXT NOT NULL DEFAULT '',
    source BIGINT,
    title TEXT NOT NULL DEFAULT '',
    about TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (forum, id),
    UNIQUE (forum, key),
    FOREIGN KEY (forum, sitting) REFERENCES sitting (forum, id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY (forum, source) REFERENCES source (forum, id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX agenda_item_by_sitting ON agenda_item (forum, sitting);
CREATE INDEX agenda_item_by_source ON agenda_item (forum, source);

CREATE TABLE delegation (
    forum BIGINT NOT NULL REFERENCES forum (id),
    id BIGINT NOT NULL,
    key TEXT NOT NULL,
    position BIGINT NOT NULL DEFAULT 0,
    version BIGINT NOT NULL DEFAULT 1,
    city BIGINT REFERENCES city (id) DEFERRABLE INITIALLY DEFERRED,
    organisation BIGINT REFERENCES organisation (id) DEFERRABLE INITIALLY DEFERRED,
    country BIGINT REFERENCES country (id) DEFERRABLE INITIALLY DEFERRED,
    size BIGINT,
    name TEXT NOT NULL DEFAULT '',
    source BIGINT,
    note TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (forum, id),
    UNIQUE (forum, key),
    FOREIGN KEY (forum, source) REFERENCES source (forum, id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX delegation_by_city ON delegation (forum, city);
CREATE INDEX delegation_by_organisation ON delegation (forum, organisation);
CREATE INDEX delegation_by_country ON delegation (forum, country);
CREATE INDEX delegation_by_source ON delegation (forum, source);

CREATE TABLE delegate (
    forum BIGINT NOT NULL REFERENCES forum (id),
    id BIGINT NOT NULL,
    key TEXT NOT NULL,
    position BIGINT NOT NULL DEFAULT 0,
    version BIGINT NOT NULL DEFAULT 1,
    delegation BIGINT,
    person BIGINT REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
    post BIGINT REFERENCES post (id) DEFERRABLE INITIALLY DEFERRED,
    role TEXT NOT NULL DEFAULT '',
    arrives TEXT NOT NULL DEFAULT '',
    leaves TEXT NOT NULL DEFAULT '',
    source BIGINT,
    note TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (forum, id),
    UNIQUE (forum, key),
    FOREIGN KEY (forum, delegation) REFERENCES delegation (forum, id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY (forum, source) REFERENCES source (forum, id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX delegate_by_delegation ON delegate (forum, delegation);
CREATE INDEX delegate_by_person ON delegate (forum, person);
CREATE INDEX delegate_by_post ON delegate (forum, post);
CREATE INDEX delegate_by_source ON delegate (forum, source);

CREATE TABLE intervention (
    forum BIGINT NOT NULL REFERENCES forum (id),
    id BIGINT NOT NULL,
    key TEXT NOT NULL,
    position BIGINT NOT NULL DEFAULT 0,
    version BIGINT NOT NULL DEFAULT 1,
    sitting BIGINT,
    number BIGINT,
    delegation BIGINT,
    person BIGINT REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
    post BIGINT REFERENCES post (id) DEFERRABLE INITIALLY DEFERRED,
    act TEXT NOT NULL DEFAULT '',
    start TEXT NOT NULL DEFAULT '',
    minutes BIGINT,
    clock TEXT NOT NULL DEFAULT '',
    certainty TEXT NOT NULL DEFAULT '',
    cancelled TEXT NOT NULL DEFAULT '',
    topics TEXT NOT NULL DEFAULT '',
    source BIGINT,
    title TEXT NOT NULL DEFAULT '',
    about TEXT NOT NULL DEFAULT '',
    note TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (forum, id),
    UNIQUE (forum, key),
    FOREIGN KEY (forum, sitting) REFERENCES sitting (forum, id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY (forum, delegation) REFERENCES delegation (forum, id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY (forum, source) REFERENCES source (forum, id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX intervention_by_sitting ON intervention (forum, sitting);
CREATE INDEX intervention_by_delegation ON intervention (forum, delegation);
CREATE INDEX intervention_by_person ON intervention (forum, person);
CREATE INDEX intervention_by_post ON intervention (forum, post);
CREATE INDEX intervention_by_source ON intervention (forum, source);

CREATE TABLE category (
    forum BIGINT NOT NULL REFERENCES forum (id),
    id BIGINT NOT NULL,
    key TEXT NOT NULL,
    position BIGINT NOT NULL DEFAULT 0,
    version BIGINT NOT NULL DEFAULT 1,
    number BIGINT,
    name TEXT NOT NULL DEFAULT '',
    count BIGINT,
    source BIGINT,
    note TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (forum, id),
    UNIQUE (forum, key),
    FOREIGN KEY (forum, source) REFERENCES source (forum, id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX category_by_source ON category (forum, source);

CREATE TABLE claim (
    forum BIGINT NOT NULL REFERENCES forum (id),
    id BIGINT NOT NULL,
    key TEXT NOT NULL,
    position BIGINT NOT NULL DEFAULT 0,
    version BIGINT NOT NULL DEFAULT 1,
    subject TEXT NOT NULL DEFAULT '',
    question TEXT NOT NULL DEFAULT '',
    value TEXT NOT NULL DEFAULT '',
    figure BIGINT,
    source BIGINT,
    standing TEXT NOT NULL DEFAULT '',
    note TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (forum, id),
    UNIQUE (forum, key),
    FOREIGN KEY (forum, source) REFERENCES source (forum, id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX claim_by_source ON claim (forum, source);

-- Texts kept word for word.
CREATE TABLE passage (
    forum BIGINT NOT NULL REFERENCES forum (id),
    id BIGINT NOT NULL,
    key TEXT NOT NULL,
    position BIGINT NOT NULL DEFAULT 0,
    version BIGINT NOT NULL DEFAULT 1,
    kind TEXT NOT NULL DEFAULT '',
    edition BIGINT,
    number BIGINT,
    date TEXT NOT NULL DEFAULT '',
    source BIGINT,
    title TEXT NOT NULL DEFAULT '',
    text TEXT NOT NULL DEFAULT '',
    note TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (forum, id),
    UNIQUE (forum, key),
    FOREIGN KEY (forum, edition) REFERENCES edition (forum, id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY (forum, source) REFERENCES source (forum, id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX passage_by_edition ON passage (forum, edition);
CREATE INDEX passage_by_source ON passage (forum, source);

CREATE TABLE follow_up (
    forum BIGINT NOT NULL REFERENCES forum (id),
    id BIGINT NOT NULL,
    key TEXT NOT NULL,
    position BIGINT NOT NULL DEFAULT 0,
    version BIGINT NOT NULL DEFAULT 1,
    number BIGINT,
    date TEXT NOT NULL DEFAULT '',
    certainty TEXT NOT NULL DEFAULT '',
    source BIGINT,
    text TEXT NOT NULL DEFAULT '',
    note TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (forum, id),
    UNIQUE (forum, key),
    FOREIGN KEY (forum, source) REFERENCES source (forum, id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX follow_up_by_source ON follow_up (forum, source);

CREATE TABLE document (
    forum BIGINT NOT NULL REFERENCES forum (id),
    id BIGINT NOT NULL,
    key TEXT NOT NULL,
    position BIGINT NOT NULL DEFAULT 0,
    version BIGINT NOT NULL DEFAULT 1,
    kind TEXT NOT NULL DEFAULT '',
    edition BIGINT,
    date TEXT NOT NULL DEFAULT '',
    address TEXT NOT NULL DEFAULT '',
    title TEXT NOT NULL DEFAULT '',
    note TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (forum, id),
    UNIQUE (forum, key),
    FOREIGN KEY (forum, edition) REFERENCES edition (forum, id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX document_by_edition ON document (forum, edition);

CREATE TABLE report (
    forum BIGINT NOT NULL REFERENCES forum (id),
    id BIGINT NOT NULL,
    key TEXT NOT NULL,
    position BIGINT NOT NULL DEFAULT 0,
    version BIGINT NOT NULL DEFAULT 1,
    template TEXT NOT NULL DEFAULT '',
    edition BIGINT,
    date TEXT NOT NULL DEFAULT '',
    published TEXT NOT NULL DEFAULT '',
    action TEXT NOT NULL DEFAULT '',
    title TEXT NOT NULL DEFAULT '',
    mission_group TEXT NOT NULL DEFAULT '',
    reporter TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (forum, id),
    UNIQUE (forum, key),
    FOREIGN KEY (forum, edition) REFERENCES edition (forum, id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX report_by_edition ON report (forum, edition);

CREATE TABLE report_section (
    forum BIGINT NOT NULL REFERENCES forum (id),
    id BIGINT NOT NULL,
    key TEXT NOT NULL,
    position BIGINT NOT NULL DEFAULT 0,
    version BIGINT NOT NULL DEFAULT 1,
    report BIGINT,
    number BIGINT,
    body TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (forum, id),
    UNIQUE (forum, key),
    FOREIGN KEY (forum, report) REFERENCES report (forum, id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX report_section_by_report ON report_section (forum, report);

-- Which rows of the directory a forum's folder lists, and in which order.
CREATE TABLE listing (
    forum BIGINT NOT NULL REFERENCES forum (id),
    sheet TEXT NOT NULL,
    row_id BIGINT NOT NULL,
    position BIGINT NOT NULL,
    PRIMARY KEY (forum, sheet, row_id)
);

-- What a row was before somebody changed it: history and undo. `was` is '' for a new row,
-- `became` is '' for one that was taken away.
CREATE TABLE revision (
    id BIGINT PRIMARY KEY,
    forum BIGINT NOT NULL REFERENCES forum (id),
    sheet TEXT NOT NULL,
    row_id BIGINT NOT NULL,
    version BIGINT NOT NULL,
    origin TEXT NOT NULL CHECK (origin IN ('import', 'edit', 'undo')),
    login BIGINT,
    at BIGINT NOT NULL,
    was TEXT NOT NULL,
    became TEXT NOT NULL
);
CREATE INDEX revision_of_row ON revision (sheet, row_id, id);
CREATE INDEX revision_of_forum ON revision (forum, id);

-- The words by which public pages are found. Derived: rebuilt whenever a forum's rows change.
CREATE TABLE search_entry (
    forum BIGINT NOT NULL REFERENCES forum (id),
    number BIGINT NOT NULL,
    address TEXT NOT NULL,
    kind TEXT NOT NULL,
    title TEXT NOT NULL,
    PRIMARY KEY (forum, number)
);
CREATE TABLE search_word (
    forum BIGINT NOT NULL,
    word TEXT NOT NULL,
    number BIGINT NOT NULL,
    weight BIGINT NOT NULL,
    PRIMARY KEY (forum, number, word),
    FOREIGN KEY (forum, number) REFERENCES search_entry (forum, number) ON DELETE CASCADE
);
CREATE INDEX search_by_word ON search_word (word, forum);

-- A named release of the programme: what the public sees until the next one.
CREATE TABLE release (
    forum BIGINT NOT NULL REFERENCES forum (id),
    number BIGINT NOT NULL,
    name TEXT NOT NULL,
    note TEXT NOT NULL DEFAULT '',
    login BIGINT,
    at BIGINT NOT NULL,
    programme TEXT NOT NULL,
    changes TEXT NOT NULL,
    PRIMARY KEY (forum, number)
);
