-- SPDX-License-Identifier: Apache-2.0
-- A question may say that a changed answer is decided about again.

ALTER TABLE asked_question ADD COLUMN matters BIGINT NOT NULL DEFAULT 0
    CHECK (matters IN (0, 1));
