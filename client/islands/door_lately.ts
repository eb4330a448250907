// SPDX-License-Identifier: Apache-2.0
//
// The last few whom this telephone let in, so that a mistake can still be taken back after the next
// scan and after the page was opened again. Numbers and times alone are kept: names are in the list.

import { button, made, nameOf, note, type Found } from './door_card.ts';
import type { List, Memory, Scan, Seen } from './door_memory.ts';
import { clockOf, say } from './door_words.ts';

export interface Let { scan: string; person: string; vehicle: string; door: string; at: number; admission?: string }

const keptMax = 5;
const keptFor = 12 * 3_600_000;  // ms: a day at the door

export class Lately {
    constructor(private readonly memory: Memory) {}

    // Newest first.
    all(): Let[] {
        try {
            const kept = JSON.parse(this.memory.word('lately') || '[]') as Let[];
            return kept.filter(one => one.at > Date.now() - keptFor);
        } catch {
            return [];
        }
    }

    keep({ scan, person, vehicle, door, at }: Scan): void {
        this.put([{ scan, person, vehicle: vehicle ?? '', door, at }, ...this.all()]);
    }

    arrived(scan: string, admission: string): void {
        this.put(this.all().map(one => one.scan === scan ? { ...one, admission } : one));
    }

    forget(scan: string): void {
        this.put(this.all().filter(one => one.scan !== scan));
    }

    private put(all: Let[]): void {
        this.memory.keepWord('lately', JSON.stringify(all.slice(0, keptMax)));
    }
}

export function foundIn(list: List | undefined, { person, vehicle }: { person: string; vehicle?: string }): Found | undefined {
    const one = list?.people.find(known => person && known.id === person);
    const pass = list?.vehicles.find(known => vehicle && known.id === vehicle);
    return one ? { person: one, code: '' } : pass && { vehicle: pass, code: '' };
}

export const isOf = (seen: Seen | undefined, one: { scan: string; admission?: string | undefined }): boolean =>
    seen !== undefined && (seen.scan === one.scan || (seen.admission !== undefined && seen.admission === one.admission));

// What the list does not say: it is older than what waits here, and one that was kept on the
// telephone is older than whatever was let in since.
export function recall(list: List, waiting: Scan[], lets: Let[]): List {
    const people = new Map(list.people.map(one => [one.id, one]));
    for (const one of [...[...lets].reverse(), ...waiting]) {
        const person = people.get(one.person);
        if (person && !('undone' in one && one.undone))
            person.seen ??= { door: one.door, at: one.at, scan: one.scan };
        else if (person && isOf(person.seen, one))
            delete person.seen;
    }
    return list;
}

export function lastOnes(lets: Let[], list: List | undefined, undo: Undo): HTMLElement[] {
    const rows = lets.flatMap(one => {
        const found = foundIn(list, one);
        if (!found)
            return [];
        const press = button(say('undo'), 'plain', () => undo(one, found));
        press.setAttribute('aria-label', `${say('undo')}: ${nameOf(found)}, ${clockOf(one.at)}`);
        const row = made('li', '', made('span', `${clockOf(one.at)} ${nameOf(found)}`), press);
        row.className = 'row far';
        return [row];
    });
    const all = made('ul', '', ...rows);
    all.className = 'list';
    const heading = made('h2', say('lately'));
    heading.className = 'h3';
    return rows.length > 0 ? [heading, all] : [];
}

export type Undo = (one: Let, found: Found) => void;

export const undoButton = (one: Let, found: Found, undo: Undo): HTMLElement =>
    button(say('undo'), 'plain', () => undo(one, found));

export const seenBefore = (found: Found, seen: Seen): HTMLElement =>
    note(say('again', { name: nameOf(found), door: seen.door, time: clockOf(seen.at) }), 'conflict');

// That somebody was let in before, and the way to take it back, beside what else may be done.
export function seenHere(found: Found, undo: Undo, ...others: HTMLElement[]): HTMLElement[] {
    const { person } = found;
    if (!person?.seen)
        return others;
    const { door, at, admission, scan } = person.seen;
    const one = { scan: scan ?? `undo-${admission}`, person: person.id, vehicle: '', door, at, ...(admission ? { admission } : {}) };
    const press = undoButton(one, found, undo);
    press.setAttribute('aria-label', `${say('undo')}: ${nameOf(found)}`);
    const row = made('div', '', ...others, ...(scan || admission ? [press] : []));
    row.className = 'row';
    return [seenBefore(found, person.seen), row];
}
