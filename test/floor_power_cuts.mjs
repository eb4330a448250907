// SPDX-License-Identifier: Apache-2.0
//
// Power cuts: chairs lead a floor while everything that is written to the store's files is recorded,
// with the moments at which the disk called it safe. Then the power is cut at more than a hundred
// moments of it: what was not safe yet is there in part, torn, or not at all. From each a server
// opens; list, clock and history are right, and no act that had been acknowledged is lost.
//   node test/floor_power_cuts.mjs [CUTS]
// Wants build/release/sala and build/release/test/libdisk_recorder.so, or SALA_PROGRAM and SALA_RECORDER.

import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from './browser/server.mjs';
import { Chairs } from './floor_chairs.mjs';
import { RecordedDisk, recordsOf } from './recorded_disk.mjs';
import { checkout, ended, program, secretariat, serve } from './sala_program.mjs';

const cuts = Number(process.argv[2] ?? 110);
const acts_wanted = 160;  // SQLite brings its log over after some seventy
const recorder = process.env.SALA_RECORDER ?? join(checkout, 'build/release/test/libdisk_recorder.so');
const folder = mkdtempSync(join(tmpdir(), 'sala-cuts-'));
const at = name => join(folder, name);
const [database, log] = [at('sala.db'), at('writes')];
const seed = Date.now() % 1_000_000;
const drawn = (state => () => ((state = (state * 48271) % 2147483647) / 2147483647))(seed + 1);
const sitting = port => `http://127.0.0.1:${port}/phnom-penh-2022/sittings/main-cities`;

execFileSync(program, ['import', join(checkout, 'samples/phnom-penh-2022'), '--database', database]);
copyFileSync(database, at('before.db'));
Object.assign(process.env, { LD_PRELOAD: recorder, SALA_TEST_DISK: database, SALA_TEST_DISK_LOG: log,
    ASAN_OPTIONS: `${process.env.ASAN_OPTIONS ?? ''}:verify_asan_link_order=0` });
const port = await freePort();
let server = await serve(database, port);
const chairs = new Chairs(sitting(port), await secretariat(database, `http://127.0.0.1:${port}`));
const opened = statSync(log).size;  // from here on the program that acts may sign in
const heard = [];                   // [act, how long the log was when its answer arrived]
await chairs.click('open', 0);
heard.push([chairs.newest, statSync(log).size]);
await chairs.together(4, ({ status, answer }) => {
    if (status === 200)
        heard.push([answer.version, statSync(log).size]);
    return chairs.acknowledged.size >= acts_wanted;
});
await ended(server, 'SIGKILL');
for (const name of ['LD_PRELOAD', 'SALA_TEST_DISK', 'SALA_TEST_DISK_LOG'])
    delete process.env[name];

const records = recordsOf(log);
assert(records.some(({ what, ending }) => what === 'w' && ending === ''), 'the log was never brought over');
const from = records.findIndex(({ end }) => end >= opened);

// Opens what `count` cuts left, one after the other; answers how many were wrong.
async function tried(count, lies) {
    const disk = new RecordedDisk(at('before.db'), log, lies);
    const moments = Array.from({ length: count }, () => from + Math.floor(drawn() * (records.length - from)));
    let wrong = 0;
    for (const [number, moment] of moments.sort((a, b) => a - b).entries()) {
        for (const ending of ['', '-wal', '-shm'])
            rmSync(at('cut.db') + ending, { force: true });
        disk.cutAfter(moment, at('cut.db'), drawn);
        const until = Math.max(0, ...heard.filter(([, size]) => size <= records[moment].end).map(([act]) => act));
        const when = `seed ${seed}, cut ${number}, after record ${moment} of ${records.length}`;
        try {
            await compared(when, until, number % 5 === 0);
        } catch (error) {
            if (!lies)
                throw error;
            ++wrong;
        }
    }
    return wrong;
}

async function compared(when, until, whole) {
    const one = await freePort();
    server = await serve(at('cut.db'), one);
    try {
        await chairs.compareNewest(when, sitting(one), until);
        if (whole)
            await chairs.compareAll(when, sitting(one), until);
    } finally {
        await ended(server);
    }
    const check = spawnSync(program, ['check', '--database', at('cut.db')], { encoding: 'utf8' });
    assert.equal(check.status, 0, `${when}: ${check.stdout}${check.stderr}`);
}

const before = Date.now();
assert.equal(await tried(cuts, false), 0);
const seconds = (Date.now() - before) / 1000;
// A disk that lies loses acts: so this test would see it if the server answered before its acts are safe.
const seen = await tried(12, true);
assert(seen > 0, 'with a disk that lies nothing is lost: this test sees nothing');
const safe = records.filter(({ what }) => what === 's').length;
console.log(`${cuts} power cuts in ${seconds.toFixed(1)} s, among ${records.length} writes of ${chairs.acknowledged.size} acts that were ` +
    `safe ${safe} times: nothing that was acknowledged is lost, every store is whole; of 12 cuts of a disk that lies ${seen} were noticed`);
rmSync(folder, { recursive: true });
process.exit(0);
