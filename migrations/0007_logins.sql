-- SPDX-License-Identifier: Apache-2.0
-- Ways to sign in: password, letter, code, another provider, token. Of every secret only a hash is
-- kept, but for the key of codes, which both sides need.

ALTER TABLE sign_in_link ADD COLUMN way TEXT NOT NULL DEFAULT 'server';
-- How one came in, and from where: personal, and erased with the person.
ALTER TABLE login_session ADD COLUMN way TEXT NOT NULL DEFAULT 'server';
ALTER TABLE login_session ADD COLUMN with_code BIGINT NOT NULL DEFAULT 1;
ALTER TABLE login_session ADD COLUMN device TEXT NOT NULL DEFAULT '';
ALTER TABLE login_session ADD COLUMN peer TEXT NOT NULL DEFAULT '';

-- An old hash would only be another chance to guess, so these are replaced.
CREATE TABLE login_password (
    login BIGINT PRIMARY KEY REFERENCES login (id),
    hash  TEXT NOT NULL,         -- Argon2id with salt and cost
    at    BIGINT NOT NULL
);
CREATE TABLE login_code_key (
    login        BIGINT PRIMARY KEY REFERENCES login (id),
    key          TEXT NOT NULL,  -- base32, for the app that shows codes (RFC 6238)
    confirmed_at BIGINT,         -- NULL: shown, and no code of it was given yet
    last_step    BIGINT NOT NULL DEFAULT 0  -- a code is good once
);
CREATE TABLE recovery_code (
    login     BIGINT NOT NULL REFERENCES login (id),
    code_hash TEXT NOT NULL,
    used_at   BIGINT,
    PRIMARY KEY (login, code_hash)
);

-- Who has shown who they are and is asked for a code.
CREATE TABLE half_sign_in (
    token_hash TEXT PRIMARY KEY,
    login      BIGINT NOT NULL REFERENCES login (id),
    way        TEXT NOT NULL,
    attempts   BIGINT NOT NULL DEFAULT 0,
    expires_at BIGINT NOT NULL
);

-- A browser that this login has been used in.
CREATE TABLE login_device (
    login       BIGINT NOT NULL REFERENCES login (id),
    device_hash TEXT NOT NULL,
    at          BIGINT NOT NULL,
    PRIMARY KEY (login, device_hash)
);

-- What counts against too many attempts; forgotten after a day.
CREATE TABLE sign_in_attempt (
    id    BIGINT PRIMARY KEY,
    what  TEXT NOT NULL,         -- password, letter, code
    about TEXT NOT NULL,         -- hash of the address that was typed, or of the login
    peer  TEXT NOT NULL,
    at    BIGINT NOT NULL
);
CREATE INDEX sign_in_attempt_about ON sign_in_attempt (what, about, at);
CREATE INDEX sign_in_attempt_peer ON sign_in_attempt (what, peer, at);

-- What a program may do with somebody's login.
CREATE TABLE api_token (
    id         BIGINT PRIMARY KEY,
    login      BIGINT NOT NULL REFERENCES login (id),
    name       TEXT NOT NULL,
    token_hash TEXT NOT NULL UNIQUE,
    below      TEXT NOT NULL,    -- the address it is good for and all beneath it; '': every one
    role       TEXT NOT NULL,    -- the only role it carries; '': all the login has
    reads_only BIGINT NOT NULL CHECK (reads_only IN (0, 1)),
    with_code  BIGINT NOT NULL,  -- whether it was made after signing in with a code
    created_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL
);
CREATE INDEX api_token_of ON api_token (login, id);
CREATE TABLE api_token_end (
    token BIGINT PRIMARY KEY REFERENCES api_token (id),
    at    BIGINT NOT NULL
);

-- What the secretariat of the server has decided for everybody; the newest row of a name counts.
CREATE TABLE server_setting (
    id       BIGINT PRIMARY KEY,
    name     TEXT NOT NULL,
    value    TEXT NOT NULL,
    by_login BIGINT REFERENCES login (id),
    at       BIGINT NOT NULL
);
CREATE INDEX server_setting_of ON server_setting (name, id);

-- Words that only the recipient of a letter may see; taken away as soon as it has left.
CREATE TABLE letter_secret (
    letter BIGINT PRIMARY KEY REFERENCES letter (id),
    words  TEXT NOT NULL
);

-- Somebody is on their way to another provider and back (OpenID Connect).
CREATE TABLE provider_trip (
    state_hash TEXT PRIMARY KEY,
    nonce      TEXT NOT NULL,
    verifier   TEXT NOT NULL,    -- of the proof key (RFC 7636)
    expires_at BIGINT NOT NULL
);
-- Who the provider says somebody is.
CREATE TABLE login_subject (
    issuer  TEXT NOT NULL,
    subject TEXT NOT NULL,
    login   BIGINT NOT NULL REFERENCES login (id),
    at      BIGINT NOT NULL,
    PRIMARY KEY (issuer, subject)
);
CREATE INDEX login_subject_of ON login_subject (login);
