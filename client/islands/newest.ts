// SPDX-License-Identifier: Apache-2.0
//
// What was heard is fetched: one request at a time, once more when something newer was heard
// meanwhile, and again after a rest when the network or the server failed. So nothing that was heard
// is skipped, and no older answer comes after a newer one.

import { waitBefore } from './stream.ts';

export interface Page {
    shows: (mark: string) => boolean;
    fetch: () => Promise<void>;  // shows the newest; throws when it could not be had
    later: (wait: number, then: () => void) => void;
}

export class Newest {
    private wanted: string | undefined;
    private fetching = false;
    private waiting = false;
    private tries = 0;

    constructor(private readonly page: Page) {}

    heard(mark: string): void {
        this.wanted = mark;
        this.look();
    }

    // Also when what kept the page from changing is over.
    look(): void {
        if (this.fetching || this.wanted === undefined || this.page.shows(this.wanted))
            return;
        const wanted = this.wanted;
        this.fetching = true;
        void this.page.fetch().then(() => true, () => false).then(came => {
            this.fetching = false;
            if (came)
                this.tries = 0;
            if (came && this.wanted !== wanted)
                this.look();
            else if (this.wanted !== undefined && !this.page.shows(this.wanted))
                this.rest();
        });
    }

    private rest(): void {
        if (this.waiting)
            return;
        this.waiting = true;
        this.page.later(waitBefore(this.tries++), () => {
            this.waiting = false;
            this.look();
        });
    }
}
