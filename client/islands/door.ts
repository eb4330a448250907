// SPDX-License-Identifier: Apache-2.0
//
// The page of a door: looks badges and names up in the list it has taken along, lets people in, and
// goes on without network. What it decided then waits on the device and is sent when it is back.

import { button, card, made, nameOf, note, type Found } from './door_card.ts';
import { foundByCode, foundByName, wrongBy, wrongWith } from './door_found.ts';
import { forgetDoors } from './door_kept.ts';
import { foundIn, isOf, Lately, lastOnes, recall, seenBefore, seenHere, undoButton, type Let } from './door_lately.ts';
import { Memory, type List, type Scan, type Seen } from './door_memory.ts';
import { Photos } from './door_photos.ts';
import { delivered, type Answer } from './door_sending.ts';
import { addCamera, install, remember } from './door_setup.ts';
import { sayStanding, signInLink } from './door_state.ts';
import { clockOf, say } from './door_words.ts';

const listEvery = 60_000;  // ms: how late a revoked badge is known
const sendEvery = 5_000;

const root = document.getElementById('door') as HTMLElement;
const told = root.dataset as Record<'forum' | 'address' | 'undo' | 'list' | 'worker' | 'manifest', string>;
const place = (id: string): HTMLElement => document.getElementById(id) as HTMLElement;
const memory = new Memory(told.forum, told.list);
const lately = new Lately(memory);
const search = place('door-search') as HTMLFormElement;
const words = place('q') as HTMLInputElement;
const doorName = place('door-name') as HTMLInputElement;
const zone = place('zone') as HTMLSelectElement;

const photos = new Photos((here, all) => {
    const line = place('door-photos');
    line.dataset['here'] = String(here);
    line.textContent = all ? say('photos', { here, all }) : '';
});
let list: List | undefined;
let connected = true;
let signedOut = false;
let sending = false;
let shown = '';  // the scan that the answer on the page is of

function sayState(): void {
    sayStanding(place('door-state'), told.address, { signedOut, connected, list, waiting: memory.queue().length });
}

// The list

async function fetchList(): Promise<void> {
    try {
        const reply = await fetch(told.list, { headers: { Accept: 'application/json' }, redirect: 'error' });
        signedOut = reply.status === 401 || reply.status === 403;
        if (signedOut) {
            // Nobody who may not have the list any more keeps it, here or for when there is no network.
            list = undefined;
            photos.stop();
            await forgetDoors().catch(() => undefined);
        }
        if (!reply.ok)
            throw new Error(String(reply.status));
        const fresh = await reply.clone().json() as List;
        await memory.keepList(reply, fresh);
        list = recall(fresh, memory.queue(), []);
        connected = true;
        void photos.keep(fresh);
    } catch {
        connected = signedOut;
        const kept = list ? undefined : await memory.list();
        list ??= kept && recall(kept, memory.queue(), lately.all());
    }
    sayState();
    showLately();
}

// Letting in

function letIn(found: Found): void {
    const scan: Scan = {
        scan: crypto.randomUUID(), code: found.code, person: found.person?.id ?? '', vehicle: found.vehicle?.id ?? '',
        door: doorName.value.trim(), zone: zone.value, at: Date.now(), offline: !connected, by: list?.by ?? '',
    };
    memory.keepQueue([...memory.queue(), scan]);
    lately.keep(scan);
    sayState();
    const seen = found.person?.seen;
    said.set(scan.scan, { found, seen });
    showIn(scan, found, seen);
    if (found.person)
        found.person.seen ??= { door: scan.door, at: scan.at, scan: scan.scan };
    void send();
}

function showIn(scan: Scan, found: Found, seen: Seen | undefined): void {
    show(found, seen ? seenBefore(found, seen) : note(say('noted', { name: nameOf(found) }), 'agreed'),
        undoButton({ ...scan, vehicle: scan.vehicle ?? '' }, found, undo));
    shown = scan.scan;
    showLately();
}

