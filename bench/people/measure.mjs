// SPDX-License-Identifier: Apache-2.0
//
// Opens every list of people with ten and with ten thousand registered.
// Arguments: the checkout, a temporary folder, perhaps --document.

import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { circular, fillWithLetters, fillWithPeople, giveRoles, letIn, question } from './fill.mjs';
import { median, publish, rounded } from '../table.mjs';
import { fetchOnce, signIn, startSala, stop } from '../web/programs.mjs';

const [root, folder, document] = process.argv.slice(2);
const program = join(root, 'build/release/sala');
const database = join(folder, 'bench.db');
const forum = '/phnom-penh-2022';
const lists = ['registrations', 'registrations?q=somchai', 'registrations?status=submitted', 'decisions', 'badges',
    'presence', 'duplicates', 'participants', 'seats', 'lists/arrivals', 'lists/rooms', 'lists/diet',
    'lists/interpreters', 'lists/visas', 'lists/departures', 'lists/arrivals?part=2022-12-02', 'decisions?status=submitted',
    'participants?q=somchai', 'delegations/bangkok', 'door?q=somchai+saetang', 'invitations', 'acts', 'answers',
    `answers?question=${question}`, `answers?question=${question}&open=yes`, 'name-plates', 'visa-letters', 'vehicles',
    'registrations?wish=yes', `circulars/${circular}`,
    'outbox', 'outbox?part=waiting', 'outbox/many', 'roles', 'roles?q=p99'];
const goal = 50;  // ms

// From the request to the last byte, over loopback: a little more than what the server takes.
async function measured(sala, cookie) {
    const all = {};
    for (const list of lists) {
        const took = [];
        for (let n = 0; n < 5; ++n) {
            const begin = performance.now();
            const reply = await fetchOnce(`${sala.address}${forum}/${list}`, { headers: { Cookie: cookie } });
            took.push(performance.now() - begin);
            if (reply.status !== 200)
                throw new Error(`${list} answered ${reply.status}`);
        }
        all[list] = median(took);
    }
    return all;
}

async function with_(people, before) {
    const number = fillWithPeople(database, 'phnom-penh-2022', before, people);
    letIn(database, number, before, people);
    fillWithLetters(database, number, before, people);
    giveRoles(database, number, before, people);
    const sala = await startSala(program, database);
    const cookie = await signIn(sala);
    const found = await measured(sala, cookie);
    await stop(sala.child);
    return found;
}

execFileSync(program, ['import', join(root, 'samples/phnom-penh-2022'), '--database', database], { stdio: 'ignore' });
const few = await with_(10, 0);
const many = await with_(10_000, 10);
const figures = {};
for (const list of lists) {
    const name = list.replace(`=${question}`, '').replace(`/${circular}`, '').replace(/[/?=+&]/g, '_');
    figures[`${name}_ms`] = { value: rounded(many[list]), unit: 'ms', goal };
}
const ten = lists.map(list => `${list} ${rounded(few[list])}`);
publish(root, 'people', figures, `From the request to the last byte, the median of five. With ten registered, ms: ${ten.join(', ')}. ` +
    'That a page asks as many questions of the store for many as for few is what the tests of each list compare.', document);
