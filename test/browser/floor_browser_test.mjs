// SPDX-License-Identifier: Apache-2.0
//
// Three browsers at once: the chair, the hall and a delegate, with clocks ten seconds off in both
// directions. They show the same second; a lost network, a sleeping tab and a proxy that holds
// streams back change nothing about that.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { close, desktop, phone, violations, visitor } from './browser.mjs';
import { breakingNetwork, bufferingProxy } from './buffering_proxy.mjs';
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

// A browser whose device's clock is wrong by so many milliseconds. It notes, by a clock of the
// machine that nobody skews, when the digits of the speech change.
async function browser(options, skew, signedIn) {
    const who = await visitor(options);
    if (signedIn)
        await who.context.addCookies(cookies);
    await who.context.addInitScript(skew => {
        const real = Date.now;
        globalThis.setBy = more => { skew += more; };  // somebody sets the device's clock
        const RealDate = Date;
        globalThis.Date = class extends RealDate {
            constructor(...words) {
                super(...(words.length === 0 ? [real() + skew] : words));
            }
            static now() { return real() + skew; }
        };
        globalThis.changes = {};
        document.addEventListener('DOMContentLoaded', () => {
            let last = '';
            setInterval(() => {
                const words = document.querySelector('[data-clock]')?.textContent ?? '';
                if (words !== last)
                    globalThis.changes[words] = performance.timeOrigin + performance.now();
                last = words;
            }, 10);
        });
    }, skew);
    return who;
}

async function until(what, holds) {
    for (let tries = 0; tries < 400; ++tries) {
        if (await holds())
            return;
        await new Promise(done => setTimeout(done, 50));
    }
    assert.fail(`never happened: ${what}`);
}

// Presses the wide key until it says `name`; whether each press came through is seen by other words
// on the key, because a page that is slow would be pressed twice and skip somebody.
async function leadTo(key, name) {
    await until(`${name} is next`, async () => {
        const words = await key.innerText();
        if (words.includes(name))
            return true;
        await key.click();
        await until('the key says something else', async () => await key.innerText() !== words);
        return false;
    });
}

const clockOf = async who => (await who.page.locator('[data-clock]').first().textContent().catch(() => '')) ?? '';

const middle = numbers => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];

// Each of them changes its digits within 250 ms of when the server's clock does; the middle of the
// last changes counts, because a busy machine shows one late, now here, now there.
async function showTheSame(all) {
    const seen = () => Promise.all(all.map(who => who.page.evaluate(() => globalThis.changes)));
    await until('five seconds in common', async () => {
        const changes = await seen();
        return Object.keys(changes[0]).filter(words => changes.every(one => one[words])).length >= 6;
    });
    const changes = await seen();
    const common = Object.keys(changes[0]).filter(words => words && changes.every(one => one[words]));
    // The first that a page shows is when it came, not when it changed.
    const { clock } = await (await fetch(`${sitting}/floor.json`)).json();
    assert(clock.running);
    const due = words => clock.ends_at - 1000 * words.split(':').reduce((sum, part) => 60 * sum + Number(part), 0);
    for (const [who, one] of changes.entries()) {
        const late = common.slice(-5).map(words => Math.round(one[words] - due(words)));
        assert(Math.abs(middle(late)) <= 250, `browser ${who} is late by ${late.join(', ')} ms`);
    }
}

