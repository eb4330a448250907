// SPDX-License-Identifier: Apache-2.0
//
// What a door shows of somebody: the photo to compare with, who it is, where they may go.

import type { Person, Vehicle } from './door_memory.ts';
import { say } from './door_words.ts';

export interface Found { person?: Person; vehicle?: Vehicle; ended?: string; code: string }

export function made<K extends keyof HTMLElementTagNameMap>(tag: K, text = '', ...within: (HTMLElement | string)[]): HTMLElementTagNameMap[K] {
    const element = document.createElement(tag);
    if (text)
        element.textContent = text;
    element.append(...within);
    return element;
}

export function button(text: string, kind: string, press: () => void): HTMLButtonElement {
    const one = made('button', text);
    one.type = 'button';
    if (kind)
        one.dataset['kind'] = kind;
    one.addEventListener('click', press);
    return one;
}

export function note(text: string, is: string): HTMLElement {
    const one = made('div', '', made('p', text));
    one.className = 'note';
    one.dataset['is'] = is;
    return one;
}

export function nameOf(found: Found): string {
    return found.person?.name ?? found.vehicle?.plate ?? '';
}

function noPortrait(words: string): HTMLElement {
    const one = made('p', words);
    one.className = 'portrait no-portrait';
    return one;
}

// Where a photo would be there is always something: a face, or why there is none.
function portrait(person: Person): HTMLElement {
    if (!person.photo)
        return noPortrait(say('noPhoto'));
    const image = made('img');
    image.className = 'portrait';
    image.alt = say('photoOf', { name: person.name });
    const place = made('p', '', image);
    image.addEventListener('error', () => place.replaceWith(noPortrait(say('photoNotHere'))), { once: true });
    image.src = person.photo;
    return place;
}

export function card(found: Found): HTMLElement {
    const { person, vehicle } = found;
    const name = made('p', '', made('strong', nameOf(found)));
    name.className = 'found-name';
    const one = made('div', '', ...(person ? [portrait(person)] : []),
        made('div', '', name, made('p', person ? person.other : vehicle?.remark ?? ''),
            made('p', person ? [person.category, person.delegation].filter(Boolean).join(' · ') : `${say('vehicle')} · ${vehicle?.delegation ?? ''}`),
            made('p', person ? person.zones.join(' · ') || say('noZone') : '')));
    one.className = 'row';
    return one;
}
