-- SPDX-License-Identifier: Apache-2.0
-- For whom a statement on behalf of a group is, as whoever inscribes says it.

ALTER TABLE inscription_words ADD COLUMN on_behalf TEXT NOT NULL DEFAULT '';
