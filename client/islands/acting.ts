// SPDX-License-Identifier: Apache-2.0
//
// What the chair does is sent without leaving the page: the answer is the console as it is then, and
// the focus, the place on the page and whatever is typed elsewhere stay. One act at a time: a second
// touch while the first is on its way does nothing, because nobody has seen yet what it would do.
// Without a script the same forms work as forms do.

import { say } from './words.ts';

const patience = 10_000;  // ms until an answer must be there

const reading = 5000;     // ms for which a note that is over can still be read

let busy = false;
let missed: HTMLElement | undefined;  // the note that no answer came

function isAct(form: HTMLFormElement): boolean {
    return form.closest('[data-fetch]') !== null && form.method === 'post' &&
        new URL(form.action).pathname === location.pathname;
}

// What stands at the top of the window, until the next act or until it is put away.
function refused(...nodes: Node[]): void {
    document.getElementById('refused')?.replaceChildren(...nodes);
}

function note(words: string): HTMLElement {
    const box = document.createElement('div');
    box.className = 'note';
    box.dataset['is'] = 'conflict';
    box.setAttribute('role', 'alert');
    box.append(Object.assign(document.createElement('p'), { textContent: words }));
    return box;
}

// The login ended: what was pressed did not count, and the page behind it stays to be read.
function signedOut(): HTMLElement {
    const box = note(say('notCounted'));
    const way = document.createElement('p');
    way.append(Object.assign(document.createElement('a'), {
        className: 'button', textContent: say('signIn'),
        href: `/login?next=${encodeURIComponent(location.pathname + location.search)}`,
    }));
    box.append(way);
    return box;
}

async function send(form: HTMLFormElement, submitter: HTMLElement | null): Promise<Response> {
    const body = new URLSearchParams();
    for (const [name, value] of new FormData(form))
        if (typeof value === 'string')
            body.append(name, value);
    if (submitter instanceof HTMLButtonElement && submitter.name)
        body.append(submitter.name, submitter.value);
    return fetch(form.action, {
        method: 'POST', body, headers: { Accept: 'text/html' },
        signal: AbortSignal.timeout?.(patience) ?? null,  // older browsers wait for ever
    });
}

async function act(form: HTMLFormElement, submitter: HTMLElement | null,
    shown: (page: Document) => boolean): Promise<void> {
    busy = true;
    try {
        const reply = await send(form, submitter);
        if (reply.status === 401)
            return refused(signedOut());
        const page = new DOMParser().parseFromString(await reply.text(), 'text/html');
        // Not the console any more: the role or the sitting is gone.
        if (!shown(page))
            return location.reload();
        refused(...page.getElementById('refused')?.childNodes ?? []);
        if (reply.ok)
            form.reset();  // what was typed is done; after a refusal it stays
    } catch {
        missed = note(say('noAnswer'));
        refused(missed);
    } finally {
        busy = false;
    }
}

// The server is heard again, and the page shows whether it was done.
export function heardAgain(): void {
    const over = missed;
    missed = undefined;
    if (over)
        setTimeout(() => over.remove(), reading);
}

// `shown` brings the page of an answer onto this one, and says whether it could.
export function startActing(shown: (page: Document) => boolean): void {
    document.addEventListener('submit', event => {
        const form = event.target as HTMLFormElement;
        if (!isAct(form) || !event.submitter)
            return;
        event.preventDefault();
        if (!busy)
            void act(form, event.submitter, shown);
    });
    // Enter in a field would press the first of several buttons, which nobody has chosen.
    document.addEventListener('keydown', event => {
        const field = event.target;
        if (event.key === 'Enter' && field instanceof HTMLInputElement && field.form && isAct(field.form) &&
            field.form.querySelectorAll('button[type=submit]').length > 1)
            event.preventDefault();
    });
    document.addEventListener('click', event => {
        if (!(event.target as Element).closest('[data-put-away]'))
            return;
        event.preventDefault();
        refused();
    });
}
