// SPDX-License-Identifier: Apache-2.0
//
// Measures Sala and nginx one after the other, prints the table and keeps it as JSON.
// Arguments: the checkout, a temporary folder, perhaps --document.

import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { writeForumOfFifty } from './fifty.mjs';
import { firstVisit } from './first_visit.mjs';
import { inTurns, load, median, write } from './load.mjs';
import { fetchOnce, makeCertificate, memoryMib, signIn, startNginx, startSala, stop } from './programs.mjs';

const [root, folder, document] = process.argv.slice(2);
const program = join(root, 'build/release/sala');
const database = join(folder, 'bench.db');
const fosdemFile = join(root, '../shared/data/standards/schedule/fosdem_2021.xml');
const fosdem = '/fosdem-2021/programme';
const thai = { 'Accept-Language': 'th' };
const figures = {};
const notes = [];

const rounded = value => Number(value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2));

function keep(name, value, unit, { goal, peer } = {}) {
    figures[name] = { value: rounded(value), unit };
    if (goal !== undefined)
        figures[name].goal = goal;
    if (peer !== undefined)
        figures[name].peer = rounded(peer);
}

function keepLoad(name, measured, peer, goals = {}) {
    keep(`${name}_per_second`, measured.perSecond, '/s', { goal: goals.perSecond, peer: peer?.perSecond });
    keep(`${name}_p99_ms`, measured.p99Ms, 'ms', { goal: goals.p99Ms, peer: peer?.p99Ms });
}

const say = words => process.stderr.write(`bench web: ${words}\n`);

function bring(path) {
    try {
        execFileSync(program, ['import', path, '--database', database], { stdio: ['ignore', 'ignore', 'pipe'] });
    } catch (trouble) {
        throw new Error(`${path} was not imported: ${trouble.stderr}`);
    }
}

// With the two sample forums in the store, as after bin/run.
async function measureStart() {
    const times = [];
    for (let n = 0; n < 10; ++n) {
        const sala = await startSala(program, database);
        times.push(sala.startMs);
        if (n === 9) {
            await fetchOnce(`${sala.address}/phnom-penh-2022`);
            keep('idle_mib', memoryMib(sala.child), 'MiB', { goal: 40 });
            await measureFirstVisit(sala);
        }
        await stop(sala.child);
    }
    keep('start_ms', median(times), 'ms', { goal: 150 });
}

async function measureFirstVisit(sala) {
    const english = await firstVisit(sala.address, '/phnom-penh-2022', false);
    const whole = await firstVisit(sala.address, '/phnom-penh-2022', true);
    keep('first_visit_kib', english.kib, 'KiB', { goal: 70 });
    const kib = Object.entries(english.parts).map(([name, size]) => `${name} ${(size / 1024).toFixed(1)}`);
    notes.push(`First visit, KiB: ${kib.join(', ')}. With the fonts of the Thai names on that page: ` +
        `${whole.kib.toFixed(1)}.`);
}

// The pages under load, with what they must hold for the figure to mean anything.
function pagesOf(cookie, hasFosdem, fifty) {
    const pages = [{ name: 'health', path: '/health', holds: '"ok"' }];
    if (hasFosdem)
        pages.push({ name: 'fosdem_anonymous', path: fosdem, holds: '</html>' },
            { name: 'fosdem_signed_in', path: fosdem, headers: { Cookie: cookie }, holds: '/login/out' });
    pages.push({
        name: 'store_page', path: fifty.path, headers: { Cookie: cookie, ...thai }, holds: 'lang="th"', rows: fifty.rows,
        goals: { perSecond: 5000, p99Ms: 15 },
    });
    return pages;
}

async function bytesOf(sala, page) {
    const reply = await fetchOnce(sala.address + page.path, { headers: page.headers });
    const text = reply.bytes.toString('utf8');
    const rows = text.split('<th scope="row">').length - 1;
    if (reply.status !== 200 || !text.includes(page.holds) || (page.rows && rows !== page.rows))
        throw new Error(`${page.path} is not the page that was to be measured: ${reply.status}, ${rows} rows`);
    return reply.bytes;
}

