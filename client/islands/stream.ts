// SPDX-License-Identifier: Apache-2.0
//
// A stream of events that comes back by itself: it says which event it heard last and gets what it
// missed. Waits grow and differ from device to device, so that a hall does not come back at once.
// When a proxy holds the stream back it asks for one event after another instead (long polling).

export interface Heard {
    name: string;
    data: string;
}

export interface Handlers {
    event: (event: Heard) => void;
    lost: () => void;   // the connection is gone
    found: () => void;  // and is back
}

const soonest = 500;
const latest = 15_000;
const patience = 4000;   // ms until the first byte of a stream must be there
const silence = 40_000;  // the server's heartbeat comes every 25 s at the latest

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

export function waitBefore(tries: number, chance = Math.random()): number {
    return Math.min(latest, soonest * 2 ** tries) * (0.5 + chance);
}

export class Stream {
    private readonly reader = new EventReader();
    private tries = 0;
    private polls = false;
    private stopped = true;
    private abort = new AbortController();

    constructor(private readonly address: string, private readonly handlers: Handlers) {}

    start(): void {
        if (!this.stopped)
            return;
        this.stopped = false;
        void this.run();
    }

    stop(): void {
        this.stopped = true;
        this.abort.abort();
    }

    private async run(): Promise<void> {
        while (!this.stopped) {
            this.abort = new AbortController();
            try {
                await (this.polls ? this.poll() : this.listen());
                this.tries = 0;
            } catch {
                if (this.stopped)
                    return;
                this.handlers.lost();
                await new Promise(done => setTimeout(done, waitBefore(this.tries++)));
            }
        }
    }

    private ask(once: boolean): Promise<Response> {
        const headers: Record<string, string> = { Accept: 'text/event-stream' };
        if (this.reader.last)
            headers['Last-Event-ID'] = this.reader.last;
        this.reader.begin();
        // Without cookies: the answer is everybody's, and the server need not look anybody up.
        return fetch(once ? `${this.address}&once=1` : this.address,
            { headers, credentials: 'omit', cache: 'no-store', signal: this.abort.signal });
    }

    private tell(chunk: string): void {
        for (const event of this.reader.read(chunk))
            this.handlers.event(event);
    }

    private async listen(): Promise<void> {
        let heard = false;
        let timer = 0;
        const watch = (milliseconds: number) => {
            clearTimeout(timer);
            timer = window.setTimeout(() => {
                this.polls ||= !heard;  // not a byte: something holds the stream back
                this.abort.abort();
            }, milliseconds);
        };
        watch(patience);
        try {
            const reply = await this.ask(false);
            if (!reply.ok || !reply.body)
                throw new Error(String(reply.status));
            const bytes = reply.body.getReader();
            const words = new TextDecoder();
            for (;;) {
                const { done, value } = await bytes.read();
                if (done)
                    throw new Error('the stream ended');
                if (!heard) {
                    heard = true;
                    this.tries = 0;
                    this.handlers.found();
                }
                watch(silence);
                this.tell(words.decode(value, { stream: true }));
            }
        } finally {
            clearTimeout(timer);
        }
    }

    private async poll(): Promise<void> {
        const timer = window.setTimeout(() => this.abort.abort(), silence);
        try {
            const reply = await this.ask(true);
            if (!reply.ok)
                throw new Error(String(reply.status));
            const words = await reply.text();
            this.handlers.found();
            this.tell(words);
        } finally {
            clearTimeout(timer);
        }
    }
}
