// SPDX-License-Identifier: Apache-2.0
//
// From the sheet to the door: a focal point registers six, the secretariat returns one and approves
// five, badges are printed and read, two doors lose the network and come back. Then every page that
// needs somebody to be there is opened as whoever may.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { close, phone, violations, visitor } from './browser.mjs';
import { lookAt, ways, words } from './look_at.mjs';
import { pagesAboutPeople, pagesFor } from './pages.mjs';
import { codeOn } from './paper.mjs';
import { signInByLetter, signInLink, startSala, unanswered } from './server.mjs';

const ama = 'ama@bangkok.example';
const doors = ['esi@door.example', 'noi@door.example'];
const manager = 'mai@press.example';
const folder = mkdtempSync(join(tmpdir(), 'sala-people-'));
const names = ['Anong Srisuk', 'Boonmee Chaiyo', 'Chai Dee', 'Dao Suwan', 'Ekachai Thongphattharaphongphithak Na Ayutthaya', 'Fah Rungsi'];
const cookies = {};
let sala, forum, secretary, badges;

// A form of the page of `path`, sent as its button would.
async function post(who, path, fields) {
    return who.page.evaluate(async ([address, typed]) => {
        const page = await (await fetch('/login/mine/tokens')).text();
        const csrf = /name="csrf" value="([^"]+)"/.exec(page)[1];
        const reply = await fetch(address, { method: 'POST', body: new URLSearchParams({ csrf, ...typed }),
            headers: { Accept: 'application/json' } });
        return { status: reply.status, url: reply.url };
    }, [sala.address + path, fields]);
}

const json = async (who, path) => (await who.page.request.get(sala.address + path)).json();

async function give(mail, role, part = '') {
    const { status } = await post(secretary, `${forum}/roles`, { address: mail, name: mail.split('@')[0], role,
        ...Object.fromEntries(part ? [part.split('=')] : []) });
    assert.ok(status < 400, `${role} for ${mail}: ${status}`);
}

async function signedIn(mail, options) {
    const who = await visitor(options);
    if (cookies[mail])
        await who.context.addCookies(cookies[mail]);
    else
        cookies[mail] = await signInByLetter(who, mail, sala);
    return who;
}

before(async () => {
    sala = await startSala(['samples/phnom-penh-2022'], unanswered);
    forum = '/phnom-penh-2022';
    secretary = await visitor();
    await secretary.page.goto(await signInLink(sala.address, sala.database));
    await secretary.page.getByRole('button', { name: 'Sign in' }).click();
    await secretary.page.waitForURL(`${sala.address}/`);
    cookies.secretary = await secretary.context.cookies();
    const category = await post(secretary, `${forum}/sheets/categories/new`, { key: 'press', number: '1', name_en: 'Press' });
    assert.ok(category.status < 400);
    await give(ama, 'focal-point', 'delegation=bangkok');
    for (const door of doors)
        await give(door, 'door');
    await give(manager, 'secretariat', 'category=press');
});
after(async () => {
    await close();
    await sala?.stop();
    rmSync(folder, { recursive: true });
});

test('a focal point registers six from a sheet and sends them in', async () => {
    const who = await signedIn(ama);
    const sheet = join(folder, 'people.csv');
    writeFileSync(sheet, `role,category,name_en,diet\n${names.map((name, n) =>
        `${n ? 'adviser' : 'head'},press,${name},`).join('\n')}\n`);
    await who.page.goto(`${sala.address}${forum}/delegation`);
    await who.page.getByRole('link', { name: 'Import a sheet' }).click();
    await who.page.locator('#file').setInputFiles(sheet);
    await who.page.getByRole('button', { name: 'Register them' }).click();
    await who.page.getByText('6 people came in from the sheet.').waitFor();
    assert.deepEqual(await violations(who.page), []);
    const sent = await post(who, `${forum}/delegations/bangkok/submit`, {});
    assert.ok(sent.status < 400);
    const { people } = await json(who, `${forum}/delegations/bangkok.json`);
    assert.deepEqual(people.map(one => one.status), Array(6).fill('submitted'));
    await who.leave();
});

