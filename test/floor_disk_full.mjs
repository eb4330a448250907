// SPDX-License-Identifier: Apache-2.0
//
// The disk is full: chairs lead a floor on a small file system of their own until nothing fits, again
// and again. Each act that cannot be kept is refused with a sentence and is nowhere; what was
// acknowledged is shown and stays; once there is room the same server goes on; and a server that was
// killed and started on a full disk either opens or says why not.
//   node test/floor_disk_full.mjs [TIMES]     wants build/release/sala, or SALA_PROGRAM
// The file system is a tmpfs in a name space of mounts, which needs root or user name spaces.

import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { freePort } from './browser/server.mjs';
import { Chairs } from './floor_chairs.mjs';
import { fillDisk } from './full_disk.mjs';
import { checkout, ended, program, secretariat, serve } from './sala_program.mjs';

const inside = 'SALA_TEST_ON_SMALL_DISK';
if (!process.env[inside]) {
    const unshare = process.getuid() === 0 ? '-m' : '-rm';
    if (spawnSync('unshare', [unshare, 'sh', '-c', 'mount -t tmpfs tmpfs /mnt']).status !== 0) {
        console.log('skipped: this machine gives nobody a file system of their own (unshare and mount are refused)');
        process.exit(77);  // ctest says “skipped”
    }
    const folder = mkdtempSync(join(tmpdir(), 'sala-full-'));
    const { status } = spawnSync('unshare', [unshare, process.execPath, ...process.argv.slice(1)],
        { stdio: 'inherit', env: { ...process.env, [inside]: folder } });
    rmSync(folder, { recursive: true });
    process.exit(status ?? 1);
}

const times = Number(process.argv[2] ?? 8);
const kibibyte = 1024;
const disk = join(process.env[inside], 'disk');
const [database, ballast] = [join(disk, 'sala.db'), join(disk, 'ballast')];
mkdirSync(disk);
execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=32m', 'tmpfs', disk]);
execFileSync(program, ['import', join(checkout, 'samples/phnom-penh-2022'), '--database', database]);
const port = await freePort();
const address = `http://127.0.0.1:${port}`;
const forum = `${address}/phnom-penh-2022`;
let server = await serve(database, port);
const chairs = new Chairs(`${forum}/sittings/main-cities`, await secretariat(database, address));
await chairs.click('open', 0);
const from_programme = await chairs.compareAll('at the beginning');

const fill = left => fillDisk(ballast, disk, left);

// What everybody sees while nothing can be kept: the last floor, and every public page.
async function everybodySees(when) {
    const state = await chairs.compareNewest(when);
    for (const page of ['/sittings/main-cities/screen', '/sittings/main-cities/floor', '/programme', '']) {
        const reply = await fetch(forum + page);
        assert.equal(reply.status, 200, `${when}: ${page} was answered ${reply.status}`);
    }
    const told = await (await fetch(`${chairs.sitting}/live?audience=desk&language=en&once=1`)).text();
    assert.equal(JSON.parse(/^data: (.*)$/m.exec(told)[1]).version, state.version, `${when}: the frame is another`);
}

// What a server says that cannot open.
async function openedOrWhy() {
    try {
        return await serve(database, port);
    } catch (error) {
        assert.match(error.message, /ended with 1: The disk of the store is full\./);
        return undefined;
    }
}

let full = 0;
for (let time = 0; time < times; ++time) {
    // Room for nothing at all, for a page or two, for some acts or for many.
    fill([400, 0, 3000, 3][time % 4] * kibibyte + Math.floor(Math.random() * 4 * kibibyte));
    const before = chairs.acknowledged.size;
    let refused = 0;
    await chairs.together(4, ({ status, answer }) => {
        if (answer.code !== 'disk-full') {
            assert([200, 409, 412, 422].includes(status), `a click was answered ${status}: ${JSON.stringify(answer)}`);
            // The room of SQLite's log is used again and again, so many acts may fit on a full disk.
            return refused > 40 || chairs.acknowledged.size > before + 150;
        }
        assert.equal(status, 503);
        return ++refused > 40;
    });
    full += refused;
    const when = `time ${time}, after ${chairs.acknowledged.size - before} acts that still fitted`;
    await everybodySees(when);
    // Every other time it is ended, or killed, while the disk is full.
    if (time % 4 === 1 || time % 4 === 3) {
        await ended(server, time % 4 === 1 ? 'SIGTERM' : 'SIGKILL');
        fill(0);
        server = await openedOrWhy();
        if (server)
            await everybodySees(`${when}, started on a full disk`);
    }
    rmSync(ballast);
    server ??= await serve(database, port);
    const { version } = await chairs.compareNewest(`${when}, with room again`);
    const click = await chairs.click('message', version, { words: `there is room, ${time}` });
    assert.equal(click.status, 200, `${when}, with room again: ${JSON.stringify(click.answer)}`);
    // What was refused is nowhere.
    assert.equal(await chairs.compareAll(when), from_programme, `${when}: an act was refused and kept`);
    if (time % 2 === 1) {  // so that the next time the log has no room of its own
        await ended(server);
        fill(0);
        assert.equal(await openedOrWhy(), undefined, 'nothing fits, and a server opens');
        rmSync(ballast);
        server = await serve(database, port);
    }
}
assert.deepEqual(chairs.unsaid, [], 'a refusal without code or sentence');
await ended(server);
const damage = execFileSync(program, ['check', '--database', database], { encoding: 'utf8' });
console.log(`${times} times full, a store of ${(statSync(database).size / 1e6).toFixed(1)} MB: ${chairs.acknowledged.size} acknowledged acts are there, ` +
    `${full} were refused for want of room; ${damage.trim()}`);
assert(full > 20 * times && chairs.acknowledged.size > 2 * times, 'too little was done to say anything');
process.exit(0);
