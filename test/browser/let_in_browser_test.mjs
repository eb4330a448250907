// SPDX-License-Identifier: Apache-2.0
//
// The secretariat makes a second focal point. The first sees who it is, and only what they let the
// second share is shown to them; the pages fit telephones and desks in both languages.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { close, visitor } from './browser.mjs';
import { lookAt, ways, words } from './look_at.mjs';
import { signInByLetter, signInLink, startSala, unanswered } from './server.mjs';

const forum = '/phnom-penh-2022';
const bangkok = `${forum}/delegations/bangkok`;
const ama = 'ama@bangkok.example';
const nok = 'nok@bangkok.example';
let sala, secretary, first, second;

async function gives(address, name) {
    await secretary.page.goto(`${sala.address}${forum}/roles`);
    await secretary.page.getByLabel('E-mail address').fill(address);
    await secretary.page.getByLabel('Name', { exact: true }).fill(name);
    await secretary.page.getByLabel('Role', { exact: true }).selectOption('focal-point');
    await secretary.page.locator('select[name=delegation]').selectOption('bangkok');
    await secretary.page.getByRole('button', { name: 'Give the role' }).click();
    await secretary.page.getByText(address).first().waitFor();
}

async function saysOfHaNoi(who) {
    await who.page.goto(`${sala.address}${bangkok}/preferences`);
    return who.page.locator('select[name="about.ha-noi"]').inputValue();
}

before(async () => {
    sala = await startSala(['samples/phnom-penh-2022'], unanswered);
    secretary = await visitor();
    await secretary.page.goto(await signInLink(sala.address, sala.database));
    await secretary.page.getByRole('button', { name: 'Sign in' }).click();
    await gives(ama, 'Ama');
    first = await visitor();
    await signInByLetter(first, ama, sala);
    await first.page.goto(`${sala.address}${bangkok}/preferences`);
    await first.page.locator('select[name="about.ha-noi"]').selectOption('no');
    await first.page.getByRole('button', { name: 'Save' }).click();
    await gives(nok, 'Nok');
    second = await visitor();
    await signInByLetter(second, nok, sala);
});
after(async () => {
    for (const who of [secretary, first, second])
        await who?.leave();
    await close();
    await sala?.stop();
});

test('pages of who shares, and of who waits to be let in', async () => {
    for (const [name, who] of [['shares', first], ['waits', second]])
        for (const way of ways) {
            const wrong = await lookAt(sala.address, {
                [`${name}-preferences`]: `${bangkok}/preferences`, [`${name}-delegation`]: bangkok,
            }, way, { cookies: await who.context.cookies() });
            assert.deepEqual(wrong, [], words(way));
        }
});

test('a second focal point reads a no once the first let them in', async () => {
    assert.equal(await saysOfHaNoi(second), 'none');
    assert.equal(await saysOfHaNoi(first), 'no');
    await first.page.getByText(nok).waitFor();
    await first.page.getByRole('link', { name: 'Who speaks for the delegation' }).click();
    await first.page.getByRole('button', { name: 'Let Nok share it' }).click();
    await first.page.waitForLoadState('load');
    assert.equal(await first.page.getByRole('button', { name: 'Let Nok share it' }).count(), 0);
    assert.equal(await saysOfHaNoi(second), 'no');
});
