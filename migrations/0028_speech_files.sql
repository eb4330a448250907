-- SPDX-License-Identifier: Apache-2.0
-- The text of a speech as a file, beside or instead of what was typed. The newest of a delegation
-- takes the place of the one before, which is gone.

CREATE TABLE speech_file (
    forum      BIGINT NOT NULL REFERENCES forum (id),
    sitting    BIGINT NOT NULL,
    delegation BIGINT NOT NULL,
    id         BIGINT NOT NULL,
    name       TEXT NOT NULL,   -- as who sent it calls it; shown, never a path
    kind       TEXT NOT NULL CHECK (kind IN ('pdf', 'docx')),
    size       BIGINT NOT NULL, -- bytes
    content    TEXT NOT NULL,   -- base64
    by_login   BIGINT REFERENCES login (id),
    at         BIGINT NOT NULL,
    PRIMARY KEY (forum, sitting, delegation)
);
CREATE UNIQUE INDEX speech_file_by_id ON speech_file (id);
