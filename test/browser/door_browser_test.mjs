// SPDX-License-Identifier: Apache-2.0
//
// What a door knows without network: the photos of whom it has not met yet, and vehicles by their
// pass, the letters under it and their plate; and the same without script. What another door was
// faster with, whose badge was revoked, and whose hands the telephone is in.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { close, phone, shots, violations, visitor } from './browser.mjs';
import { ways, words } from './look_at.mjs';
import { codeOn } from './paper.mjs';
import { signInByLetter, signInLink, startSala, unanswered } from './server.mjs';

const door = 'esi@door.example';
const other = 'noi@door.example';
const cookies = {};
const folder = mkdtempSync(join(tmpdir(), 'sala-door-'));
const forum = '/phnom-penh-2022';
const plate = '1กข 1234 กรุงเทพมหานคร';
const people = {};
let sala, secretary, vehicle;

// As the form of a page would send it; `photo` adds a picture that the browser draws.
async function post(path, fields, photo = false) {
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

const json = async path => (await secretary.page.request.get(sala.address + path)).json();
const pdf = async (path, name) => {
    writeFileSync(join(folder, name), await (await secretary.page.request.get(sala.address + path)).body());
    return join(folder, name);
};

before(async () => {
    sala = await startSala(['samples/phnom-penh-2022'], unanswered);
    secretary = await visitor();
    await secretary.page.goto(await signInLink(sala.address, sala.database));
    await secretary.page.getByRole('button', { name: 'Sign in' }).click();
    await secretary.page.waitForURL(`${sala.address}/`);
    for (const [address, name] of [[door, 'Esi'], [other, 'Noi']])
        await post(`${forum}/roles`, { address, name, role: 'door' });
    const delegation = `${forum}/delegations/bangkok`;
    for (const name of ['Anong Srisuk', 'Boonmee Chaiyo', 'Chai Dee', 'Dara Sok', 'Ekachai Dee']) {
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
});
after(async () => {
    await close();
    await sala?.stop();
    rmSync(folder, { recursive: true });
});

async function signIn(who, mail) {
    if (cookies[mail])
        await who.context.addCookies(cookies[mail]);
    else
        cookies[mail] = await signInByLetter(who, mail, sala);
    await who.page.goto(`${sala.address}${forum}/door`);
}

async function standsAt(options, mail = door) {
    const who = await visitor({ size: phone, workers: 'allow', ...options });
    await signIn(who, mail);
    return who;
}

async function opened(name = 'Gate', mail = door) {
    const who = await standsAt({}, mail);
    await who.page.locator('#door-name').fill(name);
    await who.page.locator('#door-name').blur();
    await who.page.locator('#door-state[data-is=online]').waitFor();
    return who;
}

async function scan(who, words) {
    await who.page.locator('#q').fill(words);
    await who.page.locator('#q').press('Enter');
}

const answer = who => who.page.locator('#door-answer');
const waits = (who, count) => who.page.locator(`#door-state[data-waiting="${count}"]`).waitFor();
const loaded = who => who.page.waitForFunction(() => document.querySelector('#door-answer img')?.naturalWidth > 0);

test('without network a door shows the photo of somebody it has never met', async () => {
    const gate = await opened();
    await gate.page.locator('#door-photos[data-here="2"]').waitFor();
    assert.match(await gate.page.locator('#door-photos').innerText(), /2 of 2/);
    // The page is kept by its worker before the network goes.
    await gate.page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    await gate.page.reload();
    await gate.page.locator('#door-state[data-is=online]').waitFor();
    await gate.context.setOffline(true);
    await scan(gate, people['Anong Srisuk'].token);
    await answer(gate).getByText('Anong Srisuk is let in').waitFor();
    await loaded(gate);
    await scan(gate, people['Chai Dee'].token);
    await answer(gate).getByText('No photo. Look at a document.').waitFor();
    assert.equal(await answer(gate).locator('img').count(), 0);
    assert.deepEqual(await violations(gate.page), []);
    await gate.context.setOffline(false);
    await waits(gate, 0);
    await gate.leave();
});

test('a photo that does not come is said, and is no broken picture', async () => {
    const gate = await standsAt({ workers: 'block' });
    await gate.context.route('**/photos/**', route => route.abort());
    await gate.page.locator('#door-name').fill('Gate');
    await gate.page.locator('#door-state[data-is=online]').waitFor();
    await scan(gate, people['Boonmee Chaiyo'].token);
    await answer(gate).getByText('The photo is not on this telephone').waitFor();
    assert.equal(await answer(gate).locator('img').count(), 0);
    assert.deepEqual(await violations(gate.page), []);
    await gate.page.screenshot({ path: join(shots, 'door-no-photo.png'), fullPage: true });
    await gate.leave();
});

test('a photo that is taken away is not kept any longer', async () => {
    const gate = await opened();
    await gate.page.locator('#door-photos[data-here="2"]').waitFor();
    await post(`${forum}/delegations/bangkok/people/${people['Boonmee Chaiyo'].number}/photo/remove`, {});
    await gate.page.reload();
    await gate.page.locator('#door-photos[data-here="1"]').waitFor();
    assert.equal(await gate.page.evaluate(async () => (await (await caches.open('door-photos')).keys()).length), 1);
    await gate.leave();
});

test('a vehicle is let in by its pass, the letters typed and its plate, without network too', async () => {
    const gate = await opened();
    await scan(gate, vehicle.token);
    await answer(gate).getByText(`${plate} is let in`).waitFor();
    await waits(gate, 0);
    const lets = async words => {
        await scan(gate, words);
        await gate.page.locator('#door-found').getByRole('button', { name: `Let in: ${plate}` }).click();
        await answer(gate).getByText(`${plate} is let in`).waitFor();
    };
    await lets(vehicle.short);
    await lets('1กข1234');
    await waits(gate, 0);
    assert.equal(await answer(gate).getByText('The server refused').count(), 0);
    await gate.page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    await gate.page.reload();
    await gate.page.locator('#door-state[data-is=online]').waitFor();
    await gate.context.setOffline(true);
    await lets(vehicle.short.toLowerCase().replace('-', ' '));
    await waits(gate, 1);
    await gate.context.setOffline(false);
    await waits(gate, 0);
    const kept = execFileSync('sqlite3', [sala.database, 'SELECT COUNT(*) FROM admission WHERE vehicle IS NOT NULL'], { encoding: 'utf8' });
    assert.equal(kept.trim(), '4');
    await gate.leave();
});

test('without script a vehicle is found by its pass, its letters and its plate', async () => {
    const gate = await standsAt({ script: false, workers: 'block' });
    for (const words of [vehicle.token, vehicle.short, 'กข 1234']) {
        await gate.page.locator('#q').fill(words);
        await gate.page.locator('#door-name').fill('Gate');
        await gate.page.getByRole('button', { name: 'Look up' }).click();
        await gate.page.getByRole('button', { name: `Let in: ${plate}` }).click();
        await gate.page.getByText('Let in:').first().waitFor();
    }
    await gate.leave();
});

test('a door says the time of the forum, whatever the telephone is set to', async () => {
    const gate = await opened();
    const said = await gate.page.locator('#door-state').innerText();
    const there = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', timeZone: 'Asia/Phnom_Penh' });
    const now = Date.now();
    assert.ok([now, now - 60_000].some(at => said.includes(there.format(at))), said);
    await gate.leave();
});

const stored = sql => execFileSync('sqlite3', [sala.database, sql], { encoding: 'utf8' }).trim();

test('a badge that another door has just let in is said to be one, though the list is older', async () => {
    const [gate, garden] = [await opened(), await opened('Garden', other)];
    const { token } = people['Dara Sok'];
    await scan(garden, token);
    await answer(garden).getByText('Dara Sok is let in').waitFor();
    await waits(garden, 0);
    await scan(gate, token);
    await answer(gate).getByText('Dara Sok was let in before: Garden').waitFor();
    assert.equal(await answer(gate).getByText('is let in').count(), 0);
    assert.deepEqual(await violations(gate.page), []);
    await gate.page.screenshot({ path: join(shots, 'door-again.png'), fullPage: true });
    await gate.page.getByRole('button', { name: 'Undo' }).click();
    await answer(gate).getByText('Undone').waitFor();
    await waits(gate, 0);
    assert.equal(stored('SELECT COUNT(*) FROM admission_undo'), '1');
    await gate.leave();
    await garden.leave();
});

test('whose badge was revoked is refused by name as well, in words', async () => {
    const { badge } = (await json(`${forum}/badges.json`)).people.find(one => one.registration === people['Ekachai Dee'].number);
    await post(`${forum}/badges/${badge}/revoke`, {});
    const gate = await opened();
    await scan(gate, 'ekachai');
    await gate.page.getByText('Badge revoked. Ask Ekachai Dee to the desk.').waitFor();
    assert.equal(await gate.page.getByRole('button', { name: 'Let in: Ekachai Dee' }).count(), 0);
    assert.deepEqual(await violations(gate.page), []);
    await gate.page.screenshot({ path: join(shots, 'door-revoked-name.png'), fullPage: true });
    await gate.leave();
});

test('a scan that waits stays of whoever stood there when the telephone goes to somebody else', async () => {
    const gate = await opened('Shift', other);
    await gate.page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    await gate.page.reload();
    await gate.page.locator('#door-state[data-is=online]').waitFor();
    await gate.context.setOffline(true);
    await scan(gate, people['Chai Dee'].token);
    await waits(gate, 1);
    await gate.page.goto('about:blank');
    await gate.context.setOffline(false);
    await gate.context.clearCookies();
    await signIn(gate, door);
    await waits(gate, 0);
    assert.equal(stored("SELECT l.name FROM admission m JOIN login l ON l.id = m.by_login WHERE m.door = 'Shift'"), 'Noi');
    assert.equal(stored("SELECT l.name FROM act a JOIN login l ON l.id = a.login WHERE a.verb = 'admit' AND a.for_whom <> ''"), 'Esi');
    await gate.leave();
});

test('on the page of who is here the time stands beside the sentence, not over it', async () => {
    // A door without network knew her name and nothing of the revocation.
    await post(`${forum}/door`, { scan: 'late', person: people['Ekachai Dee'].number, door: 'Garden', offline: 'yes' });
    assert.ok((await json(`${forum}/presence.json`)).to_look_at > 0);
    for (const way of ways) {
        const who = await visitor(way);
        await who.context.addCookies(await secretary.context.cookies());
        await who.page.goto(`${sala.address}${forum}/presence`);
        const apart = await who.page.locator('#presence .acts li').first().evaluate(row => {
            const [time, words] = [...row.children].map(one => {
                const range = document.createRange();
                range.selectNodeContents(one);
                return range.getBoundingClientRect();
            });
            return time.right <= words.left || time.bottom <= words.top + 1;
        });
        assert.ok(apart, words(way));
        await who.page.screenshot({ path: join(shots, `presence-rows-${way.language}-${way.size.width}.png`), fullPage: true });
        await who.leave();
    }
});
