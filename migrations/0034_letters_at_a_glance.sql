-- SPDX-License-Identifier: Apache-2.0
--
-- The page of a letter to ten thousand people: whom it reaches is decided by their addresses, and
-- how it stands by the newest act of each letter. Neither needs more of a row than this.

CREATE INDEX registration_addresses ON registration_person (forum, registration, email);
CREATE INDEX letter_states ON letter_act (letter, number, what);
