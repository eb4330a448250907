// SPDX-License-Identifier: Apache-2.0
//
// Keys for people who work here all day: `/` search, `?` this list, arrows through the rows of a
// table, and `data-key="n"` on any link or button. Single keys can be switched off (WCAG 2.1.4);
// they never act while one types, nor again and again while a key is held. `data-typing` on the body
// says that they wait.

import { say } from './words.ts';

const off = 'keys off';

function allowed(): boolean {
    try {
        return localStorage.getItem(off) === null;
    } catch {
        return true;
    }
}

// A select in which something was chosen takes no letters any more: with a pointer that is when it
// changes; with keys one may look further, until Enter or Escape.
const chosen = new WeakSet<EventTarget>();
let byKeys = false;

function typing(target: EventTarget | null): boolean {
    return target instanceof HTMLElement && !chosen.has(target) &&
        (target.isContentEditable || target.matches('input, textarea, select'));
}

function tellTyping(): void {
    document.body.toggleAttribute('data-typing', typing(document.activeElement));
}

// Enter ends choosing; Escape leaves a field altogether.
function leaves(event: KeyboardEvent, target: HTMLElement): void {
    if (target.matches('select') && (event.key === 'Enter' || event.key === 'Escape'))
        chosen.add(target);
    else if (event.key === 'Escape' && target.matches('[data-fetch] :is(input, textarea)'))
        target.blur();
}

function startTyping(): void {
    document.addEventListener('focusin', event => {
        byKeys = false;
        if (event.target)
            chosen.delete(event.target);
        tellTyping();
    });
    document.addEventListener('focusout', () => setTimeout(tellTyping));
    document.addEventListener('pointerdown', event => {
        if (event.target)
            chosen.delete(event.target);
    });
    document.addEventListener('change', ({ target }) => {
        if (target instanceof HTMLSelectElement && !byKeys)
            chosen.add(target);
        tellTyping();
    });
    document.addEventListener('keydown', event => {
        if (!(event.target instanceof HTMLElement))
            return;
        leaves(event, event.target);
        byKeys = typing(event.target);
        tellTyping();
    }, true);
}

function seen(element: HTMLElement): boolean {
    return element.getClientRects().length > 0;
}

function nameOf(element: HTMLElement): string {
    return (element.getAttribute('aria-label') ?? element.textContent ?? '').trim();
}

function line(key: string, meaning: string): HTMLElement[] {
    const name = document.createElement('dt');
    const cap = document.createElement('kbd');
    cap.textContent = key;
    name.append(cap);
    const what = document.createElement('dd');
    what.textContent = meaning;
    return [name, what];
}

function switchForKeys(): HTMLElement {
    const label = document.createElement('label');
    label.className = 'tick';
    const box = document.createElement('input');
    box.type = 'checkbox';
    box.checked = allowed();
    box.addEventListener('change', () => {
        try {
            if (box.checked)
                localStorage.removeItem(off);
            else
                localStorage.setItem(off, '1');
        } catch {
            // Storage is shut: the choice cannot be kept.
        }
    });
    label.append(box, say('singleKeys'));
    return label;
}

function showKeys(): void {
    if (document.querySelector('dialog:modal'))
        return;
    const dialog = document.createElement('dialog');
    const title = document.createElement('h2');
    title.id = 'keys';
    title.className = 'h3';
    title.textContent = say('keys');
    dialog.setAttribute('aria-labelledby', title.id);
    const list = document.createElement('dl');
    list.className = 'facts';
    list.append(...line('/', say('search')), ...line('?', say('thisList')),
        ...line('↑ ↓', say('rows')));
    for (const element of document.querySelectorAll<HTMLElement>('[data-key]'))
        list.append(...line(element.dataset['key'] ?? '', nameOf(element)));
    const form = document.createElement('form');
    form.method = 'dialog';
    const close = document.createElement('button');
    close.textContent = say('close');
    form.append(close);
    dialog.append(title, list, switchForKeys(), form);
    dialog.addEventListener('close', () => dialog.remove());
    document.body.append(dialog);
    dialog.showModal();
}

// Where nothing has the focus yet, the first row of a table that is there to be walked through.
function enter(): boolean {
    const first = document.querySelector<HTMLElement>('table[data-walk] tbody :is(a[href], button)');
    first?.focus();
    return first !== null;
}

// The same cell's link or field one row on; the nearest one where a row has fewer.
function step(from: HTMLElement, by: number): boolean {
    const row = from.closest('tbody tr');
    const rows = [...(row?.closest('tbody')?.children ?? [])];
    const stops = (r: Element | undefined) => [...(r?.querySelectorAll<HTMLElement>(
        'a[href], button, input:not([type=hidden]), select') ?? [])].filter(seen);
    if (!row)
        return by > 0 && from === document.body && enter();
    const place = stops(row).indexOf(from);
    for (let at = rows.indexOf(row) + by; at >= 0 && at < rows.length; at += by) {
        const found = stops(rows[at]);
        const next = found[Math.min(Math.max(place, 0), found.length - 1)];
        if (next) {
            next.focus();
            return true;
        }
    }
    return false;
}

// What the key says on a keyboard with Latin letters: whoever has switched to Thai, Lao or Khmer
// presses the same one, and Caps Lock changes nothing.
function keyOf(event: KeyboardEvent): string {
    if (/^[ -~]/.test(event.key))
        return event.key.length === 1 ? event.key.toLowerCase() : event.key;
    const [, letter] = /^(?:Key|Digit)(.)$/.exec(event.code) ?? [];
    const signs: Record<string, string> = {
        Slash: event.shiftKey ? '?' : '/', Minus: '-', Equal: '+', NumpadSubtract: '-', NumpadAdd: '+',
    };
    return letter?.toLowerCase() ?? signs[event.code] ?? event.key;
}

function pressed(event: KeyboardEvent): boolean {
    const target = event.target as HTMLElement;
    if (event.repeat && event.key === 'Enter' && target.matches('button'))
        return true;
    const arrow = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (arrow && !target.matches('select, textarea, input[type=number], input[type=radio]'))
        return step(target, arrow);
    if (typing(target) || !allowed() || document.querySelector('dialog:modal'))
        return false;
    const key = keyOf(event);
    if (key === '/') {
        const field = document.querySelector<HTMLInputElement>('input[type=search]');
        const link = document.querySelector<HTMLElement>('a[data-search]');
        field ? field.focus() : link?.click();
        return Boolean(field ?? link);
    }
    if (key === '?') {
        showKeys();
        return true;
    }
    const named = document.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`);
    if (event.repeat)
        return named !== null;  // held: it was pressed once
    if (named?.matches('a, button'))
        named.click();
    else
        named?.focus();
    return named !== null;
}

export function startKeys(): void {
    startTyping();
    document.addEventListener('keydown', event => {
        if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing)
            return;
        if (pressed(event))
            event.preventDefault();
    });
}
