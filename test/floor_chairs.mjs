// SPDX-License-Identifier: Apache-2.0
//
// Chairs who lead one floor as quickly as they can, for tests that take something away from the
// server meanwhile: what was acknowledged to them, and whether it is all there afterwards.

import assert from 'node:assert/strict';

const steps = ['enter statement', 'give', 'start', 'add-time 60', 'pause', 'resume', 'end', 'undo', 'move', 'close-list', 'reopen-list'];

// What the chair's page says of list and clock, without what changes by itself.
export const bare = state => ({ list: state.list.map(one => one.entry), speaking: state.speaking.map(one => one.entry),
    running: state.clock?.running ?? false, ends_at: state.clock?.ends_at ?? null, list_open: state.list_open });

export class Chairs {
    // `sitting`: the address of the floor; `headers`: of a program that may lead it.
    constructor(sitting, headers) {
        this.sitting = sitting;
        this.headers = headers;
        this.acknowledged = new Map();  // number of the act -> {what, state}
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
        const reply = await fetch(`${this.sitting}/chair`, { method: 'POST', headers: this.headers,
            body: JSON.stringify({ step, version: String(version), delegation: 'ha-noi', ...more }) });
        const answer = await reply.json();
        if (reply.ok) {
            assert(!this.acknowledged.has(answer.version), `act ${answer.version} was acknowledged twice`);
            this.acknowledged.set(answer.version, { what: step.split(' ')[0], state: bare(answer) });
            this.newest = Math.max(this.newest, answer.version);
        } else {
            this.refused.set(answer.code, (this.refused.get(answer.code) ?? 0) + 1);
            if (!answer.code || !answer.title)
                this.unsaid.push([reply.status, answer]);
        }
        return { status: reply.status, answer };
    }

    // One chair: takes the floor as it sees it and does something to it, until `over(click)` or the
    // server is gone.
    async lead(chair, over = () => false) {
        let seen = await this.told('/chair.json');
        for (let turn = 0; ; ++turn) {
            let step = steps[(turn * 7 + chair * 3 + this.acknowledged.size) % steps.length];
            if (step === 'move')
                step = seen.list.length > 1 ? `move ${seen.list[1].entry} 1` : 'undo';
            const click = await this.click(step, seen.version);
            if (over(click))
                return;
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
        const acts = new Map(record.acts.map(act => [act.number, act.what]));
        assert.equal(acts.size, record.acts.length, 'a number stands twice');
        for (const [number, { what }] of this.acknowledged)
            if (number <= until)
                assert.equal(acts.get(number), what, `${when}: act ${number} was acknowledged as ${what}`);
        return [...acts.keys()].filter(number => !this.acknowledged.has(number)).length;
    }
}
