// SPDX-License-Identifier: Apache-2.0
//
// What a door keeps on its device: the list of whom it may meet, and the scans that were not sent.

import { forgetDoors, isOver, listCache } from './door_kept.ts';

export interface Badge { digest: string; code: string; ended: string }
// `admission`: its number on the server; `scan`: the mark of this telephone's own.
export interface Seen { door: string; at: number; admission?: string; scan?: string }
export interface Person {
    id: string; name: string; other: string; post: string; delegation: string; category: string;
    colour: string; zones: string[]; approved: boolean; badges: Badge[]; photo?: string; seen?: Seen;
}
export interface Vehicle {
    id: string; digest: string; code: string; plate: string; remark: string; delegation: string; ended: boolean;
}
export interface List { at: number; until: number | null; csrf: string; by: string; zones: string[]; people: Person[]; vehicles: Vehicle[] }

// One that was let in, until the server has it; or whose undoing the server has not yet. It may have
// arrived although no answer came: only what was never tried can be undone here alone.
export interface Scan {
    scan: string; code: string; person: string; vehicle?: string; door: string; zone: string; at: number; offline: boolean;
    tried?: boolean; undone?: boolean; admission?: string;
    // Signed, from the list: who stood here then. Somebody else may be signed in when it is sent.
    by?: string; undoneBy?: string;
}

export class Memory {
    constructor(private readonly forum: string, private readonly listAddress: string) {}

    async list(): Promise<List | undefined> {
        try {
            const kept = await (await caches.open(listCache)).match(this.listAddress);
            const list = kept && await kept.json() as List;
            return list && !isOver(list) ? list : undefined;
        } catch {
            return undefined;  // no cache without TLS
        }
    }

    async keepList(reply: Response, list: List): Promise<void> {
        try {
            if (isOver(list))
                await forgetDoors();
            else
                await (await caches.open(listCache)).put(this.listAddress, reply);
        } catch {
            // The list then lasts as long as the page.
        }
    }

    queue(): Scan[] {
        try {
            return JSON.parse(localStorage.getItem(this.key('queue')) ?? '[]') as Scan[];
        } catch {
            return [];
        }
    }

    keepQueue(queue: Scan[]): void {
        localStorage.setItem(this.key('queue'), JSON.stringify(queue));
    }

    // Writes what became of one of them; nothing takes it out.
    keepScan(scan: string, becomes: Partial<Scan> | undefined): void {
        this.keepQueue(this.queue().flatMap(one => one.scan !== scan ? [one] : becomes ? [{ ...one, ...becomes }] : []));
    }

    word(name: string): string {
        return localStorage.getItem(this.key(name)) ?? '';
    }

    keepWord(name: string, word: string): void {
        localStorage.setItem(this.key(name), word);
    }

    private key(name: string): string {
        return `door:${this.forum}:${name}`;
    }
}

export async function digestOf(words: string): Promise<string> {
    const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(words));
    return [...new Uint8Array(hash)].map(byte => byte.toString(16).padStart(2, '0')).join('');
}
