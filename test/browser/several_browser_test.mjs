// SPDX-License-Identifier: Apache-2.0
//
// One meeting of three delegations from the ask to the brief; a practice behind an offer; and what
// became of a commitment. After each step the page is clean, on a phone in Thai as well.

import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { close, phone, shots, visitor } from './browser.mjs';
import { address, isClean, press, secretary, signInOnce } from './secretary.mjs';

const forum = `${address}/phnom-penh-2022`;
const of = delegation => `${forum}/delegations/${delegation}`;

before(signInOnce);
after(close);

async function onPhoneInThai(pages, name) {
    const who = await secretary({ size: phone, language: 'th' });
    for (const [n, page] of pages.entries()) {
        await who.page.goto(page);
        await who.page.screenshot({ path: join(shots, `${name}-${n}-phone-th.png`), fullPage: true });
        await isClean(who);
        const wide = await who.page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
        assert.equal(wide, false, `${page} scrolls sideways`);
    }
    await who.leave();
}

test('three are asked at once, answer one by one, and agree on the same terms', async () => {
    const who = await secretary();
    who.page.on('dialog', dialog => dialog.accept());
    await who.page.goto(`${of('singapore')}/meetings/new?with=manila`);
    await who.page.getByText('One meeting of several').click();
    await who.page.locator('[name="also.nay-pyi-taw"]').check();
    await who.page.locator('#words').fill('What three young city plans have in common');
    await isClean(who);
    await press(who, 'Ask for this meeting');
    await who.page.waitForURL(/meetings\/\d+$/);
    const number = who.page.url().split('/').pop();
    assert.equal(await who.page.getByText('has to answer').count(), 2);
    for (const guest of ['manila', 'nay-pyi-taw']) {
        await who.page.goto(`${of(guest)}/meetings/${number}`);
        await press(who, 'Accept this meeting');
    }
    assert.match(await who.page.locator('main .chip').first().innerText(), /agreed/);
    await isClean(who);
    const terms = side => who.page.goto(`${of(side)}/meetings/${number}/terms`);
    await terms('singapore');
    await who.page.locator('[name="item.0.need"]').fill('A course for planning officers');
    await press(who, 'Send the sheet back');
    for (const [guest, state] of [['manila', 'proposed'], ['nay-pyi-taw', 'agreed']]) {
        await terms(guest);
        await who.page.locator('[name="agree.1"]').check();
        await press(who, 'Send the sheet back');
        assert.match(await who.page.locator('main').innerText(), new RegExp(state));
    }
    await isClean(who);
    await onPhoneInThai(['', '/terms', '/brief'].map(page => `${of('manila')}/meetings/${number}${page}`)
        .concat([`${forum}/bilaterals`, `${of('singapore')}/meetings/new`]), 'several');
    // They leave no trace in what other tests count.
    await who.page.goto(`${of('singapore')}/meetings/${number}`);
    await who.page.getByText('Call this meeting off').first().click();
    await press(who, 'Call this meeting off');
    await who.leave();
});

test('a practice stands behind an offer, wherever the offer is read', async () => {
    const who = await secretary();
    await who.page.goto(`${of('ha-noi')}/wants/practices/new`);
    await who.page.locator('#title_en').fill('Lakes with a fence of trees');
    await who.page.locator('#text_en').fill('Twelve lakes were fenced with trees and are cooler.');
    await isClean(who);
    await press(who, 'Save');
    await who.page.getByText('Lakes with a fence of trees').waitFor();
    await who.page.goto(`${of('ha-noi')}/wants/offers/ha-noi-lakes`);
    await who.page.locator('[name="practices.ha-noi-1"]').check();
    await isClean(who);
    await press(who, 'Save');
    await who.page.goto(`${forum}/needs-and-offers`);
    await who.page.locator('li', { hasText: 'How lakes were kept' }).getByText('1 practice').click();
    await who.page.getByText('Twelve lakes were fenced').waitFor();
    await isClean(who);
    await onPhoneInThai([`${forum}/needs-and-offers`, `${of('ha-noi')}/bilaterals`,
        `${of('ha-noi')}/wants/offers/ha-noi-lakes`], 'practices');
    await who.leave();
});

test('reasons name the river and the open commitment; what became of it is said once', async () => {
    const who = await secretary();
    await who.page.goto(`${of('vientiane')}/suggestions`);
    assert.match(await who.page.locator('main').innerText(), /You both lie on this river: Mekong\./);
    await who.page.goto(`${of('manila')}/suggestions`);
    assert.match(await who.page.locator('main').innerText(), /You met at MGMAC 7, Bangkok, June 2019/);
    await isClean(who);
    await who.page.screenshot({ path: join(shots, 'suggestions.png'), fullPage: true });
    await who.page.goto(`${of('manila')}/commitments`);
    await isClean(who);
    await who.page.getByRole('link', { name: 'Say what became of it' }).first().click();
    await who.page.locator('#status').selectOption('kept');
    await who.page.locator('#words').fill('Forty carers visit.');
    await isClean(who);
    await press(who, 'Save');
    await who.page.getByText('Forty carers visit.').waitFor();
    await onPhoneInThai([`${of('manila')}/commitments`, `${of('manila')}/suggestions`], 'commitments');
    await who.leave();
    const outside = await visitor();
    await outside.page.goto(`${forum}/commitments`);
    assert.match(await outside.page.locator('main').innerText(), /kept/);
    assert.equal(await outside.page.getByText('Forty carers visit.').count(), 0);
    await isClean(outside);
    await outside.leave();
});
