// SPDX-License-Identifier: Apache-2.0
//
// Whoever may open a page sees what others do by itself: a chair the cards as they are shown. And a
// press after the login ended is said not to have counted, with the console still there to be read.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { close, violations, visitor } from './browser.mjs';
import { signInByLetter, signInLink, startSala, unanswered } from './server.mjs';

const forum = '/phnom-penh-2022';
const sitting = `${forum}/sittings/main-cities`;
let sala, secretary, chair, delegate;

async function gives(address, name, role, delegation) {
    await secretary.page.goto(`${sala.address}${forum}/roles`);
    await secretary.page.getByLabel('E-mail address').fill(address);
    await secretary.page.getByLabel('Name', { exact: true }).fill(name);
    await secretary.page.getByLabel('Role', { exact: true }).selectOption(role);
    if (delegation)
        await secretary.page.locator('select[name=delegation]').selectOption(delegation);
    await secretary.page.getByRole('button', { name: 'Give the role' }).click();
    await secretary.page.getByText(address).first().waitFor();
}

before(async () => {
    sala = await startSala(['samples/phnom-penh-2022'], unanswered);
    secretary = await visitor();
    await secretary.page.goto(await signInLink(sala.address, sala.database));
    await secretary.page.getByRole('button', { name: 'Sign in' }).click();
    await gives('vann@chair.example', 'Vann', 'chair');
    await gives('ama@bangkok.example', 'Ama', 'focal-point', 'bangkok');
    chair = await visitor();
    await signInByLetter(chair, 'vann@chair.example', sala);
    delegate = await visitor();
    await signInByLetter(delegate, 'ama@bangkok.example', sala);
});
after(async () => {
    await close();
    await sala.stop();
});

test('a chair sees a question open and each card as it is shown, without a touch', async () => {
    await chair.page.goto(`${sala.address}${sitting}/polls`);
    await secretary.page.goto(`${sala.address}${sitting}/polls`);
    await secretary.page.locator('[name=question]').fill('Adopt the text?');
    await secretary.page.getByRole('button', { name: 'Open the poll' }).click();
    await chair.page.locator('#polls').getByText('Adopt the text?').waitFor();
    assert.doesNotMatch(await chair.page.locator('#polls').innerText(), /Bangkok/);
    await delegate.page.goto(`${sala.address}${sitting}/card`);
    await delegate.page.getByRole('button', { name: 'Agree' }).click();
    await chair.page.locator('#polls li').getByText('Bangkok: Agree').waitFor();
    assert.deepEqual(chair.faults, []);
});

test('a press after the login ended did not count, says so, and leaves the console as it is', async () => {
    await chair.page.goto(`${sala.address}${sitting}/chair`);
    await chair.context.clearCookies();
    await chair.page.locator('#console .keys button').first().click();
    await chair.page.locator('#refused').getByText('so this did not count').waitFor();
    assert.match(await chair.page.locator('#refused a').getAttribute('href'), /^\/login\?next=%2Fphnom-penh-2022/);
    assert.equal(new URL(chair.page.url()).pathname, `${sitting}/chair`);
    assert.equal(await chair.page.locator('#console .speaking').count(), 1);
    assert.deepEqual(await violations(chair.page), []);
});
