// SPDX-License-Identifier: Apache-2.0
//
// A network that goes without a word: connections stay open and nothing comes. The hall says so soon
// and truly since when, covers nobody's name with it, and is back with a stream when the network is.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { close, desktop, phone, visitor } from './browser.mjs';
import { breakingNetwork } from './buffering_proxy.mjs';
import { signInLink, startSala } from './server.mjs';

// The server that all other tests share stays out of this one's way.
delete process.env.SALA_DATABASE;
let sala, sitting, chair;

before(async () => {
    sala = await startSala(['samples/phnom-penh-2022']);
    sitting = `${sala.address}/phnom-penh-2022/sittings/main-cities`;
    chair = await visitor();
    await chair.page.goto(await signInLink(sala.address, sala.database));
    await chair.page.getByRole('button', { name: 'Sign in' }).click();
    await chair.page.waitForURL(`${sala.address}/`);
    await chair.page.goto(`${sitting}/chair`);
    for (const next of ['Open the sitting', 'Give the floor to', 'Start the clock'])
        await chair.page.getByRole('button', { name: next }).first().click();
    await chair.page.getByRole('button', { name: 'Pause' }).waitFor();
});
after(async () => {
    await close();
    await sala.stop();
});

// Seconds until it holds.
async function soon(seconds, what, holds) {
    const begin = performance.now();
    while (performance.now() - begin < seconds * 1000) {
        if (await holds())
            return (performance.now() - begin) / 1000;
        await new Promise(done => setTimeout(done, 100));
    }
    return assert.fail(`${what}: not within ${seconds} s`);
}

test('silence is noticed, dated and over as soon as the network is back', async t => {
    const network = await breakingNetwork(sala.address);
    t.after(() => network.stop());  // also when it fails, or the runner would wait for it
    const hall = await visitor({ size: desktop });
    await hall.page.goto(sitting.replace(sala.address, network.address) + '/screen');
    const note = hall.page.locator('[data-lost]');
    const clock = () => hall.page.locator('[data-clock]').textContent();
    await soon(5, 'the clock runs', async () => await clock() !== '07:00');
    const streams = () => network.asked.filter(line => line.includes('/live?'));
    await soon(5, 'one stream', async () => streams().length === 1);

    const minute = () => new Date().toLocaleTimeString('en-GB', { timeZone: 'Asia/Phnom_Penh', hour: '2-digit', minute: '2-digit' });
    const since = [minute()];
    network.hush(true);
    await soon(15, 'the note', () => note.isVisible());
    since.push(minute());
    assert(since.includes(/\d\d:\d\d/.exec(await note.innerText())[0]));
    const boxes = await hall.page.evaluate(() => ['.lost', '.next'].map(name => document.querySelector(name).getBoundingClientRect().toJSON()));
    assert(boxes[0].top >= boxes[1].bottom, 'the note covers who is next');
    assert(boxes[0].bottom <= desktop.height);
    const alone = await clock();
    await soon(3, 'the clock goes on alone', async () => await clock() !== alone);

    const asked = network.asked.length;
    network.hush(false);
    await soon(10, 'the note goes', async () => !await note.isVisible());
    // With a stream, and what is done now is there at once.
    await chair.page.getByRole('button', { name: 'Pause' }).click();
    await soon(2, 'the hall stands', async () => await hall.page.locator('[data-clock]').getAttribute('data-running') === '0');
    assert.deepEqual(network.asked.slice(asked).filter(line => line.includes('once=1')), []);
    await hall.leave();
});

test('a device that is told that its network is gone says so at once, and is back at once', async () => {
    const delegate = await visitor({ size: phone });
    await delegate.page.goto(`${sitting}/floor`);
    const note = delegate.page.locator('[data-lost]');
    await delegate.page.locator('.speaking').waitFor();
    await delegate.page.waitForTimeout(1000);
    await delegate.context.setOffline(true);
    await soon(5, 'the note', () => note.isVisible());
    const { y } = await note.boundingBox();
    assert(y < phone.height, `the note is at ${y}`);
    await delegate.context.setOffline(false);
    await soon(5, 'the note goes', async () => !await note.isVisible());
    await delegate.leave();
});
