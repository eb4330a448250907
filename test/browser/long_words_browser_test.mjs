// SPDX-License-Identifier: Apache-2.0
//
// A name without a gap, such as an address that somebody pasted, makes no page wider than the window.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { close, desktop, phone, sidewaysScroll } from './browser.mjs';
import { address, press, secretary, signInOnce } from './secretary.mjs';

const row = `${address}/phnom-penh-2022/sheets/sittings/smaller-cities`;
const pages = ['/phnom-penh-2022/editor', '/phnom-penh-2022/sittings/smaller-cities',
    '/phnom-penh-2022/programme', '/phnom-penh-2022/sheets/sittings/smaller-cities',
    '/phnom-penh-2022/sheets/sittings/smaller-cities/history', '/phnom-penh-2022/releases'];

before(signInOnce);
after(close);

async function rename(title) {
    const who = await secretary();
    await who.page.goto(row);
    const was = await who.page.inputValue('#title_en');
    await who.page.fill('#title_en', title);
    await press(who, 'Save');
    await who.page.goto(`${address}/phnom-penh-2022/releases`);
    await who.page.fill('#name', 'Renamed');
    const despite = who.page.locator('[name=despite]');
    if (await despite.count() > 0)
        await despite.check();
    await press(who, 'Release the programme');
    await who.leave();
    return was;
}

test('a title of 150 letters without a gap breaks wherever it stands', async () => {
    const was = await rename('Abcdefghij'.repeat(15));
    const wide = [];
    for (const size of [phone, desktop]) {
        const who = await secretary({ size });
        for (const page of pages) {
            await who.page.goto(address + page);
            const { over, because } = await sidewaysScroll(who.page);
            if (over > 0)
                wide.push(`${page} at ${size.width} px: ${over} px because of ${because}`);
        }
        await who.leave();
    }
    await rename(was);
    assert.deepEqual(wide, []);
});
