// SPDX-License-Identifier: Apache-2.0
//
// Lets sqlmap try the forms and searches of a running server, signed in as the secretariat, and
// fails when it finds a way into the store. Takes minutes; bin/test --sqlmap runs it.
//   node test/sqlmap.mjs    SALA_PROGRAM names the program; build/release/sala unless said

import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startSala, signInLink } from './browser/server.mjs';

const forum = '/phnom-penh-2022';
const people = `${forum}/delegations/bangkok/people`;
// [path, fields of a form or nothing, parameters to try]. Each kind of reading of words: LIKE, keys,
// numbers, days, lists, free text that is kept.
// `there`: the numbers of what the forum was filled with, so that a target reads rows and no refusal.
const targetsOf = there => [
    [`/search?q=flood`, undefined, 'q'],
    [`${forum}/search?q=flood`, undefined, 'q'],
    [`${forum}/programme?by=time`, undefined, 'by'],
    [`${forum}/registrations?q=a&status=approved&category=press&delegation=bangkok&from=0`, undefined,
        'q,status,category,delegation,from'],
    [`${forum}/badges?q=a&from=0`, undefined, 'q,from'],
    [`${forum}/door?q=a&door=Main&zone=Hall&in=1`, undefined, 'q,door,zone,in'],
    [`${forum}/acts?who=a&verb=a&since=2022-01-01&until=2030-01-01&before=9`, undefined, 'who,verb,since,until,before'],
    [`${forum}/seats?each=1&width=6`, undefined, 'each,width'],
    [`${forum}/decisions?step=approve&reason=a&status=submitted&category=press&q=a&from=0`, undefined,
        'step,reason,status,category,q,from'],
    [`${forum}/participants?q=a&delegation=bangkok&from=0`, undefined, 'q,delegation,from'],
    [`${forum}/lists/arrivals?part=2022-12-01&all=yes&whole=no&from=0`, undefined, 'part,all,whole,from'],
    [`${forum}/lists/rooms.json?part=Hotel&from=0`, undefined, 'part,from'],
    [`${forum}/duplicates?from=0`, undefined, 'from'],
    [`${forum}/circulars/${there.circular}?recipient=registration-${there.person}`, undefined, 'recipient'],
    // A star stands where a part of the path is tried.
    [`${forum}/lists/arrivals*`], [`${forum}/registrations/${there.person}*`], [`${forum}/badge-prints/${there.print}*`],
    [`${forum}/delegations/bangkok*`], [`${people}/${there.person}*`], [`${forum}/circulars/${there.circular}*`],
    [`${forum}/answers?question=${there.question}&open=yes&from=0`, undefined, 'question,open,from'],
    [`${forum}/name-plates?delegation=bangkok&from=0`, undefined, 'delegation,from'],
    [`${forum}/visa-letters?delegation=bangkok&nationality=Thai&from=0`, undefined, 'delegation,nationality,from'],
    [`${forum}/vehicles?q=GR&state=given&delegation=bangkok&from=0`, undefined, 'q,state,delegation,from'],
    [`${forum}/delegations/bangkok/vehicles/${there.pass}*`],
    ['/login', { address: 'a@b.example', password: 'x' }, 'address'],
    // Another address each time: after ten tries at one nobody looks at what is sent.
    ['/login', { address: 'somebody@city.example', password: 'x' }, 'password', ['--randomize=address']],
    ['/login/letter', { address: 'a@b.example' }, 'address'],
    [`${forum}/door`, { scan: 'a', code: 'B1', person: there.person, door: 'Main', zone: 'Hall', at: '1' },
        'scan,code,person,door,zone,at'],
    [`${forum}/roles`, { address: 'a@b.example', name: 'A', role: 'press', delegation: '', body: '', category: '' },
        'address,name,role,delegation,body,category'],
    [`${forum}/badge-designs`, { category: '', colour: 'red', zones: 'Hall', photo: 'yes' }, 'category,colour,zones'],
    [`${people}/new`, { role: 'adviser', name_en: 'Ama', diet: 'x', arrives_on: '2022-12-01' },
        'role,name_en,diet,arrives_on'],
    [`${forum}/door/walk-in`, { delegation: 'bangkok', name: 'Ama', organisation: 'x', category: '' },
        'delegation,name,organisation,category'],
    [`${forum}/duplicates`, { kept: there.person, merged: there.second }, 'kept,merged'],
    [`${forum}/decisions`, { step: 'approve', reason: 'a', [`pick-${there.second}`]: 'yes' }, `step,reason,pick-${there.second}`],
    [`${forum}/circulars`, { audience: 'registered', kind: 'notice', delegation: 'bangkok', category: '', status: '',
        subject_en: 'a', body_en: 'b', subject_th: 'a', body_th: 'b' }, 'audience,kind,delegation,category,status,subject_en'],
    [`${forum}/vehicles`, { delegation: 'bangkok', plate: 'GR 1', remark: 'van' }, 'delegation,plate,remark'],
    [`${forum}/delegations/bangkok/vehicles/${there.pass}`, { plate: 'GR 9', remark: 'van' }, 'plate,remark'],
    [`${people}/${there.person}`, { version: '1', role: 'adviser', name_en: 'Ama Mensah', [`q-${there.question}`]: 'M' },
        `version,role,name_en,q-${there.question}`],
];

