// SPDX-License-Identifier: Apache-2.0
//
// What a door keeps on its device: the list of whom it may meet, and the scans that were not sent.

export interface Badge { digest: string; code: string; ended: string }
export interface Seen { door: string; at: number }
export interface Person {
    id: string; name: string; other: string; post: string; delegation: string; category: string;
    colour: string; zones: string[]; approved: boolean; badges: Badge[]; photo?: string; seen?: Seen;
}
export interface Vehicle {
    id: string; digest: string; code: string; plate: string; remark: string; delegation: string; ended: boolean;
}
export interface List { at: number; csrf: string; zones: string[]; people: Person[]; vehicles: Vehicle[] }

// One that was let in, until the server has it. Undone before it was sent, it is never sent.
export interface Scan {
    scan: string; code: string; person: string; door: string; zone: string; at: number; offline: boolean;
}

const listCache = 'door-list';

export class Memory {
    constructor(private readonly forum: string, private readonly listAddress: string) {}

    async list(): Promise<List | undefined> {
        try {
            const kept = await (await caches.open(listCache)).match(this.listAddress);
            return kept ? await kept.json() as List : undefined;
        } catch {
            return undefined;  // no cache without TLS
        }
    }

    async keepList(reply: Response): Promise<void> {
        try {
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
