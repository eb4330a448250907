// SPDX-License-Identifier: Apache-2.0
//
// Delegations beside the chairs, for tests that take something away from the server: they ask for the
// floor, change what they handed in and show cards; what was acknowledged to them must be there.

import assert from 'node:assert/strict';

const delegations = ['ha-noi', 'jakarta', 'bangkok', 'manila'];

export class Delegates {
    constructor(sitting, headers) {
        this.sitting = sitting;
        this.headers = headers;
        this.asked = [];             // words of requests that were acknowledged
        this.handed_in = new Map();  // delegation -> {sure, tried}: topics, the last that was acknowledged and all sent since
        this.cards = new Map();      // likewise, the words of its objection
        this.turn = 0;
        this.kept = 0;               // inscriptions and cards that were acknowledged
    }

    async told(path) {
        return (await fetch(this.sitting + path, { headers: this.headers })).json();
    }

    async sends(path, fields) {
        const reply = await fetch(this.sitting + path,
            { method: 'POST', headers: this.headers, redirect: 'manual', body: JSON.stringify(fields) });
        return reply.status < 400;
    }

    async opensPoll() {
        assert(await this.sends('/polls', { question: 'Is it agreed?' }));
    }

    async asks(delegation) {
        const words = `asks ${++this.turn}`;
        if (await this.sends(`/place?delegation=${delegation}`, { kind: this.turn % 2 ? 'reply' : 'question', words }))
            this.asked.push(words);
    }

    // What is sent may be kept although nobody said so; what was acknowledged must not be older.
    async changes(kept, delegation, words, send) {
        const known = kept.get(delegation) ?? { sure: '', tried: [] };
        kept.set(delegation, known);
        known.tried.push(words);
        if (!await send())
            return;
        kept.set(delegation, { sure: words, tried: [] });
        ++this.kept;
    }

    async handsIn(delegation) {
        const { version } = await this.told(`/inscription.json?delegation=${delegation}`);
        const topic = `topic ${++this.turn}`;
        await this.changes(this.handed_in, delegation, topic, () => this.sends(`/inscription?delegation=${delegation}`,
            { kind: 'statement', level: 'head', language: 'en', topic, version }));
    }

    async showsCard(delegation) {
        const { poll } = await this.told(`/card.json?delegation=${delegation}`);
        const words = `card ${++this.turn}`;
        await this.changes(this.cards, delegation, words,
            () => this.sends(`/card?delegation=${delegation}`, { poll, card: 'object', words }));
    }

    // Until the server is gone.
    async act() {
        for (let round = 0; ; ++round) {
            const delegation = delegations[round % delegations.length];
            await this.asks(delegation);
            await this.handsIn(delegation);
            await this.showsCard(delegation);
        }
    }
    async untilGone() {
        await this.act().catch(reason => {
            if (reason instanceof assert.AssertionError)
                throw reason;
        });
    }

    // Whether all that was acknowledged is there.
    async compare(when) {
        for (const [delegation, { sure, tried }] of this.handed_in) {
            const { topic } = await this.told(`/inscription.json?delegation=${delegation}`);
            assert([sure, ...tried].includes(topic ?? ''), `${when}: ${delegation} handed in ${sure}, and ${topic} is there`);
        }
        const { polls } = await this.told('/record.json');
        const shown = new Map(polls[0].cards.map(card => [card.delegation, card.words]));
        for (const [delegation, { sure, tried }] of this.cards)
            assert([sure, ...tried].includes(shown.get(delegation) ?? ''), `${when}: the card of ${delegation} is lost`);
    }
    async compareAsked(when) {
        const { acts } = await this.told('/record.json');
        const kept = new Set(acts.filter(act => act.what === 'enter' && act.by === 'delegation').map(act => act.words));
        for (const words of this.asked)
            assert(kept.has(words), `${when}: “${words}” was acknowledged and is lost`);
    }
}
