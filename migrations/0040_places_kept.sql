-- SPDX-License-Identifier: Apache-2.0
-- Whoever was approved and is to be decided about again, because the delegation corrected a name or
-- a post, keeps the place until then.

ALTER TABLE registration_now ADD COLUMN holds_place BIGINT NOT NULL DEFAULT 0
    CHECK (holds_place IN (0, 1));
CREATE INDEX registration_now_places ON registration_now (forum, merged, holds_place, category);

-- The list is derived: a program that starts works it out anew where it is missing.
DELETE FROM registration_now;
