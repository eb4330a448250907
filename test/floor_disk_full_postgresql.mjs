// SPDX-License-Identifier: Apache-2.0
//
// The disk of PostgreSQL is full: chairs lead a floor whose store is a PostgreSQL on a small file
// system of its own. Each act that cannot be kept is refused with a sentence and is nowhere; pages
// are still shown; and once there is room the same server goes on with all that was acknowledged.
// Without room for its log PostgreSQL stops altogether: the server says so, and goes on afterwards.
//   node test/floor_disk_full_postgresql.mjs     wants build/release/sala, or SALA_PROGRAM
// The file system is a tmpfs in a name space of mounts. initdb refuses root in a name space of users,
// so that only root itself can run this.

import assert from 'node:assert/strict';
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { freePort } from './browser/server.mjs';
import { Chairs } from './floor_chairs.mjs';
import { fillDisk } from './full_disk.mjs';
import { checkout, ended, program, secretariat, serve } from './sala_program.mjs';

const inside = 'SALA_TEST_ON_SMALL_DISK';
if (!process.env[inside]) {
    if (process.getuid() !== 0 || spawnSync('unshare', ['-m', 'sh', '-c', 'mount -t tmpfs tmpfs /mnt']).status !== 0) {
        console.log('skipped: this machine gives nobody a file system of their own for PostgreSQL');
        process.exit(77);  // ctest says “skipped”
    }
    const folder = mkdtempSync(join(tmpdir(), 'sala-full-'));
    const { status } = spawnSync('unshare', ['-m', process.execPath, fileURLToPath(import.meta.url)],
        { stdio: 'inherit', env: { ...process.env, [inside]: folder } });
    rmSync(folder, { recursive: true });
    process.exit(status ?? 1);
}

const disk = join(process.env[inside], 'disk');
const ballast = join(disk, 'ballast');
mkdirSync(disk);
execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=110m', 'tmpfs', disk]);
for (const folder of [process.env[inside], disk])
    chmodSync(folder, 0o755);  // PostgreSQL's user goes through them
const postgresql = what => execFileSync(join(checkout, 'bin/postgresql-for-tests'), [what, join(disk, 'pg')], { encoding: 'utf8' });
const database = postgresql('start').trim();
process.on('exit', () => postgresql('stop'));
execFileSync(program, ['import', join(checkout, 'samples/phnom-penh-2022'), '--database', database]);
const port = await freePort();
const forum = `http://127.0.0.1:${port}/phnom-penh-2022`;
const server = await serve(database, port);
const chairs = new Chairs(`${forum}/sittings/main-cities`, await secretariat(database, new URL(forum).origin));
await chairs.click('open', 0);
const from_programme = await chairs.compareAll('at the beginning');

let full = 0;
// Room for nothing at all, for some pages, for some acts.
for (const bytes of [0, 60_000, 300_000, 0]) {
    fillDisk(ballast, disk, bytes);
    let refused = 0;
    let clicks = 0;
    await chairs.together(4, ({ status, answer }) => {
        if (answer.code === 'disk-full') {
            assert.equal(status, 503);
            return ++refused > 20;
        }
        assert([200, 409, 412, 422].includes(status), `a click was answered ${status}: ${JSON.stringify(answer)}`);
        return refused > 20 || ++clicks > 4000;
    });
    full += refused;
    const when = `with ${bytes} bytes left`;
    await chairs.compareNewest(when);
    for (const page of ['/sittings/main-cities/screen', '/programme'])
        assert.equal((await fetch(forum + page)).status, 200, `${when}: ${page}`);
    rmSync(ballast);
    const { version } = await chairs.compareNewest(`${when}, with room again`);
    const click = await chairs.click('message', version, { words: `there is room, ${bytes}` });
    assert.equal(click.status, 200, `${when}, with room again: ${JSON.stringify(click.answer)}`);
    // What was refused is nowhere.
    assert.equal(await chairs.compareAll(when), from_programme, `${when}: an act was refused and kept`);
}

// Without room for its log PostgreSQL gives up by itself. Whoever runs it makes room and starts it;
// the server of the forum was there all the time and goes on.
await new Promise(done => setTimeout(done, 1000));  // this PostgreSQL of the tests writes its log late
const data = join(disk, 'pg/postgresql');
const isAway = async () => (await fetch(`${forum}/programme.json`)).status === 503;
for (let tries = 0; existsSync(join(data, 'postmaster.pid')); ++tries) {
    assert(tries < 300, 'PostgreSQL goes on without room for its log');
    // What it made or gave back before is used up first.
    fillDisk(ballast, disk);
    spawnSync('psql', [database, '-c', 'SELECT txid_current()', '-c', 'SELECT pg_switch_wal()']);
}
assert(await isAway());
const away = await chairs.click('message', chairs.newest, { words: 'is anybody there?' });
assert.deepEqual([away.status, away.answer.code], [503, 'store-away']);
rmSync(ballast);
spawn('runuser', ['-u', 'postgres', '--', 'sh', '-c', readFileSync(join(data, 'postmaster.opts'), 'utf8')],
    { cwd: '/', stdio: 'ignore' });
for (let tries = 0; await isAway(); ++tries) {
    assert(tries < 300, 'the server does not find PostgreSQL again');
    await new Promise(done => setTimeout(done, 100));
}
const { version } = await chairs.compareNewest('after PostgreSQL was started again');
assert.equal((await chairs.click('message', version, { words: 'here we are' })).status, 200);
assert.equal(await chairs.compareAll('after PostgreSQL was started again'), from_programme);
assert.deepEqual(chairs.unsaid, [], 'a refusal without code or sentence');
await ended(server);
console.log(`${chairs.acknowledged.size} acknowledged acts are there, ${full} were refused for want of room`);
assert(full > 60 && chairs.acknowledged.size > 4, 'too little was done to say anything');
process.exit(0);
