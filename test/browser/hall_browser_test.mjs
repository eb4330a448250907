// SPDX-License-Identifier: Apache-2.0
//
// The walls of the hall, for every name of both samples and one of thirty letters, on every size of
// screen and in both languages: nothing lies over anything else, nothing is cut off, no name is
// broken in a word, and the clock is as big as thirty metres need.

import assert from 'node:assert/strict';
import { appendFileSync, cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { close, violations, visitor } from './browser.mjs';
import { signInLink, startSala } from './server.mjs';

// The server that all other tests share stays out of this one's way.
delete process.env.SALA_DATABASE;
const checkout = join(dirname(fileURLToPath(import.meta.url)), '../..');
const sizes = [[1024, 768], [1280, 720], [1366, 768], [1440, 900], [1920, 1080], [3840, 2160]];
const folder = mkdtempSync(join(tmpdir(), 'sala-hall-'));
let sala, chair, screens;

before(async () => {
    const forum = join(folder, 'phnom-penh-2022');
    cpSync(join(checkout, 'samples/phnom-penh-2022'), forum, { recursive: true });
    appendFileSync(join(forum, 'delegations.csv'),
        'thirty,,,thailand,,,Nakhonsithammaratsongkhla Yala,นครศรีธรรมราชสงขลายะลาปัตตานีนราธิวาส,fad-moi,,\n');
    sala = await startSala([relative(checkout, forum), 'samples/bangkok-2019']);
    chair = await visitor();
    await chair.page.goto(await signInLink(sala.address, sala.database));
    await chair.page.getByRole('button', { name: 'Sign in' }).click();
    await chair.page.waitForURL(`${sala.address}/`);
    screens = await Promise.all(['en', 'th'].map(async language => ({ language, who: await visitor({ language }) })));
});
after(async () => {
    await close();
    await sala.stop();
    rmSync(folder, { recursive: true });
});

// One sitting and whoever leads it.
async function floorOf(path) {
    const address = sala.address + path;
    await chair.page.goto(`${address}/chair`);
    const csrf = await chair.page.locator('input[name=csrf]').first().inputValue();
    const state = async () => (await chair.page.request.get(`${address}/chair.json`)).json();
    const takes = async (step, more = {}) => {
        const reply = await chair.page.request.post(`${address}/chair`, {
            form: { csrf, step, version: String((await state()).version), ...more },
            headers: { Accept: 'application/json' },
        });
        assert(reply.ok(), `${step}: ${await reply.text()}`);
    };
    return { address, state, takes };
}

// Everything that is wrong with what a wall shows, as lines.
const faults = () => {
    const wrong = [];
    const { innerWidth, innerHeight } = globalThis;
    const unit = Math.min(innerHeight, innerWidth * 0.5625) / 100;
    const boxes = [...document.querySelectorAll('.top > *, .city, .alt, .who > :not(.city, .alt), .clock, progress, .message, .next > *, .lost')]
        .filter(element => element.getClientRects().length > 0 && (element.textContent || element.matches('progress')))
        .map(element => {
            const range = document.createRange();
            range.selectNodeContents(element);
            const filled = element.matches('progress, .clock, .message, .lost');
            const rects = filled ? [element.getBoundingClientRect()] : [...range.getClientRects()];
            // A line's box has room above and below its letters that others may use.
            const spare = filled ? 0 : 0.14;
            const box = {
                name: element.className || element.tagName, element,
                left: Math.min(...rects.map(r => r.left)), right: Math.max(...rects.map(r => r.right)),
                top: Math.min(...rects.map(r => r.top + r.height * spare)),
                bottom: Math.max(...rects.map(r => r.bottom - r.height * spare)),
            };
            if (box.left < -1 || box.top < -1 || box.right > innerWidth + 1 || box.bottom > innerHeight + 1)
                wrong.push(`${box.name} leaves the screen by ${Math.round(Math.max(box.right - innerWidth, box.bottom - innerHeight))} px`);
            if (element.scrollWidth > element.clientWidth + 1)
                wrong.push(`${box.name} is cut off`);
            return box;
        });
    for (const [i, one] of boxes.entries())
        for (const other of boxes.slice(i + 1))
            if (Math.min(one.right, other.right) - Math.max(one.left, other.left) > 2 &&
                Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top) > 2)
                wrong.push(`${one.name} lies over ${other.name}`);
    for (const line of document.querySelectorAll('.city, .alt')) {
        const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
        for (let node = walker.nextNode(); node; node = walker.nextNode())
            for (const word of node.data.matchAll(/\S+/g)) {
                const range = document.createRange();
                range.setStart(node, word.index);
                range.setEnd(node, word.index + word[0].length);
                if (new Set([...range.getClientRects()].map(r => Math.round(r.top))).size > 1)
                    wrong.push(`${word[0]} is broken`);
            }
    }
    const size = name => Number.parseFloat(getComputedStyle(document.querySelector(name)).fontSize) / unit;
    // A letter is seven tenths of its size; thirty metres need 72 of 1080 pixels.
    if (document.querySelector('.clock') && size('.clock') * 0.7 < 100 * 72 / 1080)
        wrong.push(`the clock has ${size('.clock')} hundredths`);
    const city = document.querySelector('.city');
    if (city && size('.city') < 3.5)
        wrong.push(`the place has ${size('.city')} hundredths`);
    const next = document.querySelector('.next > p:not(:only-child)');
    for (const who of next ? ['.city', '.who .name'].filter(name => document.querySelector(name)) : [])
        if (size('.next') > size(who) + 0.01)
            wrong.push(`${who} has ${size(who)} hundredths, and who comes next ${size('.next')}`);
    return [...new Set(wrong)];
};

