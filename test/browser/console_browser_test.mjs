// SPDX-License-Identifier: Apache-2.0
//
// Two chairs and an interpreter at work: what one does is fresh on the other's console whatever they
// are typing, and nothing typed, opened, chosen or stood on is lost. A key that is held is pressed
// once; a touch that came too late says so where the finger is.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { close, visitor, violations } from './browser.mjs';
import { signInLink, startSala } from './server.mjs';

// The server that all other tests share stays out of this one's way.
delete process.env.SALA_DATABASE;
const tablet = { width: 820, height: 1180 };
let sala, cookies, sitting, chair;

before(async () => {
    sala = await startSala(['samples/phnom-penh-2022']);
    sitting = `${sala.address}/phnom-penh-2022/sittings/main-cities`;
    chair = await visitor({ size: tablet });
    await chair.page.goto(await signInLink(sala.address, sala.database));
    await chair.page.getByRole('button', { name: 'Sign in' }).click();
    await chair.page.waitForURL(`${sala.address}/`);
    cookies = await chair.context.cookies();
});
after(async () => {
    await close();
    await sala.stop();
});

const state = async () => (await chair.page.request.get(`${sitting}/chair.json`)).json();

// The same chair from another device, which no page of a test sees.
async function takes(step, more = {}) {
    const csrf = await chair.page.locator('input[name=csrf]').first().getAttribute('value');
    const reply = await chair.page.request.post(`${sitting}/chair`, {
        form: { csrf, step, version: String((await state()).version), ...more },
        headers: { Accept: 'application/json' },
    });
    assert(reply.ok(), `${step}: ${await reply.text()}`);
}

async function until(what, holds) {
    for (let tries = 0; tries < 200; ++tries) {
        if (await holds())
            return;
        await new Promise(done => setTimeout(done, 50));
    }
    assert.fail(`never happened: ${what}`);
}

const words = selector => chair.page.locator(selector).first().textContent();
const focused = () => chair.page.evaluate(() => document.activeElement?.id);

test('a key that is held is pressed once', async () => {
    await chair.page.goto(`${sitting}/chair`);
    const { version } = await state();
    await chair.page.keyboard.down('n');
    for (let i = 0; i < 12; ++i) {
        await chair.page.waitForTimeout(100);
        await chair.page.keyboard.down('n');  // by the keyboard itself
    }
    await chair.page.keyboard.up('n');
    await until('the sitting is open', async () => (await state()).phase === 'open');
    const { version: opened, speaking } = await state();
    assert.deepEqual(speaking, []);
    assert(opened > version);
    // Enter that is held on the button that one stands on, likewise.
    await chair.page.locator('#do-n').focus();
    await chair.page.keyboard.down('Enter');
    for (let i = 0; i < 12; ++i) {
        await chair.page.waitForTimeout(100);
        await chair.page.keyboard.down('Enter');
    }
    await chair.page.keyboard.up('Enter');
    await until('one has the floor', async () => (await state()).speaking.length === 1);
    assert.equal((await state()).version, opened + 1);
    assert.equal(await focused(), 'do-n');  // still the same button, which starts the clock now
    assert.equal(await words('#do-n'), 'Start the clock');
});

test('while a field is filled in the console is fresh all the same, and what is typed stays', async () => {
    await chair.page.goto(`${sitting}/chair`);
    await chair.page.locator('#more > summary').click();
    await chair.page.locator('#delegation').selectOption('ha-noi');
    await chair.page.locator('#words').focus();
    await chair.page.keyboard.type('The mayor has a fl');
    assert(await chair.page.getByText('Keys wait while a field is filled in').isVisible());
    const place = await chair.page.evaluate(() => scrollY);
    const before = await words('.speaking .name');
    await takes('give');
    await takes('start');
    await takes('pause');
    await until('the next one speaks', async () => await words('.speaking .name') !== before);
    await until('the clock stands', async () => (await chair.page.locator('[data-clock]').getAttribute('data-running')) === '0');
    const { clock, list } = await state();
    const shown = await words('[data-clock]');
    assert.equal(shown, `0${Math.floor(Math.ceil(clock.left / 1000) / 60)}:${String(Math.ceil(clock.left / 1000) % 60).padStart(2, '0')}`);
    assert.equal(await chair.page.locator('ol.queue > li').count(), list.length);
    await chair.page.keyboard.type('ight');
    assert.equal(await chair.page.locator('#words').inputValue(), 'The mayor has a flight');
    assert.equal(await focused(), 'words');
    assert.equal(await chair.page.locator('#delegation').inputValue(), 'ha-noi');
    assert(await chair.page.locator('#more').evaluate(more => more.open));
    assert.equal(await chair.page.evaluate(() => scrollY), place);
});

