// SPDX-License-Identifier: Apache-2.0
//
// Somebody who was registered by their focal point comes to their own place by a letter, says that it
// is they, mends a flight and stands on the public list; the focal point sees it and takes it back.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { close, violations, visitor } from './browser.mjs';
import { lookAt, ways, words } from './look_at.mjs';
import { newestLinkTo, signInByLetter, signInLink, startSala, unanswered } from './server.mjs';

const forum = '/phnom-penh-2022';
const ama = 'ama@bangkok.example';
const esi = 'esi@bangkok.example';
let sala, secretary, focal, own, person;

before(async () => {
    sala = await startSala(['samples/phnom-penh-2022'], unanswered);
    secretary = await visitor();
    await secretary.page.goto(await signInLink(sala.address, sala.database));
    await secretary.page.getByRole('button', { name: 'Sign in' }).click();
    await secretary.page.goto(`${sala.address}${forum}/roles`);
    await secretary.page.getByLabel('E-mail address').fill(ama);
    await secretary.page.getByLabel('Name', { exact: true }).fill('Ama');
    await secretary.page.getByLabel('Role', { exact: true }).selectOption('focal-point');
    await secretary.page.locator('select[name=delegation]').selectOption('bangkok');
    await secretary.page.getByRole('button', { name: 'Give the role' }).click();
    await secretary.page.getByText(ama).first().waitFor();
    focal = await visitor();
    await signInByLetter(focal, ama, sala);
    await focal.page.goto(`${sala.address}${forum}/delegations/bangkok/people/new`);
    await focal.page.locator('select[name=role]').selectOption('adviser');
    await focal.page.locator('input[name=name_en]').fill('Esi Boateng');
    await focal.page.locator('input[name=name_th]').fill('เอซี โบอาเต็ง');
    await focal.page.locator('input[name=email]').fill(esi);
    await focal.page.getByRole('button', { name: 'Keep this person' }).click();
    await focal.page.waitForURL(/people\/\d+$/);
    person = new URL(focal.page.url()).pathname;
});
after(async () => {
    await own?.leave();
    await secretary?.leave();
    await close();
    await sala?.stop();
});

test('whoever is registered asks for a link and says that it is they', async () => {
    own = await visitor();
    await own.page.goto(`${sala.address}${forum}/participants`);
    await own.page.getByRole('link', { name: 'You are registered?' }).click();
    assert.deepEqual(await violations(own.page), []);
    await own.page.getByLabel('E-mail address').fill(esi);
    await own.page.getByRole('button', { name: 'Send me a link' }).click();
    await own.page.getByText('a letter with a link is on its way').waitFor();
    await own.page.goto(await newestLinkTo(esi, sala));
    await own.page.locator('main form button[type=submit]').first().click();
    await own.page.waitForURL(`${sala.address}${forum}/mine`);
    await own.page.getByRole('heading', { name: 'Is this you?' }).waitFor();
    assert.deepEqual(await violations(own.page), []);
    await own.page.getByRole('button', { name: 'This is me' }).click();
    await own.page.getByRole('heading', { name: 'Your registration' }).waitFor();
    assert.deepEqual(await violations(own.page), []);
});

test('they mend what is theirs, and not what the delegation decides', async () => {
    assert.equal(await own.page.locator('select[name=role], select[name=category], input[name=email]').count(), 0);
    await own.page.locator('input[name=arrives_flight]').fill('TG 921');
    await own.page.locator('input[name=on_list]').check();
    await own.page.getByRole('button', { name: 'Save' }).click();
    await own.page.waitForLoadState('load');
    const kept = await (await focal.page.request.get(`${sala.address}${person}.json`)).json();
    assert.equal(kept.arrives_flight, 'TG 921');
    assert.equal(kept.on_list, 'yes');
    assert.equal(kept.email, esi);
    assert.deepEqual(own.faults, []);
});

test('their badge is theirs to take along once it is made', async () => {
    await own.page.goto(`${sala.address}${forum}/mine`);
    await own.page.getByText('not printed yet').waitFor();
    await focal.page.goto(`${sala.address}${person}`);
    await focal.page.getByRole('button', { name: 'Send this person in' }).click();
    await focal.page.waitForLoadState('load');
    await secretary.page.goto(`${sala.address}${forum}/registrations/${person.split('/').pop()}`);
    await secretary.page.locator('select[name=step]').selectOption('approve');
    await secretary.page.getByRole('button', { name: 'Record the decision' }).click();
    await secretary.page.waitForLoadState('load');
    await secretary.page.goto(`${sala.address}${forum}/badges`);
    await secretary.page.getByRole('button', { name: 'Make 1 badge' }).click();
    await secretary.page.getByRole('heading', { name: 'Badges to print' }).waitFor();
    await own.page.reload();
    await own.page.getByRole('link', { name: 'Your badge' }).click();
    await own.page.getByRole('heading', { name: 'Your badge' }).waitFor();
    assert.deepEqual(await violations(own.page), []);
    const paper = await own.page.request.get(`${sala.address}${forum}/mine/badge.pdf?size=a6`);
    assert.equal(paper.status(), 200);
    assert.match((await paper.body()).toString('latin1'), /^%PDF/);
    const others = await focal.page.request.get(`${sala.address}${forum}/mine/badge.pdf`);
    assert.equal(others.status(), 404);
});

for (const way of ways) {
    test(`the place of whoever is registered: ${words(way)}`, async () => {
        const wrong = await lookAt(sala.address, { 'own-registration': `${forum}/mine`, 'own-photo': `${forum}/mine/photo`, 'own-badge': `${forum}/mine/badge`, 'own-erasure': '/login/mine/erase' },
            way, { cookies: await own.context.cookies() });
        wrong.push(...await lookAt(sala.address, { 'own-link': `${forum}/mine/letter`, 'own-link-sent': `${forum}/mine/letter?sent=1` }, way));
        wrong.push(...await lookAt(sala.address, { 'claimed-person': person }, way, { cookies: await focal.context.cookies() }));
        assert.deepEqual(wrong, []);
    });
}

test('the focal point sees it and takes it back', async () => {
    await focal.page.goto(`${sala.address}${person}`);
    await focal.page.getByText('claimed by its owner').waitFor();
    assert.deepEqual(await violations(focal.page), []);
    await focal.page.getByRole('button', { name: 'Take the claim back' }).click();
    await focal.page.waitForLoadState('load');
    assert.equal(await focal.page.getByText('claimed by its owner').count(), 0);
    await own.page.goto(`${sala.address}${forum}/mine`);
    await own.page.getByRole('heading', { name: 'Is this you?' }).waitFor();
});
