// SPDX-License-Identifier: Apache-2.0
//
// Moving meetings on the planning page, with the mouse or with keys: as soon as somebody takes a
// meeting up, every place shows whether it fits, and a line says in words what is in the way of the
// one that is pointed at. Only where it fits can it be put down. Without script the meeting's own
// page does the same.

interface Taken { desks: string; desk: number; why: string }
interface Slot { begins: string; in_the_way: string[]; taken: Taken[] }
interface Choices { version: number; slots: Slot[] }
interface Carried { meeting: string; choices: Choices; cell?: HTMLElement }

let carried: Carried | undefined;
let hint = '';

const table = () => document.querySelector<HTMLElement>('table[data-plan]');
const line = () => document.querySelector<HTMLElement>('[data-plan-says]');

function closest(target: EventTarget | null, what: string): HTMLElement | null {
    return target instanceof Element ? target.closest<HTMLElement>(what) : null;
}

const cellOf = (target: EventTarget | null) => closest(target, 'table[data-plan] td[data-slot]');
const linkOf = (target: EventTarget | null) => closest(target, 'a[data-meeting]');

function inTheWay(cell: HTMLElement, choices: Choices): string[] {
    const slot = choices.slots.find(one => one.begins === cell.dataset['slot']);
    const taken = slot?.taken.filter(one =>
        one.desks === cell.dataset['desks'] && String(one.desk) === cell.dataset['desk']);
    return [...slot?.in_the_way ?? [], ...taken?.map(one => one.why) ?? []];
}

function say(words: string, is = ''): void {
    const status = line();
    if (!status || status.textContent === words)
        return;
    status.textContent = words;
    status.dataset['is'] = is;
}

// The place that is pointed at, in words: "16:10–16:30, Ballroom 2, desk 1: Bangkok cannot meet then."
function point(cell: HTMLElement): void {
    if (!carried || carried.cell === cell)
        return;
    delete carried.cell?.dataset['aim'];
    carried.cell = cell;
    cell.dataset['aim'] = '';
    const ways = inTheWay(cell, carried.choices);
    const slot = cell.closest('tr')?.querySelector('th')?.textContent ?? '';
    const why = ways.length === 0 ? line()?.dataset['fits'] ?? '' : ways.join(' ');
    say(`${slot}, ${cell.dataset['th']}: ${why}`, ways.length === 0 ? 'agreed' : 'conflict');
}

function mark(choices: Choices | undefined): void {
    for (const cell of document.querySelectorAll<HTMLElement>('table[data-plan] td[data-slot]')) {
        delete cell.dataset['is'];
        delete cell.dataset['aim'];
        if (choices)
            cell.dataset['is'] = inTheWay(cell, choices).length === 0 ? 'fits' : 'conflict';
    }
}

async function choicesOf(meeting: string): Promise<Choices | undefined> {
    const reply = await fetch(`${table()?.dataset['plan']}/move.json?meeting=${meeting}`);
    return reply.ok ? await reply.json() as Choices : undefined;
}

async function takeUp(link: HTMLElement): Promise<void> {
    const meeting = link.dataset['meeting'] ?? '';
    const choices = await choicesOf(meeting);
    if (!choices)
        return;
    carried = { meeting, choices };
    mark(choices);
    say(line()?.dataset['takenUp'] ?? '');
}

// Somebody else changed the draft meanwhile, and the grid is another one: what fits is asked anew.
async function lookAgain(): Promise<void> {
    const held = carried;
    const choices = held && await choicesOf(held.meeting);
    if (!choices || carried !== held)
        return;
    const { slot, desks, desk } = held.cell?.dataset ?? {};
    carried = { meeting: held.meeting, choices };
    mark(choices);
    const cell = document.querySelector<HTMLElement>(
        `table[data-plan] td[data-slot="${slot}"][data-desks="${desks}"][data-desk="${desk}"]`);
    if (cell)
        point(cell);
    // The link that was focused is gone with the old grid; whoever uses keys goes on from the new one.
    if (document.activeElement === document.body)
        document.querySelector<HTMLElement>(`a[data-meeting="${held.meeting}"]`)?.focus();
}

function putBack(): void {
    carried = undefined;
    mark(undefined);
    say(hint);
}

function drop(cell: HTMLElement): void {
    if (!carried || inTheWay(cell, carried.choices).length > 0)
        return;
    const form = document.createElement('form');
    form.method = 'post';
    form.action = `${table()?.dataset['plan']}/move`;
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

// The cell beside, above or below; the first one when none is pointed at yet.
function neighbour(from: HTMLElement | undefined, across: number, down: number): HTMLElement | undefined {
    const rows = [...table()?.querySelectorAll<HTMLElement>('tbody tr') ?? []]
        .map(row => [...row.querySelectorAll<HTMLElement>('td[data-slot]')]);
    const at = rows.findIndex(row => from !== undefined && row.includes(from));
    if (at < 0)
        return rows[0]?.[0];
    return rows[at + down]?.[rows[at]?.indexOf(from as HTMLElement) as number + across];
}

const steps: Record<string, [number, number]> = {
    ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1],
};

// What is meant for the meeting in hand goes no further: the arrows would walk the rows as well.
function taken(event: KeyboardEvent): void {
    event.preventDefault();
    event.stopPropagation();
}

async function pressed(event: KeyboardEvent): Promise<void> {
    const link = linkOf(event.target);
    const step = steps[event.key];
    if (!carried) {
        if (event.key !== ' ' || !link || !table())
            return;
        taken(event);
        await takeUp(link);
        const own = cellOf(link);
        if (own)
            point(own);
    } else if (step) {
        taken(event);
        const cell = neighbour(carried.cell, ...step);
        if (cell) {
            point(cell);
            cell.scrollIntoView({ block: 'nearest', inline: 'nearest' });
        }
    } else if (event.key === 'Enter' && carried.cell) {
        taken(event);
        drop(carried.cell);
    } else if (event.key === 'Escape') {
        taken(event);
        putBack();
    }
}

export function startPlan(): void {
    const status = line();
    if (!status)
        return;
    hint = status.textContent ?? '';
    status.hidden = false;
    const grid = document.getElementById('plan');
    if (grid)
        new MutationObserver(() => void lookAgain()).observe(grid, { childList: true });
    document.addEventListener('keydown', event => void pressed(event), { capture: true });
    document.addEventListener('dragstart', event => {
        const link = linkOf(event.target);
        if (link && table()) {
            event.dataTransfer?.setData('text/plain', link.dataset['meeting'] ?? '');
            void takeUp(link);
        }
    });
    // A browser tells of a place once when it is entered and then again and again.
    for (const kind of ['dragenter', 'dragover'] as const)
        document.addEventListener(kind, event => {
            const cell = cellOf(event.target);
            if (!cell || !carried)
                return;
            point(cell);
            if (inTheWay(cell, carried.choices).length === 0)
                event.preventDefault();
        });
    document.addEventListener('drop', event => {
        const cell = cellOf(event.target);
        if (cell) {
            event.preventDefault();
            drop(cell);
        }
    });
    document.addEventListener('dragend', putBack);
}