const said = new Map<string, { found: Found; seen: Seen | undefined }>();  // scan -> what the page said at once

// The list is some seconds old: another door was faster, or has taken back what it did. The server
// knows. What was decided without network is looked at later, by the secretariat.
function corrected(scan: Scan, before: Seen | undefined): void {
    const was = said.get(scan.scan);
    if (!was?.found.person)
        return;
    const seen = before ?? { door: scan.door, at: scan.at, scan: scan.scan };
    for (const one of [was.found.person, foundIn(list, scan)?.person])
        if (one)
            one.seen = seen;
    if (!before === !was.seen)
        return;
    if (shown === scan.scan)
        showIn(scan, was.found, before);
    else if (before && !scan.offline)
        place('door-answer').prepend(seenBefore(was.found, before));
}

// Waits its turn as a scan does: what may have arrived is undone by the server, what was never
// tried is forgotten here.
function undo(one: Let, found: Found): void {
    const waiting = memory.queue().find(scan => scan.scan === one.scan);
    const admission = one.admission ?? lately.all().find(let_ => let_.scan === one.scan)?.admission;
    const undoneBy = list?.by ?? '';
    if (waiting && !waiting.undone)
        memory.keepScan(one.scan, waiting.tried ? { undone: true, undoneBy } : undefined);
    else if (!waiting && admission)
        memory.keepQueue([...memory.queue(),
            { ...one, code: '', zone: '', offline: false, undone: true, undoneBy, admission }]);
    forget({ scan: one.scan, person: one.person, admission });
    show(found, note(say('undone'), 'conflict'));
    sayState();
    void send();
}

// Whoever did not come in, or not any more, was not seen here either.
function forget(one: { scan: string; person: string; admission: string | undefined }): void {
    lately.forget(one.scan);
    for (const person of [foundIn(list, one)?.person, said.get(one.scan)?.found.person])
        if (person && isOf(person.seen, one))
            delete person.seen;
}

// One after the other, oldest first. What the server refuses is said and not sent again; what did
// not arrive waits.
async function send(): Promise<void> {
    if (sending)
        return;
    sending = true;
    try {
        for (let scan = memory.queue()[0]; scan; scan = memory.queue()[0])
            if (!await sent(scan))
                break;
    } finally {
        sending = false;
        sayState();
    }
}

async function sent(scan: Scan): Promise<boolean> {
    memory.keepScan(scan.scan, { tried: true });
    const body = await delivered(told, list?.csrf ?? '', scan);
    if (!body) {
        connected = false;
        // It has been decided here: whatever is known by then, it happened.
        memory.keepScan(scan.scan, { offline: true });
        return false;
    }
    signedOut = body.status === 401 || (body.status === 403 && body.code !== 'not-your-category');
    // The list may be of somebody who stood here before: a fresh one says who may send now.
    if (signedOut)
        void fetchList();
    if (signedOut || body.status >= 500)
        return false;
    connected = true;
    arrived(scan, body);
    return true;
}

// It may have been undone while it was under way; then that goes next.
function arrived(scan: Scan, body: Answer): void {
    const taken = body.status < 300;
    const undone = memory.queue().find(one => one.scan === scan.scan)?.undone ?? false;
    const number = taken && !scan.admission ? body.admission ?? '' : '';
    memory.keepScan(scan.scan, undone && number ? { admission: number } : undefined);
    if (number && !undone) {
        lately.arrived(scan.scan, number);
        corrected(scan, body.before ?? undefined);
    }
    // It is not there: that is what was wished, perhaps done before by an answer that was lost.
    const wished = scan.admission ? body.code === 'no-such-admission' : undone;
    if (!taken && !wished)
        refused(scan, body);
    said.delete(scan.scan);
}

