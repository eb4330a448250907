// SPDX-License-Identifier: Apache-2.0
//
// Opens pages one after the other as one visitor and answers everything that is wrong with them.
// The pictures are in build/shots/: look at them. SALA_PICTURES=no draws none, where nobody looks.

import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { bringAxe, cutText, cutWords, desktop, phone, shots, sidewaysScroll, takePicture, violations,
    visitor } from './browser.mjs';

export const ways = [
    { language: 'en', size: phone }, { language: 'th', size: phone, dark: true },
    { language: 'th', size: desktop }, { language: 'en', size: desktop, dark: true },
];

export const words = way => `${way.language}, ${way.size.width} px${way.dark ? ', dark' : ''}`;

async function faultsOf(who, picture) {
    const wide = await sidewaysScroll(who.page);
    const found = wide.over > 0 ? [`${wide.over} px too wide because of ${wide.because}`] : [];
    found.push(...await cutText(who.page), ...await cutWords(who.page),
        ...await violations(who.page), ...who.faults.splice(0));
    return found.map(line => `${picture}: ${line}`);
}

// `pages`: name -> path at `address`; `cookies` of whoever is signed in, or nothing.
export async function lookAt(address, pages, way, { cookies, status = 200 } = {}) {
    mkdirSync(shots, { recursive: true });
    const who = await visitor(way);
    await bringAxe(who.context);
    if (cookies)
        await who.context.addCookies(cookies);
    const wrong = [];
    for (const [name, path] of Object.entries(pages)) {
        const picture = `${name}-${way.language}-${way.size.width}${way.dark ? '-dark' : ''}`;
        const reply = await who.page.goto(address + path, { waitUntil: 'load' });
        if (reply.status() !== status)
            wrong.push(`${picture}: ${path} answered ${reply.status()}`);
        await who.page.evaluate(() => document.fonts.ready);
        if (process.env.SALA_PICTURES !== 'no')
            await takePicture(who.page, join(shots, `${picture}.png`));
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