test('keys act again when something was chosen, and letters are letters while one types', async () => {
    await takes('resume');
    await until('the clock runs', async () => (await chair.page.locator('[data-clock]').getAttribute('data-running')) === '1');
    await chair.page.locator('#words').focus();
    const { version } = await state();
    await chair.page.keyboard.type('p');
    await chair.page.keyboard.press('Enter');  // would be the first button: to close the list
    await chair.page.waitForTimeout(500);
    assert.equal((await state()).version, version);
    await chair.page.locator('#kind').focus();
    await chair.page.locator('#kind').selectOption('group');
    assert.equal(await focused(), 'kind');
    await chair.page.keyboard.press('p');
    await until('the clock stands', async () => !(await state()).clock.running);
    assert.equal(await chair.page.locator('#kind').inputValue(), 'group');
});

test('keys act on a keyboard that is switched to Thai, and with Caps Lock', async () => {
    const keyboard = await chair.context.newCDPSession(chair.page);
    const press = async (key, code) => {
        await keyboard.send('Input.dispatchKeyEvent', { type: 'keyDown', key, code, text: key });
        await keyboard.send('Input.dispatchKeyEvent', { type: 'keyUp', key, code });
    };
    const runs = async () => (await state()).clock.running;
    await chair.page.evaluate(() => document.activeElement?.blur());
    assert(!await runs());
    await press('ย', 'KeyP');
    await until('the clock runs', runs);
    await until('the console shows it', async () => await words('#do-p') === 'Pause');
    await press('P', 'KeyP');
    await until('the clock stands', async () => !await runs());
    // A letter of another place is none of these.
    const { version } = await state();
    await press('ฟ', 'KeyZ');
    await press('?', 'Digit7');
    await chair.page.locator('dialog').getByRole('button').click();
    assert.equal((await state()).version, version);
});

test('a touch that came too late says at the top who acted meanwhile and what, and nothing is lost', async () => {
    await chair.page.goto(`${sitting}/chair`);
    await chair.page.locator('#words').fill('Has a flight at noon');
    const button = chair.page.locator('ol.queue > li').last().getByRole('button', { name: 'one place up' });
    await button.scrollIntoViewIfNeeded();
    // The console has not heard of it yet.
    await chair.page.route('**/chair', (route, request) => request.method() === 'GET' ? route.abort() : route.continue());
    await chair.page.evaluate(() => {
        globalThis.renewed = document.querySelector('#console').dataset.mark;
    });
    await takes('add-time 60');
    await button.focus();
    const id = await focused();
    const place = await button.boundingBox();
    await button.click();
    const note = chair.page.getByRole('alert');
    await note.waitFor();
    await chair.page.unroute('**/chair');
    const box = await note.boundingBox();
    assert(box.y >= 0 && box.y + box.height <= tablet.height, `the note is at ${box.y} of ${tablet.height}`);
    assert.match(await note.innerText(), /Nothing was changed/);
    assert.match(await note.innerText(), /You, on another device: 1:00 were added for/);
    assert.equal(await chair.page.locator('#words').inputValue(), 'Has a flight at noon');
    assert.equal(await focused(), id);
    assert(Math.abs((await button.boundingBox()).y - place.y) <= 2, 'the list moved under the finger');
    assert.deepEqual(await violations(chair.page), []);
    // What others do next does not take it away; it goes when one is done with it.
    await takes('add-time -60');
    await until('the console is fresh', async () => await chair.page.locator('#console').getAttribute('data-mark') !== null &&
        Number.parseInt(await chair.page.locator('#console').getAttribute('data-mark'), 10) === (await state()).version);
    assert(await note.isVisible());
    await chair.page.getByText('Put this note away').click();
    assert.equal(await note.count(), 0);
    // Once more, and now it is done: who is moved goes, and the reason is said.
    await button.click();
    await until('the list is another', async () => (await words('ol.queue')).includes('Has a flight at noon'));
    assert.equal(await chair.page.locator('#words').inputValue(), '');
});

