// SPDX-License-Identifier: Apache-2.0
//
// The clock of the slots on a wall. The page brings all slots of the forum; which is on, how long
// still and which comes next is worked out here each tick, so that it is right between two slots of
// any distance and without a network. Once a minute the slots are fetched again: they may be moved.

import { ServerClock } from './clock.ts';

interface Slot { begins: number; ends: number; words: string }

const clock = new ServerClock();
const tick = 200;        // ms; the digits change within a fifth of the second they should
const again = 60_000;    // ms between two looks at the slots

function slots(): Slot[] {
    return [...document.querySelectorAll<HTMLElement>('#slots > li')].map(line => ({
        begins: Number(line.dataset['begins']), ends: Number(line.dataset['ends']),
        words: line.textContent ?? '',
    }));
}

function left(milliseconds: number): string {
    const seconds = Math.ceil(milliseconds / 1000);
    const two = (n: number) => String(n).padStart(2, '0');
    const minutes = `${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
    return seconds < 3600 ? minutes : `${Math.floor(seconds / 3600)}:${minutes}`;
}

function say(main: HTMLElement, where: string, words: string): void {
    const element = main.querySelector<HTMLElement>(`[data-${where}]`);
    if (element && element.textContent !== words)
        element.textContent = words;
}

function show(main: HTMLElement): void {
    const now = clock.now();
    const all = slots();
    const on = all.find(slot => slot.begins <= now && now < slot.ends);
    const next = all.find(slot => slot.begins > now);
    const until = on ? on.ends : next?.begins;
    const word = (name: string) => main.dataset[name] ?? '';
    say(main, 'slot', on ? on.words : word('none'));
    say(main, 'left', until === undefined ? '' : left(until - now));
    say(main, 'until', on ? word('ends') : next ? word('begins') : '');
    say(main, 'then', next ? word('next').replace('…', next.words) : word('over'));
    say(main, 'wall', clockWords(main, now));
    const digits = main.querySelector<HTMLElement>('[data-left]');
    if (digits)
        digits.dataset['is'] = on && on.ends - now <= 60_000 ? 'last' : '';
}

function clockWords(main: HTMLElement, now: number): string {
    const words = new Intl.DateTimeFormat('en-GB', {
        hour: '2-digit', minute: '2-digit', timeZone: main.dataset['zone'] || 'UTC',
    }).format(new Date(now));
    return document.documentElement.lang.startsWith('th') ? `${words} น.` : words;
}

async function lookAgain(): Promise<void> {
    try {
        const reply = await fetch(location.href, { headers: { Accept: 'text/html' } });
        const fresh = reply.ok
            ? new DOMParser().parseFromString(await reply.text(), 'text/html').getElementById('slots') : null;
        const old = document.getElementById('slots');
        if (fresh && old)
            old.innerHTML = fresh.innerHTML;
        await clock.measure(1);
    } catch {
        // Without a network the slots stay what they were, and the clock goes on.
    }
}

const main = document.querySelector<HTMLElement>('[data-slot-clock]');
if (main) {
    clock.anchor(Number(main.dataset['slotClock']));
    show(main);
    void clock.measure();
    window.setInterval(() => show(main), tick);
    window.setInterval(() => void lookAgain(), again);
}
