-- SPDX-License-Identifier: Apache-2.0
-- When inscription opens and closes stands with the rules of the floor, so that it travels with a
-- forum's folder: as written, on the clock of the forum. floor_window holds what was set before, and
-- counts as long as the rules say nothing.

ALTER TABLE floor_rule ADD COLUMN inscription_opens TEXT NOT NULL DEFAULT '';
ALTER TABLE floor_rule ADD COLUMN inscription_closes TEXT NOT NULL DEFAULT '';

-- Speeches that were interrupted and never went on are among them now. The list is derived: a
-- program that starts works it out anew where it is missing.
DELETE FROM floor_speech;
