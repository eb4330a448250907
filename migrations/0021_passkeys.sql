-- SPDX-License-Identifier: Apache-2.0
-- Passkeys: a telephone, computer or security key signs its owner in (WebAuthn).

-- The number under which an authenticator knows a login: random, and it says nothing of the person.
CREATE TABLE passkey_owner (
    login  BIGINT PRIMARY KEY REFERENCES login (id),
    handle TEXT NOT NULL UNIQUE
);

-- What can be proven with the key is proven by whoever holds the device; here is its public half.
CREATE TABLE passkey (
    id         BIGINT PRIMARY KEY,
    login      BIGINT NOT NULL REFERENCES login (id),
    name       TEXT NOT NULL,
    credential TEXT NOT NULL UNIQUE,   -- base64url
    algorithm  BIGINT NOT NULL,        -- of COSE: -7, -8 or -257
    key        TEXT NOT NULL,          -- base64url
    counter    BIGINT NOT NULL,        -- of signatures; 0: this one does not count
    created_at BIGINT NOT NULL,
    used_at    BIGINT,
    copied_at  BIGINT                  -- the counter went back: there may be two of it
);
CREATE INDEX passkey_of ON passkey (login, id);

-- What a device is asked to sign, once and within minutes.
CREATE TABLE passkey_challenge (
    challenge_hash TEXT PRIMARY KEY,
    login          BIGINT REFERENCES login (id),  -- who adds a passkey; NULL: somebody signs in
    expires_at     BIGINT NOT NULL
);
