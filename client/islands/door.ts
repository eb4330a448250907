// SPDX-License-Identifier: Apache-2.0
//
// The page of a door: looks badges and names up in the list it has taken along, lets people in, and
// goes on without network. What it decided then waits on the device and is sent when it is back.

import { Camera } from './door_camera.ts';
import { button, card, made, nameOf, note, type Found } from './door_card.ts';
import { forgetDoors } from './door_kept.ts';
import { Memory, type List, type Scan, type Seen } from './door_memory.ts';
import { foundByCode, foundByName, wrongWith } from './door_found.ts';
import { Photos } from './door_photos.ts';
import { delivered, type Answer } from './door_sending.ts';
import { clockOf, say, type Word } from './door_words.ts';

const listEvery = 60_000;  // ms: how late a revoked badge is known
const sendEvery = 5_000;

const root = document.getElementById('door') as HTMLElement;
const told = root.dataset as Record<'forum' | 'address' | 'undo' | 'list' | 'worker' | 'manifest', string>;
const place = (id: string): HTMLElement => document.getElementById(id) as HTMLElement;
const memory = new Memory(told.forum, told.list);
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
    const waiting = memory.queue().length;
    const values = { time: list ? clockOf(list.at) : '', count: list?.people.length ?? 0, waiting };
    const word: Word = signedOut ? 'signedOut' : !list ? 'noList' : !connected ? 'offline' :
        waiting > 0 ? 'waiting' : 'online';
    const state = place('door-state');
    state.dataset['waiting'] = String(waiting);
    state.dataset['is'] = word;
    const chip = made('span', say(word, values));
    chip.className = 'chip';
    chip.dataset['is'] = word === 'online' ? 'agreed' : word === 'waiting' ? 'adjusted' : 'conflict';
    if (state.textContent !== chip.textContent)
        state.replaceChildren(chip);
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
        list = fresh;
        connected = true;
        void photos.keep(fresh);
    } catch {
        connected = signedOut;
        list ??= await memory.list();
    }
    sayState();
}

// Letting in

function letIn(found: Found): void {
    const scan: Scan = {
        scan: crypto.randomUUID(), code: found.code, person: found.person?.id ?? '', vehicle: found.vehicle?.id ?? '',
        door: doorName.value.trim(), zone: zone.value, at: Date.now(), offline: !connected, by: list?.by ?? '',
    };
    memory.keepQueue([...memory.queue(), scan]);
    sayState();
    const seen = found.person?.seen;
    showIn(scan, found, seen);
    if (found.person && !seen) {
        found.person.seen = { door: scan.door, at: scan.at };
        firsts.set(scan.scan, found);
    }
    void send();
}

const seenBefore = (found: Found, seen: Seen): HTMLElement =>
    note(say('again', { name: nameOf(found), door: seen.door, time: clockOf(seen.at) }), 'conflict');

function showIn(scan: Scan, found: Found, seen: Seen | undefined): void {
    show(found, seen ? seenBefore(found, seen) : note(say('noted', { name: nameOf(found) }), 'agreed'),
        button(say('undo'), 'plain', () => undo(scan, found)));
    shown = scan.scan;
}

const firsts = new Map<string, Found>();  // scan -> who was let in here and, by the list, nowhere before

// The list is some seconds old, and another door was faster: the server knows. What was decided
// without network is looked at later, by the secretariat.
function wasElsewhere(scan: Scan, seen: Seen): void {
    const found = firsts.get(scan.scan);
    if (!found?.person)
        return;
    found.person.seen = seen;
    if (shown === scan.scan)
        showIn(scan, found, seen);
    else if (!scan.offline)
        place('door-answer').prepend(seenBefore(found, seen));
}

const admissions = new Map<string, string>();  // scan -> number of the admission

