// SPDX-License-Identifier: Apache-2.0
//
// The program from outside, for tests that start it, kill it, or run it twice on one store.

import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const checkout = join(dirname(fileURLToPath(import.meta.url)), '..');
export const program = process.env.SALA_PROGRAM ?? join(checkout, 'build/release/sala');

// Runs `sala serve` until it listens. What it complains about is kept in `complaints` of the answer,
// and told when it does not open.
export function serve(database, port, more = []) {
    const child = spawn(program, ['serve', '--quiet', '--database', database, '--listen', `127.0.0.1:${port}`, ...more],
        { stdio: ['ignore', 'pipe', 'pipe'] });
    child.complaints = '';
    process.on('exit', () => child.kill('SIGKILL'));  // also when the test fails
    child.stderr.on('data', words => { child.complaints += words; });
    return new Promise((done, failed) => {
        child.stdout.once('data', () => done(child));
        child.once('close', code => failed(new Error(`sala serve ended with ${code}: ${child.complaints}`)));
    });
}

export function ended(child, signal = 'SIGTERM') {
    const over = new Promise(done => child.once('exit', done));
    child.kill(signal);
    return over;
}

// The headers of a program that acts for the secretariat of the server at `address`.
export async function secretariat(database, address) {
    const said = execFileSync(program, ['sign-in', '--database', database, '--public-url', address], { encoding: 'utf8' });
    const { pathname } = new URL(/https?:\/\/\S+/.exec(said)[0]);
    const signed = await fetch(address + pathname,
        { method: 'POST', body: new URLSearchParams(), redirect: 'manual' });
    const cookie = signed.headers.getSetCookie().map(one => one.split(';')[0]).join('; ');
    const mine = await (await fetch(`${address}/login/mine/tokens`, { headers: { cookie } })).text();
    const made = await fetch(`${address}/login/mine/tokens`, {
        method: 'POST', headers: { cookie, accept: 'application/json' },
        body: new URLSearchParams({ csrf: /name="csrf" value="([^"]+)"/.exec(mine)?.[1] ?? '',
            name: 'test', days: '1', changes: 'yes' }),
    });
    const answered = await made.text();
    assert.equal(made.status, 200, answered);
    return { authorization: `Bearer ${JSON.parse(answered).token}`, accept: 'application/json',
        'content-type': 'application/json' };
}
