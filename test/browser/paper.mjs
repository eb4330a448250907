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

// Words that are printed over other words, as "word over word, page". A line's own letters may touch
// those of the next one, as a vowel below one above; the middles of two lines do not meet.
export function wordsOverWords(pdf) {
    const marked = execFileSync('pdftotext', ['-bbox', pdf, '-'], { encoding: 'utf8', maxBuffer: 1 << 26 });
    return marked.split('<page ').slice(1).flatMap((page, number) => {
        const words = [...page.matchAll(/xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">([^<]*)</g)]
            .map(([, left, top, right, bottom, text]) => {
                const [above, below] = [Number(top), Number(bottom)];
                return { left: Number(left), right: Number(right), text,
                    top: above + (below - above) * 0.35, bottom: below - (below - above) * 0.35 };
            });
        return words.flatMap((one, n) => words.slice(n + 1)
            .filter(other => one.left + 1 < other.right && other.left + 1 < one.right &&
                one.top < other.bottom && other.top < one.bottom)
            .map(other => `“${one.text}” over “${other.text}”, page ${number + 1}`));
    });
}
