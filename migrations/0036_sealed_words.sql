-- SPDX-License-Identifier: Apache-2.0
-- Words that people wrote in what they did are sealed as well: reasons, letters, what was registered
-- and written over. Each row's words have a salt of their own (sealed_salt), which is erased with them.

-- What stands there when this step is done is sealed as it is at that moment.
INSERT INTO sealed (number, salt, lines, hash) VALUES (0, '', '', '')
ON CONFLICT (number) DO NOTHING;

-- Whom an invitation goes to was corrected; the words stand in invitation_recipient. With another
-- address the links that were made before are over.
CREATE TABLE invitation_correction (
    forum       BIGINT NOT NULL,
    id          BIGINT NOT NULL,
    invitation  BIGINT NOT NULL,
    new_address BIGINT NOT NULL CHECK (new_address IN (0, 1)),
    by_login    BIGINT REFERENCES login (id),
    at          BIGINT NOT NULL,
    PRIMARY KEY (forum, id),
    FOREIGN KEY (forum, invitation) REFERENCES invitation (forum, id)
);
CREATE INDEX invitation_correction_of ON invitation_correction (forum, invitation, id);

-- What the choices of a question are called in Thai, a line for each of them, in their order; a
-- line may be empty. An answer is kept as the choice itself.
ALTER TABLE asked_question ADD COLUMN choices_th TEXT NOT NULL DEFAULT '';
