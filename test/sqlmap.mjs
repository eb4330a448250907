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
// [path, fields of a form or nothing, parameters to try]. Each kind of reading of words: LIKE, keys,
// numbers, days, lists, free text that is kept.
const targets = [
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
    [`${forum}/presence?x=1`, undefined, 'x'],
    // A star stands where a part of the path is tried.
    [`${forum}/lists/arrivals*`], [`${forum}/registrations/1*`], [`${forum}/badge-prints/1*`], [`${forum}/delegations/bangkok*`],
    [`${forum}/door/list.json?x=1`, undefined, 'x'],
    ['/login', { address: 'a@b.example', password: 'x' }, 'address,password'],
    ['/login/letter', { address: 'a@b.example' }, 'address'],
    [`${forum}/door`, { scan: 'a', code: 'B1', person: '1', door: 'Main', zone: 'Hall', at: '1' },
        'scan,code,person,door,zone,at'],
    [`${forum}/roles`, { address: 'a@b.example', name: 'A', role: 'press', part: '' }, 'address,name,role,part'],
    [`${forum}/badge-designs`, { category: '', colour: 'red', zones: 'Hall', photo: 'yes' }, 'category,colour,zones'],
    [`${forum}/delegations/bangkok/people/new`, { role: 'adviser', name_en: 'Ama', diet: 'x', arrives_on: '2022-12-01' },
        'role,name_en,diet,arrives_on'],
    [`${forum}/door/walk-in`, { delegation: 'bangkok', name: 'Ama', organisation: 'x', category: '' },
        'delegation,name,organisation,category'],
    [`${forum}/duplicates`, { kept: '1', merged: '2' }, 'kept,merged'],
    [`${forum}/decisions`, { step: 'approve', reason: 'a', 'pick-1': 'yes' }, 'step,reason,pick-1'],
    [`${forum}/circulars`, { audience: 'registered', kind: 'notice', delegation: 'bangkok', category: '', status: '',
        subject_en: 'a', body_en: 'b', subject_th: 'a', body_th: 'b' }, 'audience,kind,delegation,category,status,subject_en'],
    [`${forum}/vehicles`, { delegation: 'bangkok', plate: 'GR 1', remark: 'van' }, 'delegation,plate,remark'],
];

async function signedIn(sala) {
    const link = await signInLink(sala.address, sala.database);
    const reply = await fetch(link, { method: 'POST', redirect: 'manual', body: new URLSearchParams() });
    const cookie = reply.headers.getSetCookie().find(one => one.startsWith('__Host-sala=')).split(';')[0];
    const page = await (await fetch(`${sala.address}/login/mine/tokens`, { headers: { Cookie: cookie } })).text();
    return { cookie, csrf: /name="csrf" value="([^"]+)"/.exec(page)[1] };
}

function tries(sala, who, output, [path, fields, parameters]) {
    const line = ['--batch', '--disable-coloring', '--flush-session', '--level=2', '--risk=1', '--technique=BEU', '--threads=4',
        '--ignore-code=401,403,404,409,412,422,429', `--output-dir=${output}`, `--cookie=${who.cookie}`, '-u', sala.address + path];
    if (parameters)
        line.push('-p', parameters);
    if (fields)
        line.push(`--data=${new URLSearchParams({ csrf: who.csrf, ...fields })}`);
    const { stdout } = spawnSync('sqlmap', line, { encoding: 'utf8', maxBuffer: 1 << 28 });
    const found = /sqlmap identified the following injection point/.test(stdout);
    const looked = /do not appear to be injectable/.test(stdout);
    if (found || !looked)
        console.error(stdout.split('\n').slice(-40).join('\n'));
    console.log(`sqlmap: ${path.split('?')[0]} (${parameters ?? 'path'}): ${found ? 'FOUND' : looked ? 'nothing' : 'was not tried'}`);
    return !found && looked;
}

const output = mkdtempSync(join(tmpdir(), 'sala-sqlmap-'));
const sala = await startSala(['samples/phnom-penh-2022']);
let clean = true;
try {
    const who = await signedIn(sala);
    for (const target of targets)
        clean = tries(sala, who, output, target) && clean;
} finally {
    await sala.stop();
    rmSync(output, { recursive: true });
}
process.exit(clean ? 0 : 1);
