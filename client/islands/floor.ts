// SPDX-License-Identifier: Apache-2.0
//
// The floor, live: `[data-floor="ADDRESS"]` shows the newest frame of that stream, its `[data-clock]`
// runs, and `[data-lost]` says since when there is no connection. Each `[data-fetch][id]` is fetched
// again from its page when its `data-mark` is another, because it holds more than what is for
// everybody. `data-own="KEY"` marks a delegation's place and fills `[data-turn]`.

import { startDragging } from './drag.ts';
import { ServerClock, shownAt, type Told } from './clock.ts';
import { Newest } from './newest.ts';
import { askForSound, tone } from './tone.ts';
import { Stream, type Heard } from './stream.ts';

interface FrameData {
    mark: string;
    now: number;
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
        if (element.textContent !== shown.text)
            element.textContent = shown.text;
        if (element.dataset['is'] !== shown.state)
            element.dataset['is'] = shown.state;
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

// Clock on the wall of the forum's place.
function clockWords(now: number): string {
    const zone = document.querySelector<HTMLElement>('[data-zone]')?.dataset['zone'];
    const words = new Intl.DateTimeFormat('en-GB', {
        hour: '2-digit', minute: '2-digit', ...(zone ? { timeZone: zone } : {}),
    }).format(new Date(now));
    return document.documentElement.lang.startsWith('th') ? `${words} น.` : words;
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
    const is = (keys: string | undefined) => (keys ?? '').split(' ').includes(own);
    const key = is(turns?.['speaks']) ? 'now' : is(turns?.['interrupted']) ? 'goesOn'
        : place < 0 ? 'none' : place === 0 ? 'next' : 'later';
    const about = Number(rows[place]?.dataset['about'] ?? 0);
    turn.textContent = (turn.dataset[key] ?? '')
        .replace('{place}', String(place + 1))
        .replace('{time}', about ? clockWords(about) : '–');
}

function inUse(element: HTMLElement): boolean {
    const active = document.activeElement;
    return element.contains(active) && (active?.matches('input, textarea, select') ?? false);
}

const fetched = () => [...document.querySelectorAll<HTMLElement>('[data-fetch][id]')];

async function fetchAgain(): Promise<void> {
    const reply = await fetch(location.href, { headers: { Accept: 'text/html' } });
    if (!reply.ok)
        throw new Error(`status ${reply.status}`);
    const page = new DOMParser().parseFromString(await reply.text(), 'text/html');
    for (const part of fetched()) {
        const fresh = page.getElementById(part.id);
        if (!fresh)
            throw new Error(`${part.id} is not there any more`);
        if (!inUse(part))
            swap(part, fresh);
    }
    show();
}

function swap(part: HTMLElement, fresh: HTMLElement): void {
    const focused = part.contains(document.activeElement)
        ? document.activeElement?.getAttribute('value') : null;
    const open = [...part.querySelectorAll<HTMLDetailsElement>('details[open]')].map(e => e.id);
    part.innerHTML = fresh.innerHTML;
    part.dataset['mark'] = fresh.dataset['mark'] ?? '';
    for (const id of open)
        document.getElementById(id)?.setAttribute('open', '');
    if (focused)
        part.querySelector<HTMLElement>(`button[value="${CSS.escape(focused)}"]`)?.focus();
}

const newest = new Newest({
    // Somebody who types in it keeps what they see.
    shows: mark => fetched().every(part => part.dataset['mark'] === mark || inUse(part)),
    fetch: fetchAgain,
    later: (wait, then) => void setTimeout(then, wait),
});

function hear(part: HTMLElement, event: Heard): void {
    if (event.name !== 'frame')
        return;
    const frame = JSON.parse(event.data) as FrameData;
    if (!clock.heard(frame.now))
        void clock.measure().then(show);
    sound = frame.sound ?? false;
    askForSound(sound);
    if (frame.html !== undefined)
        part.innerHTML = frame.html;
    newest.heard(frame.mark);
    markOwn(part);
    show();
}

let lostAt = 0;

function lost(is: boolean): void {
    if (is)
        lostAt ||= clock.now();
    else
        lostAt = 0;
    for (const note of document.querySelectorAll<HTMLElement>('[data-lost]')) {
        note.dataset['words'] ??= note.textContent ?? '';
        note.hidden = !is;
        note.textContent = note.dataset['words'].replace('{time}', clockWords(lostAt || clock.now()));
    }
}

function follow(part: HTMLElement): void {
    const stream = new Stream(part.dataset['floor'] ?? '', {
        event: event => hear(part, event),
        lost: () => lost(true),
        found: () => lost(false),
    });
    const wake = () => {
        if (document.hidden && !document.body.matches('.hall, .lower-third'))
            return stream.stop();
        void clock.measure().then(show);
        stream.start();
    };
    document.addEventListener('visibilitychange', wake);
    window.addEventListener('pageshow', wake);
    window.addEventListener('online', wake);
    window.addEventListener('pagehide', () => stream.stop());
    markOwn(part);
    wake();
}

function start(): void {
    const made = document.querySelector<HTMLElement>('[data-clock][data-now]');
    if (made)
        clock.anchor(Number(made.dataset['now']));
    for (const part of document.querySelectorAll<HTMLElement>('[data-floor]'))
        follow(part);
    // Whoever leaves a field may be on the way to a button: it stays where it is until then.
    document.addEventListener('focusout', () => void setTimeout(() => newest.look(), 1000));
    startDragging();
    setInterval(show, tick);
    setInterval(() => { if (!document.hidden) void clock.measure(1); }, 60_000);
    show();
}

document.addEventListener('DOMContentLoaded', start);
