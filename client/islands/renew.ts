// SPDX-License-Identifier: Apache-2.0
//
// A part of a page becomes the newest one without being made anew: what is the same stays the same
// element. So what somebody types, has chosen, opened, selected or stands on is there afterwards.

// What says that an element is still that element, wherever it stands among its siblings.
function keyOf(node: Node): string {
    if (!(node instanceof Element))
        return '';
    if (node instanceof HTMLOptionElement)
        return node.value;
    if (node instanceof HTMLFormElement)
        return `form ${node.querySelector('[id]')?.id ?? ''}`;
    return node.getAttribute('id') ?? node.getAttribute('aria-labelledby') ??
        node.querySelector(':scope > label')?.getAttribute('for') ?? '';
}

function renewAttributes(old: Element, fresh: Element): void {
    // Whether it is open is the reader's business.
    const kept = (name: string) => name === 'open' && old.matches('details');
    for (const { name } of [...old.attributes])
        if (!fresh.hasAttribute(name) && !kept(name))
            old.removeAttribute(name);
    for (const { name, value } of fresh.attributes)
        if (old.getAttribute(name) !== value && !kept(name))
            old.setAttribute(name, value);
}

function renewNode(old: ChildNode, fresh: ChildNode): void {
    // Of a list that is another by now nobody carries a row any further.
    if (old instanceof HTMLOListElement && old.querySelector('[data-held]'))
        old.replaceWith(document.importNode(fresh, true));
    else if (old instanceof Element && fresh instanceof Element)
        renewElement(old, fresh);
    else if (old.nodeValue !== fresh.nodeValue)
        old.nodeValue = fresh.nodeValue;
}

function renewChildren(old: Element, fresh: Element): void {
    const wanted = new Set([...fresh.childNodes].map(keyOf));
    const kept = new Map<string, ChildNode>();
    for (const child of [...old.childNodes]) {
        const key = keyOf(child);
        if (key && (!wanted.has(key) || kept.has(key)))
            child.remove();
        else if (key)
            kept.set(key, child);
    }
    let at = old.firstChild;
    const sameAs = (one: ChildNode): ChildNode | null => {
        const key = keyOf(one);
        let found = key ? kept.get(key) ?? null : at;
        while (!key && found && keyOf(found))
            found = found.nextSibling;
        return found?.nodeName === one.nodeName ? found : null;
    };
    for (const one of [...fresh.childNodes]) {
        const same = sameAs(one);
        // Room between elements makes way: what is moved would lose what is selected in it.
        while (same && at && at !== same && at instanceof Text && at.data.trim() === '') {
            const room: ChildNode = at;
            at = at.nextSibling;
            room.remove();
        }
        if (same && same === at)
            at = at.nextSibling;
        else
            old.insertBefore(same ?? document.importNode(one, true), at);
        kept.delete(keyOf(one));
        if (same)
            renewNode(same, one);
    }
    while (at) {
        const gone: ChildNode = at;
        at = at.nextSibling;
        gone.remove();
    }
}

function renewElement(old: Element, fresh: Element): void {
    renewAttributes(old, fresh);
    renewChildren(old, fresh);
}

// `old` is as `fresh` afterwards. The focus stays on its control, or on the one that has its id now.
export function renew(old: HTMLElement, fresh: HTMLElement): void {
    const focused = document.activeElement;
    renewElement(old, fresh);
    if (!(focused instanceof HTMLElement) || focused === document.activeElement)
        return;
    const same = focused.isConnected ? focused : focused.id ? document.getElementById(focused.id) : null;
    same?.focus({ preventScroll: true });
}

// The same of markup that came by itself, such as a frame.
export function renewInside(old: HTMLElement, markup: string): void {
    const fresh = old.cloneNode(false) as HTMLElement;
    fresh.innerHTML = markup;
    renew(old, fresh);
}
