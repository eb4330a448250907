-- SPDX-License-Identifier: Apache-2.0
-- Somebody has asked for a link that signs in. Whoever asks is answered before anybody looks whose
-- address it is; the next round of the postman looks, writes the letter or none, and forgets this.

CREATE TABLE sign_in_wish (
    id       BIGINT PRIMARY KEY,
    address  TEXT NOT NULL,     -- as it was typed, in small letters
    forum    BIGINT,            -- where they look for their registration; empty: at the server
    language TEXT NOT NULL,
    at       BIGINT NOT NULL
);
