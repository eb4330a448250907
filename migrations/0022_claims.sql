-- SPDX-License-Identifier: Apache-2.0
-- Whoever was registered by somebody else says that it is they, and looks after it themselves.

CREATE TABLE registration_claim (
    forum        BIGINT NOT NULL,
    id           BIGINT NOT NULL,
    registration BIGINT NOT NULL,
    login        BIGINT NOT NULL REFERENCES login (id),
    at           BIGINT NOT NULL,
    PRIMARY KEY (forum, id),
    FOREIGN KEY (forum, registration) REFERENCES registration (forum, id)
);
CREATE INDEX registration_claim_by ON registration_claim (login);
-- Given up by the owner, or released by the delegation.
CREATE TABLE registration_claim_end (
    forum    BIGINT NOT NULL,
    claim    BIGINT NOT NULL,
    by_login BIGINT REFERENCES login (id),
    at       BIGINT NOT NULL,
    PRIMARY KEY (forum, claim),
    FOREIGN KEY (forum, claim) REFERENCES registration_claim (forum, id)
);
-- The claims that stand: nobody is two people at a forum, and nobody has two owners.
CREATE TABLE registration_owner (
    forum        BIGINT NOT NULL,
    registration BIGINT NOT NULL,
    claim        BIGINT NOT NULL,
    login        BIGINT NOT NULL REFERENCES login (id),
    PRIMARY KEY (forum, registration),
    UNIQUE (forum, login),
    FOREIGN KEY (forum, claim) REFERENCES registration_claim (forum, id)
);
