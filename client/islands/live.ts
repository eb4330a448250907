// SPDX-License-Identifier: Apache-2.0
//
// What others change shows by itself. An element with an `id` and `data-live="TOPIC"` is fetched
// again from its own page when the server says `again` on that topic. With `data-keeps` it is changed
// where it differs, and what is typed in it stays.
//
// **One stream a browser**: a browser opens six connections to a server over HTTP/1.1, so a seventh
// tab with a stream of its own would hang. The tab that holds a Web Lock holds the stream, for the
// topics of every visible tab, and passes on what it hears over a BroadcastChannel. A hidden tab
// lets go of the lock. Without Web Locks (plain http on a network) each visible tab has its own.

import { renew } from './renew.ts';

type Message = { kind: 'again' | 'topics'; topics: string[] } | { kind: 'who' };

const soonest = 1000;   // ms before the first new try; doubles up to `latest`, with jitter
const latest = 30_000;

const channel = new BroadcastChannel('sala live');
const wanted = new Map<string, number>();  // topic -> when a tab last asked for it
let stream: EventSource | undefined;
let letGo: (() => void) | undefined;
let tries = 0;
let retry = 0;
let fetching = false;
let missed: string[] | undefined;  // topics heard while a page was on its way

function liveElements(): HTMLElement[] {
    return [...document.querySelectorAll<HTMLElement>('[data-live][id]')];
}

function ownTopics(): string[] {
    return [...new Set(liveElements().map(element => element.dataset['live'] ?? ''))];
}

// Somebody who types in it keeps what they see.
function inUse(element: HTMLElement): boolean {
    const active = document.activeElement;
    return element.contains(active) && (active?.matches('input, textarea, select') ?? false);
}

async function fetchAgain(topics: string[]): Promise<void> {
    const concerned = liveElements().filter(element =>
        topics.length === 0 || topics.includes(element.dataset['live'] ?? ''));
    if (concerned.length === 0 || document.hidden)
        return;
    if (fetching) {
        missed = missed?.length === 0 || topics.length === 0 ? [] : [...missed ?? [], ...topics];
        return;
    }
    fetching = true;
    try {
        const reply = await fetch(location.href, { headers: { Accept: 'text/html' } });
        const page = new DOMParser().parseFromString(reply.ok ? await reply.text() : '', 'text/html');
        for (const element of concerned)
            swap(element, page.getElementById(element.id));
    } catch {
        // The stream comes back before the page does; the next `again` brings it.
    } finally {
        fetching = false;
    }
    const next = missed;
    missed = undefined;
    if (next)
        await fetchAgain(next);
}

function swap(old: HTMLElement, fresh: HTMLElement | null): void {
    if (fresh && 'keeps' in old.dataset)
        return renew(old, fresh);
    if (!fresh || inUse(old) || old.innerHTML === fresh.innerHTML)
        return;
    const focused = old.contains(document.activeElement) ? document.activeElement?.id : '';
    old.innerHTML = fresh.innerHTML;
    if (focused)
        document.getElementById(focused)?.focus();
}

// `again` names its topic as its data, bare or as {"topic": ...}; without one it concerns all.
function topicsIn(data: string): string[] {
    try {
        const parsed = JSON.parse(data) as { topic?: string } | string;
        const topic = typeof parsed === 'string' ? parsed : parsed.topic;
        return topic ? [topic] : [];
    } catch {
        return data ? [data] : [];
    }
}

function open(): void {
    close();
    const query = [...wanted.keys()].sort().map(topic => `topic=${encodeURIComponent(topic)}`);
    if (query.length === 0)
        return;
    stream = new EventSource(`/api/live?${query.join('&')}`);
    stream.addEventListener('open', () => {
        if (tries > 0)
            hear([]);  // something may have happened while we were away
        tries = 0;
    });
    stream.addEventListener('again', event => hear(topicsIn((event as MessageEvent<string>).data)));
    stream.addEventListener('error', () => {
        close();
        const wait = Math.min(latest, soonest * 2 ** tries++);
        retry = window.setTimeout(open, wait * (0.5 + Math.random()));
    });
}

function close(): void {
    clearTimeout(retry);
    stream?.close();
    stream = undefined;
}

function hear(topics: string[]): void {
    send({ kind: 'again', topics });
    void fetchAgain(topics);
}

function send(message: Message): void {
    channel.postMessage(message);
}

function want(topics: string[]): void {
    const before = wanted.size;
    for (const topic of topics)
        wanted.set(topic, Date.now());
    if (letGo && wanted.size > before)
        open();
}

channel.addEventListener('message', ({ data }: MessageEvent<Message>) => {
    if (data.kind === 'again')
        void fetchAgain(data.topics);
    else if (data.kind === 'topics')
        want(data.topics);
    else if (!document.hidden)
        send({ kind: 'topics', topics: ownTopics() });
});

// Holds the stream until this tab is hidden.
function lead(): Promise<void> {
    if (document.hidden)
        return Promise.resolve();
    wanted.clear();
    want(ownTopics());
    send({ kind: 'who' });
    open();
    return new Promise(done => {
        letGo = () => {
            letGo = undefined;
            close();
            done();
        };
    });
}

let queued = false;

function stand(): void {
    if (queued || letGo)
        return;
    if (!navigator.locks) {
        void lead();
        return;
    }
    queued = true;
    void navigator.locks.request('sala live', () => {
        queued = false;
        return lead();
    });
}

function visibilityChanged(): void {
    if (document.hidden) {
        letGo?.();
        return;
    }
    send({ kind: 'topics', topics: ownTopics() });
    stand();
    void fetchAgain([]);
}

export function startLive(): void {
    if (ownTopics().length === 0)
        return;
    document.addEventListener('visibilitychange', visibilityChanged);
    window.addEventListener('pagehide', () => letGo?.());
    window.addEventListener('pageshow', event => {
        if (event.persisted)
            visibilityChanged();
    });
    if (!document.hidden)
        send({ kind: 'topics', topics: ownTopics() });
    stand();
}
