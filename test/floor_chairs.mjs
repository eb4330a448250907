// SPDX-License-Identifier: Apache-2.0
//
// Chairs who lead one floor as quickly as they can, for tests that take something away from the
// server meanwhile: what was acknowledged to them, and whether it is all there afterwards.

import assert from 'node:assert/strict';

const steps = ['enter statement', 'give', 'start', 'add-time 60', 'pause', 'resume', 'end', 'undo', 'move', 'close-list', 'reopen-list',
    'enter order', 'rule', 'pass', 'restore', 'enter reply', 'defer', 'take-back', 'swap', 'substitute', 'correct', 'message', 'withdraw', 'hand-over'];

// What the chair's page says of list and clock, without what changes by itself: of a clock that runs
// its end, of one that stands what is left.
const one_of = entry => [entry.entry, entry.kind, entry.status, entry.person?.en?.verbatim ?? '', entry.seconds, entry.spent];
export const bare = state => ({ phase: state.phase, list: state.list.map(one_of), speaking: state.speaking.map(one_of),
    requests: state.requests.map(one_of), absent: state.absent.map(one_of), running: state.clock?.running ?? false,
    ends_at: state.clock?.ends_at ?? null, left: state.clock?.running === false ? state.clock.left : null,
    limit: state.clock?.limit ?? null, list_open: state.list_open, chair: state.chair, message: state.message });

// What the record must say of an act that was asked for as `step`, with `more`.
function said(step, more) {
    const [what, one, two] = step.split(' ');
    const act = { what, by: 'chair', words: more.words ?? '' };
    if (what === 'enter')
        return { ...act, kind: one, delegation: more.delegation };
    if (what === 'add-time')
        return { ...act, seconds: Number(one) };
    if (one)
        act.entry = one;
    return { ...act, ...(what === 'move' && { place: Number(two) }), ...(what === 'swap' && { other_entry: two }),
        ...(what === 'restore' && { speaks_next: two === '1' }), ...(what === 'correct' && { seconds: Number(two) }),
        ...(what === 'rule' && { ruling: ['upheld', 'not-upheld', 'noted'][two - 1] }) };
}

export class Chairs {
    // `sitting`: the address of the floor; `headers`: of a program that may lead it.
    constructor(sitting, headers) {
        this.sitting = sitting;
        this.headers = headers;
        this.acknowledged = new Map();  // number of the act -> {act, state}
        this.newest = 0;
        this.refused = new Map();       // code -> how often
        this.unsaid = [];               // refusals that are no sentence with a code
    }

    // `at`: another address of the same store, after a copy was opened elsewhere.
    async told(path, at = this.sitting) {
        return (await fetch(at + path, { headers: this.headers })).json();
    }

    // One click on `step` by somebody who sees act `version`; answers the reply and what it says.
    async click(step, version, more = {}) {
        const sent = { delegation: 'ha-noi', ...more };
        const reply = await fetch(`${this.sitting}/chair`, { method: 'POST', headers: this.headers,
            body: JSON.stringify({ step, version: String(version), ...sent }) });
        const answer = await reply.json();
        if (reply.ok) {
            assert(!this.acknowledged.has(answer.version), `act ${answer.version} was acknowledged twice`);
            this.acknowledged.set(answer.version, { act: said(step, sent), state: bare(answer) });
            this.newest = Math.max(this.newest, answer.version);
        } else {
            this.refused.set(answer.code, (this.refused.get(answer.code) ?? 0) + 1);
            if (!answer.code || !answer.title)
                this.unsaid.push([reply.status, answer]);
        }
        return { status: reply.status, answer };
    }

    // Who may speak for Ha Noi.
    async people() {
        this.known_people ??= (await this.told('/inscription.json?delegation=ha-noi')).people.map(one => one.person);
        return this.known_people;
    }

