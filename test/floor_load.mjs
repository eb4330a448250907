// SPDX-License-Identifier: Apache-2.0
//
// The public reads the programme in crowds while a floor sits: two hundred acts of the chair a minute
// all arrive and are on all screens, screens that come back get their stream, and of the crowd those
// for whom there is no time are told so with 503, first and alone.
//   node test/floor_load.mjs [SECONDS]     wants build/release/sala, or SALA_PROGRAM

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker, isMainThread, parentPort, workerData } from 'node:worker_threads';
import { freePort } from './browser/server.mjs';
import { Chairs } from './floor_chairs.mjs';
import { checkout, ended, program, secretariat, serve } from './sala_program.mjs';

if (!isMainThread)
    await beCrowd(workerData);

const seconds = Number(process.argv[2] ?? 15);
const screens = 100;
const acts_a_minute = 200;
const folder = mkdtempSync(join(tmpdir(), 'sala-load-'));
const database = join(folder, 'sala.db');
const port = await freePort();
const address = `http://127.0.0.1:${port}`;
execFileSync(program, ['import', join(checkout, 'samples/phnom-penh-2022'), '--database', database]);
const server = await serve(database, port);
const chairs = new Chairs(`${address}/phnom-penh-2022/sittings/main-cities`, await secretariat(database, address));
await chairs.click('open', 0);

// A screen: remembers the number of the last act it was shown.
const shown = new Array(screens).fill(0);
const streams = new Agent({ maxSockets: Infinity });
const watch = number => new Promise((done, failed) => {
    const asked = request(`${chairs.sitting}/live?audience=desk&language=en`,
        { agent: streams, headers: { accept: 'text/event-stream' } }, reply => {
            if (reply.statusCode !== 200)
                return failed(new Error(`screen ${number} was answered ${reply.statusCode}`));
            let held = '';
            reply.setEncoding('utf8').on('data', words => {
                held += words;
                for (const [, version] of held.matchAll(/^data: \{"version":(\d+)/gm))
                    shown[number] = Math.max(shown[number], Number(version));
                held = held.slice(held.lastIndexOf('\n\n') + 2);
                done(asked);
            }).on('error', () => {});
        });
    asked.on('error', failed).end();
});
const watched = await Promise.all(shown.map((_, number) => watch(number)));

const readers = new Worker(new URL(import.meta.url), { workerData: `${address}/phnom-penh-2022/programme` });
const answers = new Promise(done => readers.once('message', done));

const took = [];
const begin = performance.now();
for (let acts = 0; performance.now() - begin < seconds * 1000; ++acts) {
    await new Promise(done => setTimeout(done, Math.max(0, begin + acts * 60_000 / acts_a_minute - performance.now())));
    const asked = performance.now();
    const { status, answer } = await chairs.click('message', chairs.newest, { words: `Act ${acts}` });
    took.push(performance.now() - asked);
    assert.equal(status, 200, `act ${acts} was answered ${status}: ${JSON.stringify(answer)}`);
    // A screen is gone and comes back in the middle of it.
    watched[acts % screens].destroy();
    watched[acts % screens] = await watch(acts % screens);
}
const since = performance.now();
while (shown.some(version => version < chairs.newest)) {
    assert(performance.now() - since < 5000, 'a screen does not show the last act');
    await new Promise(done => setTimeout(done, 20));
}
readers.postMessage('over');
const crowd = await answers;  // status -> how often
took.sort((one, other) => one - other);
const slowest = took[Math.floor(took.length * 0.95)];
console.log(`${took.length} acts in ${seconds} s, 95 of 100 answered within ${slowest.toFixed(0)} ms, all on ${screens} screens; ` +
    `the crowd was answered ${[...crowd].map(([status, count]) => `${status}: ${count}`).join(', ')}`);
assert(took.length >= seconds * acts_a_minute / 60 * 0.8, `only ${took.length} acts: the chair had to wait`);
assert(crowd.get(503) > 0, 'nobody of the crowd was turned away: this says nothing');
assert.deepEqual([...crowd.keys()].filter(status => ![200, 503].includes(status)), []);
await ended(server);
rmSync(folder, { recursive: true });
process.exit(0);

// In a thread of its own, so that what the crowd costs here does not look like waiting for the server.
// Each reader asks again as soon as they are answered, for a page that differs, so that none comes from
// the cache.
async function beCrowd(page) {
    const crowd = 300;
    const answers = new Map();
    const count = status => answers.set(status, (answers.get(status) ?? 0) + 1);
    const agent = new Agent({ keepAlive: true, maxSockets: crowd });
    let over = false;
    parentPort.once('message', () => { over = true; });
    const read = number => new Promise(done => {
        request(`${page}?of=${number}`, { agent }, reply => {
            count(reply.statusCode);
            reply.resume().on('end', done).on('error', done);
        }).on('error', () => { count('broken'); done(); }).end();
    });
    await Promise.all(Array.from({ length: crowd }, async (_, one) => {
        for (let turn = 0; !over; ++turn)
            await read(`${one}-${turn}`);
    }));
    parentPort.postMessage(answers);
    await new Promise(() => {});
}