test('chair, hall and phone show the same second although their clocks are ten seconds off', async t => {
    const chair = await browser({}, 10_000, true);
    const hall = await browser({ size: desktop }, -10_000, false);
    const delegate = await browser({ size: phone }, 10_000, false);
    await chair.page.goto(`${sitting}/chair`);
    const network = await breakingNetwork(sala.address);
    t.after(() => network.stop());  // also when it fails, or the runner would wait for it
    await hall.page.goto(sitting.replace(sala.address, network.address) + '/screen');
    await delegate.page.goto(`${sitting}/floor`);
    await hall.page.getByText('The sitting has not begun').waitFor();

    await chair.page.keyboard.press('n');  // open
    await hall.page.getByText('The chair has the floor').waitFor();
    await chair.page.getByRole('button', { name: 'Give the floor to Bandar Seri Begawan' }).waitFor();
    await chair.page.keyboard.press('n');  // give
    await hall.page.locator('.city', { hasText: 'Bandar Seri Begawan' }).waitFor();
    assert.equal(await clockOf(hall), '07:00');
    await chair.page.getByRole('button', { name: 'Start the clock' }).waitFor();
    await chair.page.keyboard.press('n');  // start
    await until('the clock runs', async () => await clockOf(delegate) !== '07:00' && await clockOf(delegate) !== '');
    await showTheSame([chair, hall, delegate]);

    // Somebody sets the clocks of two devices meanwhile: right after it they show the same still.
    const anew = () => Promise.all([chair, hall, delegate].map(who => who.page.evaluate(() => { globalThis.changes = {}; })));
    for (const [more, less] of [[10_000, -10_000], [-10_000, 10_000]]) {
        await Promise.all([hall.page.evaluate(ms => globalThis.setBy(ms), more),
            delegate.page.evaluate(ms => globalThis.setBy(ms), less)]);
        await anew();
        await showTheSame([chair, hall, delegate]);
    }

    // A tab that the device put to sleep shows the same as soon as it is awake.
    const device = await delegate.context.newCDPSession(delegate.page);
    await device.send('Page.setWebLifecycleState', { state: 'frozen' });
    await new Promise(done => setTimeout(done, 6000));
    await device.send('Page.setWebLifecycleState', { state: 'active' });
    await anew();
    await showTheSame([chair, hall, delegate]);

    // Pause, a minute more, resume: still the same second.
    await chair.page.getByRole('button', { name: 'Pause' }).click();
    await chair.page.getByRole('button', { name: 'Resume' }).waitFor();
    const standing = await clockOf(chair);
    await until('all stand', async () => await clockOf(hall) === standing && await clockOf(delegate) === standing);
    await chair.page.getByRole('button', { name: '+ 1 minute' }).click();
    const more = `0${Number(standing.slice(0, 2)) + 1}${standing.slice(2)}`;
    await until('a minute more', async () => await clockOf(hall) === more);
    await chair.page.getByRole('button', { name: 'Resume' }).click();
    await anew();
    await showTheSame([chair, hall, delegate]);

    // A point of order stops the speech, has a clock of its own, and the speech goes on by itself.
    await chair.page.locator('#more > summary').click();
    await chair.page.locator('#kind').selectOption('order');
    await chair.page.getByRole('button', { name: 'Enter into the list' }).click();
    await chair.page.locator('[aria-labelledby=asks]').getByRole('button', { name: 'Give' }).click();
    await hall.page.locator('.kind', { hasText: 'Point of order' }).waitFor();
    await delegate.page.getByText('Point of order').first().waitFor();
    assert.match(await clockOf(hall), /^0[12]:/);
    await anew();
    await showTheSame([chair, hall, delegate]);
    await chair.page.getByRole('button', { name: 'End, the speech goes on' }).click();
    await hall.page.locator('.kind', { hasText: 'Point of order' }).waitFor({ state: 'detached' });
    await anew();
    await showTheSame([chair, hall, delegate]);

    // The hall loses the network: its clock goes on, and it says since when.
    network.cut(true);
    await hall.page.getByText('Without connection since').waitFor({ timeout: 60_000 });
    const alone = await clockOf(hall);
    await until('the clock goes on alone', async () => await clockOf(hall) !== alone);
    await chair.page.goto(`${sitting}/chair`);
    await chair.page.getByRole('button', { name: 'End, give the floor to Jakarta' }).click();
    network.cut(false);
    await hall.page.locator('.city', { hasText: 'Jakarta' }).waitFor({ timeout: 30_000 });
    await hall.page.getByText('Without connection since').waitFor({ state: 'hidden' });

    for (const who of [chair, hall, delegate])
        assert.deepEqual(await violations(who.page), []);
    for (const who of [chair, hall, delegate])
        await who.leave();
});