async function signedIn(sala) {
    const link = await signInLink(sala.address, sala.database);
    const reply = await fetch(link, { method: 'POST', redirect: 'manual', body: new URLSearchParams() });
    const cookie = reply.headers.getSetCookie().find(one => one.startsWith('__Host-sala=')).split(';')[0];
    const page = await (await fetch(`${sala.address}/login/mine/tokens`, { headers: { Cookie: cookie } })).text();
    return { cookie, csrf: /name="csrf" value="([^"]+)"/.exec(page)[1] };
}

// Sends a form and answers the number at the end of where it leads.
async function sends(sala, who, path, fields) {
    const reply = await fetch(sala.address + path, { method: 'POST', redirect: 'manual', headers: { Cookie: who.cookie },
        body: new URLSearchParams({ csrf: who.csrf, ...fields }) });
    if (reply.status !== 303)
        throw new Error(`${path} answered ${reply.status}: ${await reply.text()}`);
    return /(\d*)$/.exec(reply.headers.get('location'))[1];
}

// Two people, one of them approved and with a badge, a question and a letter to many.
async function filled(sala, who) {
    const there = {};
    for (const [name, words] of [['person', 'Ama Mensah'], ['second', 'Yaw Darko']]) {
        there[name] = await sends(sala, who, `${people}/new`, { role: 'adviser', name_en: words, arrives_on: '2022-12-01',
            hotel: 'Hotel', room: 'single', diet: 'none', on_list: 'yes' });
        await sends(sala, who, `${people}/${there[name]}/submit`, {});
    }
    await sends(sala, who, `${forum}/registrations/${there.person}`, { step: 'approve' });
    await sends(sala, who, `${forum}/vehicles`, { delegation: 'bangkok', plate: 'GR 9', remark: 'van' });
    const vehicles = await (await fetch(`${sala.address}${forum}/vehicles.json`, { headers: { Cookie: who.cookie } })).json();
    there.pass = vehicles.vehicles[0].id;
    there.print = await sends(sala, who, `${forum}/badges`, {});
    await sends(sala, who, `${forum}/registration-rules/questions`, { prompt_en: 'Shirt?', kind: 'words', needed: 'yes' });
    const rules = await (await fetch(`${sala.address}${forum}/registration-rules.json`, { headers: { Cookie: who.cookie } })).json();
    there.question = rules.questions[0].id;
    there.circular = await sends(sala, who, `${forum}/circulars`, { audience: 'registered', kind: 'notice', subject_en: 'a',
        body_en: 'b', subject_th: 'a', body_th: 'b' });
    return there;
}

// What the target answers by itself. Where nobody gets past the door there is nothing to find.
async function answered(sala, who, [path, fields]) {
    const form = fields && { method: 'POST', body: new URLSearchParams({ csrf: who.csrf, ...fields }) };
    const reply = await fetch(sala.address + path.replace('*', ''), { redirect: 'manual', headers: { Cookie: who.cookie }, ...form });
    return reply.status;
}

function tries(sala, who, output, [path, fields, parameters, more = []], status) {
    const open = !(fields ? [401, 403] : [401, 403, 404]).includes(status);
    const line = ['--batch', '--disable-coloring', '--flush-session', '--level=2', '--risk=1', '--technique=BEU', '--threads=4',
        '--ignore-code=401,403,404,409,412,422,429', `--output-dir=${output}`, `--cookie=${who.cookie}`, '-u', sala.address + path, ...more];
    if (parameters)
        line.push('-p', parameters);
    // What a form leads to is a page that grows with each try; a fault shows in the form's own answer.
    if (fields)
        line.push('--ignore-redirects', `--data=${new URLSearchParams({ csrf: who.csrf, ...fields })}`);
    const { stdout } = spawnSync('sqlmap', line, { encoding: 'utf8', maxBuffer: 1 << 28 });
    const found = /sqlmap identified the following injection point/.test(stdout);
    const looked = /do not appear to be injectable/.test(stdout);
    if (found || !looked)
        console.error(stdout.split('\n').slice(-40).join('\n'));
    const came = open ? '' : `, but the target answers ${status}`;
    console.log(`sqlmap: ${path.split('?')[0]} (${parameters ?? 'path'}): ${found ? 'FOUND' : looked ? 'nothing' : 'was not tried'}${came}`);
    return !found && looked && open;
}

const output = mkdtempSync(join(tmpdir(), 'sala-sqlmap-'));
const sala = await startSala(['samples/phnom-penh-2022']);
let clean = true;
try {
    const who = await signedIn(sala);
    const targets = targetsOf(await filled(sala, who));
    // All of them first: sqlmap takes minutes, and a connection that waits so long is closed.
    const statuses = [];
    for (const target of targets)
        statuses.push(await answered(sala, who, target));
    for (const [place, target] of targets.entries())
        clean = tries(sala, who, output, target, statuses[place]) && clean;
} finally {
    await sala.stop();
    rmSync(output, { recursive: true });
}
process.exit(clean ? 0 : 1);
