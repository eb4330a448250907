// SPDX-License-Identifier: Apache-2.0
//
// A door fetches the photos of its list before anybody stands there, so that there is a face to
// compare with when the network is gone. Photos of those who are no longer on any list go.

import { listCache, photoCache, photosMax } from './door_kept.ts';
import type { List } from './door_memory.ts';

const lanes = 2;      // at a time: the people at the door come first
const pause = 50;     // ms between two, on each lane
const told = 25;      // how many between two words about how far it is

const addressesOf = (list: List): string[] => list.people.flatMap(one => one.photo ? [one.photo] : []);

// Of all doors of this device: two forums may be kept on it.
async function dropStrangers(photos: Cache): Promise<void> {
    const lists = await caches.open(listCache);
    const kept = await Promise.all((await lists.keys()).map(async one => (await lists.match(one))?.json() as Promise<List | undefined>));
    const known = new Set(kept.flatMap(list => list ? addressesOf(list) : []));
    for (const one of await photos.keys())
        if (!known.has(new URL(one.url).pathname))
            await photos.delete(one);
}

export class Photos {
    private busy = false;
    private missing: string[] = [];

    // `say`: how many of how many are here; it is told as they come.
    constructor(private readonly say: (here: number, all: number) => void) {}

    // Fetches what is missing and drops what is too much. Stops when the network does; the next list
    // goes on. Does nothing where a browser keeps nothing (there is no such place without TLS).
    async keep(list: List): Promise<void> {
        if (this.busy || !('caches' in globalThis))
            return;
        this.busy = true;
        try {
            const photos = await caches.open(photoCache);
            await dropStrangers(photos);
            const here = new Set((await photos.keys()).map(one => new URL(one.url).pathname));
            const all = addressesOf(list).slice(0, photosMax);
            this.missing = all.filter(one => !here.has(one));
            await this.fetchMissing(photos, all.length);
        } catch {
            // The device has no room, or forgot its list meanwhile: faces are then shown while there is network.
        } finally {
            this.busy = false;
        }
    }

    // Whoever has signed out gets no more of them.
    stop(): void {
        this.missing = [];
    }

    private async fetchMissing(photos: Cache, all: number): Promise<void> {
        const { missing } = this;
        let here = all - missing.length;
        this.say(here, all);
        const lane = async (): Promise<void> => {
            for (let one = missing.shift(); one; one = missing.shift()) {
                const reply = await fetch(one, { redirect: 'error', priority: 'low' });
                if (missing !== this.missing)
                    return;
                if (reply.ok) {
                    await photos.put(one, reply);
                    if (++here % told === 0)
                        this.say(here, all);
                }
                await new Promise(done => setTimeout(done, pause));
            }
        };
        await Promise.all(Array.from({ length: lanes }, lane)).finally(() => {
            missing.length = 0;
            this.say(here, all);
        });
    }
}
