-- SPDX-License-Identifier: Apache-2.0
-- Logins, the links that sign in, and what signed-in people did.

CREATE TABLE login (
    id BIGINT PRIMARY KEY,
    name TEXT NOT NULL,
    created_at BIGINT NOT NULL
);

-- A role that a login holds, on the whole server. Given and taken away by inserting.
CREATE TABLE login_role (
    id BIGINT PRIMARY KEY,
    login BIGINT NOT NULL REFERENCES login (id),
    role TEXT NOT NULL,
    given BIGINT NOT NULL CHECK (given IN (0, 1)),
    at BIGINT NOT NULL
);
CREATE INDEX login_role_of ON login_role (login, role, id);

-- A link that signs somebody in, once. Only the hash is kept.
CREATE TABLE sign_in_link (
    token_hash TEXT PRIMARY KEY,
    login BIGINT NOT NULL REFERENCES login (id),
    expires_at BIGINT NOT NULL
);
CREATE TABLE sign_in_link_use (
    token_hash TEXT PRIMARY KEY REFERENCES sign_in_link (token_hash),
    at BIGINT NOT NULL
);

-- A browser that is signed in. `sign_out` ends it.
CREATE TABLE login_session (
    token_hash TEXT PRIMARY KEY,
    login BIGINT NOT NULL REFERENCES login (id),
    csrf TEXT NOT NULL,
    started_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL
);
CREATE INDEX login_session_of ON login_session (login);
CREATE TABLE login_session_end (
    token_hash TEXT PRIMARY KEY REFERENCES login_session (token_hash),
    at BIGINT NOT NULL
);

-- Every change somebody asked for and got: the verb, and the address it was sent to.
CREATE TABLE act (
    id BIGINT PRIMARY KEY,
    verb TEXT NOT NULL,
    address TEXT NOT NULL,
    login BIGINT,
    at BIGINT NOT NULL
);
CREATE INDEX act_by_address ON act (address, id);
