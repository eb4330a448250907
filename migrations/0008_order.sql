-- SPDX-License-Identifier: Apache-2.0
-- What every page of a forum asks for first: its first editions and venue, and, for the
-- secretariat, what was taken away.

CREATE INDEX edition_in_order ON edition (forum, position, id);
CREATE INDEX venue_in_order ON venue (forum, position, id);
CREATE INDEX revision_removed ON revision (forum, sheet, id) WHERE became = '';
CREATE INDEX revision_removed_row ON revision (sheet, row_id, id) WHERE became = '';
