// SPDX-License-Identifier: Apache-2.0
//
// Draws a forum of any size that surely has a plan, as a MiniZinc data file: meetings are drawn
// together with slots in which they fit, and the slots are then forgotten.

// xorshift32: the same forum for the same seed on every machine.
function randomOf(seed) {
    let state = (seed * 2654435761 + 1) >>> 0 || 1;
    return below => {
        state ^= state << 13;
        state ^= state >>> 17;
        state ^= state << 5;
        state >>>= 0;
        return state % below;
    };
}

export function drawForum({ parties, meetings, slots, desks, away = 0, seed = 1 }) {
    const below = randomOf(seed);
    const busy = Array.from({ length: parties }, () => new Set());
    const load = Array(slots).fill(0);
    const met = new Set();
    const requested = [];
    for (let tries = 0; requested.length < meetings; ++tries) {
        if (tries > meetings * 2000)
            throw new Error('the forum is too full to be drawn');
        const one = below(parties);
        const other = below(parties);
        const slot = below(slots);
        const pair = one < other ? one * parties + other : other * parties + one;
        if (one === other || met.has(pair) || busy[one].has(slot) || busy[other].has(slot) || load[slot] >= desks)
            continue;
        met.add(pair);
        busy[one].add(slot);
        busy[other].add(slot);
        ++load[slot];
        requested.push([one + 1, other + 1, 3]);
    }
    const forbidden = busy.map(used => {
        const free = [...Array(slots).keys()].filter(slot => !used.has(slot));
        const gone = new Set();
        while (gone.size < Math.min(away, free.length))
            gone.add(free[below(free.length)] + 1);
        return `{${[0, ...gone].join(', ')}}`;
    });
    return `nBusiness = ${parties};\nnMeetings = ${meetings};\nnTables = ${desks};\nnTotalSlots = ${slots};\n` +
        `nMorningSlots = ${slots};\nrequested = [|${requested.map(row => row.join(', ')).join('\n|')}|];\n` +
        `forbidden = [${forbidden.join(', ')}];\n`;
}
