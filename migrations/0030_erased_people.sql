-- SPDX-License-Identifier: Apache-2.0
-- Who was erased is among people nowhere any more, and a letter to whoever speaks for a delegation
-- knows for which role it was written.

-- The registration stays, because acts name it. No list, badge, plate or count holds it.
CREATE TABLE registration_erasure (
    forum        BIGINT NOT NULL,
    registration BIGINT NOT NULL,
    by_login     BIGINT REFERENCES login (id),
    at           BIGINT,          -- NULL: before this was written down
    PRIMARY KEY (forum, registration),
    FOREIGN KEY (forum, registration) REFERENCES registration (forum, id)
);
-- Everybody else has a row of particulars from the moment they are written down.
INSERT INTO registration_erasure (forum, registration, by_login, at)
    SELECT r.forum, r.id, NULL, NULL FROM registration r WHERE NOT EXISTS
        (SELECT 1 FROM registration_person p WHERE p.forum = r.forum AND p.registration = r.id);
DELETE FROM registration_now WHERE EXISTS
    (SELECT 1 FROM registration_erasure e WHERE e.forum = registration_now.forum AND
        e.registration = registration_now.registration);
DELETE FROM registration_heard WHERE EXISTS
    (SELECT 1 FROM registration_erasure e WHERE e.forum = registration_heard.forum AND
        e.registration = registration_heard.registration);
-- Badges that were printed for them afterwards open nothing.
INSERT INTO badge_end (forum, badge, why, by_login, at)
    SELECT b.forum, b.id, 'revoked', NULL, p.at FROM badge b JOIN registration_erasure e ON
        e.forum = b.forum AND e.registration = b.registration JOIN badge_print p ON
        p.forum = b.forum AND p.id = b.print WHERE NOT EXISTS
        (SELECT 1 FROM badge_end d WHERE d.forum = b.forum AND d.badge = b.id);
INSERT INTO registration_proposal_answer (forum, proposal, taken, by_login, at)
    SELECT o.forum, o.id, 0, NULL, o.at FROM registration_proposal o JOIN registration_erasure e ON
        e.forum = o.forum AND e.registration = o.registration WHERE NOT EXISTS
        (SELECT 1 FROM registration_proposal_answer x WHERE x.forum = o.forum AND
            x.proposal = o.id);

-- The role for which a letter was written: it leaves only while that role stands.
CREATE TABLE letter_for_role (
    letter     BIGINT PRIMARY KEY REFERENCES letter (id),
    forum      BIGINT NOT NULL,
    role_grant BIGINT NOT NULL,
    FOREIGN KEY (forum, role_grant) REFERENCES role_grant (forum, id)
);
