-- SPDX-License-Identifier: Apache-2.0
-- Words that people wrote in what they did are sealed as well: reasons, letters, what was registered
-- and written over. Each row's words have a salt of their own (sealed_salt), which is erased with them.

-- What stands there when this step is done is sealed as it is at that moment.
INSERT INTO sealed (number, salt, lines, hash) VALUES (0, '', '', '')
ON CONFLICT (number) DO NOTHING;
