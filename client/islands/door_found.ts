// SPDX-License-Identifier: Apache-2.0
//
// Whom and which vehicle a door finds, by a code or by a part of a name or of a number plate, and
// what is wrong with them there.

import type { Found } from './door_card.ts';
import { digestOf, type List } from './door_memory.ts';
import type { Word } from './door_words.ts';

const shownMax = 20;

const plain = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
// However a plate is typed: without spaces and hyphens.
const plate = (text: string): string => text.toLowerCase().replace(/[ -]/g, '');

export function foundByName(list: List, text: string): Found[] {
    const parts = plain(text).split(/\s+/).filter(Boolean);
    const people = list.people.filter(person => {
        const all = plain(`${person.name} ${person.other} ${person.delegation}`);
        return parts.every(part => all.includes(part));
    });
    const typed = plate(text);
    const vehicles = list.vehicles.filter(one => typed && plate(one.plate).includes(typed));
    return [...people.slice(0, shownMax).map(person => ({ person, code: '' })),
        ...vehicles.slice(0, shownMax).map(vehicle => ({ vehicle, code: '' }))];
}

export async function foundByCode(list: List, text: string): Promise<Found | undefined> {
    const code = text.trim().toUpperCase().replace(/[^0-9A-Z]/g, '');
    const digest = code.length === 30 ? await digestOf(code) : '';
    const short = code.length === 8 ? `${code.slice(0, 4)}-${code.slice(4)}` : '';
    for (const person of list.people)
        for (const badge of person.badges)
            if ((digest && badge.digest === digest) || (short && badge.code === short))
                return { person, ended: badge.ended, code: digest ? code : '' };
    const vehicle = list.vehicles.find(one => one.digest === digest || one.code === short);
    return vehicle && { vehicle, code: digest ? code : '' };
}

// Nothing when they may go in. By name nobody goes in whose newest badge was revoked.
export function wrongWith({ person, vehicle, ended }: Found, zone: string): Word | undefined {
    if (vehicle)
        return vehicle.ended ? 'passEnded' : undefined;
    const why = ended ?? (person?.badges.slice(-1)[0]?.ended === 'revoked' ? 'revoked' : '');
    if (why)
        return why === 'revoked' ? 'revoked' : 'replaced';
    if (!person?.approved)
        return 'notApproved';
    return zone && !person.zones.includes(zone) ? 'notHere' : undefined;
}

// What a list that knows less is told: the same in the words of the door, where it has some.
export function wrongBy({ vehicle }: Found, code: string | undefined): Word | undefined {
    if (vehicle)
        return code === 'not-approved' ? 'passEnded' : undefined;
    const words: Record<string, Word> = {
        'badge-revoked': 'revoked', 'badge-replaced': 'replaced', 'not-approved': 'notApproved', 'not-in-this-zone': 'notHere',
    };
    return words[code ?? ''];
}
