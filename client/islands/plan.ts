// SPDX-License-Identifier: Apache-2.0
//
// Dragging on the planning page: as soon as somebody takes a meeting up, every place says whether it
// fits or what is in the way; only where it fits can it be dropped. Without script, and with keys,
// the meeting's own page does the same. And the clock of the slots on a wall.

interface Slot { begins: string; in_the_way: string[]; taken: string[] }
interface Choices { version: number; slots: Slot[] }

let carried: { meeting: string; choices: Choices } | undefined;

function planOf(target: EventTarget | null): HTMLElement | null {
    return target instanceof Element ? target.closest<HTMLElement>('table[data-plan]') : null;
}

function cellOf(target: EventTarget | null): HTMLElement | null {
    return target instanceof Element ? target.closest<HTMLElement>('td[data-slot]') : null;
}

function inTheWay(cell: HTMLElement, choices: Choices): string[] {
    const slot = choices.slots.find(one => one.begins === cell.dataset['slot']);
    if (!slot)
        return [''];
    const desk = `${cell.dataset['desks']}/${cell.dataset['desk']}`;
    return slot.taken.includes(desk) && slot.in_the_way.length === 0 ? [''] : slot.in_the_way;
}

function show(table: HTMLElement, choices: Choices | undefined): void {
    for (const cell of table.querySelectorAll<HTMLElement>('td[data-slot]')) {
        if (!choices) {
            delete cell.dataset['is'];
            cell.removeAttribute('title');
            continue;
        }
        const ways = inTheWay(cell, choices);
        cell.dataset['is'] = ways.length === 0 ? 'fits' : 'conflict';
        cell.title = ways.join(' ');
    }
}

async function takeUp(table: HTMLElement, link: HTMLElement): Promise<void> {
    const meeting = link.dataset['meeting'] ?? '';
    const reply = await fetch(`${table.dataset['plan']}/move.json?meeting=${meeting}`);
    if (!reply.ok)
        return;
    carried = { meeting, choices: await reply.json() as Choices };
    show(table, carried.choices);
}

function drop(table: HTMLElement, cell: HTMLElement): void {
    if (!carried || inTheWay(cell, carried.choices).length > 0)
        return;
    const form = document.createElement('form');
    form.method = 'post';
    form.action = `${table.dataset['plan']}/move`;
    const csrf = document.querySelector<HTMLInputElement>('input[name="csrf"]')?.value ?? '';
    const fields = { csrf, meeting: carried.meeting, version: String(carried.choices.version),
        begins: cell.dataset['slot'], desks: cell.dataset['desks'], desk: cell.dataset['desk'] };
    for (const [name, value] of Object.entries(fields)) {
        const field = document.createElement('input');
        field.type = 'hidden';
        field.name = name;
        field.value = value ?? '';
        form.append(field);
    }
    document.body.append(form);
    form.submit();
}

function tick(clock: HTMLElement, ahead: number): void {
    const now = Date.now() + ahead;
    const slots = [...document.querySelectorAll<HTMLElement>('li[data-begins]')];
    const on = slots.find(slot => Number(slot.dataset['begins']) <= now && now < Number(slot.dataset['ends']));
    const left = clock.querySelector<HTMLElement>('[data-left]');
    if (!left)
        return;
    const seconds = on ? Math.ceil((Number(on.dataset['ends']) - now) / 1000) : 0;
    const words = on ? `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}` : '';
    const changed = (left.textContent === '') !== (words === '') && left.dataset['seen'] !== undefined;
    left.dataset['seen'] = '';
    left.textContent = words;
    if (changed)
        location.reload();  // another slot is on
}

export function startPlan(): void {
    document.addEventListener('dragstart', event => {
        const table = planOf(event.target);
        const link = event.target instanceof Element ? event.target.closest<HTMLElement>('a[data-meeting]') : null;
        if (table && link) {
            event.dataTransfer?.setData('text/plain', link.dataset['meeting'] ?? '');
            void takeUp(table, link);
        }
    });
    document.addEventListener('dragover', event => {
        const cell = cellOf(event.target);
        if (cell && carried && inTheWay(cell, carried.choices).length === 0)
            event.preventDefault();
    });
    document.addEventListener('drop', event => {
        const [table, cell] = [planOf(event.target), cellOf(event.target)];
        if (table && cell) {
            event.preventDefault();
            drop(table, cell);
        }
    });
    document.addEventListener('dragend', event => {
        const table = planOf(event.target);
        if (table)
            show(table, undefined);
        carried = undefined;
    });
    const clock = document.querySelector<HTMLElement>('[data-slot-clock]');
    if (clock) {
        const ahead = Number(clock.dataset['slotClock']) - Date.now();
        tick(clock, ahead);
        window.setInterval(() => tick(clock, ahead), 1000);
    }
}
