// SPDX-License-Identifier: Apache-2.0
//
// Reads a data file and a plan anew, in another language than the planner, and counts: what is
// wrong with the plan, and how many breaks it has.

function rows(text, name, pattern) {
    const value = new RegExp(`\\b${name}\\s*=\\s*([^;]*);`).exec(text)?.[1] ?? '';
    return [...value.matchAll(pattern)].map(([, row]) => [...row.matchAll(/\d+/g)].map(Number));
}
const number = (text, name) => Number(new RegExp(`\\b${name}\\s*=\\s*(\\d+)`).exec(text)[1]);

export function judge(text, plan, fairness) {
    const slots = number(text, 'nTotalSlots');
    const morning = number(text, 'nMorningSlots');
    const requested = rows(text, 'requested', /\|([^|\]]*)/g).filter(row => row.length === 3);
    const forbidden = rows(text, 'forbidden', /\{([^}]*)\}/g);
    const before = rows(text, 'precedences', /\{([^}]*)\}/g);
    const fixed = rows(text, 'fixed', /\[([^\]]*)\]/g)[0] ?? [];
    const wrong = [];
    const slotOf = new Map(plan.meetings.map(one => [one.meeting, one.slot]));
    const load = Array(slots + 1).fill(0);
    const days = Array.from({ length: number(text, 'nBusiness') + 1 }, () => new Set());
    requested.forEach(([one, other, part], index) => {
        const slot = slotOf.get(index + 1);
        if (!(slot >= 1 && slot <= slots))
            return wrong.push(`meeting ${index + 1} has no slot`);
        if ((part === 1 && slot > morning) || (part === 2 && slot <= morning) || (fixed[index] > 0 && fixed[index] !== slot))
            wrong.push(`meeting ${index + 1} is in a wrong slot`);
        if ((before[index] ?? []).some(earlier => earlier > 0 && slotOf.get(earlier) >= slot))
            wrong.push(`meeting ${index + 1} is too early`);
        ++load[slot];
        for (const party of [one, other]) {
            if (days[party].has(slot))
                wrong.push(`party ${party} is in two meetings`);
            if (forbidden[party - 1]?.includes(slot))
                wrong.push(`party ${party} is away`);
            days[party].add(slot);
        }
    });
    if (plan.meetings.length !== requested.length || load.some(used => used > number(text, 'nTables')))
        wrong.push('too many meetings, or too few desks');
    const breaks = days.slice(1).map(day => Math.max(0, [...day].filter(slot => !day.has(slot - 1)).length - 1));
    if (fairness !== undefined && Math.max(...breaks) - Math.min(...breaks) > fairness)
        wrong.push('the plan is not fair');
    return { wrong, breaks: breaks.reduce((sum, one) => sum + one, 0) };
}
