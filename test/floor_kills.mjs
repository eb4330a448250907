// SPDX-License-Identifier: Apache-2.0
//
// kill -9 at any moment: four chairs lead a floor as quickly as they can, the server is killed in the
// middle of it, again and again, and after each start every act that was acknowledged is there, once,
// as it was, and the clock and the list are those of the last one.
//   node test/floor_kills.mjs [KILLS]     wants build/release/sala, or SALA_PROGRAM

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from './browser/server.mjs';
import { checkout, ended, program, secretariat, serve } from './sala_program.mjs';

const kills = Number(process.argv[2] ?? 100);
const chairs = 4;
const folder = mkdtempSync(join(tmpdir(), 'sala-kills-'));
const database = join(folder, 'sala.db');
const port = await freePort();
const address = `http://127.0.0.1:${port}`;
execFileSync(program, ['import', join(checkout, 'samples/phnom-penh-2022'), '--database', database]);
const sitting = `${address}/phnom-penh-2022/sittings/main-cities`;

const start = () => serve(database, port);

let server = await start();
const headers = await secretariat(database, address);
const steps = ['enter statement', 'give', 'start', 'add-time 60', 'pause', 'resume', 'end', 'undo', 'move', 'close-list', 'reopen-list'];
const acknowledged = new Map();  // number of the act -> {what, state}
let refused = 0;

const told = async (path, options = {}) => (await fetch(path, { headers, ...options })).json();
const bare = state => ({ list: state.list.map(one => one.entry), speaking: state.speaking.map(one => one.entry),
    running: state.clock?.running ?? false, ends_at: state.clock?.ends_at ?? null, list_open: state.list_open });

// One chair: takes the floor as it sees it and does something to it, until the server is gone.
async function lead(chair) {
    let seen = await told(`${sitting}/chair.json`);
    for (let turn = 0; ; ++turn) {
        let step = steps[(turn * 7 + chair * 3 + acknowledged.size) % steps.length];
        if (step === 'move')
            step = seen.list.length > 1 ? `move ${seen.list[1].entry} 1` : 'undo';
        const reply = await fetch(`${sitting}/chair`, { method: 'POST', headers,
            body: JSON.stringify({ step, version: String(seen.version), delegation: 'ha-noi' }) });
        const state = await reply.json();
        if (reply.ok) {
            assert(!acknowledged.has(state.version), `act ${state.version} was acknowledged twice`);
            acknowledged.set(state.version, { what: step.split(' ')[0], state: bare(state) });
            seen = state;
        } else {
            ++refused;
            seen = await told(`${sitting}/chair.json`);
        }
    }
}

await fetch(`${sitting}/chair`, { method: 'POST', headers, body: JSON.stringify({ step: 'open', version: '0' }) });
const before = Date.now();
let newest = 0;
for (let kill = 0; kill < kills; ++kill) {
    const work = Promise.allSettled(Array.from({ length: chairs }, (_, chair) => lead(chair)));
    // The moment is what is drawn: after some more acts, in the middle of the next ones.
    const wanted = acknowledged.size + 1 + Math.floor(Math.random() * 8);
    for (let waits = 0; acknowledged.size < wanted && waits < 2000; ++waits)
        await new Promise(done => setTimeout(done, 1));
    await new Promise(done => setTimeout(done, Math.random() * 12));
    await ended(server, 'SIGKILL');
    for (const { reason } of await work)
        if (reason instanceof assert.AssertionError)
            throw reason;
    server = await start();
    if (kill % 20 !== 19 && kill !== kills - 1) {
        // Between the whole comparisons: the newest that was acknowledged is there.
        const state = await told(`${sitting}/chair.json`);
        newest = Math.max(newest, ...acknowledged.keys());
        assert(state.version >= newest, `after kill ${kill}: act ${newest} was acknowledged and is lost`);
        if (state.version === newest)
            assert.deepEqual(bare(state), acknowledged.get(newest).state);
        continue;
    }
    const record = await told(`${sitting}/record.json`);
    const acts = new Map(record.acts.map(act => [act.number, act.what]));
    assert.equal(acts.size, record.acts.length, 'a number stands twice');
    for (const [number, { what }] of acknowledged)
        assert.equal(acts.get(number), what, `after kill ${kill}: act ${number} was acknowledged as ${what}`);
    const unheard = record.acts.length - acknowledged.size;
    assert(unheard <= (kill + 1) * chairs + 30, `${unheard} acts that nobody heard of`);
}
await ended(server, 'SIGKILL');
const damage = execFileSync(program, ['check', '--database', database], { encoding: 'utf8' });
console.log(`${kills} kills in ${((Date.now() - before) / 1000).toFixed(1)} s: ${acknowledged.size} acknowledged acts are there, ` +
    `${refused} clicks were refused; ${damage.trim()}`);
assert(acknowledged.size > kills, 'too little was done to say anything');
rmSync(folder, { recursive: true });
process.exit(0);
