-- SPDX-License-Identifier: Apache-2.0
-- A vehicle that a delegation names waits until the secretariat gives it a pass; those that were
-- entered until now were entered by the secretariat.

CREATE TABLE vehicle_pass_given (
    forum    BIGINT NOT NULL,
    pass     BIGINT NOT NULL,
    by_login BIGINT REFERENCES login (id),
    at       BIGINT NOT NULL,
    PRIMARY KEY (forum, pass),
    FOREIGN KEY (forum, pass) REFERENCES vehicle_pass (forum, id)
);
INSERT INTO vehicle_pass_given (forum, pass, by_login, at)
    SELECT forum, id, by_login, at FROM vehicle_pass;
CREATE INDEX vehicle_pass_of ON vehicle_pass (forum, delegation, id);