// What the list did not know yet: a badge that was revoked a moment ago. It is said as if the list
// had known, with the face and the name; a fresh list says it to whoever comes next.
function refused(scan: Scan, body: Answer): void {
    const found = said.get(scan.scan)?.found ?? foundIn(list, scan);
    const wrong = found && !scan.admission ? wrongBy(found, body.code) : undefined;
    const words = note(found && wrong && shown === scan.scan ? say(wrong, { name: nameOf(found), zone: scan.zone }) :
        say(scan.admission ? 'notUndone' : 'refused', { time: clockOf(scan.at), sentence: body.title ?? '' }), 'conflict');
    if (!scan.admission)
        forget({ scan: scan.scan, person: scan.person, admission: undefined });
    if (shown === scan.scan || place('door-answer').childElementCount === 0)
        answer(words, ...(found ? [card(found)] : []));
    else
        place('door-answer').prepend(words, ...(found ? [card(found), made('hr')] : []));
    showLately();
    void fetchList();
}

// What is seen

function answer(...words: HTMLElement[]): void {
    shown = '';
    place('door-answer').replaceChildren(...words);
    showLately();
}

// Without the one that is shown: its Undo stands beside it.
function showLately(): void {
    place('door-lately').replaceChildren(...lastOnes(lately.all().filter(one => one.scan !== shown), list, undo));
}

function show(found: Found, ...words: HTMLElement[]): void {
    answer(...words, card(found));
    place('door-found').replaceChildren();
}

// A badge that is right lets in at once; a name only when somebody has looked at the photo.
async function scanned(text: string, isName: boolean): Promise<void> {
    if (!doorName.value.trim()) {
        answer(note(say('nameDoor'), 'conflict'));
        doorName.focus();
        return;
    }
    if (!list) {
        answer(note(say(signedOut ? 'signedOutHere' : 'noList'), 'conflict'), ...(signedOut ? [signInLink(told.address)] : []));
        return;
    }
    const found = await foundByCode(list, text);
    if (found) {
        const wrong = wrongWith(found, zone.value);
        if (wrong)
            show(found, note(say(wrong, { name: nameOf(found), zone: zone.value }), 'conflict'));
        else if (found.code)
            letIn(found);
        else
            offer([found]);
        return;
    }
    const named = isName ? foundByName(list, text) : [];
    if (named.length === 0)
        answer(note(isName && !/^[BV][0-9A-Z]{29}$/.test(text) ? say('nobody') :
            say('unknown', { time: clockOf(list.at) }), 'conflict'));
    else
        offer(named);
}

function offer(all: Found[]): void {
    answer();
    const items = all.map(found => {
        const wrong = wrongWith(found, zone.value);
        const let_ = button(say('let'), '', () => letIn(found));
        let_.setAttribute('aria-label', `${say('let')}: ${nameOf(found)}`);
        const item = made('li', '', card(found), ...seenHere(found, undo, ...(wrong ? [] : [let_])),
            ...(wrong ? [note(say(wrong, { name: nameOf(found), zone: zone.value }), 'conflict')] : []));
        item.className = 'stack';
        return item;
    });
    const shown = made('ul', '', ...items);
    shown.className = 'list';
    place('door-found').replaceChildren(shown);
}

search.addEventListener('submit', event => {
    event.preventDefault();
    const text = words.value.trim();
    words.value = '';
    words.focus();
    if (text)
        void scanned(text, true);
});
addEventListener('online', () => void fetchList().then(send));
addEventListener('offline', () => { connected = false; sayState(); });
remember(memory, 'name', doorName);
remember(memory, 'zone', zone);
if (navigator.mediaDevices)
    addCamera(place('door-camera'), text => void scanned(text, false),
        reason => answer(note(say('noCamera', { reason }), 'conflict')));
void install(told).catch(() => undefined);
void fetchList().then(send);
setInterval(() => void fetchList().then(send), listEvery);
setInterval(() => { if (memory.queue().length > 0) void send(); }, sendEvery);
