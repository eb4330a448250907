// SPDX-License-Identifier: Apache-2.0
//
// Starts Sala for the browser tests: imports the samples into a fresh store, serves it on a free
// port of loopback, and ends exactly that process afterwards. The store is a file in a temporary
// folder, or with SALA_TEST_ENGINE=postgresql a database of its own at SALA_TEST_POSTGRESQL.

import { execFile, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);
const checkout = join(dirname(fileURLToPath(import.meta.url)), '../..');
export const program = process.env.SALA_PROGRAM ?? join(checkout, 'build/release/sala');
const patience = 30_000;  // ms until the server must have said that it is open

export async function freePort() {
    const probe = createServer().listen(0, '127.0.0.1');
    await new Promise(done => probe.once('listening', done));
    const { port } = probe.address();
    await new Promise(done => probe.close(done));
    return port;
}

let stores = 0;

// Answers {database, remove()}: a store that nothing is in yet.
async function freshStore() {
    const server = process.env.SALA_TEST_POSTGRESQL;
    if (process.env.SALA_TEST_ENGINE === 'postgresql' && server) {
        const name = `sala_browser_${process.pid}_${++stores}`;
        await run('psql', [server, '--quiet', '-c', `CREATE DATABASE ${name}`]);
        return {
            database: server.replace(/\/[^/]*$/, `/${name}`),
            remove: () => run('psql', [server, '--quiet', '-c', `DROP DATABASE ${name} WITH (FORCE)`]),
        };
    }
    const folder = mkdtempSync(join(tmpdir(), 'sala-browser-'));
    return { database: join(folder, 'sala.db'), remove: () => rmSync(folder, { recursive: true }) };
}

// Answers {address, database, stop(), dieAndRise()}. `forums` are folders of the checkout; `told`
// answers more words for the command line, from the address the server will have.
export async function startSala(forums = ['samples/phnom-penh-2022', 'samples/bangkok-2019'],
    told = () => [], environment = {}) {
    if (!existsSync(program))
        throw new Error(`${program} is not built; run bin/setup first`);
    const { database, remove } = await freshStore();
    for (const forum of forums)
        await run(program, ['import', join(checkout, forum), '--database', database]);

    const listen = `127.0.0.1:${await freePort()}`;
    const begin = () => spawn(program,
        ['serve', '--database', database, '--listen', listen, ...told(`http://${listen}`)],
        { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, ...environment } });
    let child = begin();
    const said = await open(child);
    const address = /Sala is open at (http:\/\/[^\s/]+)/.exec(said)[1];
    const end = async signal => {
        const gone = new Promise(done => child.once('exit', done));
        child.kill(signal);
        await gone;
    };

    return {
        address,
        database,
        // kill -9, `meanwhile` without a server, and a new one at the same address.
        dieAndRise: async meanwhile => {
            await end('SIGKILL');
            await meanwhile();
            child = begin();
            await open(child);
        },
        stop: async () => {
            await end('SIGTERM');
            await remove();
        },
    };
}

// Waits until the server has said where it is open; answers all it said so far.
function open(child) {
    return new Promise((done, failed) => {
        let said = '';
        const fail = why => {
            clearTimeout(timer);
            child.kill('SIGTERM');
            failed(new Error(`sala serve ${why}; it said:\n${said}`));
        };
        const timer = setTimeout(() => fail(`was not open after ${patience} ms`), patience);
        const listen = chunk => {
            said += chunk;
            if (!/Sala is open at http:\/\/\S+/.test(said))
                return;
            clearTimeout(timer);
            done(said);
        };
        child.stdout.on('data', listen);
        child.stderr.on('data', listen);
        child.once('error', error => fail(error.message));
        child.once('exit', code => fail(`ended with ${code}`));
    });
}

// A link that signs the secretariat in, once, at the server the tests run against.
export async function signInLink(address = process.env.SALA_ADDRESS,
    database = process.env.SALA_DATABASE) {
    const { stdout } = await run(program, ['sign-in', '--database', database,
        '--public-url', address]);
    const link = /https?:\/\/\S+/.exec(stdout)?.[0];
    if (!link)
        throw new Error(`sala sign-in printed no link: ${stdout}`);
    const { pathname, search } = new URL(link);
    return address + pathname + search;
}

// The link of the newest letter, which the postman's next round writes; those of before are used up.
export async function newestLinkTo(mail, sala) {
    const until = Date.now() + 5_000;
    while (Date.now() < until) {
        const { stdout } = await run('sqlite3', [sala.database,
            'SELECT COALESCE((SELECT s.words FROM letter_secret s JOIN letter l ON l.id = s.letter ' +
            `WHERE l.reason = 'sign_in_letter' AND l.to_address = '${mail}' ORDER BY l.id DESC LIMIT 1), '') ` +
            "WHERE NOT EXISTS (SELECT 1 FROM sign_in_wish);"]);
        if (stdout.trim())
            return stdout.trim();
        await new Promise(done => setTimeout(done, 100));
    }
    throw new Error(`no letter with a link was written to ${mail}`);
}

// Signs in whoever gets letters at `mail`, by the link of a letter that never leaves: the server
// was started with a mail server that nobody answers at (see `unanswered`).
export const unanswered = own => ['--public-url', own, '--smtp', 'smtp://127.0.0.1:9', '--mail-from', 'sala@forum.example'];
export async function signInByLetter(who, mail, sala) {
    await who.page.goto(`${sala.address}/login/letter`);
    await who.page.locator('input[name=address]').fill(mail);
    await who.page.locator('main form button[type=submit]').first().click();
    await who.page.waitForLoadState('load');
    await who.page.goto(await newestLinkTo(mail, sala));
    await who.page.locator('main form button[type=submit]').first().click();
    await who.page.waitForURL(`${sala.address}/**`);
    return who.context.cookies();
}
