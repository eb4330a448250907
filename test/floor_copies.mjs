// SPDX-License-Identifier: Apache-2.0
//
// Two copies of the program on one PostgreSQL: what the chair does at one is on the screens of the
// other at once, and of two chairs at two copies who click at the same moment one is refused.
//   node test/floor_copies.mjs     wants a server in SALA_TEST_POSTGRESQL; says so when there is none

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { freePort } from './browser/server.mjs';
import { checkout, ended, program, secretariat, serve } from './sala_program.mjs';

const server = process.env.SALA_TEST_POSTGRESQL;
if (!server) {
    console.log('skipped: SALA_TEST_POSTGRESQL names no server; bin/postgresql-for-tests starts one');
    process.exit(77);  // ctest says “skipped”
}
const name = `sala_copies_${process.pid}`;
const sql = words => execFileSync('psql', [server, '--quiet', '-c', words]);
sql(`CREATE DATABASE ${name}`);
const database = server.replace(/\/[^/]*$/, `/${name}`);
execFileSync(program, ['import', join(checkout, 'samples/phnom-penh-2022'), '--database', database]);
const ports = [await freePort(), await freePort()];
const copies = [await serve(database, ports[0]), await serve(database, ports[1])];
const addresses = ports.map(port => `http://127.0.0.1:${port}`);
const sitting = '/phnom-penh-2022/sittings/main-cities';
const headers = await secretariat(database, addresses[0]);
const floor = async copy => (await fetch(`${addresses[copy]}${sitting}/chair.json`, { headers })).json();
const leads = (copy, step, version, words = '') => fetch(`${addresses[copy]}${sitting}/chair`,
    { method: 'POST', headers, body: JSON.stringify({ step, version: String(version), words }) });

try {
    const stream = await fetch(`${addresses[1]}${sitting}/live?audience=hall&language=en`);
    const reader = stream.body.getReader();
    const decoder = new TextDecoder();
    let heard = '';
    const hears = async words => {
        while (!heard.includes(words)) {
            const { value, done } = await reader.read();
            assert(!done, 'the stream ended');
            heard += decoder.decode(value, { stream: true });
        }
    };
    await hears('The sitting has not begun');
    assert.equal((await leads(0, 'open', 0)).status, 200);
    await hears('The chair has the floor');
    const { version } = await floor(1);
    assert.equal((await leads(0, 'message', version, 'Lunch at noon')).status, 200);
    await hears('Lunch at noon');

    // Whoever watches at one copy sees the cards that are shown at the other.
    const polls = await fetch(`${addresses[1]}/api/live?topic=polls:phnom-penh-2022:main-cities`, { headers });
    const cards = polls.body.getReader();
    let told = '';
    const tellsOf = async words => {
        while (!told.includes(words)) {
            const { value, done } = await cards.read();
            assert(!done, 'the stream of polls ended');
            told += decoder.decode(value, { stream: true });
        }
    };
    await tellsOf('event: again');
    const asked = await fetch(`${addresses[0]}${sitting}/polls`,
        { method: 'POST', headers, redirect: 'manual', body: JSON.stringify({ question: 'Is it agreed?' }) });
    assert([200, 303].includes(asked.status), `polls: ${asked.status} ${await asked.text()}`);
    await tellsOf('data: polls:phnom-penh-2022:main-cities');
    assert.doesNotMatch(told, /data: (?!polls:phnom-penh-2022:main-cities)\S/);

    for (let round = 0; round < 20; ++round) {
        const seen = (await floor(round % 2)).version;
        const both = await Promise.all([leads(0, 'message', seen, `${round} here`), leads(1, 'message', seen, `${round} there`)]);
        assert.deepEqual(both.map(one => one.status).sort(), [200, 412], `round ${round}`);
    }
    // The last of those that were not refused stands, at both.
    const [here, there] = [await floor(0), await floor(1)];
    assert.match(here.message, /^19 (here|there)$/);
    assert.equal(here.message, there.message);
    assert.equal(here.version, there.version);

    // Other rules that are set at one hold at the other, from then on: the clock of whoever has the
    // floor stands, the next one's runs at once.
    assert.equal((await leads(1, 'give', there.version)).status, 200);
    const rules = await (await fetch(`${addresses[0]}${sitting}/floor-rules.json`, { headers })).json();
    const seconds = ['statement', 'group', 'response', 'question', 'order', 'reply', 'chair'].map(kind => [`seconds-${kind}`, '300']);
    const set = await fetch(`${addresses[0]}${sitting}/floor-rules`, { method: 'POST', headers, redirect: 'manual', body: JSON.stringify(
        { version: rules.version, 'order-1': 'alphabet', ...Object.fromEntries(seconds), budget_minutes: '0', starts_at_once: 'yes' }) });
    assert([200, 303].includes(set.status), `rules: ${set.status} ${await set.text()}`);
    const after = [await floor(0), await floor(1)];
    assert.deepEqual(after.map(one => [one.version, one.clock.running]), Array(2).fill([there.version + 2, false]));
    assert.equal((await leads(1, 'give', there.version + 2)).status, 200);
    assert.deepEqual([(await floor(0)).clock.running, (await floor(1)).clock.running], [true, true]);

    // Whoever is renamed at one is called so on the screens of the other, though nothing is done on
    // the floor.
    const { list, version: led } = await floor(0);
    const { entry, person } = list.find(one => one.person);
    const was = person.en.verbatim;
    const given = await fetch(`${addresses[0]}${sitting}/chair`,
        { method: 'POST', headers, body: JSON.stringify({ step: 'give', entry, version: String(led), words: 'They wait for a flight' }) });
    assert.equal(given.status, 200, await given.text());
    await hears(was);
    const { rows } = await (await fetch(`${addresses[0]}/phnom-penh-2022/sheets/persons.json`, { headers })).json();
    const row = rows.find(one => one.name?.en?.verbatim === was);
    for (const [path, form] of [[`sheets/persons/${row.key}`, { version: row.version, name_en: `${was} of Hue` }], ['releases', { name: 'Renamed', despite: 'yes' }]]) {
        const kept = await fetch(`${addresses[0]}/phnom-penh-2022/${path}`, { method: 'POST', headers, redirect: 'manual', body: JSON.stringify(form) });
        assert([200, 303].includes(kept.status), `${path}: ${kept.status} ${await kept.text()}`);
    }
    await hears(`${was} of Hue`);
    console.log('two copies show one floor');
} finally {
    for (const copy of copies)
        await ended(copy);
    sql(`DROP DATABASE ${name}`);
}
process.exit(0);
