// SPDX-License-Identifier: Apache-2.0
//
// What a door takes back: somebody let in by mistake, here and at another door, and what the server
// knows better than the list. What is said of a telephone that is signed out, and whether it all fits.

import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { answer, forum, json, open, opened, other, people, post, sala, scan, secretary, shut, stored,
    waits } from './at_the_door.mjs';
import { shots, violations, visitor } from './browser.mjs';
import { lookAt, ways, words } from './look_at.mjs';

before(() => open(['Fah Ngam', 'Gun Dee', 'Hom Jai', 'Ing Fa', 'Jit Dee']));
after(shut);

test('a badge that was revoked a moment ago is refused with the name and the card', async () => {
    const gate = await opened();
    const { badge } = (await json(`${forum}/badges.json`)).people.find(one => one.registration === people['Fah Ngam'].number);
    await post(`${forum}/badges/${badge}/revoke`, {});
    await scan(gate, people['Fah Ngam'].token);
    await answer(gate).getByText('Badge revoked. Ask Fah Ngam to the desk.').waitFor();
    assert.equal(await answer(gate).locator('.found-name').innerText(), 'Fah Ngam');
    assert.equal(await answer(gate).getByText('is let in').count(), 0);
    assert.equal(await answer(gate).getByRole('button', { name: 'Undo' }).count(), 0);
    await scan(gate, 'Fah');
    await gate.page.locator('#door-found').getByText('Badge revoked').waitFor();
    assert.equal(await gate.page.getByText('was let in before').count(), 0);
    await gate.leave();
});

test('what one door took back is green at the next, though its list is older', async () => {
    const garden = await opened('Garden', other);
    await scan(garden, people['Gun Dee'].token);
    await answer(garden).getByText('Gun Dee is let in').waitFor();
    await waits(garden, 0);
    const gate = await opened();
    await garden.page.getByRole('button', { name: 'Undo' }).click();
    await answer(garden).getByText('Undone').waitFor();
    await waits(garden, 0);
    await scan(gate, people['Gun Dee'].token);
    await answer(gate).getByText('Gun Dee is let in').waitFor();
    await waits(gate, 0);
    assert.equal(await answer(gate).getByText('was let in before').count(), 0);
    await garden.leave();
    await gate.leave();
});

test('who was let in by mistake is undone after the next scan, after a reload and by name', async () => {
    const gate = await opened('Gate');
    const lastly = gate.page.locator('#door-lately');
    const undone = who => stored(`SELECT COUNT(*) FROM admission m JOIN admission_undo u ON u.admission = m.id WHERE m.registration = ${people[who].number}`);
    await scan(gate, people['Hom Jai'].token);
    await answer(gate).getByText('Hom Jai is let in').waitFor();
    assert.equal(await lastly.getByText('Hom Jai').count(), 0);
    await scan(gate, people['Ing Fa'].token);
    await answer(gate).getByText('Ing Fa is let in').waitFor();
    await lastly.getByText('Hom Jai').waitFor();
    await waits(gate, 0);
    await gate.page.reload();
    await lastly.getByRole('button', { name: 'Undo: Ing Fa' }).waitFor();
    assert.deepEqual(await violations(gate.page), []);
    await gate.page.screenshot({ path: join(shots, 'door-lately.png'), fullPage: true });
    await lastly.getByRole('button', { name: 'Undo: Hom Jai' }).click();
    await answer(gate).getByText('Undone').waitFor();
    await waits(gate, 0);
    assert.equal(undone('Hom Jai'), '1');
    assert.equal(await lastly.getByText('Hom Jai').count(), 0);
    // At another telephone, by name.
    const garden = await opened('Garden', other);
    await scan(garden, 'Ing Fa');
    await garden.page.locator('#door-found').getByText('Ing Fa was let in before: Gate').waitFor();
    await garden.page.screenshot({ path: join(shots, 'door-seen-name.png'), fullPage: true });
    await garden.page.getByRole('button', { name: 'Undo: Ing Fa' }).click();
    await answer(garden).getByText('Undone').waitFor();
    await waits(garden, 0);
    assert.equal(undone('Ing Fa'), '1');
    await scan(garden, 'Ing Fa');
    await garden.page.getByRole('button', { name: 'Let in: Ing Fa' }).waitFor();
    assert.equal(await garden.page.getByText('was let in before').count(), 0);
    await gate.leave();
    await garden.leave();
});

test('whoever is let in without network is known by name after a reload without it', async () => {
    const gate = await opened();
    await gate.page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    await gate.page.reload();
    await gate.page.locator('#door-state[data-is=online]').waitFor();
    await gate.context.setOffline(true);
    await scan(gate, people['Jit Dee'].token);
    await waits(gate, 1);
    assert.match(await gate.page.locator('#door-state').innerText(), / 1 scan waits\./);
    await gate.page.reload();
    await gate.page.locator('#door-lately').getByText('Jit Dee').waitFor();
    await scan(gate, 'Jit Dee');
    await gate.page.locator('#door-found').getByText('Jit Dee was let in before: Gate').waitFor();
    await gate.page.getByRole('button', { name: 'Undo: Jit Dee' }).first().click();
    await answer(gate).getByText('Undone').waitFor();
    await gate.context.setOffline(false);
    await waits(gate, 0);
    assert.equal(stored(`SELECT COUNT(*) FROM admission m WHERE m.registration = ${people['Jit Dee'].number} AND NOT EXISTS (SELECT 1 FROM admission_undo u WHERE u.admission = m.id)`), '0');
    await gate.leave();
});

test('a telephone that is signed out says so of a good badge, and leads to signing in', async () => {
    const gate = await opened();
    await gate.context.clearCookies();
    await gate.page.evaluate(() => dispatchEvent(new Event('online')));
    await gate.page.locator('#door-state[data-is=signedOut]').waitFor();
    await scan(gate, people['Gun Dee'].token);
    await answer(gate).getByText('You are signed out, so this telephone has no list and knows no badge.').waitFor();
    assert.equal(await answer(gate).getByText('no badge that this door knows').count(), 0);
    assert.equal(await answer(gate).getByRole('link', { name: 'Sign in' }).getAttribute('href'),
        `/login?next=${encodeURIComponent(`${forum}/door`)}`);
    assert.doesNotMatch(await gate.page.locator('#door-state').innerText(), /0 scans/);
    assert.deepEqual(await violations(gate.page), []);
    await gate.page.screenshot({ path: join(shots, 'door-signed-out.png'), fullPage: true });
    await gate.leave();
});

test('the door and the walk-in fit telephones and desks, with nothing cut', async () => {
    for (const way of ways) {
        const wrong = await lookAt(sala.address, { door: `${forum}/door`, 'walk-in': `${forum}/door/walk-in` }, way,
            { cookies: await secretary.context.cookies() });
        assert.deepEqual(wrong, [], words(way));
        const who = await visitor(way);
        await who.context.addCookies(await secretary.context.cookies());
        await who.page.goto(`${sala.address}${forum}/door`);
        const [room, needed] = await who.page.locator('#zone').evaluate(select => {
            const canvas = document.createElement('canvas').getContext('2d');
            const style = getComputedStyle(select);
            canvas.font = style.font;
            const widest = Math.max(...[...select.options].map(one => canvas.measureText(one.text).width));
            return [select.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight), widest];
        });
        assert.ok(needed <= room, `${words(way)}: ${needed} > ${room}`);
        await who.leave();
    }
});
