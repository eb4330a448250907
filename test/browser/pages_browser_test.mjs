// SPDX-License-Identifier: Apache-2.0
//
// Every page of the program is opened on a phone and on a desk, in English and in Thai, light and
// dark: no accessibility violation, no error in the console, no sideways scroll, no text cut off.
// The pictures are in build/shots/ (look_at.mjs): look at them.

import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import { close, visitor } from './browser.mjs';
import { lookAt, ways, words } from './look_at.mjs';
import { pagesFor } from './pages.mjs';
import { signInLink } from './server.mjs';

const address = process.env.SALA_ADDRESS;
let cookies;

after(close);

export async function signIn(who) {
    await who.page.goto(await signInLink());
    await who.page.getByRole('button', { name: /Sign in|เข้าสู่ระบบ/ }).click();
    await who.page.waitForURL(address + '/');
}

// Two visitors at a time: a browser draws each in a process of its own.
describe('public pages are whole and clean', { concurrency: 2 }, () => {
    for (const way of ways)
        test(words(way), async () => {
            assert.deepEqual(await lookAt(address, pagesFor('anyone'), way), []);
        });
});

test('what is not there is a page, too', async () => {
    assert.deepEqual(await lookAt(address, { 'not-there': '/phnom-penh-2022/cities/atlantis' }, ways[0], { status: 404 }), []);
});

test('the secretariat signs in with its link', async () => {
    const who = await visitor();
    await signIn(who);
    cookies = await who.context.cookies();
    assert.deepEqual(who.faults, []);
    await who.leave();
});

describe("the secretariat's pages are whole and clean", { concurrency: 2 }, () => {
    for (const way of ways)
        test(words(way), async () => {
            assert.deepEqual(await lookAt(address, pagesFor('secretariat'), way, { cookies }), []);
        });
});

test('public pages say the same without script', async () => {
    const wrong = [];
    const [with_, without] = [await visitor(), await visitor({ script: false })];
    for (const [name, path] of Object.entries(pagesFor('anyone'))) {
        const said = [];
        for (const who of [with_, without]) {
            await who.page.goto(address + path, { waitUntil: 'load' });
            // A clock on the wall goes with script; one that stands still would say what is false.
            // A button that needs script shows itself only with it; for that of passkeys a sentence
            // stands there (passkey_browser_test.mjs).
            // Looked at in the same moment: the next frame of a screen brings its clock back.
            said.push(await who.page.evaluate(() => {
                document.querySelectorAll('[data-wall], [data-says], [data-press]').forEach(one => one.remove());
                return document.querySelector('main').innerText;
            }));
        }
        if (said[0].trim() !== said[1].trim())
            wrong.push(name);
    }
    assert.deepEqual(wrong, []);
    assert.deepEqual(without.faults, []);
    await with_.leave();
    await without.leave();
});
