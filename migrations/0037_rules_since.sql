-- SPDX-License-Identifier: Apache-2.0
--
-- From which act on the rules kept with a sitting hold: what was done before them is played with
-- those before. Until now the newest decided about everything that had been done; of those kept so
-- far the time says it. Speeches that they changed are worked out again when the program starts.

ALTER TABLE floor_rules ADD COLUMN since BIGINT NOT NULL DEFAULT 0;

UPDATE floor_rules SET since = 1 + COALESCE((SELECT MAX(a.number) FROM floor_act a WHERE a.forum =
    floor_rules.forum AND a.sitting = floor_rules.sitting AND a.at < floor_rules.at), 0)
    WHERE sitting <> 0;

DELETE FROM floor_speech WHERE EXISTS (SELECT 1 FROM floor_rules one JOIN floor_rules two ON
    two.forum = one.forum AND two.sitting = one.sitting AND two.id > one.id WHERE one.forum =
    floor_speech.forum AND one.sitting = floor_speech.sitting);
