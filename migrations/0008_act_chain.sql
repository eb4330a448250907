-- SPDX-License-Identifier: Apache-2.0
-- Acts become a chain: each holds a hash over itself and the one before, so that an act that was
-- changed or taken out past Sala is found by `sala check`. Of words that may have to be erased the
-- chain holds salted digests only; without salt and words nobody can tell what they were.

ALTER TABLE act ADD COLUMN number BIGINT NOT NULL DEFAULT 0;   -- 1, 2, 3 ...; 0: older than the chain
ALTER TABLE act ADD COLUMN for_whom TEXT NOT NULL DEFAULT '';  -- delegation/12: done for somebody
ALTER TABLE act ADD COLUMN address_salt TEXT NOT NULL DEFAULT '';
ALTER TABLE act ADD COLUMN address_digest TEXT NOT NULL DEFAULT '';
ALTER TABLE act ADD COLUMN peer TEXT NOT NULL DEFAULT '';      -- from where; '' when erased
ALTER TABLE act ADD COLUMN peer_salt TEXT NOT NULL DEFAULT '';
ALTER TABLE act ADD COLUMN peer_digest TEXT NOT NULL DEFAULT '';
ALTER TABLE act ADD COLUMN hash TEXT NOT NULL DEFAULT '';
CREATE INDEX act_by_number ON act (number);
CREATE INDEX act_by_login ON act (login, id);

-- Who was erased. The number stays, because acts name it; it leaves no address behind any more.
CREATE TABLE login_erasure (
    login BIGINT PRIMARY KEY REFERENCES login (id),
    at    BIGINT NOT NULL
);
