// SPDX-License-Identifier: Apache-2.0
//
// One clock for hall, chair and phone. It shows the server's time and never the device's: what the
// device's clock says is used only to measure how much time has passed. How far the two are apart is
// measured with the round trip; the quickest answer is believed.

export interface Told {
    running: boolean;
    ends: number;   // server's milliseconds, while running
    left: number;   // milliseconds, while standing
    limit: number;
}

export interface Shown {
    text: string;
    state: '' | 'last' | 'over';
    left: number;
}

// A sample: sent and received by the device's clock, `server` in between by the server's.
export function offsetOf(sent: number, server: number, received: number): { offset: number; trip: number } {
    return { offset: server - (sent + received) / 2, trip: received - sent };
}

// What the clock shows at `now` (server). Rounded up while it runs down, so that 00:00 is the end.
export function shownAt(told: Told, now: number): Shown {
    const left = told.running ? told.ends - now : told.left;
    const over = left < 0;
    const seconds = over ? Math.floor(-left / 1000) : Math.ceil(left / 1000);
    const two = (n: number) => String(n).padStart(2, '0');
    return {
        text: `${over && seconds > 0 ? '+' : ''}${two(Math.floor(seconds / 60))}:${two(seconds % 60)}`,
        state: over ? 'over' : left <= 60_000 ? 'last' : '',
        left,
    };
}

export class ServerClock {
    private offset: number | undefined;
    private trip = Infinity;
    private measured = 0;

    // `device`: milliseconds that only ever grow while the device is awake, such as Date.now().
    constructor(private readonly device: () => number = () => Date.now()) {}

    now(): number {
        return this.device() + (this.offset ?? 0);
    }

    known(): boolean {
        return this.offset !== undefined;
    }

    // Something that was true on the server when the page was made: better than nothing.
    anchor(server: number): void {
        this.offset ??= server - this.device();
    }

    // A frame that has just been sent cannot be from the future: then we are behind.
    heard(server: number): boolean {
        if (server <= this.now() + 100)
            return true;
        this.offset = server - this.device();
        this.trip = Infinity;
        return false;
    }

    take(sent: number, server: number, received: number): void {
        const sample = offsetOf(sent, server, received);
        const old = received - this.measured > 120_000;  // clocks drift, devices sleep
        if (old || sample.trip <= this.trip || Math.abs(sample.offset - (this.offset ?? 0)) > sample.trip) {
            this.offset = sample.offset;
            this.trip = sample.trip;
            this.measured = received;
        }
    }

    async measure(times = 3): Promise<void> {
        for (let i = 0; i < times; ++i) {
            const sent = this.device();
            try {
                const reply = await fetch('/api/clock', { cache: 'no-store', credentials: 'omit' });
                const told = await reply.json() as { now: number };
                this.take(sent, told.now, this.device());
            } catch {
                return;  // without a network the old offset stays
            }
        }
    }
}
