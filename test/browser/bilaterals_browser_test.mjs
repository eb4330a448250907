// SPDX-License-Identifier: Apache-2.0
//
// From an ask to a published timetable: ask, adjust, agree, plan, move, publish, plan again. With
// script, and the answers once without. After each step the page is clean.

import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { close, shots, visitor } from './browser.mjs';
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

const says = who => who.page.locator('[data-plan-says]');
const centre = async cell => {
    const box = await cell.boundingBox();
    return [box.x + box.width / 2, box.y + box.height / 2];
};
const at = (who, [begins, desks, desk]) =>
    who.page.locator(`td[data-slot="${begins}"][data-desks="${desks}"][data-desk="${desk}"]`);
const place = cell => cell.evaluate(one => [one.dataset.slot, one.dataset.desks, one.dataset.desk]);

// Takes a meeting up with the mouse, until the places are marked.
async function lift(who, meeting) {
    await meeting.scrollIntoViewIfNeeded();
    const [x, y] = await centre(meeting);
    await who.page.mouse.move(x, y);
    await who.page.mouse.down();
    await who.page.mouse.move(x + 15, y + 15, { steps: 4 });
    await who.page.locator('table.plan td[data-is="fits"]').first().waitFor();
}

test('a meeting is dragged to where it fits, and a sentence says why it fits nowhere else', async () => {
    const who = await secretary();
    await who.page.goto(`${forum}/bilaterals/plan`);
    const meeting = who.page.locator('table.plan a[data-meeting]:not([data-is])').first();
    const number = await meeting.getAttribute('data-meeting');
    await lift(who, meeting);
    // A slot in which one of the two meets somebody else, at a desk that is free.
    const busy = who.page.locator('table.plan td.free[data-is="conflict"]').first();
    await who.page.mouse.move(...await centre(busy), { steps: 6 });
    await says(who).getByText(/has the meeting|is in the programme/).waitFor();
    assert.equal(await says(who).getAttribute('data-is'), 'conflict');
    assert.match(await says(who).innerText(), /^\d\d:\d\d–\d\d:\d\d, .+, desk \d: /);
    // It is in sight, and it is said aloud.
    assert.ok((await says(who).boundingBox()).y >= 0);
    assert.equal(await says(who).getAttribute('role'), 'status');
    // A desk that somebody else has, where only the desk is in the way or more.
    const taken = who.page.locator(`table.plan td[data-is="conflict"]:has(a:not([data-meeting="${number}"]))`).first();
    await who.page.mouse.move(...await centre(taken), { steps: 6 });
    await says(who).getByText(/is at this desk then/).waitFor();
    const free = who.page.locator('table.plan td.free[data-is="fits"]').first();
    const goal = await place(free);
    await who.page.mouse.move(...await centre(free), { steps: 6 });
    await says(who).getByText('Nothing is in the way').waitFor();
    await who.page.mouse.up();
    await who.page.waitForLoadState('load');
    await at(who, goal).locator(`a[data-meeting="${number}"]`).waitFor();
    await isClean(who);
    await who.leave();
});

test('a meeting that is not placed is dragged into the grid, and moved on with keys', async () => {
    const who = await secretary();
    await who.page.goto(`${forum}/bilaterals/plan`);
    await who.page.locator('table.plan a[data-meeting]:not([data-is])').first().click();
    await press(who, 'Take it off the timetable');
    const unplaced = who.page.locator('#unplaced a[data-meeting]').first();
    const number = await unplaced.getAttribute('data-meeting');
    await lift(who, unplaced);
    const free = who.page.locator('table.plan td.free[data-is="fits"]').first();
    const first = await place(free);
    await who.page.mouse.move(...await centre(free), { steps: 6 });
    await who.page.mouse.up();
    await at(who, first).locator(`a[data-meeting="${number}"]`).waitFor();

    const link = who.page.locator(`table.plan a[data-meeting="${number}"]`).first();
    await link.focus();
    await who.page.keyboard.press(' ');
    await who.page.locator('td[data-aim]').waitFor();
    await isClean(who);
    // Somebody else changes the draft meanwhile: the grid is another one, and the meeting still in hand.
    const other = await secretary();
    await other.page.goto(`${forum}/bilaterals/plan`);
    await other.page.locator('table.plan a[data-is="pinned"]').click();
    await press(other, 'Unpin');
    await other.leave();
    await who.page.locator('table.plan:not(:has(a[data-is="pinned"])) td[data-aim]').waitFor();
    const before = await says(who).innerText();
    await who.page.keyboard.press('ArrowDown');
    await who.page.waitForFunction(words => document.querySelector('[data-plan-says]').innerText !== words, before);
    await who.page.keyboard.press('Escape');
    assert.equal(await who.page.locator('td[data-is], td[data-aim]').count(), 0);
    // To a place that fits, wherever the keys find one.
    await who.page.keyboard.press(' ');
    const aim = who.page.locator('td[data-aim]');
    await aim.waitFor();
    let goal;
    for (const key of [...Array(6).fill('ArrowRight'), 'ArrowDown', ...Array(6).fill('ArrowLeft'), 'ArrowDown', ...Array(6).fill('ArrowRight')]) {
        await who.page.keyboard.press(key);
        if (await aim.getAttribute('data-is') === 'fits' && await aim.getAttribute('class') === 'free') {
            goal = await place(aim);
            break;
        }
    }
    assert.ok(goal, 'no key leads to a free place');
    assert.match(await says(who).innerText(), /Nothing is in the way/);
    await who.page.keyboard.press('Enter');
    await at(who, goal).locator(`a[data-meeting="${number}"]`).waitFor();

    // The page of the meeting lets choose the desk.
    await who.page.goto(`${forum}/bilaterals/plan/move?meeting=${number}`);
    const row = who.page.locator('tr:has(select)').first();
    const desk = row.locator('option:not([disabled])').last();
    const [desks, n] = (await desk.getAttribute('value')).split('/');
    const begins = await row.locator('[name=begins]').getAttribute('value');
    await row.locator('select').selectOption(`${desks}/${n}`);
    await row.locator('button').click();
    await at(who, [begins, desks, n]).locator(`a[data-meeting="${number}"]`).waitFor();
    await who.leave();
});

