// SPDX-License-Identifier: Apache-2.0
//
// Keeps on this device what was typed and is not saved yet, so that a closed lid or a lost
// connection costs nothing. Storage may be full or shut; then only the page keeps it.

export interface Draft {
    version: string;  // of the record it was typed over: an old one makes the server say 412
    fields: Record<string, string>;
}

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

const secret = new Set(['hidden', 'password', 'file', 'submit', 'button']);

function keyOf(form: HTMLFormElement): string {
    return `draft ${form.dataset['autosave'] || form.getAttribute('action') || location.pathname}`;
}

export function fieldsOf(form: HTMLFormElement): Field[] {
    return [...form.elements].filter((e): e is Field =>
        (e instanceof HTMLInputElement || e instanceof HTMLTextAreaElement ||
            e instanceof HTMLSelectElement) && e.name !== '' && !secret.has(e.type));
}

export function versionField(form: HTMLFormElement): HTMLInputElement | null {
    return form.querySelector<HTMLInputElement>('input[type=hidden][name=version]');
}

function ticks(field: Field): field is HTMLInputElement {
    return field instanceof HTMLInputElement && ['checkbox', 'radio'].includes(field.type);
}

// Fields may share a name (radios, repeated rows), so a field is known by its name and its turn.
function numbered(form: HTMLFormElement): [string, Field][] {
    const seen = new Map<string, number>();
    return fieldsOf(form).map(field => {
        const turn = seen.get(field.name) ?? 0;
        seen.set(field.name, turn + 1);
        return [`${field.name} ${turn}`, field];
    });
}

export function keep(form: HTMLFormElement): void {
    const fields: Record<string, string> = {};
    for (const [name, field] of numbered(form))
        fields[name] = ticks(field) ? String(field.checked) : field.value;
    const draft: Draft = { version: versionField(form)?.value ?? '', fields };
    try {
        localStorage.setItem(keyOf(form), JSON.stringify(draft));
    } catch {
        // Full or shut: the warning before leaving still stands.
    }
}

export function forget(form: HTMLFormElement): void {
    try {
        localStorage.removeItem(keyOf(form));
    } catch {
        // Nothing was kept either.
    }
}

// Puts an unsaved draft back into its fields. Answers whether anything differed.
export function restore(form: HTMLFormElement): boolean {
    let draft: Draft;
    try {
        draft = JSON.parse(localStorage.getItem(keyOf(form)) ?? 'null') as Draft;
    } catch {
        return false;
    }
    if (!draft)
        return false;
    let changed = false;
    for (const [name, field] of numbered(form)) {
        const kept = draft.fields[name];
        const now = ticks(field) ? String(field.checked) : field.value;
        if (kept === undefined || kept === now)
            continue;
        changed = true;
        if (ticks(field))
            field.checked = kept === 'true';
        else
            field.value = kept;
    }
    const version = versionField(form);
    if (changed && version && draft.version)
        version.value = draft.version;
    if (!changed)
        forget(form);
    return changed;
}
