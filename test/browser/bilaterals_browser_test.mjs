// SPDX-License-Identifier: Apache-2.0
//
// From an ask to a published timetable: ask, adjust, agree, plan, move, publish, plan again. With
// script, and the answers once without. After each step the page is clean.

import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { close, shots } from './browser.mjs';
import { address, isClean, press, secretary, signInOnce } from './secretary.mjs';

const forum = `${address}/phnom-penh-2022`;
const of = delegation => `${forum}/delegations/${delegation}`;

before(signInOnce);
after(close);

// Asks as one delegation and accepts as the other; answers the number of the meeting.
async function agree(who, host, guest) {
    await who.page.goto(`${of(host)}/meetings/new?with=${guest}`);
    await who.page.locator('#words').fill(`What ${host} and ${guest} would talk about`);
    await press(who, 'Ask for this meeting');
    await who.page.waitForURL(/meetings\/\d+$/);
    const number = who.page.url().split('/').pop();
    await who.page.goto(`${of(guest)}/meetings/${number}`);
    await press(who, 'Accept this meeting');
    assert.match(await who.page.locator('main .chip').first().innerText(), /agreed/);
    return number;
}

for (const script of [true, false]) {
    test(`two cities ask, adjust and agree, ${script ? 'with' : 'without'} script`, async () => {
        const who = await secretary({ script });
        const guest = script ? 'phnom-penh' : 'vientiane';
        const number = await agree(who, 'bangkok', guest);
        const terms = side => who.page.goto(`${of(side)}/meetings/${number}/terms`);
        who.page.on('dialog', dialog => dialog.accept());
        await terms('bangkok');
        await who.page.locator('[name="item.0.need"]').fill('Less burning of rice straw');
        await press(who, 'Send the sheet back');
        await terms(guest);
        await who.page.getByText('What changed since you last looked').waitFor();
        await who.page.locator('[name="item.1.answer"]').fill('Two districts try baling');
        await press(who, 'Send the sheet back');
        await terms('bangkok');
        assert.match(await who.page.locator('ins').first().innerText(), /Two districts try baling/);
        if (script) {
            await who.page.screenshot({ path: join(shots, 'terms.png'), fullPage: true });
            await isClean(who);
        }
        await who.page.locator('[name="agree.1"]').check();
        await press(who, 'Send the sheet back');
        await press(who, 'Our head confirms these terms');
        await terms(guest);
        await press(who, 'Our head confirms these terms');
        await who.page.getByText('These terms are frozen').waitFor();
        if (script)
            await isClean(who);
        for (const [link, field] of [['Say who comes', '#people'], ['Note what came of it', '#took_place']]) {
            await who.page.goto(`${of(guest)}/meetings/${number}`);
            await who.page.getByRole('link', { name: link, exact: true }).click();
            await who.page.locator(field).waitFor();
            if (script)
                await isClean(who);
            await press(who, 'Save');
            await who.page.waitForURL(/meetings\/\d+$/);
        }
        await who.leave();
    });
}

test('the secretariat plans, moves with the keyboard, pins, publishes and plans again', async () => {
    const who = await secretary();
    await agree(who, 'bangkok', 'ha-noi');
    await agree(who, 'jakarta', 'kuala-lumpur');
    await agree(who, 'jakarta', 'bangkok');
    await who.page.goto(`${forum}/bilaterals/plan`);
    await who.page.getByRole('button', { name: 'Plan', exact: true }).click();
    // The page is told when the planner is done, and shows it by itself.
    await who.page.locator('#solver').getByText('Proved: no timetable is better.').waitFor({ timeout: 30_000 });
    await who.page.reload();
    const placed = who.page.locator('table.plan a');
    assert.equal(await placed.count(), 5);
    await who.page.screenshot({ path: join(shots, 'plan.png'), fullPage: true });
    await isClean(who);

    await placed.first().focus();
    await who.page.keyboard.press('Enter');
    await who.page.waitForURL(/plan\/move/);
    assert.match(await who.page.locator('main').innerText(), /has the meeting/);
    await isClean(who);
    await press(who, 'Pin to this slot');
    await who.page.locator('table.plan a[data-is="pinned"]').waitFor();

    await press(who, 'Publish as preliminary');
    await who.page.getByText('Published as preliminary').waitFor();
    await who.page.goto(`${of('bangkok')}/day`);
    assert.equal(await who.page.locator('main ol.list > li').count(), 4);
    await isClean(who);

    await who.page.goto(`${forum}/bilaterals/plan`);
    await who.page.locator('#how').selectOption('fewest-changes');
    await who.page.getByRole('button', { name: 'Plan', exact: true }).click();
    await who.page.locator('#solver').getByText('Proved: no timetable is better.').waitFor({ timeout: 30_000 });
    await who.page.goto(`${forum}/bilaterals/plan/compare`);
    assert.match(await who.page.locator('main').innerText(), /Both are the same/);
    await isClean(who);
    await who.leave();
});

test('a meeting is dragged to where it fits, and nowhere else', async () => {
    const who = await secretary();
    await who.page.goto(`${forum}/bilaterals/plan`);
    const meeting = who.page.locator('table.plan a[data-meeting]:not([data-is])').first();
    const number = await meeting.getAttribute('data-meeting');
    const box = await meeting.boundingBox();
    await who.page.mouse.move(box.x + 5, box.y + 5);
    await who.page.mouse.down();
    await who.page.mouse.move(box.x + 20, box.y + 20, { steps: 4 });
    await who.page.locator('table.plan td[data-is="fits"]').first().waitFor();
    assert.ok(await who.page.locator('table.plan td[data-is="conflict"]').count() > 0);
    const free = who.page.locator('table.plan td[data-is="fits"]:not(:has(a))').first();
    const [begins, desks, desk] = await free.evaluate(cell =>
        [cell.dataset.slot, cell.dataset.desks, cell.dataset.desk]);
    const goal = await free.boundingBox();
    await who.page.mouse.move(goal.x + 20, goal.y + 20, { steps: 6 });
    await who.page.mouse.up();
    await who.page.waitForLoadState('load');
    await who.page.locator(`td[data-slot="${begins}"][data-desks="${desks}"][data-desk="${desk}"] ` +
        `a[data-meeting="${number}"]`).waitFor();
    await isClean(who);
    await who.leave();
});