async function measureWriters(sala, cookie) {
    const headers = { Cookie: cookie, Accept: 'application/json' };
    const sheet = '/phnom-penh-2022/sheets/topics';
    // Each round begins at the versions that the last one left.
    const eight = async () => JSON.parse((await fetchOnce(`${sala.address}${sheet}.json`, { headers })).bytes)
        .rows.slice(0, 8).map(row => ({ path: `${sheet}/${row.key}`, version: row.version }));
    const form = await fetchOnce(sala.address + (await eight())[0].path, { headers: { Cookie: cookie } });
    const csrf = form.bytes.toString('utf8').match(/name="csrf" value="([^"]+)"/)[1];
    const script = join(root, 'bench/web/edit.lua');
    const [measured] = await inTurns([async () => write(script, sala.address, cookie, csrf, await eight())]);
    keep('write_p99_ms', measured.p99Ms, 'ms', { goal: 30 });
    notes.push(`Eight writers together kept ${rounded(measured.perSecond)} changes a second, each on the disk.`);
}

async function measurePages(pages, plain, secure, nginx, sizes) {
    for (const { name, path, headers, goals } of pages) {
        say(`${name}, five rounds`);
        const asked = [{ address: plain.address + path, headers }, { address: `${nginx.address}/${name}` },
            { address: secure.address + path, headers }, { address: `${nginx.tlsAddress}/${name}` }];
        const [own, peer, ownTls, peerTls] = await inTurns(asked.map(one => () => load(one)));
        keepLoad(name, own, peer, goals);
        keepLoad(`${name}_tls`, ownTls, peerTls, goals);
    }
    const kib = pages.map(({ name }) => `${name} ${(sizes[name] / 1024).toFixed(1)}`);
    notes.push(`Sizes as sent, without compression, KiB: ${kib.join(', ')}.`);
}

function table() {
    const lines = ['| figure | value | unit | goal | nginx |', '|---|--:|---|--:|--:|'];
    for (const [name, one] of Object.entries(figures)) {
        const atLeast = name.endsWith('_per_second');
        const goal = one.goal === undefined ? '' : `${atLeast ? '≥' : '≤'} ${one.goal}`;
        const missed = one.goal !== undefined && (atLeast ? one.value < one.goal : one.value > one.goal);
        lines.push(`| \`${name}\` | ${one.value}${missed ? ' (missed)' : ''} | ${one.unit} | ${goal} | ${one.peer ?? ''} |`);
    }
    const machine = `${cpus().length} processors, ${cpus()[0].model}`;
    return `${lines.join('\n')}\n\nMachine: ${machine}. ${notes.join(' ')}\n`;
}

function writeIntoDocument(text) {
    const file = join(root, 'docs/numbers.md');
    const [before, rest] = readFileSync(file, 'utf8').split('<!-- bench:web -->\n');
    const after = rest.slice(rest.indexOf('<!-- /bench -->'));
    writeFileSync(file, `${before}<!-- bench:web -->\n${text}${after}`);
}

async function main() {
    say('the two sample forums');
    bring(join(root, 'samples/phnom-penh-2022'));
    bring(join(root, 'samples/bangkok-2019'));
    await measureStart();
    const fifty = writeForumOfFifty(join(folder, 'fifty'));
    bring(join(folder, 'fifty'));
    const hasFosdem = existsSync(fosdemFile);
    if (hasFosdem)
        bring(fosdemFile);
    else
        say(`${fosdemFile} is not here, so FOSDEM's programme is not measured`);

    const tls = makeCertificate(folder);
    const plain = await startSala(program, database);
    const secure = await startSala(program, database, tls);
    const cookie = await signIn(plain);
    const pages = pagesOf(cookie, hasFosdem, fifty);
    const files = {};
    for (const page of pages)
        files[page.name] = await bytesOf(plain, page);
    const sizes = Object.fromEntries(Object.entries(files).map(([name, bytes]) => [name, bytes.length]));
    const nginx = await startNginx(folder, files, tls);
    await measurePages(pages, plain, secure, nginx, sizes);
    say('eight writers');
    await measureWriters(plain, cookie);
    for (const one of [plain, secure, nginx])
        await stop(one.child);

    mkdirSync(join(root, 'build/bench'), { recursive: true });
    writeFileSync(join(root, 'build/bench/web.json'), JSON.stringify(figures, null, 2) + '\n');
    process.stdout.write(table());
    if (document)
        writeIntoDocument(table());
}

main().catch(trouble => {
    say(trouble.message);
    process.exit(1);
});
