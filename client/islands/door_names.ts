// SPDX-License-Identifier: Apache-2.0
//
// Whom and which vehicle a door finds by a part of a name or of a number plate.

import type { Found } from './door_card.ts';
import type { List } from './door_memory.ts';

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