    // The step with the numbers that it needs, of the floor as it was seen; somebody new for the list
    // where there is nobody to do it to.
    async whole(step, seen, turn) {
        const words = `${step} ${turn}`;
        const point = seen.requests.find(one => one.kind === 'order');
        const reply = seen.requests.find(one => one.kind === 'reply');
        const own = seen.list.find(one => one.delegation === 'ha-noi');
        switch (step) {
        case 'move': return seen.list.length > 1 ? [`move ${seen.list[1].entry} 1`, { words }] : ['undo'];
        case 'swap': return seen.list.length > 1 ? [`swap ${seen.list[0].entry} ${seen.list[1].entry}`, { words }] : ['enter statement'];
        case 'rule': return point ? [`rule ${point.entry} ${1 + turn % 3}`, { words }] : ['enter order', { words }];
        case 'defer': return reply ? [`defer ${reply.entry}`] : ['enter reply', { words }];
        case 'restore': return seen.absent.length ? [`restore ${seen.absent[0].entry}${turn % 2 ? ' 1' : ''}`] : ['pass'];
        case 'substitute': return own ? [`substitute ${own.entry}`, { person: (await this.people())[0] ?? '0' }] : ['enter statement'];
        case 'correct': return this.spoken ? [`correct ${this.spoken} ${60 + turn}`, { words }] : ['give'];
        case 'withdraw': return seen.requests.length ? [`withdraw ${seen.requests.at(-1).entry}`] : ['give'];
        case 'message': case 'hand-over': return [step, { words }];
        default: return [step];
        }
    }

    // One chair: takes the floor as it sees it and does something to it, until `over(click)` or the
    // server is gone.
    async lead(chair, over = () => false) {
        let seen = await this.told('/chair.json');
        for (let turn = 0; ; ++turn) {
            const wanted = steps[(turn * 7 + chair * 3 + this.acknowledged.size) % steps.length];
            const [step, more] = await this.whole(wanted, seen, turn);
            const click = await this.click(step, seen.version, more);
            if (over(click))
                return;
            if (step === 'end' && click.status === 200)
                this.spoken = seen.speaking.at(-1).entry;
            seen = click.status === 200 ? click.answer : await this.told('/chair.json');
        }
    }

    // `count` chairs at once; a promise of when the last one has stopped. Throws what is wrong, not
    // that the server was gone.
    async together(count, over) {
        const all = await Promise.allSettled(Array.from({ length: count }, (_, chair) => this.lead(chair, over)));
        for (const { reason } of all)
            if (reason instanceof assert.AssertionError)
                throw reason;
        return all;
    }

    // Whether the floor at `at` is that of the newest act that was acknowledged, or a later one that
    // nobody heard of; of `until` if it is older than the newest one now.
    async compareNewest(when, at = this.sitting, until = this.newest) {
        const state = await this.told('/chair.json', at);
        assert(state.version >= until, `${when}: act ${until} was acknowledged and is lost`);
        const known = this.acknowledged.get(state.version);
        if (known)
            assert.deepEqual(bare(state), known.state, `${when}: act ${state.version} was answered otherwise`);
        return state;
    }

    // Whether every act up to `until` that was acknowledged is in the history once, as it was;
    // answers how many stand there that nobody heard of.
    async compareAll(when, at = this.sitting, until = this.newest) {
        const record = await this.told('/record.json', at);
        const acts = new Map(record.acts.map(act => [act.number, act]));
        assert.equal(acts.size, record.acts.length, 'a number stands twice');
        for (const [number, { act }] of this.acknowledged) {
            if (number > until)
                continue;
            const kept = acts.get(number) ?? {};
            const same = Object.fromEntries(Object.keys(act).map(name => [name, kept[name]]));
            assert.deepEqual(same, act, `${when}: act ${number} was acknowledged otherwise`);
        }
        return [...acts.values()].filter(act => act.by === 'chair' && !this.acknowledged.has(act.number)).length;
    }
}
