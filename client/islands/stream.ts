// SPDX-License-Identifier: Apache-2.0
//
// A stream of events that comes back by itself: it says which event it heard last and gets what it
// missed. Waits grow and differ from device to device, so that a hall does not come back at once.
// When a proxy holds the stream back it asks for one event after another instead (long polling), and
// tries the stream again now and then. A connection that is silent is not believed: it asks the
// server another way, and when nothing answers there either, the network is gone.

export interface Heard {
    name: string;
    data: string;
}

export interface Handlers {
    event: (event: Heard) => void;
    lost: (silent: number) => void;  // the connection is gone; nothing was heard for so many ms
    found: () => void;               // and is back
    alive: () => Promise<boolean>;   // asks the server another way
}

const soonest = 500;
const latest = 15_000;
const patience = 4000;     // ms until the first byte of a stream must be there
const silence = 40_000;    // the server's heartbeat comes every 25 s at the latest
const again = 60_000;      // ms of long polling until a stream is tried again; doubles
const again_max = 900_000;

// How soon silence is looked into. Whoever leads and the walls of the hall know soon; all others
// after a heartbeat was due, so that a full hall does not ask a quiet server all the time.
export interface Haste {
    quiet: number;  // ms of silence
    latest: number; // ms between tries, at most
}
export const few: Haste = { quiet: 6000, latest: 2000 };
export const many: Haste = { quiet: 27_000, latest };

export class EventReader {
    private rest = '';
    last = '';

    // The events that are whole now.
    read(chunk: string): Heard[] {
        this.rest += chunk.replaceAll('\r\n', '\n');
        const parts = this.rest.split('\n\n');
        this.rest = parts.pop() ?? '';
        return parts.flatMap(part => this.one(part));
    }

    // What was begun on a connection that broke is not continued on the next.
    begin(): void {
        this.rest = '';
    }

    private one(part: string): Heard[] {
        let name = 'message';
        const data: string[] = [];
        for (const line of part.split('\n')) {
            const colon = line.indexOf(':');
            const field = line.slice(0, colon);
            const value = line.slice(colon + 1).replace(/^ /, '');
            if (field === 'id')
                this.last = value;
            else if (field === 'event')
                name = value;
            else if (field === 'data')
                data.push(value);
        }
        return data.length > 0 ? [{ name, data: data.join('\n') }] : [];
    }
}

export function waitBefore(tries: number, chance = Math.random(), most = latest): number {
    return Math.min(most, soonest * 2 ** tries) * (0.5 + chance);
}

export class Stream {
    private readonly reader = new EventReader();
    private tries = 0;
    private held = 0;         // streams that brought no byte since something was heard
    private polls = false;
    private turns = false;    // broken off to go on the other way
    private round = 0;        // another one: whoever still runs has to end
    private stopped = true;
    private heardAt = performance.now();
    private trial = { timer: 0, wait: again };
    private abort = new AbortController();
    private wake = () => {};  // ends a rest

    constructor(private readonly address: string, private readonly handlers: Handlers,
        private readonly haste: Haste = many) {}

    start(): void {
        if (!this.stopped)
            return;
        this.stopped = false;
        if (this.polls)
            this.tryLater();
        void this.run(++this.round);
    }

    stop(): void {
        this.stopped = true;
        ++this.round;
        clearTimeout(this.trial.timer);
        this.abort.abort();
        this.wake();
    }

    // The device says that its network came or went: look at once.
    async look(): Promise<void> {
        this.wake();
        const { abort } = this;
        if (!await this.handlers.alive())
            abort.abort();
    }

    private async run(round: number): Promise<void> {
        while (round === this.round) {
            this.abort = new AbortController();
            this.turns = false;
            try {
                await (this.polls ? this.poll() : this.listen());
                this.tries = 0;
            } catch {
                if (round !== this.round)
                    return;
                if (!this.turns)
                    await this.rest();
            }
        }
    }

    private async rest(): Promise<void> {
        this.handlers.lost(performance.now() - this.heardAt);
        await new Promise<void>(done => {
            this.wake = done;
            setTimeout(done, waitBefore(this.tries++, Math.random(), this.haste.latest));
        });
    }

