-- SPDX-License-Identifier: Apache-2.0
--
-- How a change that a delegation asked for came to its end, and why: it was made, left, joined with
-- a later one, or withdrawn by whoever asked. Of those before, only made or left is known.

CREATE TABLE registration_proposal_end (
    forum    BIGINT NOT NULL,
    proposal BIGINT NOT NULL,
    how      TEXT NOT NULL CHECK (how IN ('made', 'left', 'joined', 'called-off')),
    PRIMARY KEY (forum, proposal),
    FOREIGN KEY (forum, proposal) REFERENCES registration_proposal_answer (forum, proposal)
);
CREATE TABLE registration_proposal_reason (
    forum    BIGINT NOT NULL,
    proposal BIGINT NOT NULL,
    words    TEXT NOT NULL,
    PRIMARY KEY (forum, proposal),
    FOREIGN KEY (forum, proposal) REFERENCES registration_proposal_answer (forum, proposal)
);