async function open(address) {
    for (const { language, who } of screens) {
        await who.page.goto(`${address}/screen?language=${language}`);
        await who.page.evaluate(() => document.fonts.ready);
    }
}

// Every size, as the walls are now; `shows` is in the markup when they follow.
async function look(what, shows, wrong) {
    for (const { language, who } of screens) {
        await who.page.waitForFunction(shows.holds, shows.value);
        for (const [width, height] of sizes) {
            await who.page.setViewportSize({ width, height });
            await who.page.evaluate(() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done))));
            wrong.push(...(await who.page.evaluate(faults)).map(line => `${what}, ${language}, ${width}x${height}: ${line}`));
        }
    }
}

const speaks = state => ({
    holds: ([place, state]) => [...document.querySelectorAll('.city, .alt, .who')].some(one => one.textContent.includes(place)) &&
        (state === '' || document.querySelector('.clock')?.dataset.is === state),
    value: state,
});

async function every(forum, sitting, delegations) {
    const floor = await floorOf(`/${forum}/sittings/${sitting}`);
    await floor.takes('open');
    await open(floor.address);
    const wrong = [];
    const listed = (await floor.state()).list.map(one => one.delegation);
    for (const delegation of delegations)
        if (!listed.includes(delegation))
            await floor.takes('enter statement', { delegation });
    let left = (await floor.state()).list;
    const minutes = left[0].seconds;
    assert(left.length > 0);
    while (left.length > 0) {
        const [{ name }] = left;
        const place = (name ?? left[0].person).en.verbatim;
        await floor.takes('give');
        await look(`${place} before zero`, speaks([place, '']), wrong);
        await floor.takes('start');
        await floor.takes(`add-time -${minutes}`);
        await look(`${place} past zero`, speaks([place, 'over']), wrong);
        left = (await floor.state()).list;
    }
    return { floor, wrong };
}

test('every name of the samples stands beside the clock, before zero and past it', async () => {
    const all = ['bangkok', 'ubon-ratchathani', 'si-sa-ket', 'surin', 'buri-ram', 'sa-kaeo', 'chanthaburi', 'trat',
        'battambang', 'siem-reap', 'bandar-seri-begawan', 'phnom-penh', 'jakarta', 'vientiane', 'kuala-lumpur',
        'nay-pyi-taw', 'manila', 'singapore', 'ha-noi', 'thirty'];
    const { wrong } = await every('phnom-penh-2022', 'main-cities', all);
    assert.deepEqual(wrong, []);
});

test('so do organisations, persons with their posts, and speeches that have only a title', async () => {
    const { wrong } = await every('bangkok-2019', 'opening',
        ['bangkok', 'uclg-aspac', 'escap', 'eu-delegation-thailand', 'ministry-interior-thailand']);
    assert.deepEqual(wrong, []);
});

test('with a poll, a message and a lost network there is room for all of it', async () => {
    const floor = await floorOf('/phnom-penh-2022/sittings/smaller-cities');
    await floor.takes('open');
    for (const delegation of ['bandar-seri-begawan', 'thirty', 'ubon-ratchathani'])
        if (!(await floor.state()).list.some(one => one.delegation === delegation))
            await floor.takes('enter statement', { delegation });
    await open(floor.address);
    const wrong = [];
    const message = 'The sitting continues at 14:00 in Ballroom 1. Buses leave at 12:30 from the main door.';
    await floor.takes('message', { words: message });
    await chair.page.goto(`${floor.address}/polls`);
    await chair.page.locator('input[name=question], textarea[name=question]').first().fill('Shall the list be closed after the next three speakers?');
    await chair.page.locator('main form button[type=submit]').first().click();
    const told = { holds: count => document.querySelectorAll('.message').length === count, value: 2 };
    await look('nobody speaks', told, wrong);
    for (const delegation of ['battambang', 'bandar-seri-begawan', 'thirty']) {
        const { list } = await floor.state();
        const entry = list.find(one => one.delegation === delegation);
        await floor.takes(`give ${entry.entry}`);
        await look(`${delegation} before zero`, speaks([entry.name.en.verbatim, '']), wrong);
        await floor.takes('start');
        await floor.takes(`add-time -${entry.seconds}`);
        await look(`${delegation} past zero`, speaks([entry.name.en.verbatim, 'over']), wrong);
    }
    // Somebody interrupts, and the walls lose their network meanwhile.
    await floor.takes('enter order', { delegation: 'ubon-ratchathani' });
    await floor.takes(`give ${(await floor.state()).requests[0].entry}`);
    await look('a point of order', { holds: () => document.querySelector('.waits') !== null, value: 0 }, wrong);
    for (const { language, who } of screens) {
        assert.match(await who.page.locator('.waits').innerText(), language === 'en' ? /Nakhonsithammarat.*over its time/ : /นครศรี/);
        assert.deepEqual(await violations(who.page), []);
        await who.context.setOffline(true);
    }
    await look('without network', { holds: () => !document.querySelector('[data-lost]').hidden, value: 0 }, wrong);
    assert.deepEqual(wrong, []);
});