// The wall at another time and with other slots: the sample's are over since years. Without anything
// between them, so that one ends when the next begins.
const nine = Date.parse('2030-05-07T02:00:00Z');
const twenty = 1_200_000;
const slot = n => `<li data-begins="${nine + n * twenty}" data-ends="${nine + (n + 1) * twenty}">` +
    `7 พ.ค. 2573 ${['09:00–09:20', '09:20–09:40'][n]} น.</li>`;
async function wallAt(who, time) {
    await who.page.route('**/api/clock', route => route.fulfill({ json: { now: time.now } }));
    await who.page.route('**/bilaterals/clock', async route => {
        const reply = await route.fetch();
        const body = (await reply.text()).replace(/data-slot-clock="\d+"/, `data-slot-clock="${time.now}"`)
            .replace(/(<ol id="slots" hidden>).*(<\/ol>)/s, `$1${slot(0)}${slot(1)}$2`);
        await route.fulfill({ response: reply, body });
    });
    const reply = await who.page.goto(`${forum}/bilaterals/clock`);
    assert.equal(reply.status(), 200);
}

test('the clock of the slots fits every wall and needs no login', async () => {
    for (const [language, width, height] of [['en', 390, 844], ['th', 1024, 768], ['en', 1280, 720], ['th', 1280, 720], ['en', 1440, 900], ['th', 1920, 1080]])
        for (const [name, now] of [['between', nine - 90 * 60_000], ['on', nine + 30_000], ['last', nine + twenty - 30_000]]) {
            const who = await visitor({ language, size: { width, height } });
            await wallAt(who, { now });
            await who.page.locator('.clock').getByText(/:/).waitFor();
            await who.page.screenshot({ path: join(shots, `slots-${name}-${language}-${width}.png`) });
            assert.equal(await who.page.evaluate(() => document.documentElement.scrollHeight <= innerHeight), true);
            for (const line of await who.page.locator('h1, .clock, .until, .then').all()) {
                const box = await line.boundingBox();
                assert.ok(box.x >= 0 && box.x + box.width <= width && box.y >= 0 && box.y + box.height <= height,
                    `${language} ${width}: ${await line.innerText()}`);
                // Everything stands in the middle of the wall.
                const middle = await line.evaluate(one => {
                    const words = document.createRange();
                    words.selectNodeContents(one);
                    const { left, right } = words.getBoundingClientRect();
                    return (left + right) / 2;
                });
                assert.ok(Math.abs(middle - width / 2) < 3, `${language} ${width}: ${await line.innerText()} at ${middle}`);
            }
            await isClean(who);
            await who.leave();
        }
});

test('the clock goes from slot to slot by itself, and between them to the next', async () => {
    const who = await visitor({ size: { width: 1280, height: 720 } });
    const time = { now: nine - 3000 };
    await wallAt(who, time);
    const shows = async (h1, left, next) => {
        await who.page.locator('h1').getByText(h1).waitFor({ timeout: 10_000 });
        assert.match(await who.page.locator('.clock').innerText(), left);
        await who.page.locator('.then').getByText(next).waitFor();
    };
    await shows('No meetings now', /^00:0[0-3]$/, 'Next: 7 พ.ค. 2573 09:00');
    // The seconds pass, nothing is loaded again, and the slot is on.
    await shows('09:00–09:20', /^(20:00|19:\d\d)$/, 'Next: 7 พ.ค. 2573 09:20');
    time.now = nine + twenty - 2000;
    await who.page.reload();
    await shows('09:00–09:20', /^00:0[0-2]$/, 'Next: 7 พ.ค. 2573 09:20');
    await shows('09:20–09:40', /^(20:00|19:\d\d)$/, 'No meetings after this');
    time.now = nine - 5_400_000;
    await who.page.reload();
    await shows('No meetings now', /^1:(30:00|29:5\d)$/, 'Next: 7 พ.ค. 2573 09:00');
    await who.leave();
});
