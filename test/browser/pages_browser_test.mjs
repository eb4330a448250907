// SPDX-License-Identifier: Apache-2.0
//
// Every page of the program is opened on a phone and on a desk, in English and in Thai, light and
// dark: no accessibility violation, no error in the console, no sideways scroll, no text cut off.
// The pictures are in build/shots/: look at them.

import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { close, cutText, desktop, phone, shots, sidewaysScroll, violations, visitor } from './browser.mjs';
import { pagesFor } from './pages.mjs';
import { signInLink } from './server.mjs';

const address = process.env.SALA_ADDRESS;
const ways = [
    { language: 'en', size: phone }, { language: 'th', size: phone, dark: true },
    { language: 'th', size: desktop }, { language: 'en', size: desktop, dark: true },
];
let cookies;

after(close);
mkdirSync(shots, { recursive: true });

export async function signIn(who) {
    await who.page.goto(await signInLink());
    await who.page.getByRole('button', { name: /Sign in|เข้าสู่ระบบ/ }).click();
    await who.page.waitForURL(address + '/');
}

async function faultsOf(who, picture) {
    const wide = await sidewaysScroll(who.page);
    const found = wide.over > 0 ? [`${wide.over} px too wide because of ${wide.because}`] : [];
    found.push(...await cutText(who.page), ...await violations(who.page), ...who.faults.splice(0));
    return found.map(line => `${picture}: ${line}`);
}

async function lookAt(pages, way, status = 200) {
    const who = await visitor(way);
    if (cookies)
        await who.context.addCookies(cookies);
    const wrong = [];
    for (const [name, path] of Object.entries(pages)) {
        const picture = `${name}-${way.language}-${way.size.width}${way.dark ? '-dark' : ''}`;
        const reply = await who.page.goto(address + path, { waitUntil: 'load' });
        if (reply.status() !== status)
            wrong.push(`${picture}: ${path} answered ${reply.status()}`);
        await who.page.evaluate(() => document.fonts.ready);
        await who.page.screenshot({ path: join(shots, `${picture}.png`), fullPage: true });
        if (await who.page.locator('h1').count() !== 1)
            wrong.push(`${picture}: ${path} has not one h1`);
        // The browser itself reports a page that is not there, and that is what was asked for.
        if (status === 404)
            who.faults = who.faults.filter(line => !line.includes('status of 404'));
        wrong.push(...await faultsOf(who, picture));
    }
    await who.leave();
    return wrong;
}

for (const way of ways) {
    const words = `${way.language}, ${way.size.width} px${way.dark ? ', dark' : ''}`;
    test(`public pages are whole and clean: ${words}`, async () => {
        assert.deepEqual(await lookAt(pagesFor('anyone'), way), []);
    });
}

test('what is not there is a page, too', async () => {
    assert.deepEqual(await lookAt({ 'not-there': '/phnom-penh-2022/cities/atlantis' }, ways[0], 404), []);
});

test('the secretariat signs in with its link', async () => {
    const who = await visitor();
    await signIn(who);
    cookies = await who.context.cookies();
    assert.deepEqual(who.faults, []);
    await who.leave();
});

for (const way of ways) {
    const words = `${way.language}, ${way.size.width} px${way.dark ? ', dark' : ''}`;
    test(`the secretariat's pages are whole and clean: ${words}`, async () => {
        assert.deepEqual(await lookAt(pagesFor('secretariat'), way), []);
    });
}

test('public pages say the same without script', async () => {
    const wrong = [];
    const [with_, without] = [await visitor(), await visitor({ script: false })];
    for (const [name, path] of Object.entries(pagesFor('anyone'))) {
        const words = [];
        for (const who of [with_, without]) {
            await who.page.goto(address + path, { waitUntil: 'load' });
            words.push(await who.page.locator('main').innerText());
        }
        // A button that needs script shows itself only with it.
        if (words[0].replace(/^Print$\n*/m, '').trim() !== words[1].trim())
            wrong.push(name);
    }
    assert.deepEqual(wrong, []);
    assert.deepEqual(without.faults, []);
    await with_.leave();
    await without.leave();
});
