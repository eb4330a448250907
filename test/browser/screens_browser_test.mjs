// SPDX-License-Identifier: Apache-2.0
//
// A screen of the halls with a name: it is opened once and pointed from the chair's console, and
// follows within a second; without network it keeps what it showed and says since when.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { close, desktop, violations, visitor } from './browser.mjs';
import { breakingNetwork } from './buffering_proxy.mjs';
import { signInLink, startSala } from './server.mjs';

// The server that all other tests share stays out of this one's way.
delete process.env.SALA_DATABASE;
const forum = '/phnom-penh-2022';
let sala, chair;

before(async () => {
    sala = await startSala(['samples/phnom-penh-2022']);
    chair = await visitor();
    await chair.page.goto(await signInLink(sala.address, sala.database));
    await chair.page.getByRole('button', { name: 'Sign in' }).click();
    await chair.page.waitForURL(`${sala.address}/`);
});
after(async () => {
    await close();
    await sala.stop();
});

// What stands at the top of the hall's own screen.
const title = async key => {
    const hall = await visitor();
    await hall.page.goto(`${sala.address}${forum}/sittings/${key}/screen`);
    const words = await hall.page.locator('h1').innerText();
    await hall.leave();
    return words;
};

test('a screen with a name follows the console within a second, and keeps its last floor without network', async t => {
    await chair.page.goto(`${sala.address}${forum}/screens`);
    await chair.page.getByLabel('Name of the screen').fill('Foyer');
    await chair.page.getByRole('button', { name: 'Name the screen' }).click();
    await chair.page.getByRole('heading', { name: 'Foyer' }).waitFor();

    const network = await breakingNetwork(sala.address);
    t.after(() => network.stop());  // also when it fails, or the runner would wait for it
    const screen = await visitor({ size: desktop });
    await screen.page.goto(`${network.address}${forum}/screens/1`);
    await screen.page.getByRole('heading', { name: 'Foyer' }).waitFor();
    // How long after a click the screen shows what it is then pointed at, in milliseconds.
    const follows = async (click, words) => {
        const shown = screen.page.locator('h1', { hasText: words }).waitFor().then(() => performance.now());
        const begin = performance.now();
        await Promise.all([chair.page.waitForLoadState('load'), click()]);
        return await shown - begin;
    };
    const [smaller, main] = [['smaller-cities', await title('smaller-cities')], ['main-cities', await title('main-cities')]];
    assert.notEqual(smaller[1], main[1]);
    const took = [];
    for (const [key, words] of [smaller, main, smaller, main]) {
        await chair.page.goto(`${sala.address}${forum}/sittings/${key}/chair`);
        await chair.page.getByText('Chair, screens, rehearsal').click();
        took.push(await follows(() => chair.page.getByRole('button', { name: 'Show this sitting' }).click(), words));
    }
    assert(took.sort((a, b) => a - b)[1] <= 1000, `followed after ${took.map(Math.round).join(', ')} ms`);

    // The floor of the sitting is on it, act after act; its address is still the same.
    await chair.page.goto(`${sala.address}${forum}/sittings/main-cities/chair`);
    await chair.page.keyboard.press('n');  // open
    await screen.page.getByText('The chair has the floor').waitFor();
    assert.equal(new URL(screen.page.url()).pathname, `${forum}/screens/1`);

    network.cut(true);
    const note = screen.page.getByText('Without connection since');
    await note.waitFor({ timeout: 60_000 });
    assert.match(await note.innerText(), /since \d\d:\d\d/);
    assert(await screen.page.getByText('The chair has the floor').isVisible(), 'what it showed is gone');
    await chair.page.goto(`${sala.address}${forum}/screens`);
    await chair.page.getByLabel('Or a message').fill('Lunch is served.');
    await chair.page.getByRole('button', { name: 'Show the message' }).click();
    assert(await screen.page.getByText('The chair has the floor').isVisible());
    network.cut(false);
    await screen.page.getByText('Lunch is served.').waitFor({ timeout: 30_000 });
    await note.waitFor({ state: 'hidden' });
    assert.deepEqual(await violations(screen.page), []);
    await screen.leave();
});
