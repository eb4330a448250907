// SPDX-License-Identifier: Apache-2.0
//
// The one clock function of hall, chair and phone, and the stream that keeps it told: devices whose
// clocks are wrong, networks that are slow in one direction, tabs that slept, events in pieces.

import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, mock, test } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const checkout = join(dirname(fileURLToPath(import.meta.url)), '../..');
const folder = mkdtempSync(join(tmpdir(), 'sala-clock-'));
let clocks, streams, newests;

before(async () => {
    await build({
        entryPoints: ['clock', 'stream', 'newest'].map(name => join(checkout, `client/islands/${name}.ts`)),
        outdir: folder, outExtension: { '.js': '.mjs' }, format: 'esm', bundle: true, logLevel: 'error',
    });
    clocks = await import(pathToFileURL(join(folder, 'clock.mjs')));
    streams = await import(pathToFileURL(join(folder, 'stream.mjs')));
    newests = await import(pathToFileURL(join(folder, 'newest.mjs')));
});
after(() => rmSync(folder, { recursive: true }));

// A device whose clock is off, on a network with different delays there and back.
class Device {
    constructor(skew, there, back) {
        Object.assign(this, { skew, there, back, real: 1_900_000_000_000 });
        this.clock = new clocks.ServerClock(() => this.real + this.skew);
    }
    measure() {
        const sent = this.real + this.skew;
        this.real += this.there;
        const server = this.real;
        this.real += this.back;
        this.clock.take(sent, server, this.real + this.skew);
    }
    error() {
        return Math.abs(this.clock.now() - this.real);
    }
}

test('clocks ten seconds off in both directions show the same within 250 ms', () => {
    for (const skew of [-10_000, 0, 10_000])
        for (const [there, back] of [[5, 5], [200, 40], [40, 300], [0, 1]]) {
            const device = new Device(skew, there, back);
            for (let i = 0; i < 3; ++i)
                device.measure();
            assert(device.error() <= Math.abs(there - back) / 2 + 1, `${skew} ${there} ${back}: ${device.error()}`);
            assert(device.error() <= 250);
        }
});

test('the quickest answer is believed, a slow one changes nothing', () => {
    const device = new Device(10_000, 2, 2);
    device.measure();
    assert(device.error() <= 2);
    Object.assign(device, { there: 3, back: 900 });
    device.measure();
    assert(device.error() <= 2);
});

test('what is guessed moves by what is run over, stands or is waited, as the server would say', () => {
    const moved = (ends, later) => clocks.movedBy(1000, ends, 1000 + later);
    assert.equal(moved([], 90_000), 90_000);             // nobody speaks, or the clock stands
    assert.equal(moved([61_000], 60_000), 0);            // within the time that was given
    assert.equal(moved([61_000], 90_000), 30_000);       // run over
    assert.equal(moved([500], 90_000), 90_000);          // was over already
    assert.equal(moved([], -5000), 0);                   // a device that is behind
});

test('a device that slept while its clock was set measures anew and is right again', () => {
    const device = new Device(0, 2, 2);
    device.measure();
    device.real += 3_600_000;
    device.skew = -10_000;  // somebody set it meanwhile
    assert(device.error() > 9000);
    device.measure();
    assert(device.error() <= 2);
});

test('a set clock changes nothing, and it or a counter that stood while a device slept is noticed', () => {
    let [counter, wall, server] = [1000, 5_000_000, 1_900_000_000_000];
    const passes = (ms, counted = ms) => { counter += counted; wall += ms; server += ms; };
    const clock = new clocks.ServerClock(() => counter, () => wall);
    const measure = () => clock.take(counter, server, counter);
    const looks = (times, ms) => {
        let doubts = 0;
        for (let i = 0; i < times; ++i) {
            passes(ms);
            doubts += clock.doubted() ? 1 : 0;
        }
        return doubts;
    };
    measure();
    assert.equal(looks(100, 100), 0);
    for (const step of [10_000, -10_000]) {
        wall += step;
        assert.equal(clock.now(), server);  // nothing is shown that is wrong
        assert.equal(looks(3, 100), 3);
        measure();
        assert.equal(looks(100, 100), 0);
        assert.equal(clock.now(), server);
    }
    passes(30_000, 0);  // the counter stood
    assert.equal(clock.doubted(), true);
    measure();
    assert.equal(clock.now(), server);
    assert.equal(clock.doubted(), false);
    passes(60_000);  // the page slept, the counter did not
    assert.equal(clock.doubted(), true);
});

test('a frame from what would be the future says that we are behind', () => {
    const device = new Device(-10_000, 2, 2);
    device.clock.anchor(device.real - 5000);  // a page that was kept somewhere for five seconds
    assert.equal(device.clock.heard(device.real), false);
    assert(device.error() <= 1);
    assert.equal(device.clock.heard(device.real - 4000), true);  // an old snapshot says nothing
    assert(device.error() <= 1);
});

test('plain, marigold in the last minute, red and counting what is over', () => {
    const told = { running: true, ends: 1000_000, left: 0, limit: 420_000 };
    const at = left => {
        const { text, state } = clocks.shownAt(told, 1000_000 - left);
        return `${text} ${state}`;
    };
    assert.deepEqual([420_000, 60_001, 60_000, 1, 0, -1, -999, -1000, -61_000].map(at),
        ['07:00 ', '01:01 ', '01:00 last', '00:01 last', '00:00 last', '00:00 over', '00:00 over', '+00:01 over', '+01:01 over']);
    assert.equal(clocks.shownAt({ running: false, ends: 0, left: 300_000, limit: 420_000 }, 5).text, '05:00');
});

