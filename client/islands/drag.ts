// SPDX-License-Identifier: Apache-2.0
//
// The chair drags a speaker by the grip `[data-grip]` to another place of `ol.queue`: letting go
// presses the same "move ENTRY PLACE" as the arrows do, with the version the page was made with.
// Escape puts everything back. Without a script or a pointer the arrows remain.

interface Held {
    row: HTMLElement;
    list: HTMLElement;
    pointer: number;
    before: Element[];  // the rows as they were
}

let held: Held | undefined;

const rowsOf = (list: HTMLElement) => [...list.children] as HTMLElement[];

// Before which row something at that height belongs; none: at the end.
export function rowBelow(middles: number[], y: number): number {
    const found = middles.findIndex(middle => y < middle);
    return found < 0 ? middles.length : found;
}

function take(event: PointerEvent): void {
    const grip = (event.target as Element).closest<HTMLElement>('[data-grip]');
    const row = grip?.closest<HTMLElement>('li');
    const list = row?.closest<HTMLElement>('ol');
    if (!grip || !row || !list || held || event.button !== 0)
        return;
    event.preventDefault();
    grip.setPointerCapture(event.pointerId);
    held = { row, list, pointer: event.pointerId, before: rowsOf(list) };
    row.dataset['held'] = '';
}

function carry(event: PointerEvent): void {
    if (!held || event.pointerId !== held.pointer)
        return;
    const { row, list } = held;
    const others = rowsOf(list).filter(one => one !== row);
    const middles = others.map(one => {
        const { top, height } = one.getBoundingClientRect();
        return top + height / 2;
    });
    const place = rowBelow(middles, event.clientY);
    // The others make way: a row that is taken out and put in again would lose the pointer.
    for (let at = rowsOf(list).indexOf(row); at < place; ++at)
        list.insertBefore(row.nextElementSibling as Element, row);
    for (let at = rowsOf(list).indexOf(row); at > place; --at)
        list.insertBefore(row.previousElementSibling as Element, row.nextElementSibling);
}

function putBack(): void {
    if (!held)
        return;
    held.list.append(...held.before);
    delete held.row.dataset['held'];
    held = undefined;
}

function letGo(event: PointerEvent): void {
    if (!held || event.pointerId !== held.pointer)
        return;
    const { row, list, before } = held;
    const place = rowsOf(list).indexOf(row);
    const form = row.closest('form');
    // Somebody was quicker and the list is another by now: nothing is pressed.
    if (!form?.isConnected || place < 0 || before[place] === row)
        return putBack();
    delete row.dataset['held'];
    held = undefined;
    const button = document.createElement('button');
    button.type = 'submit';
    button.name = 'step';
    button.value = `move ${row.id.slice(1)} ${place + 1}`;
    button.hidden = true;
    form.append(button);
    form.requestSubmit(button);
    button.remove();
}

export function startDragging(): void {
    document.body.dataset['drags'] = '';
    document.addEventListener('pointerdown', take);
    document.addEventListener('pointermove', carry);
    document.addEventListener('pointerup', letGo);
    document.addEventListener('pointercancel', putBack);
    document.addEventListener('keydown', event => {
        if (event.key === 'Escape')
            putBack();
    });
}
