// SPDX-License-Identifier: Apache-2.0
//
// Saves a form by itself, a moment after the last key: `form[data-autosave]`. The value of the
// attribute is the address to save to; empty means the form's own. The server answers 2xx, with the
// record's new version in ETag or as {"version": ...}; 412 when someone else saved first.
// Says how it went in the form's (or the page's) `[data-saved]`.

import { forget, keep, restore, versionField } from './kept.ts';
import { say } from './words.ts';

const pause = 900;       // ms after the last key
const again = 8000;      // ms after a lost connection
const unsaved = new Set<HTMLFormElement>();
const timers = new WeakMap<HTMLFormElement, number>();
const busy = new WeakSet<HTMLFormElement>();
const shut = new WeakSet<HTMLFormElement>();  // stale: only the person may go on

function tell(form: HTMLFormElement, sentence: string, is = ''): HTMLElement {
    let place = form.querySelector<HTMLElement>('[data-saved]') ??
        document.querySelector<HTMLElement>('[data-saved]');
    if (!place) {
        place = document.createElement('p');
        place.className = 'chip';
        place.dataset['saved'] = '';
        form.append(place);
    }
    place.hidden = false;
    place.setAttribute('role', 'status');
    place.textContent = sentence;
    place.dataset['is'] = is;
    return place;
}

// The forum's time, as everywhere on its pages; the device may be set to another.
function clock(form: HTMLFormElement): string {
    const timeZone = form.dataset['zone'] || undefined;
    return new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', timeZone }).format(new Date());
}

async function newVersion(reply: Response): Promise<string> {
    if ((reply.headers.get('content-type') ?? '').includes('json')) {
        const body = await reply.json() as { version?: string | number };
        if (body.version !== undefined)
            return String(body.version);
    }
    return (reply.headers.get('etag') ?? '').replace(/^W\/|"/g, '');
}

function offerComparison(form: HTMLFormElement): void {
    shut.add(form);
    const place = tell(form, `${say('stale')} `, 'conflict');
    // Sending the form as it is, with its old version, leads to the page that shows both texts.
    const compare = document.createElement('button');
    compare.type = 'button';
    compare.dataset['kind'] = 'plain';
    compare.textContent = say('compare');
    compare.addEventListener('click', () => form.requestSubmit());
    place.append(compare);
}

async function save(form: HTMLFormElement): Promise<void> {
    if (shut.has(form))
        return;
    if (busy.has(form))
        return later(form, pause);
    busy.add(form);
    unsaved.delete(form);
    tell(form, say('saving'));
    try {
        const reply = await fetch(form.dataset['autosave'] || form.action, {
            method: form.dataset['method'] ?? 'POST',
            body: new URLSearchParams([...new FormData(form)]
                .filter((pair): pair is [string, string] => typeof pair[1] === 'string')),
            headers: { Accept: 'application/json', 'X-Autosave': '1' },
            redirect: 'manual',
        });
        await heard(form, reply);
    } catch {
        unsaved.add(form);
        tell(form, say('notSaved'), 'conflict');
        later(form, again);
    } finally {
        busy.delete(form);
    }
}

async function heard(form: HTMLFormElement, reply: Response): Promise<void> {
    if (reply.ok) {
        const version = await newVersion(reply);
        const field = versionField(form);
        if (field && version)
            field.value = version;
        if (unsaved.has(form))
            return;  // typed on meanwhile: the next round says so
        forget(form);
        for (const hint of form.querySelectorAll<HTMLElement>('[data-until-written]'))
            hint.hidden = [...form.querySelectorAll('textarea')].some(one => one.value.trim() !== '');
        tell(form, say('saved', { time: clock(form) }), 'agreed');
        return;
    }
    unsaved.add(form);
    if (reply.status === 412)
        offerComparison(form);
    else if (reply.status === 401 || reply.status === 403 || reply.type === 'opaqueredirect')
        tell(form, say('signedOut'), 'conflict');
    else if (reply.status === 422)
        tell(form, say('refused'), 'conflict');
    else
        throw new Error(String(reply.status));  // the server is busy or away
}

function later(form: HTMLFormElement, milliseconds: number): void {
    clearTimeout(timers.get(form));
    timers.set(form, window.setTimeout(() => void save(form), milliseconds));
}

function formOf(event: Event): HTMLFormElement | null {
    const field = event.target as HTMLInputElement;
    return field.form?.matches('[data-autosave], [data-warn]') ? field.form : null;
}

export function startAutosave(): void {
    document.addEventListener('input', event => {
        const form = formOf(event);
        if (!form)
            return;
        unsaved.add(form);
        if (form.dataset['autosave'] === undefined)
            return;
        keep(form);
        later(form, pause);
    });
    document.addEventListener('submit', event => {
        const form = event.target as HTMLFormElement;
        clearTimeout(timers.get(form));
        unsaved.delete(form);
    });
    window.addEventListener('beforeunload', event => {
        if (unsaved.size > 0)
            event.preventDefault();
    });
    for (const form of document.querySelectorAll<HTMLFormElement>('form[data-autosave]')) {
        if (!restore(form))
            continue;
        unsaved.add(form);
        tell(form, say('restored'));
        later(form, 2 * pause);
    }
}
