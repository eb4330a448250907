// SPDX-License-Identifier: Apache-2.0
//
// A disk with hardly any room, for tests of what happens then.

import { statfsSync, writeFileSync } from 'node:fs';

// Makes the file `ballast` longer, until its disk has so many bytes left. Who writes meanwhile may be
// quicker: then the rest of it does not fit, and the disk is as full as it can be.
export function fillDisk(ballast, disk, left = 0) {
    const { bavail, bsize } = statfsSync(disk);
    try {
        writeFileSync(ballast, Buffer.alloc(Math.max(0, bavail * bsize - left)), { flag: 'a' });
    } catch (error) {
        if (error.code !== 'ENOSPC')
            throw error;
    }
}
