-- SPDX-License-Identifier: Apache-2.0
--
-- What the store itself needs. The table of versions, migration, is there before the first step.

-- Who writes to this store, so that no two programs make the same id (store/writer_lease.hpp).
CREATE TABLE writer (
    number       BIGINT PRIMARY KEY CHECK (number BETWEEN 0 AND 1023),
    leased_until BIGINT NOT NULL,
    name         TEXT NOT NULL
);