test('the server is killed in the middle of a speech: the clock goes on, and the new one knows it', async () => {
    const chair = await browser({}, 0, true);
    const hall = await browser({ size: desktop }, -10_000, false);
    const delegate = await browser({ size: phone }, 10_000, false);
    await chair.page.goto(`${sitting}/chair`);
    await hall.page.goto(`${sitting}/screen`);
    await delegate.page.goto(`${sitting}/floor`);
    const floor = async () => (await fetch(`${sitting}/floor.json`)).json();
    const next = chair.page.locator('button.wide');
    await until('somebody speaks', async () => {
        if (!(await floor()).clock?.running)
            await next.click();
        return (await floor()).clock?.running;
    });
    const before = await floor();
    await until('the clock runs', async () => await clockOf(delegate) !== '');
    await sala.dieAndRise(async () => {
        for (const who of [hall, delegate]) {
            const alone = await clockOf(who);
            await until('the clock goes on alone', async () => await clockOf(who) !== alone);
        }
        await hall.page.getByText('Without connection since').waitFor({ timeout: 60_000 });
    });
    await hall.page.getByText('Without connection since').waitFor({ state: 'hidden', timeout: 60_000 });
    const after = await floor();
    assert.equal(after.version, before.version);
    assert.equal(after.clock.ends_at, before.clock.ends_at);
    assert.deepEqual(after.list, before.list);
    await Promise.all([hall, delegate].map(who => who.page.evaluate(() => { globalThis.changes = {}; })));
    await showTheSame([hall, delegate]);

    // Whoever leads goes on where they were, and all follow.
    await chair.page.getByRole('button', { name: 'Pause' }).click();
    await until('the hall stands', async () => {
        const standing = await clockOf(hall);
        await new Promise(done => setTimeout(done, 1500));
        return standing !== '' && await clockOf(hall) === standing && await clockOf(delegate) === standing;
    });
    for (const who of [chair, hall, delegate])
        await who.leave();
});

test('behind a proxy that holds streams back the hall asks again and again instead', async t => {
    const proxy = await bufferingProxy(sala.address);
    t.after(() => proxy.stop());
    const hall = await browser({ size: desktop }, -10_000, false);
    const chair = await browser({}, 10_000, true);
    await hall.page.goto(`${proxy.address}/phnom-penh-2022/sittings/main-cities/screen`);
    await chair.page.goto(`${sitting}/chair`);
    const next = chair.page.locator('button.wide');
    for (const city of ['Vientiane', 'Kuala Lumpur']) {
        await leadTo(next, city);
        await next.click();
        await hall.page.locator('.city', { hasText: city }).waitFor({ timeout: 20_000 });
    }
    await chair.page.getByRole('button', { name: 'Start the clock' }).click();
    await until('the clock runs', async () => await clockOf(hall) !== '07:00');
    await Promise.all([hall, chair].map(who => who.page.evaluate(() => { globalThis.changes = {}; })));
    await showTheSame([hall, chair]);
    await hall.leave();
    await chair.leave();
});

test('a phone says when its delegation is next and when it speaks, and what is its own is new', async () => {
    const chair = await browser({}, 0, true);
    const delegate = await browser({ size: phone }, 0, true);
    await chair.page.goto(`${sitting}/chair`);
    const { list: [next] } = await (await chair.page.request.get(`${sitting}/floor.json`)).json();
    await delegate.page.goto(`${sitting}/place?delegation=${next.delegation}`);
    const turn = delegate.page.locator('.turn');
    assert.match(await turn.innerText(), /^You are next, at about/);
    // As if nobody had pressed anything for a quarter of an hour: what is guessed has moved on.
    const minute = words => words.match(/(\d\d):(\d\d)/).slice(1).reduce((hours, part) => 60 * hours + Number(part), 0);
    for (const [who, words] of [[delegate, turn], [delegate, delegate.page.locator('.queue time').first()],
        [chair, chair.page.locator('[data-said]').first()]]) {
        const said = minute(await words.innerText());
        await who.page.locator('[data-guessed]').first().evaluate(({ dataset }) => {
            dataset.guessed = String(Number(dataset.guessed) - 900_000);
            dataset.ends = '';
        });
        await until('it moves on', async () =>
            [15, 16].includes((minute(await words.innerText()) - said + 1440) % 1440));
    }
    const mark = () => delegate.page.locator('#own').getAttribute('data-mark');
    const before = await mark();
    await delegate.page.locator('#words').focus();  // who types keeps the page they are on
    await delegate.page.keyboard.type('A question');
    const button = chair.page.locator('button.wide');
    await leadTo(button, next.name.en.verbatim);
    await button.click();
    await until('they speak', async () => await turn.innerText() === 'You have the floor.');
    await until('what is its own was fetched', async () => await mark() !== before);
    assert.equal(await delegate.page.locator('#words').inputValue(), 'A question');
    assert.equal(new URL(delegate.page.url()).search, `?delegation=${next.delegation}`);
    await delegate.leave();
    await chair.leave();
});

test('without a script the chair leads all the same', async () => {
    const chair = await visitor({ script: false });
    await chair.context.addCookies(cookies);
    await chair.page.goto(`${sitting}/chair`);
    const next = chair.page.locator('button.wide');
    const before = await next.innerText();
    await next.click();
    assert.notEqual(await chair.page.locator('button.wide').innerText(), before);
    assert.equal(chair.page.url(), `${sitting}/chair`);
    await chair.leave();
});
