// SPDX-License-Identifier: Apache-2.0
//
// Papers as a camera sees them.

import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import decode from 'qr/decode.js';

// What a door's camera sees on the paper.
export function codeOn(pdf, page) {
    const picture = `${pdf}-${page}`;
    execFileSync('pdftoppm', ['-r', '150', '-f', String(page), '-l', String(page), '-singlefile', pdf, picture]);
    const bytes = readFileSync(`${picture}.ppm`);
    const [, width, height] = /^P6\s+(\d+)\s+(\d+)\s+255\s/.exec(bytes.subarray(0, 40).toString('latin1')).map(Number);
    return decode({ width, height, data: bytes.subarray(bytes.length - width * height * 3) });
}