test('a text that an interpreter has opened stays open, however often the chair acts', async () => {
    const reader = await visitor();
    await reader.context.addCookies(cookies);
    const { list: [first] } = await state();
    await reader.page.goto(`${sitting}/inscription?delegation=${first.delegation}`);
    await reader.page.locator('#speech').fill('Rising waters.\n\nA second paragraph.');
    await reader.page.getByRole('button', { name: 'Inscribe', exact: true }).click();
    await reader.page.goto(`${sitting}/texts`);
    await reader.page.locator('ol.queue details > summary').first().click();
    await reader.page.evaluate(() => getSelection().selectAllChildren(document.querySelector('details[open] pre')));
    const mark = () => reader.page.locator('#console').getAttribute('data-mark');
    const before = await mark();
    await takes('add-time 60');
    await until('the page is fresh', async () => Number.parseInt(await mark(), 10) === (await state()).version);
    await takes('give');  // who is read speaks now, and stands elsewhere in the list
    await until('the page is fresh', async () => Number.parseInt(await mark(), 10) === (await state()).version);
    assert.notEqual(await mark(), before);
    assert.equal(await reader.page.locator('ol.queue details[open]').count(), 1);
    assert.match(await reader.page.evaluate(() => String(getSelection())), /Rising waters/);
    await reader.leave();
});

test('a button that ends the speech says so', async () => {
    await takes('enter reply', { delegation: 'manila' });
    await takes('enter question', { delegation: 'jakarta' });
    const asks = chair.page.locator('[aria-labelledby=asks] li');
    await until('both ask', async () => await asks.count() === 2);
    const give = kind => asks.filter({ hasText: kind }).getByRole('button').first().textContent();
    assert.equal(await give('Right of reply'), 'End, give');
    assert.equal(await give('Interposed question'), 'Give');
});

test('who wants no motion gets none inside a bar either', async () => {
    await chair.page.goto(`${sitting}/chair`);
    // What turns motion off for `*` does not reach the pseudo-elements of a browser's own parts.
    const moving = await chair.page.evaluate(() => {
        const found = [];
        const look = rules => {
            for (const rule of rules) {
                if (rule.media && !matchMedia(rule.media.mediaText).matches)
                    continue;
                if (rule.cssRules)
                    look(rule.cssRules);
                const { transitionDuration = '', animationName = '' } = rule.style ?? {};
                if (/::(?!before|after)/.test(rule.selectorText ?? '') &&
                    (Number.parseFloat(transitionDuration) > 0 || !['', 'none'].includes(animationName)))
                    found.push(rule.cssText);
            }
        };
        for (const sheet of document.styleSheets)
            look(sheet.cssRules);
        return found;
    });
    assert.deepEqual(moving, []);
});

test('that no answer came is said until the server is heard again, and not for longer', async () => {
    await chair.page.goto(`${sitting}/chair`);
    const note = chair.page.getByText('No answer came.');
    await chair.page.route('**/chair', route => route.request().method() === 'POST' ? route.abort() : route.continue());
    await chair.page.locator('#do-c').click();
    await note.waitFor();
    await chair.page.unroute('**/chair');
    // Somebody else's act is an event of the stream.
    await takes('message', { words: 'Coffee' });
    await note.waitFor({ state: 'detached', timeout: 15_000 });
});