// Waits its turn as a scan does: what may have arrived is undone by the server, what was never
// tried is forgotten here.
function undo(scan: Scan, found: Found): void {
    const waiting = memory.queue().find(one => one.scan === scan.scan);
    const admission = admissions.get(scan.scan);
    const undoneBy = list?.by ?? '';
    if (waiting)
        memory.keepScan(scan.scan, waiting.tried ? { undone: true, undoneBy } : undefined);
    else if (admission)
        memory.keepQueue([...memory.queue(), { ...scan, undone: true, undoneBy, admission }]);
    if (found.person?.seen?.at === scan.at)
        delete found.person.seen;
    show(found, note(say('undone'), 'conflict'));
    sayState();
    void send();
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
    if (number)
        admissions.set(scan.scan, number);
    if (number && !undone && body.verdict === 'again' && body.before)
        wasElsewhere(scan, body.before);
    firsts.delete(scan.scan);
    // It is not there: that is what was wished, perhaps done before by an answer that was lost.
    const wished = scan.admission ? body.code === 'no-such-admission' : undone;
    if (!taken && !wished)
        answer(note(say(scan.admission ? 'notUndone' : 'refused',
            { time: clockOf(scan.at), sentence: body.title ?? '' }), 'conflict'));
}

// What is seen

function answer(...said: HTMLElement[]): void {
    shown = '';
    place('door-answer').replaceChildren(...said);
}

function show(found: Found, ...said: HTMLElement[]): void {
    answer(...said, card(found));
    place('door-found').replaceChildren();
}

// A badge that is right lets in at once; a name only when somebody has looked at the photo.
async function scanned(text: string, isName: boolean): Promise<void> {
    if (!doorName.value.trim()) {
        answer(note(say('nameDoor'), 'conflict'));
        doorName.focus();
        return;
    }
    const found = list && await foundByCode(list, text);
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
    const named = isName && list ? foundByName(list, text) : [];
    if (named.length === 0)
        answer(note(isName && !/^[BV][0-9A-Z]{29}$/.test(text) ? say('nobody') :
            say('unknown', { time: list ? clockOf(list.at) : '' }), 'conflict'));
    else
        offer(named);
}

function offer(all: Found[]): void {
    answer();
    const items = all.map(found => {
        const wrong = wrongWith(found, zone.value);
        const let_ = button(say('let'), '', () => letIn(found));
        let_.setAttribute('aria-label', `${say('let')}: ${nameOf(found)}`);
        const item = made('li', '', card(found), wrong ?
            note(say(wrong, { name: nameOf(found), zone: zone.value }), 'conflict') : let_);
        item.className = 'stack';
        return item;
    });
    const shown = made('ul', '', ...items);
    shown.className = 'list';
    place('door-found').replaceChildren(shown);
}

function addCamera(): void {
    const camera = new Camera(place('door-camera'), text => void scanned(text, false));
    const press = button(say('camera'), 'plain', () => {
        if (camera.works) {
            camera.stop();
            press.textContent = say('camera');
            return;
        }
        camera.start().then(() => { press.textContent = say('stopCamera'); }, (why: Error) => {
            answer(note(say('noCamera', { reason: why.message }), 'conflict'));
        });
    });
    place('door-camera').append(press);
}

function remember(name: string, field: HTMLInputElement | HTMLSelectElement): void {
    field.value ||= memory.word(name);
    field.addEventListener('change', () => memory.keepWord(name, field.value));
}

async function install(): Promise<void> {
    const manifest = made('link');
    manifest.rel = 'manifest';
    manifest.href = told.manifest;
    manifest.crossOrigin = 'use-credentials';
    document.head.append(manifest);
    await navigator.serviceWorker?.register(told.worker, { scope: told.address });
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
remember('name', doorName);
remember('zone', zone);
if (navigator.mediaDevices)
    addCamera();
void install().catch(() => undefined);
void fetchList().then(send);
setInterval(() => void fetchList().then(send), listEvery);
setInterval(() => { if (memory.queue().length > 0) void send(); }, sendEvery);