test('events arrive whole, however they are cut, and the last id is remembered', () => {
    const words = 'retry: 3000\n\nid: e-7\nevent: frame\ndata: {"a":1}\n\n:\n\nid: e-8\nevent: frame\ndata: x\ndata: y\n\n';
    for (let cut = 1; cut < words.length; ++cut) {
        const reader = new streams.EventReader();
        const heard = [...reader.read(words.slice(0, cut)), ...reader.read(words.slice(cut))];
        assert.deepEqual(heard, [{ name: 'frame', data: '{"a":1}' }, { name: 'frame', data: 'x\ny' }]);
        assert.equal(reader.last, 'e-8');
    }
});

test('waits before coming back grow, stay bounded, and differ from device to device', () => {
    assert.equal(streams.waitBefore(0, 0.5), 500);
    assert.equal(streams.waitBefore(2, 0.5), 2000);
    assert.equal(streams.waitBefore(50, 0.5), 15_000);
    const hall = Array.from({ length: 1000 }, () => streams.waitBefore(3));
    assert(Math.min(...hall) < 2300 && Math.max(...hall) > 5700);
    assert(Math.min(...hall) >= 2000 && Math.max(...hall) <= 6000);
});

// A page whose answers and rests come when the test lets them.
class SlowPage {
    shown = '';
    answers = [];
    rests = [];
    newest = new newests.Newest({
        shows: mark => this.shown === mark,
        fetch: () => new Promise((come, fail) => this.answers.push({
            come: mark => { this.shown = mark; come(); }, fail,
        })),
        later: (wait, then) => this.rests.push({ wait, then }),
    });
    async answered(what, mark) {
        this.answers.shift()[what](mark);
        await new Promise(setImmediate);
    }
}

test('what is heard while a page is on its way is fetched after it, and no two are on their way', async () => {
    const page = new SlowPage();
    page.newest.heard('1');
    page.newest.heard('2');
    page.newest.heard('3');
    assert.equal(page.answers.length, 1);
    await page.answered('come', '1');
    assert.equal(page.answers.length, 1);
    await page.answered('come', '3');
    assert.equal(page.answers.length, 0);
    assert.equal(page.rests.length, 0);
    page.newest.heard('3');
    assert.equal(page.answers.length, 0);
});

test('a page that could not be had is fetched again after rests that grow', async () => {
    const page = new SlowPage();
    page.newest.heard('1');
    for (let tries = 0; tries < 4; ++tries) {
        await page.answered('fail');
        assert.equal(page.rests.length, 1);
        assert.equal(page.answers.length, 0);
        const { wait, then } = page.rests.shift();
        assert(wait >= 250 * 2 ** tries && wait < 750 * 2 ** tries, `${tries}: ${wait}`);
        then();
    }
    await page.answered('come', '1');
    assert.equal(page.rests.length, 0);
    assert.equal(page.answers.length, 0);
});

// What a stream asks for, on a network that holds streams back, lets them through, or swallows all.
class Network {
    is = 'held back';
    asked = [];
    told = [];
    constructor() {
        globalThis.window = globalThis;
        mock.timers.enable({ apis: ['setTimeout'] });
        mock.method(globalThis, 'fetch', (address, { signal }) => {
            this.asked.push(address);
            const never = new Promise((_, fail) => signal.addEventListener('abort', () => fail(new Error('aborted'))));
            never.catch(() => {});
            const first = new TextEncoder().encode('retry: 3000\n\n');
            const reads = [Promise.resolve({ done: false, value: first })];
            const body = { getReader: () => ({ read: () => reads.shift() ?? never }) };
            return this.is === 'open' && !address.includes('once') ? Promise.resolve({ ok: true, body }) : never;
        });
        this.stream = new streams.Stream('/live?', {
            event: () => {}, lost: () => this.told.push('lost'), found: () => this.told.push('found'),
            alive: () => Promise.resolve(this.is !== 'gone'),
        }, streams.few);
        this.stream.start();
    }
    async passes(seconds) {
        for (let i = 0; i < seconds * 2; ++i) {
            mock.timers.tick(500);
            await new Promise(setImmediate);
        }
    }
    stop() {
        this.stream.stop();
        mock.restoreAll();
        mock.timers.reset();
        delete globalThis.window;
    }
}

test('a proxy that holds streams back is polled through, and tried again until it lets them through', async t => {
    const network = new Network();
    t.after(() => network.stop());
    await network.passes(5);
    assert.deepEqual(network.asked, ['/live?', '/live?&once=1']);
    assert.deepEqual(network.told, []);  // the network was never gone
    await network.passes(70);
    assert.deepEqual(network.asked.filter(one => !one.includes('once')), ['/live?', '/live?']);
    network.is = 'open';
    await network.passes(130);
    assert.equal(network.asked.at(-1), '/live?');
    assert(network.told.includes('found'));
    const { length } = network.asked;
    await network.passes(30);
    assert.deepEqual(network.asked.slice(length), []);  // one stream, and it stays
});

test('a silent stream is lost when the server answers nowhere, and nothing is polled afterwards', async t => {
    const network = new Network();
    t.after(() => network.stop());
    network.is = 'open';
    network.stream.stop();
    network.stream.start();
    await network.passes(30);  // silent, but the server answers
    assert(!network.told.includes('lost'));
    network.is = 'gone';
    await network.passes(7);
    assert.equal(network.told.at(-1), 'lost');
    await network.passes(30);
    network.is = 'open';
    await network.passes(6);
    assert.equal(network.told.at(-1), 'found');
    assert.deepEqual(network.asked.filter(one => one.includes('once')), []);
});
