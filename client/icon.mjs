// SPDX-License-Identifier: Apache-2.0
//
// The mark of Sala: a roof, three posts, a floor. Drawn here once, as a list of outlines, and
// written as an SVG for browsers and as PNGs for the few places that take nothing else.

import { deflateSync } from 'node:zlib';

const side = 32;  // units of the drawing
const ink = [0x1b, 0x2b, 0x52];
const onAnyTab = '#5673bd';  // an SVG icon may stand on a light tab or a dark one: 4.6 and 3.4

// The roof's edge sweeps out as it falls; two quadratic curves, one the mirror of the other.
const eave = { tip: [16, 3], bend: [19, 10.5], end: [31, 12.6] };
const roofThickness = 2.6;
const boxes = [
    [4.4, 17, 3.2, 8.4], [14.4, 17, 3.2, 8.4], [24.4, 17, 3.2, 8.4],  // posts
    [1, 26.8, 30, 2.8],                                               // floor
];

const mirrored = ([x, y]) => [side - x, y];

export function svg() {
    const { tip, bend, end } = eave;
    const [left, leftBend] = [mirrored(end), mirrored(bend)];
    const roof = `M${tip}Q${bend} ${end}v${roofThickness}H${left[0]}V${left[1]}Q${leftBend} ${tip}z`;
    const rest = boxes.map(([x, y, w, h]) => `M${x} ${y}h${w}v${h}h-${w}z`).join('');
    return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${side} ${side}">` +
        `<path fill="${onAnyTab}" d="${roof}${rest}"/></svg>\n`;
}

// Is this point of the drawing covered? The roof is asked by height: at which x is its edge?
function covers(x, y) {
    if (boxes.some(([bx, by, w, h]) => x >= bx && x < bx + w && y >= by && y < by + h))
        return true;
    const { tip, bend, end } = eave;
    const away = Math.abs(x - side / 2);
    if (y < tip[1] || y > end[1] + roofThickness || away > end[0] - side / 2)
        return false;
    if (y >= end[1])
        return true;
    const a = tip[1] - 2 * bend[1] + end[1], b = 2 * (bend[1] - tip[1]), c = tip[1] - y;
    const t = (-b + Math.sqrt(b * b - 4 * a * c)) / (2 * a);
    const edge = (1 - t) ** 2 * tip[0] + 2 * t * (1 - t) * bend[0] + t ** 2 * end[0];
    return away <= edge - side / 2;
}

// An opaque PNG, `size` pixels square, on white: 16 samples a pixel make the edges smooth.
export function png(size) {
    const rows = [];
    for (let py = 0; py < size; ++py) {
        const row = [0];  // filter: none
        for (let px = 0; px < size; ++px) {
            let hit = 0;
            for (let s = 0; s < 16; ++s)
                hit += covers((px + (s % 4 + .5) / 4) * side / size, (py + (s / 4 + .5) / 4) * side / size);
            row.push(...ink.map(part => Math.round(255 + (part - 255) * hit / 16)));
        }
        rows.push(Buffer.from(row));
    }
    const head = Buffer.alloc(13);
    head.writeUInt32BE(size, 0);
    head.writeUInt32BE(size, 4);
    head.set([8, 2, 0, 0, 0], 8);  // 8 bits, RGB
    return Buffer.concat([
        Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
        chunk('IHDR', head), chunk('IDAT', deflateSync(Buffer.concat(rows), { level: 9 })),
        chunk('IEND', Buffer.alloc(0)),
    ]);
}

function chunk(name, bytes) {
    const body = Buffer.concat([Buffer.from(name, 'latin1'), bytes]);
    const out = Buffer.alloc(body.length + 8);
    out.writeUInt32BE(bytes.length, 0);
    body.copy(out, 4);
    out.writeUInt32BE(crc(body), body.length + 4);
    return out;
}

function crc(bytes) {
    let sum = 0xffffffff;
    for (const byte of bytes) {
        sum ^= byte;
        for (let bit = 0; bit < 8; ++bit)
            sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0);
    }
    return (sum ^ 0xffffffff) >>> 0;
}
