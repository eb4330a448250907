// SPDX-License-Identifier: Apache-2.0
//
// The line that says how a door stands: with network or without, with a list or without, signed in
// or not, and how many scans wait.

import { made } from './door_card.ts';
import type { List } from './door_memory.ts';
import { clockOf, say, type Word } from './door_words.ts';

export interface Standing { signedOut: boolean; connected: boolean; list: List | undefined; waiting: number }

export function signInLink(door: string): HTMLElement {
    const link = made('a', say('signIn'));
    link.href = `/login?next=${encodeURIComponent(door)}`;
    return link;
}

export function sayStanding(state: HTMLElement, door: string, { signedOut, connected, list, waiting }: Standing): void {
    const values = { time: list ? clockOf(list.at) : '', count: list?.people.length ?? 0, waiting };
    const is: Word = signedOut ? 'signedOut' : !list ? 'noList' : !connected ? 'offline' :
        waiting > 0 ? 'waiting' : 'online';
    state.dataset['waiting'] = String(waiting);
    state.dataset['is'] = is;
    const chip = made('span', say(signedOut && waiting > 0 ? 'signedOutWaiting' : is, values));
    chip.className = 'chip';
    chip.dataset['is'] = is === 'online' ? 'agreed' : is === 'waiting' ? 'adjusted' : 'conflict';
    const all = made('p', '', chip, ...(signedOut ? [' ', signInLink(door)] : []));
    if (state.textContent !== all.textContent)
        state.replaceChildren(all);
}
