// SPDX-License-Identifier: Apache-2.0
//
// From the programme to a decision: the chair finds the console from the sitting's page, opens a
// poll, phones show it by themselves, and the cards are counted before the chair's eyes. And the
// tone at zero, which a browser lets sound once its screen was touched.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { close, desktop, phone, violations, visitor } from './browser.mjs';
import { signInLink, startSala } from './server.mjs';

// The server that all other tests share stays out of this one's way.
delete process.env.SALA_DATABASE;
let sala, cookies, sitting;

before(async () => {
    sala = await startSala(['samples/phnom-penh-2022']);
    sitting = `${sala.address}/phnom-penh-2022/sittings/main-cities`;
    const who = await visitor();
    await who.page.goto(await signInLink(sala.address, sala.database));
    await who.page.getByRole('button', { name: 'Sign in' }).click();
    await who.page.waitForURL(`${sala.address}/`);
    cookies = await who.context.cookies();
    await who.leave();
});
after(async () => {
    await close();
    await sala.stop();
});

async function signedIn(options) {
    const who = await visitor(options);
    await who.context.addCookies(cookies);
    return who;
}

async function isClean(who) {
    assert.deepEqual(await violations(who.page), []);
    assert.deepEqual(who.faults, []);
}

test('a poll comes to the phones by itself, and the chair sees the cards as they are shown', async () => {
    const chair = await signedIn();
    await chair.page.goto(sitting);
    await chair.page.getByRole('link', { name: 'Chair’s console' }).click();
    await chair.page.waitForURL(`${sitting}/chair`);
    await chair.page.getByRole('link', { name: 'Polls', exact: true }).click();

    const delegate = await signedIn({ size: phone });
    await delegate.page.goto(`${sitting}/card?delegation=bangkok`);
    await delegate.page.getByText('There is no poll at the moment.').waitFor();
    const hall = await visitor({ size: desktop });
    await hall.page.goto(sitting);
    await hall.page.getByRole('link', { name: 'Who speaks now' }).click();
    await hall.page.waitForURL(`${sitting}/floor`);

    const question = 'Adopt the text as it stands?';
    await chair.page.locator('#question').fill(question);
    await chair.page.getByRole('button', { name: 'Open the poll' }).click();
    await delegate.page.getByText(question).waitFor();
    await hall.page.getByText(question).waitFor();
    await isClean(delegate);
    await delegate.page.getByRole('button', { name: 'Abstain' }).click();
    await delegate.page.getByText('You showed: Abstain.').waitFor();
    await chair.page.getByText('Agree: 0. Object: 0. Abstain: 1.').waitFor();
    await isClean(chair);
    await chair.page.getByRole('button', { name: 'Close the poll' }).click();
    await delegate.page.getByText('Closed').waitFor();
    await hall.page.getByText(question).waitFor({ state: 'hidden' });
    for (const who of [chair, delegate, hall])
        await who.leave();
});

test('Enter in the reason shows no card, and what another chair asks or closes shows on the form', async () => {
    const [first, second] = [await signedIn(), await signedIn()];
    for (const who of [first, second])
        await who.page.goto(`${sitting}/polls`);
    await second.page.locator('#question').fill('Mine, half typed');
    await first.page.locator('#question').fill('Adopt the first text?');
    await first.page.getByRole('button', { name: 'Open the poll' }).click();
    await second.page.getByText('Adopt the first text?').waitFor();
    await second.page.locator('#question').waitFor({ state: 'hidden' });

    const context = await first.context.browser().newContext({ javaScriptEnabled: false });
    await context.addCookies(cookies);
    const plain = await context.newPage();
    await plain.goto(`${sitting}/card?delegation=bangkok`);
    await plain.locator('[name=words]').fill('We object: no funds');
    await plain.locator('[name=words]').press('Enter');
    await plain.getByText('No card was shown yet.').waitFor();
    assert.equal(await plain.locator('[name=words]').inputValue(), 'We object: no funds');
    await plain.getByRole('button', { name: 'Object' }).click();
    await plain.getByText('You showed: Object.').waitFor();
    await context.close();

    await first.page.getByText('Agree: 0. Object: 1. Abstain: 0.').waitFor();
    await first.page.getByRole('button', { name: 'Close the poll' }).click();
    await second.page.locator('#question').waitFor();
    assert.equal(await second.page.locator('#question').inputValue(), 'Mine, half typed');
    for (const who of [first, second]) {
        await isClean(who);
        await who.leave();
    }
});

test('the tone sounds at zero on a screen that was touched, and the screen says when it cannot', async () => {
    const chair = await signedIn();
    await chair.page.goto(`${sitting}/floor-rules`);
    await isClean(chair);
    await chair.page.locator('[name="seconds-statement"]').fill('10');
    for (const rule of ['sound', 'starts_at_once'])
        await chair.page.locator(`[name="${rule}"]`).check();
    await chair.page.getByRole('button', { name: 'Save' }).click();
    await chair.page.getByText('This sitting has rules of its own.').waitFor();
    await chair.page.goto(`${sitting}/chair`);

    const walls = await Promise.all(['touched', 'left alone'].map(async () => {
        const wall = await visitor({ size: desktop });
        await wall.context.addInitScript(() => {
            globalThis.tones = 0;
            const start = OscillatorNode.prototype.start;
            OscillatorNode.prototype.start = function (...words) {
                ++globalThis.tones;
                return start.apply(this, words);
            };
        });
        await wall.page.goto(`${sitting}/screen`);
        return wall;
    }));
    const silent = wall => wall.page.getByRole('button', { name: 'The tone at zero is silent' });
    const [touched, alone] = walls;
    await silent(touched).waitFor();
    await silent(touched).click();
    await silent(touched).waitFor({ state: 'hidden' });

    await chair.page.keyboard.press('n');  // open
    await chair.page.getByRole('button', { name: 'Give the floor to Bandar Seri Begawan' }).waitFor();
    // Whom the programme names has the programme's minutes; anybody else those of the rules.
    await chair.page.getByText('Enter, replace, swap').click();
    await chair.page.locator('#delegation').selectOption('surin');
    await chair.page.getByRole('button', { name: 'Enter into the list' }).click();
    await chair.page.getByRole('button', { name: 'Give the floor to Surin now' }).click();
    await touched.page.locator('[data-clock][data-is="over"]').waitFor({ timeout: 30_000 });
    await alone.page.locator('[data-clock][data-is="over"]').waitFor();
    assert.equal(await touched.page.evaluate(() => globalThis.tones), 1);
    assert.equal(await alone.page.evaluate(() => globalThis.tones), 0);
    assert.ok(await silent(alone).isVisible());
    await isClean(alone);
    for (const who of [chair, ...walls])
        await who.leave();
});
