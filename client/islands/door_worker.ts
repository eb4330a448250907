// SPDX-License-Identifier: Apache-2.0
//
// Keeps the page of a door, what it is made of and the photos of its list on the device. The page
// comes from the network when there is one, so that it is always the newest.

import { pageCache, photoCache, photosMax } from './door_kept.ts';

// What of a worker's world is used here; the library of types has either it or the page's.
interface Lasting extends Event { waitUntil(work: Promise<unknown>): void }
interface Fetching extends Event { request: Request; respondWith(reply: Promise<Response>): void }
interface Worker {
    skipWaiting(): Promise<void>;
    clients: { claim(): Promise<void> };
    addEventListener(kind: 'install' | 'activate', heard: (event: Lasting) => void): void;
    addEventListener(kind: 'fetch', heard: (event: Fetching) => void): void;
}
const worker = globalThis as unknown as Worker;

worker.addEventListener('install', event => event.waitUntil(worker.skipWaiting()));
worker.addEventListener('activate', event => event.waitUntil(worker.clients.claim()));

const isPhoto = (request: Request): boolean => new URL(request.url).pathname.startsWith('/photos/');

async function keep(request: Request, reply: Response): Promise<void> {
    const cache = await caches.open(isPhoto(request) ? photoCache : pageCache);
    await cache.put(request, reply);
    if (!isPhoto(request))
        return;
    const photos = await cache.keys();
    for (const old of photos.slice(0, Math.max(0, photos.length - photosMax)))
        await cache.delete(old);
}

async function keptFirst(request: Request): Promise<Response> {
    const found = await caches.match(request);
    if (found)
        return found;
    const reply = await fetch(request);
    if (reply.ok)
        await keep(request, reply.clone());
    return reply;
}

async function networkFirst(request: Request): Promise<Response> {
    try {
        const reply = await fetch(request);
        if (reply.ok && !reply.redirected)
            await keep(request, reply.clone());
        return reply;
    } catch (why) {
        const found = await caches.match(request, { ignoreSearch: true });
        if (found)
            return found;
        throw why;
    }
}

worker.addEventListener('fetch', event => {
    const { request } = event;
    const { origin, pathname } = new URL(request.url);
    if (request.method !== 'GET' || origin !== location.origin)
        return;
    if (pathname.startsWith('/assets/') || isPhoto(request))
        event.respondWith(keptFirst(request));
    else if (request.mode === 'navigate')
        event.respondWith(networkFirst(request));
});
