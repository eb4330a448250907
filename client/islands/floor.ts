// SPDX-License-Identifier: Apache-2.0
//
// The floor, live: `[data-floor="ADDRESS"]` shows the newest frame of that stream, its `[data-clock]`
// runs, and `[data-lost]` says since when there is no connection. Each `[data-fetch][id]` is fetched
// again from its page when its `data-mark` is another, because it holds more than what is for
// everybody. `data-own="KEY"` marks a delegation's place and fills `[data-turn]`. What stands in
// `[data-guessed]` with `data-about="TIME"` moves on while nobody presses anything.

import { heardAgain, startActing } from './acting.ts';
import { startDragging } from './drag.ts';
import { ServerClock, movedBy, shownAt, type Told } from './clock.ts';
import { fit } from './fit.ts';
import { Newest } from './newest.ts';
import { renew, renewInside } from './renew.ts';
import { askForSound, tone } from './tone.ts';
import { Stream, few, many, type Heard } from './stream.ts';

interface FrameData {
    mark: string;
    now: number;
    clock?: { running: boolean; ends_at: number | null; left: number; limit: number } | null;
    html?: string;
    sound?: boolean;
}

const clock = new ServerClock();
const tick = 100;  // ms; digits change within a tenth of the second they should
let before: string | undefined;
let sound = false;  // the rules want a tone

function told(element: HTMLElement): Told {
    const number = (name: string) => Number(element.dataset[name] ?? 0);
    return {
        running: element.dataset['running'] === '1',
        ends: number('ends'), left: number('left'), limit: number('limit'),
    };
}

function show(): void {
    for (const element of document.querySelectorAll<HTMLElement>('[data-clock]')) {
        const shown = shownAt(told(element), clock.now());
        const other = element.dataset['is'] !== shown.state || element.textContent?.length !== shown.text.length;
        if (element.textContent !== shown.text)
            element.textContent = shown.text;
        if (element.dataset['is'] !== shown.state)
            element.dataset['is'] = shown.state;
        if (other)
            fit();
        const bar = element.closest('[data-floor]')?.querySelector<HTMLProgressElement>('[data-bar]');
        if (bar)
            bar.value = Math.min(Math.max(shown.left / 1000, 0), bar.max);
        ring(shown.state);
    }
    for (const wall of document.querySelectorAll<HTMLElement>('[data-wall]')) {
        const words = clockWords(clock.now());
        if (wall.textContent !== words)
            wall.textContent = words;
    }
}

let hands: Intl.DateTimeFormat | undefined;

// Clock on the wall of the forum's place.
function clockWords(now: number): string {
    const zone = document.querySelector<HTMLElement>('[data-zone]')?.dataset['zone'];
    hands ??= new Intl.DateTimeFormat('en-GB', {
        hour: '2-digit', minute: '2-digit', ...(zone ? { timeZone: zone } : {}),
    });
    const words = hands.format(new Date(now));
    return document.documentElement.lang.startsWith('th') ? `${words} น.` : words;
}

// When somebody comes, as it is guessed now.
function aboutNow(element: HTMLElement): number {
    const list = element.closest<HTMLElement>('[data-guessed]')?.dataset;
    const ends = (list?.['ends'] ?? '').split(' ').filter(Boolean).map(Number);
    return Number(element.dataset['about']) + movedBy(Number(list?.['guessed'] ?? 0), ends, clock.now());
}

function moveGuesses(): void {
    for (const element of document.querySelectorAll<HTMLElement>('[data-guessed] [data-about]')) {
        const words = (element.dataset['said'] ?? '{time}').replace('{time}', clockWords(aboutNow(element)));
        if (element.textContent !== words)
            element.textContent = words;
    }
    for (const part of document.querySelectorAll<HTMLElement>('[data-floor]'))
        markOwn(part);
}

// A short tone at zero, where the rules want one.
function ring(state: string): void {
    if (sound && before === 'last' && state === 'over')
        tone();
    before = state;
}

function markOwn(part: HTMLElement): void {
    const own = document.querySelector<HTMLElement>('[data-own]')?.dataset['own'];
    const turn = document.querySelector<HTMLElement>('[data-turn]');
    if (!own)
        return;
    const rows = [...part.querySelectorAll<HTMLElement>('li[data-delegation]')];
    const place = rows.findIndex(row => row.dataset['delegation'] === own);
    for (const row of rows)
        row.toggleAttribute('aria-current', row.dataset['delegation'] === own);
    rows[place]?.setAttribute('aria-current', 'true');
    if (!turn)
        return;
    const turns = part.querySelector<HTMLElement>('[data-speaks]')?.dataset;
    const told = rows[place]?.querySelector<HTMLElement>('[data-about]');
    const about = told ? aboutNow(told) : 0;  // nobody knows before it has begun
    const is = (keys: string | undefined) => (keys ?? '').split(' ').includes(own);
    const key = is(turns?.['speaks']) ? 'now' : is(turns?.['interrupted']) ? 'goesOn'
        : place < 0 ? 'none' : place === 0 ? (about ? 'next' : 'first') : about ? 'later' : 'number';
    const words = (turn.dataset[key] ?? '')
        .replace('{place}', String(place + 1))
        .replace('{time}', clockWords(about));
    if (turn.textContent !== words)
        turn.textContent = words;
}

