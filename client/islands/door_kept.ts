// SPDX-License-Identifier: Apache-2.0
//
// What doors keep of people on a device: lists, pages and photos. They go when whoever stood there
// has signed out, and when their forum is over. Scans that were not sent yet stay.

export const listCache = 'door-list';
export const pageCache = 'door-page';
export const photoCache = 'door-photos';
export const photosMax = 2000;

// `until`: ms; when a door has no more use for its list.
export function isOver(list: { until: number | null }): boolean {
    return list.until !== null && list.until < Date.now();
}

export async function forgetDoors(): Promise<void> {
    await Promise.all([listCache, pageCache, photoCache].map(name => caches.delete(name)));
}

async function anyIsOver(): Promise<boolean> {
    if (!await caches.has(listCache))
        return false;
    const lists = await caches.open(listCache);
    const kept = await Promise.all((await lists.keys()).map(async one => (await lists.match(one))?.json()));
    return kept.some(list => list && isOver(list));
}

// On any page, wherever the browser has such a place (there is none without TLS).
export async function tidyDoors(signedOut: boolean): Promise<void> {
    if ('caches' in globalThis && (signedOut || await anyIsOver()))
        await forgetDoors();
}
