// SPDX-License-Identifier: Apache-2.0
//
// What somebody typed is not lost: when their login ended meanwhile it stands on the next page, and
// without script the report is written in one section at a time.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { close, phone } from './browser.mjs';
import { address, isClean, press, secretary, signInOnce } from './secretary.mjs';

const row = `${address}/phnom-penh-2022/sheets/rooms/ballroom-1`;

before(signInOnce);
after(close);

for (const script of [true, false])
    test(`when the login ended while a row was edited, the words stand on the next page${script ? '' : ' (without script)'}`, async () => {
        const who = await secretary({ script, size: phone });
        await who.page.goto(row);
        await who.page.fill('#name_en', 'The <old> ballroom');
        await who.page.fill('#name_th', 'ห้องบอลรูมเก่า');
        const cookies = await who.context.cookies();
        await who.context.clearCookies();
        await press(who, 'Save');
        assert.equal(await who.page.locator('h1').innerText(), 'Please sign in first.');
        const typed = await who.page.locator('textarea').evaluateAll(fields => fields.map(field =>
            [field.labels[0].textContent, field.value, field.readOnly]));
        assert.deepEqual(typed.filter(([name]) => name.startsWith('Name')), [
            ['Name (English)', 'The <old> ballroom', true], ['Name (Thai)', 'ห้องบอลรูมเก่า', true]]);
        assert.ok(typed.every(([, words]) => words !== ''));
        if (script)
            await isClean(who);

        // The way to sign in opens beside it, so that the words stay.
        const [beside] = await Promise.all([who.context.waitForEvent('page'),
            who.page.getByRole('link', { name: 'Sign in', exact: true }).last().click()]);
        await beside.waitForURL(/\/login\?next=/);
        assert.equal(await who.page.locator('textarea').first().isVisible(), true);
        await who.context.addCookies(cookies);
        await who.page.goto(row);
        assert.notEqual(await who.page.inputValue('#name_en'), 'The <old> ballroom');
        await who.leave();
    });

test('without script the report has no second section to type into, and each has a page of its own', async () => {
    const report = `${address}/bangkok-2019/reports/amf-5-summary`;
    const scripted = await secretary();
    await scripted.page.goto(report);
    const sections = await scripted.page.locator('form[id^="section-"] textarea:visible').count();
    assert.ok(sections > 1);
    await scripted.leave();

    const who = await secretary({ script: false });
    await who.page.goto(report);
    assert.equal(await who.page.locator('form[id^="section-"] textarea:visible').count(), 0);
    assert.equal(await who.page.locator('#head textarea:visible').count() > 0, true);
    const alone = who.page.getByRole('link', { name: 'Write this section alone' });
    assert.equal(await alone.count(), sections);
    await alone.first().click();
    assert.equal(await who.page.locator('textarea:visible').count(), 1);
    assert.equal(await who.page.getByRole('button', { name: 'Save', exact: true }).isVisible(), true);
    await who.leave();
});