test('the secretariat returns one and approves five', async () => {
    const { people } = await json(secretary, `${forum}/registrations.json?status=submitted`);
    const chai = people.find(one => one.name_en === 'Chai Dee');
    await secretary.page.goto(`${sala.address}${forum}/registrations/${chai.id}`);
    await secretary.page.locator('select[name=step]').selectOption('give-back');
    await secretary.page.locator('textarea[name=reason]').fill('Please give the name as in the passport.');
    await secretary.page.getByRole('button', { name: 'Record the decision' }).click();
    await secretary.page.getByText('came back').first().waitFor();
    await secretary.page.goto(`${sala.address}${forum}/decisions?status=submitted&step=approve`);
    await secretary.page.getByText('5 people would be decided about').waitFor();
    await secretary.page.getByRole('button', { name: 'Record the decision about those that are ticked' }).click();
    await secretary.page.waitForURL(`${sala.address}${forum}/registrations`);
    const approved = await json(secretary, `${forum}/registrations.json?status=approved`);
    assert.equal(approved.people.length, 5);
    const who = await signedIn(ama);
    await who.page.goto(`${sala.address}${forum}/delegations/bangkok`);
    await who.page.getByText('Please give the name as in the passport.').waitFor();
    await who.leave();
});

test('badges are printed, and a camera reads them', async () => {
    await secretary.page.goto(`${sala.address}${forum}/badges`);
    await secretary.page.getByRole('button', { name: 'Make 5 badges' }).click();
    await secretary.page.getByRole('heading', { name: 'Badges to print' }).waitFor();
    const print = new URL(secretary.page.url()).pathname;
    badges = { print };
    for (const size of ['a6', 'id1']) {
        const pdf = join(folder, `${size}.pdf`);
        writeFileSync(pdf, await (await secretary.page.request.get(`${sala.address}${print}.pdf?size=${size}`)).body());
        const text = execFileSync('pdftotext', ['-layout', pdf, '-'], { encoding: 'utf8' });
        badges[size] = text.split('\f').slice(0, 5).map((page, n) => ({
            name: names.find(name => page.replace(/\s+/g, ' ').includes(name)),
            short: /[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(page)[0], token: codeOn(pdf, n + 1),
        }));
    }
    assert.deepEqual(badges.a6, badges.id1);
    assert.equal(new Set(badges.a6.map(one => one.token)).size, 5);
    for (const { name, short, token } of badges.a6) {
        assert.ok(name && name !== 'Chai Dee');
        assert.match(token, /^B[0-9A-Z]{29}$/);
        assert.notEqual(token.slice(-8), short.replace('-', ''));
    }
});

async function standsAt(mail, door) {
    const who = await signedIn(mail, { size: phone, workers: 'allow' });
    await who.page.goto(`${sala.address}${forum}/door`);
    await who.page.locator('#door-name').fill(door);
    await who.page.locator('#door-name').blur();
    await who.page.locator('#door-state[data-is=online]').waitFor();
    return who;
}

async function scan(who, words_) {
    await who.page.locator('#q').fill(words_);
    await who.page.locator('#q').press('Enter');
}

const answer = who => who.page.locator('#door-answer');
const isWhole = async who => assert.deepEqual(await violations(who.page), []);

test('two doors check in, lose the network, and come back', async () => {
    const [main, garden] = [await standsAt(doors[0], 'Main'), await standsAt(doors[1], 'Garden')];
    const [first, second, third, fourth] = badges.a6;
    await scan(main, first.token);
    await answer(main).getByText(`${first.name} is let in`).waitFor();
    await isWhole(main);
    // The page is kept by its worker before the network goes.
    await main.page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    await main.page.reload();
    await main.page.locator('#door-state[data-is=online]').waitFor();
    for (const door of [main, garden])
        await door.context.setOffline(true);
    await scan(main, second.token);
    await answer(main).getByText(`${second.name} is let in`).waitFor();
    await main.page.locator('#door-state[data-is=offline][data-waiting="1"]').waitFor();
    await scan(garden, second.token);
    await scan(garden, third.short);
    await garden.page.getByRole('button', { name: `Let in: ${third.name}` }).click();
    await answer(garden).getByText(`${third.name} is let in`).waitFor();
    // Switched off and on again without network: the page and what waits are still there.
    await main.page.reload();
    await main.page.locator('#door-state[data-is=offline][data-waiting="1"]').waitFor();
    await scan(main, 'no badge at all');
    await answer(main).getByText('Nobody of this name').waitFor();
    await scan(main, 'B' + '0'.repeat(29));
    await answer(main).getByText('This is no badge that this door knows').waitFor();
    // Meanwhile a badge is revoked; the door lets it in by its old list, and that is seen later.
    const { people } = await json(secretary, `${forum}/badges.json`);
    const held = (await json(secretary, `${forum}/registrations.json`)).people.find(one => one.name_en === fourth.name);
    const badge = people.find(one => one.registration === held.id).badge;
    assert.ok((await post(secretary, `${forum}/badges/${badge}/revoke`, {})).status < 400);
    await scan(main, fourth.token);
    await answer(main).getByText(`${fourth.name} is let in`).waitFor();
    for (const door of [main, garden]) {
        await door.context.setOffline(false);
        await door.page.locator('#door-state[data-is=online][data-waiting="0"]').waitFor();
    }
    const presence = await json(secretary, `${forum}/presence.json`);
    assert.equal(presence.here, 4);
    assert.deepEqual(presence.by_door, { Garden: 1, Main: 3 });
    assert.equal(presence.to_look_at, 2);
    await scan(main, fourth.token);
    await answer(main).getByText('Badge revoked').waitFor();
    await main.leave();
    await garden.leave();
});

const undo = async who => {
    await who.page.getByRole('button', { name: 'Undo' }).click();
    await answer(who).getByText('Undone').waitFor();
};
const waits = (who, count) => who.page.locator(`#door-state[data-waiting="${count}"]`).waitFor();
const admissions = () => execFileSync('sqlite3', [sala.database, 'SELECT (SELECT COUNT(*) FROM admission), ' +
    '(SELECT COUNT(*) FROM admission_undo)'], { encoding: 'utf8' }).trim().split('|').map(Number);

test('who was let in by mistake is taken back with one press', async () => {
    const main = await standsAt(doors[0], 'Main');
    const fifth = badges.a6[4];
    await scan(main, fifth.name.split(' ')[0].toLowerCase());
    await main.page.getByRole('button', { name: `Let in: ${fifth.name}` }).click();
    await answer(main).getByText('is let in').waitFor();
    await main.page.locator('#door-state[data-waiting="0"]').waitFor();
    assert.equal((await json(secretary, `${forum}/presence.json`)).here, 5);
    await undo(main);
    await waits(main, 0);
    assert.equal((await json(secretary, `${forum}/presence.json`)).here, 4);
    await isWhole(main);
    await main.leave();
});

test('what is undone while it is under way, or without network, is undone all the same', async () => {
    const main = await standsAt(doors[0], 'Main');
    const fifth = badges.a6[4];
    const here = async () => (await json(secretary, `${forum}/presence.json`)).here;
    let [kept, undone] = admissions();
    // Under way: the door has sent it and has no answer yet.
    let pass;
    const held = new Promise(done => { pass = done; });
    await main.page.route(`**${forum}/door`, async route => { await held; await route.continue(); }, { times: 1 });
    await scan(main, fifth.token);
    await answer(main).getByText(`${fifth.name} is let in`).waitFor();
    await undo(main);
    await waits(main, 1);
    pass();
    await waits(main, 0);
    assert.deepEqual(admissions(), [++kept, ++undone]);
    assert.equal(await here(), 4);
    // Arrived, and then the network goes.
    await scan(main, fifth.token);
    await answer(main).getByText(`${fifth.name} is let in`).waitFor();
    await waits(main, 0);
    assert.equal(await here(), 5);
    await main.context.setOffline(true);
    await undo(main);
    await waits(main, 1);
    await main.context.setOffline(false);
    await waits(main, 0);
    assert.deepEqual(admissions(), [++kept, ++undone]);
    assert.equal(await here(), 4);
    await main.leave();
});

test('whoever signs out leaves nothing of the people on the device', async () => {
    const garden = await standsAt(doors[1], 'Garden');
    const kept = () => garden.page.evaluate(() => caches.keys());
    await garden.page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    await garden.page.reload();
    await garden.page.locator('#door-state[data-is=online]').waitFor();
    assert.deepEqual((await kept()).sort(), ['door-list', 'door-page', 'door-photos']);
    await garden.context.clearCookies();
    await garden.page.goto(`${sala.address}/`);
    await garden.page.waitForFunction(async () => (await caches.keys()).length === 0);
    await garden.leave();
});

test('every page that needs somebody is whole and clean, as whoever may open it', async () => {
    const invited = await post(secretary, `${forum}/invitations`,
        { delegation: 'surin', name: 'The Governor', address: 'governor@surin.example', language: 'en' });
    assert.ok(invited.status < 400);
    assert.ok((await post(secretary, `${forum}/vehicles`, { delegation: 'bangkok', plate: '1กข 1234 กรุงเทพมหานคร', remark: 'White van' })).status < 400);
    const stored = sql => execFileSync('sqlite3', [sala.database, sql], { encoding: 'utf8' }).trim();
    const link = stored("SELECT s.words FROM letter_secret s JOIN letter l ON l.id = s.letter WHERE l.reason = 'invitation_letter';");
    const login = stored(`SELECT login FROM login_address WHERE address = '${ama}';`);
    const invitation = stored('SELECT MAX(id) FROM invitation;'), pass = stored('SELECT MAX(id) FROM vehicle_pass;');
    const { people } = await json(secretary, `${forum}/registrations.json`);
    const { url } = await post(secretary, `${forum}/circulars`, { audience: 'focal-points', kind: 'news',
        subject_en: 'News of {forum}', body_en: 'Dear {name},\n\n{link}', subject_th: 'ข่าวของ {forum}', body_th: 'เรียน {name}' });
    assert.ok((await post(secretary, new URL(url).pathname, {})).status < 400);
    const unsubscribe = new URL(stored("SELECT unsubscribe FROM letter WHERE unsubscribe <> '' LIMIT 1;")).pathname;
    const somebody = { pass, circular: url.split('/').pop(), delegation: 'bangkok', registration: people[0].id, token: link.split('/').pop(), invitation, login,
        print: badges.print.split('/').pop() };
    const wrong = [];
    for (const way of ways) {
        const look = (pages, mail) => lookAt(sala.address, pages, way, mail ? { cookies: cookies[mail] } : {});
        wrong.push(...await look({ 'open-invitation': `${forum}/invitation/${somebody.token}` }));
        wrong.push(...await look({ unsubscribe }));
        wrong.push(...await look(pagesAboutPeople('secretariat', somebody), 'secretary'));
        wrong.push(...await look({ presence: `${forum}/presence`, badges: `${forum}/badges` }, 'secretary'));
        wrong.push(...await look(pagesFor('focal-point', somebody), ama));
        wrong.push(...await look(pagesFor('signed-in', somebody), ama));
        wrong.push(...await look({ ...pagesFor('door', somebody), 'door-found': `${forum}/door?q=a&door=Main` }, doors[0]));
        await (await signedIn(manager)).leave();
        wrong.push(...await look(pagesFor('category-manager', somebody), manager));
    }
    assert.deepEqual([...new Set(wrong)], [], words(ways[0]));
});