const fetched = () => [...document.querySelectorAll<HTMLElement>('[data-fetch][id]')];

const versionOf = (part: HTMLElement) => Number.parseInt(part.dataset['mark'] ?? '', 10) || 0;

// Brings every part of the page up to `page`; false when it is not this page any more. An answer
// that was overtaken by a newer one changes nothing.
function shownFrom(page: Document): boolean {
    const fresh = fetched().map(part => [part, page.getElementById(part.id)] as const);
    if (fresh.some(([, newer]) => newer === null))
        return false;
    for (const [part, newer] of fresh)
        if (newer && versionOf(newer) >= versionOf(part))
            renew(part, newer);
    moveGuesses();
    show();
    return true;
}

async function fetchAgain(): Promise<void> {
    const reply = await fetch(location.href, { headers: { Accept: 'text/html' } });
    if (!reply.ok)
        throw new Error(`status ${reply.status}`);
    if (!shownFrom(new DOMParser().parseFromString(await reply.text(), 'text/html')))
        throw new Error('this page is not there any more');
}

const newest = new Newest({
    shows: mark => fetched().every(part => part.dataset['mark'] === mark),
    fetch: fetchAgain,
    later: (wait, then) => void setTimeout(then, wait),
});

// What the frame says of the clock is true at once; who speaks comes with the page that is fetched.
function tellClock(part: HTMLElement, clock: FrameData['clock']): void {
    const element = part.querySelector<HTMLElement>('[data-clock]');
    if (!element || !clock)
        return;
    element.dataset['running'] = clock.running ? '1' : '0';
    element.dataset['ends'] = String(clock.ends_at ?? 0);
    element.dataset['left'] = String(clock.left);
}

function hear(part: HTMLElement, event: Heard): void {
    if (event.name !== 'frame')
        return;
    const frame = JSON.parse(event.data) as FrameData;
    if (!clock.heard(frame.now))
        void clock.measure().then(show);
    sound = frame.sound ?? false;
    askForSound(sound);
    if (frame.html !== undefined)
        renewInside(part, frame.html);
    else
        tellClock(part, frame.clock);
    newest.heard(frame.mark);
    moveGuesses();
    show();
    fit();
}

let lostAt = 0;

// `silent`: ms for which nothing was heard; none: somebody is heard again.
function lost(silent?: number): void {
    const was = lostAt;
    lostAt = silent === undefined ? 0 : lostAt || clock.now() - silent;
    if (was === lostAt)
        return;
    for (const note of document.querySelectorAll<HTMLElement>('[data-lost]')) {
        note.dataset['words'] ??= note.textContent ?? '';
        note.hidden = lostAt === 0;
        note.textContent = note.dataset['words'].replace('{time}', clockWords(lostAt || clock.now()));
    }
    fit();
}

const isWall = () => document.body.matches('.hall, .lower-third');

function follow(part: HTMLElement): void {
    const stream = new Stream(part.dataset['floor'] ?? '', {
        event: event => hear(part, event),
        lost,
        found: () => {
            lost();
            heardAgain();
        },
        alive: () => clock.measure(1),
    }, isWall() || part.matches('[data-fetch]') ? few : many);
    const wake = () => {
        if (document.hidden && !isWall())
            return stream.stop();
        void clock.measure().then(show);
        stream.start();
    };
    document.addEventListener('visibilitychange', wake);
    window.addEventListener('pageshow', wake);
    window.addEventListener('online', () => {
        wake();
        void stream.look();
    });
    window.addEventListener('offline', () => void stream.look());
    window.addEventListener('pagehide', () => stream.stop());
    markOwn(part);
    wake();
}

let measuring = false;

// A device whose clock was set, or which slept, is measured until the server has answered.
function watchClock(): void {
    if (!clock.doubted() || measuring || document.hidden && !isWall())
        return;
    measuring = true;
    void clock.measure(1).then(answered => {
        show();
        setTimeout(() => { measuring = false; }, answered ? 0 : 1000);
    });
}

function start(): void {
    const made = document.querySelector<HTMLElement>('[data-clock][data-now], [data-guessed]')?.dataset;
    if (made)
        clock.anchor(Number(made['now'] ?? made['guessed']));
    for (const part of document.querySelectorAll<HTMLElement>('[data-floor]'))
        follow(part);
    startDragging();
    startActing(shownFrom);
    window.addEventListener('resize', fit);
    void document.fonts.ready.then(fit);
    setInterval(() => {
        watchClock();
        show();
    }, tick);
    setInterval(moveGuesses, 1000);
    setInterval(() => { if (!document.hidden) void clock.measure(1); }, 60_000);
    show();
    fit();
}

document.addEventListener('DOMContentLoaded', start);