    private heard(): void {
        this.heardAt = performance.now();
        this.tries = this.held = 0;
        this.handlers.found();
    }

    private ask(once: boolean, signal: AbortSignal): Promise<Response> {
        const headers: Record<string, string> = { Accept: 'text/event-stream' };
        // Whoever polls after a loss wants to see something at once, and not only what is new.
        if (this.reader.last && !(once && this.tries > 0))
            headers['Last-Event-ID'] = this.reader.last;
        this.reader.begin();
        // Without cookies: the answer is everybody's, and the server need not look anybody up.
        return fetch(once ? `${this.address}&once=1` : this.address,
            { headers, credentials: 'omit', cache: 'no-store', signal });
    }

    private tell(chunk: string): void {
        for (const event of this.reader.read(chunk))
            this.handlers.event(event);
    }

    // Breaks the connection off when it is silent and the server does not answer elsewhere either.
    // `first`: how long the first byte may take; `late`: what to do when it does.
    private watch(first: number, late: () => void): { heard: () => void; end: () => void } {
        const { abort } = this;
        let came = false;
        let at = performance.now();
        let timer = 0;
        const look = async () => {
            const asked = at;
            const alive = await this.handlers.alive();
            if (abort.signal.aborted || asked !== at)
                return;
            if (!alive || performance.now() - at > silence)
                return abort.abort();
            this.heardAt = performance.now();
            if (!came)
                late();
            timer = window.setTimeout(() => void look(), this.haste.quiet);
        };
        timer = window.setTimeout(() => void look(), first);
        return {
            heard: () => {
                came = true;
                at = performance.now();
                clearTimeout(timer);
                timer = window.setTimeout(() => void look(), this.haste.quiet);
            },
            end: () => {
                clearTimeout(timer);
                at = NaN;
            },
        };
    }

    private async listen(): Promise<void> {
        const { abort } = this;
        // The server is there, but not a byte comes: something holds the stream back. After a loss the
        // connection may only be an old one, so it is tried once more.
        const watch = this.watch(this.tries > 0 ? patience / 2 : patience, () => {
            this.turns = true;
            this.polls = this.tries === 0 || ++this.held > 1;
            if (this.polls)
                this.tryLater();
            abort.abort();
        });
        try {
            const reply = await this.ask(false, abort.signal);
            if (!reply.ok || !reply.body)
                throw new Error(String(reply.status));
            const bytes = reply.body.getReader();
            const words = new TextDecoder();
            for (;;) {
                const { done, value } = await bytes.read();
                if (done)
                    throw new Error('the stream ended');
                watch.heard();
                this.heard();
                this.tell(words.decode(value, { stream: true }));
            }
        } finally {
            watch.end();
        }
    }

    private async poll(): Promise<void> {
        const { abort } = this;
        const watch = this.watch(this.haste.quiet, () => {});
        try {
            const reply = await this.ask(true, abort.signal);
            if (!reply.ok)
                throw new Error(String(reply.status));
            const words = await reply.text();
            this.heard();
            this.tell(words);
        } finally {
            watch.end();
        }
    }

    private tryLater(): void {
        clearTimeout(this.trial.timer);
        this.trial.timer = window.setTimeout(() => void this.tryStream(), this.trial.wait);
        this.trial.wait = Math.min(this.trial.wait * 2, again_max);
    }

    // Beside the polling: does a stream bring its first byte by now?
    private async tryStream(): Promise<void> {
        const trial = new AbortController();
        const timer = setTimeout(() => trial.abort(), patience);
        try {
            const reply = await this.ask(false, trial.signal);
            const came = reply.ok && !(await reply.body?.getReader().read())?.done;
            if (this.polls && !this.stopped && came) {
                this.polls = false;
                this.turns = true;
                this.abort.abort();
            }
        } catch {
            // Still held back.
        } finally {
            clearTimeout(timer);
            trial.abort();
        }
        if (this.polls && !this.stopped)
            this.tryLater();
    }
}
