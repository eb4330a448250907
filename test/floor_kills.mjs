// SPDX-License-Identifier: Apache-2.0
//
// kill -9 at any moment: four chairs lead a floor as quickly as they can and delegations ask, hand in
// and show cards; the server is killed in the middle of it, again and again, and after each start all
// that was acknowledged is there, once, as it was, and the clock and the list are those of the last act.
//   node test/floor_kills.mjs [KILLS]     wants build/release/sala, or SALA_PROGRAM

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from './browser/server.mjs';
import { Chairs } from './floor_chairs.mjs';
import { Delegates } from './floor_delegates.mjs';
import { checkout, ended, program, secretariat, serve } from './sala_program.mjs';

const kills = Number(process.argv[2] ?? 200);
const chairs_count = 4;
const folder = mkdtempSync(join(tmpdir(), 'sala-kills-'));
const database = join(folder, 'sala.db');
const port = await freePort();
const address = `http://127.0.0.1:${port}`;
execFileSync(program, ['import', join(checkout, 'samples/phnom-penh-2022'), '--database', database]);
const sitting = `${address}/phnom-penh-2022/sittings/main-cities`;

const start = () => serve(database, port);

let server = await start();
const headers = await secretariat(database, address);
const chairs = new Chairs(sitting, headers);
const delegates = new Delegates(sitting, headers);
await chairs.click('open', 0);
await delegates.opensPoll();
const before = Date.now();
for (let kill = 0; kill < kills; ++kill) {
    const work = Promise.all([chairs.together(chairs_count), delegates.untilGone()]);
    // The moment is what is drawn: after some more acts, in the middle of the next ones.
    const wanted = chairs.acknowledged.size + 1 + Math.floor(Math.random() * 8);
    for (let waits = 0; chairs.acknowledged.size < wanted && waits < 2000; ++waits)
        await new Promise(done => setTimeout(done, 1));
    await new Promise(done => setTimeout(done, Math.random() * 12));
    await ended(server, 'SIGKILL');
    await work;
    server = await start();
    await chairs.compareNewest(`after kill ${kill}`);
    await delegates.compare(`after kill ${kill}`);
    if (kill % 20 !== 19 && kill !== kills - 1)
        continue;
    const unheard = await chairs.compareAll(`after kill ${kill}`);
    await delegates.compareAsked(`after kill ${kill}`);
    assert(unheard <= (kill + 1) * chairs_count + 30, `${unheard} acts that nobody heard of`);
}
await ended(server, 'SIGKILL');
const damage = execFileSync(program, ['check', '--database', database], { encoding: 'utf8' });
const refused = [...chairs.refused.values()].reduce((sum, one) => sum + one, 0);
console.log(`${kills} kills in ${((Date.now() - before) / 1000).toFixed(1)} s: ${chairs.acknowledged.size} acknowledged acts are there, ` +
    `and ${delegates.asked.length} requests, ${delegates.kept} inscriptions and cards of delegations, ` +
    `${refused} clicks were refused; ${damage.trim()}`);
assert(chairs.acknowledged.size > kills, 'too little was done to say anything');
rmSync(folder, { recursive: true });
process.exit(0);
