// SPDX-License-Identifier: Apache-2.0
//
// A forum with people who have badges, a vehicle with its pass, and two who stand at doors.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { close, phone, visitor } from './browser.mjs';
import { codeOn } from './paper.mjs';
import { signInByLetter, signInLink, startSala, unanswered } from './server.mjs';

export const door = 'esi@door.example';
export const other = 'noi@door.example';
const cookies = {};
const folder = mkdtempSync(join(tmpdir(), 'sala-door-'));
export const forum = '/phnom-penh-2022';
export const plate = '1กข 1234 กรุงเทพมหานคร';
export const people = {};
export let sala, secretary, vehicle;

// As the form of a page would send it; `photo` adds a picture that the browser draws.
export async function post(path, fields, photo = false) {
    const sent = await secretary.page.evaluate(async ([address, typed, picture]) => {
        const page = await (await fetch('/login/mine/tokens')).text();
        const form = new FormData();
        for (const [name, value] of Object.entries({ csrf: /name="csrf" value="([^"]+)"/.exec(page)[1], ...typed }))
            form.set(name, value);
        if (picture) {
            const canvas = Object.assign(document.createElement('canvas'), { width: 600, height: 800 });
            canvas.getContext('2d').fillRect(100, 100, 400, 600);
            form.set('photo', await new Promise(done => canvas.toBlob(done, 'image/jpeg')), 'face.jpg');
        }
        const reply = await fetch(address, { method: 'POST', body: picture ? form : new URLSearchParams(form), headers: { Accept: 'application/json' } });
        return { status: reply.status, url: reply.url, words: await reply.text() };
    }, [sala.address + path, fields, photo]);
    assert.ok(sent.status < 400, `${path}: ${sent.status} ${sent.words.slice(0, 300)}`);
    return new URL(sent.url).pathname;
}

export const json = async path => (await secretary.page.request.get(sala.address + path)).json();
const pdf = async (path, name) => {
    writeFileSync(join(folder, name), await (await secretary.page.request.get(sala.address + path)).body());
    return join(folder, name);
};

// Photos of those whose names come before "Chai".
export async function open(names) {
    sala = await startSala(['samples/phnom-penh-2022'], unanswered);
    secretary = await visitor();
    await secretary.page.goto(await signInLink(sala.address, sala.database));
    await secretary.page.getByRole('button', { name: 'Sign in' }).click();
    await secretary.page.waitForURL(`${sala.address}/`);
    for (const [address, name] of [[door, 'Esi'], [other, 'Noi']])
        await post(`${forum}/roles`, { address, name, role: 'door' });
    const delegation = `${forum}/delegations/bangkok`;
    for (const name of names) {
        const person = await post(`${delegation}/people/new`, { role: 'adviser', name_en: name });
        if (name < 'Chai')
            await post(`${person}/photo`, { agreed: 'yes' }, true);
        people[name] = { number: person.split('/').pop() };
    }
    await post(`${delegation}/submit`, {});
    for (const { number } of Object.values(people))
        await post(`${forum}/registrations/${number}`, { step: 'approve', reason: '' });
    const print = await post(`${forum}/badges`, {});
    const badges = await pdf(`${print}.pdf?size=a6`, 'badges.pdf');
    const pages = execFileSync('pdftotext', ['-layout', badges, '-'], { encoding: 'utf8' }).split('\f');
    for (const [name, one] of Object.entries(people))
        one.token = codeOn(badges, 1 + pages.findIndex(page => page.replace(/\s+/g, ' ').includes(name)));
    await post(`${forum}/vehicles`, { delegation: 'bangkok', plate, remark: 'White van' });
    const passes = await pdf(`${forum}/vehicles.pdf?size=a6`, 'passes.pdf');
    vehicle = { token: codeOn(passes, 1),
        short: /[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(execFileSync('pdftotext', ['-layout', passes, '-'], { encoding: 'utf8' }))[0] };
}

export async function shut() {
    await close();
    await sala?.stop();
    rmSync(folder, { recursive: true });
}

export async function signIn(who, mail) {
    if (cookies[mail])
        await who.context.addCookies(cookies[mail]);
    else
        cookies[mail] = await signInByLetter(who, mail, sala);
    await who.page.goto(`${sala.address}${forum}/door`);
}

export async function standsAt(options, mail = door) {
    const who = await visitor({ size: phone, workers: 'allow', ...options });
    await signIn(who, mail);
    return who;
}

export async function opened(name = 'Gate', mail = door) {
    const who = await standsAt({}, mail);
    await who.page.locator('#door-name').fill(name);
    await who.page.locator('#door-name').blur();
    await who.page.locator('#door-state[data-is=online]').waitFor();
    return who;
}

export async function scan(who, words) {
    await who.page.locator('#q').fill(words);
    await who.page.locator('#q').press('Enter');
}

export const answer = who => who.page.locator('#door-answer');
export const waits = (who, count) => who.page.locator(`#door-state[data-waiting="${count}"]`).waitFor();
export const stored = sql => execFileSync('sqlite3', [sala.database, sql], { encoding: 'utf8' }).trim();
