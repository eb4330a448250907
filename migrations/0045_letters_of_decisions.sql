-- SPDX-License-Identifier: Apache-2.0
-- Which decisions a letter tells, so that one that waits does not tell what is decided otherwise by
-- now. And lists of those who come, in the order of an index: whoever keeps a place while a
-- correction is decided about is among them.

CREATE TABLE decision_letter (
    forum  BIGINT NOT NULL,
    act    BIGINT NOT NULL,
    letter BIGINT NOT NULL REFERENCES letter (id),
    PRIMARY KEY (forum, act, letter),
    FOREIGN KEY (forum, act) REFERENCES registration_act (forum, id)
);
CREATE INDEX decision_letter_of ON decision_letter (letter);

CREATE INDEX registration_now_coming ON registration_now (forum, merged, holds_place, delegation,
                                                          part, precedence, name, registration);
CREATE INDEX registration_now_comes ON registration_now (forum, registration, merged, holds_place);
