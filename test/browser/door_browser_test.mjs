// SPDX-License-Identifier: Apache-2.0
//
// What a door knows without network: the photos of whom it has not met yet, and vehicles by their
// pass, the letters under it and their plate; and the same without script. What another door was
// faster with, whose badge was revoked, and whose hands the telephone is in.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { answer, door, forum, json, open, opened, other, people, plate, post, sala, scan, secretary, shut,
    signIn, standsAt, stored, vehicle, waits } from './at_the_door.mjs';
import { shots, violations, visitor } from './browser.mjs';
import { ways, words } from './look_at.mjs';

before(() => open(['Anong Srisuk', 'Boonmee Chaiyo', 'Chai Dee', 'Dara Sok', 'Ekachai Dee']));
after(shut);

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
