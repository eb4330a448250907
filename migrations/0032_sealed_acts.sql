-- SPDX-License-Identifier: Apache-2.0
-- What people did stands in many tables. Each change seals what it wrote into them: a salted digest
-- of every such row enters a chain, so that a row that is changed, taken out or put in past Sala is
-- found by `sala check` (store/seal.hpp).

CREATE TABLE sealed (
    number BIGINT PRIMARY KEY,   -- 1, 2, 3 ...; 0: what is there and not sealed yet has to be
    salt   TEXT NOT NULL,
    lines  TEXT NOT NULL,        -- a line for each row: table, key, columns, digests
    hash   TEXT NOT NULL         -- over all this and the hash before
);
-- The salt of what may have to be erased; it goes with the words, and then nobody can tell from the
-- digest what they were.
CREATE TABLE sealed_salt (
    of_table TEXT NOT NULL,
    of_row   TEXT NOT NULL,
    salt     TEXT NOT NULL,
    PRIMARY KEY (of_table, of_row)
);

-- What was there before is sealed when this step is done. A later step that writes into a table of
-- acts says so again in the same way.
INSERT INTO sealed (number, salt, lines, hash) VALUES (0, '', '', '');

-- How something was decided, in the words of its step: approve, give-back.
ALTER TABLE act ADD COLUMN how TEXT NOT NULL DEFAULT '';
