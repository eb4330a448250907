// SPDX-License-Identifier: Apache-2.0
//
// Sending a file shows how far it is: `form[data-progress]`. The server's answer, a page, takes the
// place of this one, as it would without a script.

import { say } from './words.ts';

interface Shown {
    bar: HTMLProgressElement;
    words: HTMLElement;
}

function progressIn(form: HTMLFormElement): Shown {
    let bar = form.querySelector('progress');
    let words = form.querySelector<HTMLElement>('[data-sent]');
    if (!bar) {
        bar = document.createElement('progress');
        form.append(bar);
    }
    if (!words) {
        words = document.createElement('p');
        words.className = 'soft small';
        words.dataset['sent'] = '';
        form.append(words);
    }
    words.setAttribute('role', 'status');
    words.id ||= 'sent';
    bar.setAttribute('aria-labelledby', words.id);
    bar.max = 100;
    bar.hidden = words.hidden = false;
    return { bar, words };
}

// Shows the page that came back, at the address it came from.
function show(page: string, address: string): void {
    const next = new DOMParser().parseFromString(page, 'text/html');
    if (address && address !== location.href)
        history.pushState(null, '', address);
    document.title = next.title;
    document.body.replaceWith(next.body);
    scrollTo(0, 0);
    const heading = document.querySelector<HTMLElement>('[aria-invalid=true], main h1');
    heading?.setAttribute('tabindex', heading.tagName === 'H1' ? '-1' : '0');
    heading?.focus();
}

function send(form: HTMLFormElement, body: FormData): void {
    const { bar, words } = progressIn(form);
    const buttons = form.querySelectorAll<HTMLButtonElement>('button');
    const enable = (on: boolean) => buttons.forEach(button => { button.disabled = !on; });
    const request = new XMLHttpRequest();
    enable(false);
    request.upload.addEventListener('progress', event => {
        const percent = Math.floor(100 * event.loaded / Math.max(event.total, 1));
        bar.value = percent;
        words.textContent = say('sending', { percent: String(percent) });
    });
    request.upload.addEventListener('load', () => {
        bar.removeAttribute('value');
        words.textContent = say('reading');
    });
    request.addEventListener('load', () => show(request.responseText, request.responseURL));
    for (const failure of ['error', 'abort', 'timeout'] as const) {
        request.addEventListener(failure, () => {
            enable(true);
            bar.hidden = true;
            words.textContent = say('notSent');
        });
    }
    request.open('POST', form.action);
    request.setRequestHeader('Accept', 'text/html');
    request.send(body);
}

export function startUploads(): void {
    document.addEventListener('submit', event => {
        const form = event.target as HTMLFormElement;
        if (!form.matches('[data-progress]') || event.defaultPrevented)
            return;
        event.preventDefault();
        const body = new FormData(form);
        const pressed = event.submitter;
        if (pressed instanceof HTMLButtonElement && pressed.name)
            body.append(pressed.name, pressed.value);
        send(form, body);
    });
    window.addEventListener('popstate', () => location.reload());
}
