// SPDX-License-Identifier: Apache-2.0
//
// Registers three hundred people, gives each a photo, and asks the server for their badges.
// Arguments: the checkout, a temporary folder, perhaps --document.

import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { deflateSync, crc32 } from 'node:zlib';
import { fillWithPeople } from '../people/fill.mjs';
import { median, publish, rounded } from '../table.mjs';
import { fetchOnce, signIn, startSala, stop } from '../web/programs.mjs';

const [root, folder, document] = process.argv.slice(2);
const program = join(root, 'build/release/sala');
const database = join(folder, 'bench.db');
const people = 300;
const forum = '/phnom-penh-2022';

function chunk(name, bytes) {
    const part = Buffer.alloc(bytes.length + 12);
    part.writeUInt32BE(bytes.length);
    part.write(name, 4, 'latin1');
    bytes.copy(part, 8);
    part.writeUInt32BE(crc32(part.subarray(4, 8 + bytes.length)), 8 + bytes.length);
    return part;
}

// A face of sorts: a light ground, an oval, and grain, so that it does not compress like a drawing.
function portrait(n) {
    const [width, height] = [600, 800];
    const rows = Buffer.alloc(height * (1 + 3 * width));
    let grain = n + 1;
    for (let y = 0; y < height; ++y)
        for (let x = 0; x < width; ++x) {
            grain = (grain * 1103515245 + 12345) & 0x7fffffff;
            const inside = ((x - 300) / 180) ** 2 + ((y - 380) / 250) ** 2 < 1;
            const light = (inside ? 150 + n % 60 : 225) - (y / 20) + grain % 12;
            const at = y * (1 + 3 * width) + 1 + 3 * x;
            rows[at] = light;
            rows[at + 1] = light - (inside ? 25 : 4);
            rows[at + 2] = light - (inside ? 45 : 0);
        }
    const head = Buffer.alloc(13);
    head.writeUInt32BE(width);
    head.writeUInt32BE(height, 4);
    head.set([8, 2, 0, 0, 0], 8);
    return Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), chunk('IHDR', head),
        chunk('IDAT', deflateSync(rows, { level: 1 })), chunk('IEND', Buffer.alloc(0))]);
}

async function sendPhotos(sala, headers, csrf, registrations) {
    let n = 0;
    for (const { id, delegation } of registrations) {
        const form = new FormData();
        form.set('csrf', csrf);
        form.set('agreed', 'yes');
        form.set('photo', new Blob([portrait(n++)], { type: 'image/png' }), 'face.png');
        const reply = await fetch(`${sala.address}${forum}/delegations/${delegation}/people/${id}/photo`,
            { method: 'POST', headers, body: form, redirect: 'manual' });
        if (reply.status !== 303)
            throw new Error(`the photo was refused: ${reply.status} ${await reply.text()}`);
    }
}

async function timed(address, headers) {
    const took = [];
    let bytes = 0;
    for (let n = 0; n < 5; ++n) {
        const begin = performance.now();
        const reply = await fetchOnce(address, { headers });
        took.push(performance.now() - begin);
        if (reply.status !== 200 || reply.bytes.subarray(0, 4).toString() !== '%PDF')
            throw new Error(`${address} answered ${reply.status}`);
        bytes = reply.bytes.length;
    }
    return { ms: median(took), mib: bytes / 1048576 };
}

execFileSync(program, ['import', join(root, 'samples/phnom-penh-2022'), '--database', database], { stdio: 'ignore' });
fillWithPeople(database, 'phnom-penh-2022', 0, Math.ceil(people / 0.9));
const sala = await startSala(program, database);
const headers = { Cookie: await signIn(sala), Accept: 'application/json' };
const page = await fetchOnce(`${sala.address}${forum}/badge-designs`, { headers: { Cookie: headers.Cookie } });
const csrf = page.bytes.toString('utf8').match(/name="csrf" value="([^"]+)"/)[1];
const registrations = [];
for (let from = 0; ; from += 100) {
    const reply = await fetchOnce(`${sala.address}${forum}/registrations.json?status=approved&from=${from}`, { headers });
    const found = JSON.parse(reply.bytes).people;
    registrations.push(...found);
    if (found.length < 100)
        break;
}
await sendPhotos(sala, headers, csrf, registrations);
const made = await fetch(`${sala.address}${forum}/badges`,
    { method: 'POST', headers, body: new URLSearchParams({ csrf }), redirect: 'manual' });
const print = sala.address + made.headers.get('location');
const { standing } = JSON.parse((await fetchOnce(`${print}.json`, { headers })).bytes);
const a6 = await timed(`${print}.pdf?size=a6`, headers);
const card = await timed(`${print}.pdf?size=id1`, headers);
await stop(sala.child);
publish(root, 'badges', {
    badges: { value: standing, unit: 'badges' },
    a6_ms: { value: rounded(a6.ms), unit: 'ms', goal: 1000 },
    a6_mib: { value: rounded(a6.mib), unit: 'MiB' },
    card_ms: { value: rounded(card.ms), unit: 'ms', goal: 1000 },
    card_mib: { value: rounded(card.mib), unit: 'MiB' },
}, 'Each badge has a photo, two scripts and a code of its own; the server works on one processor.', document);
