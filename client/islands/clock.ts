// SPDX-License-Identifier: Apache-2.0
//
// One clock for hall, chair and phone. It shows the server's time and never the device's: how much
// time has passed is counted by a counter that nobody can set. How far the two are apart is measured
// with the round trip; the quickest answer is believed. A counter may stand while a device sleeps:
// when it and the device's clock no longer agree, it is measured anew.

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
        // The last minute, or the second half of what is shorter than two.
        state: over ? 'over' : left <= Math.min(60_000, told.limit / 2) ? 'last' : '',
        left,
    };
}

// By how much later everything comes that was guessed at `guessed` (server): a clock that runs gives
// its time back as it passes, and what is run over, stands or is waited comes on top. `ends`: of the
// clocks that ran then. The server's own guess would say the same (floor/pace.hpp).
export function movedBy(guessed: number, ends: number[], now: number): number {
    const begins = (at: number) => ends.reduce((sum, end) => sum + Math.max(end - at, 0), at);
    return now > guessed ? begins(now) - begins(guessed) : 0;
}

const nap = 5000;   // ms without a look: the page slept
const step = 200;   // ms by which the device's clock and its counter may drift between two looks
const wait = 3000;  // ms for an answer

export class ServerClock {
    private offset: number | undefined;
    private trip = Infinity;
    private measured = 0;
    private looked: number | undefined;
    private apart = 0;
    private isDoubted = false;

    // `device`: milliseconds that only ever grow; `wall`: the device's clock, which may be set.
    constructor(private readonly device: () => number = () => performance.now(),
        private readonly wall: () => number = () => Date.now()) {}

    now(): number {
        return this.device() + (this.offset ?? 0);
    }

    // To be asked often: whether it must be measured, because the page slept or somebody set the
    // device's clock. Until then it goes on as it was: the counter is the better guess.
    doubted(): boolean {
        const looked = this.device();
        const apart = this.wall() - looked;
        this.isDoubted ||= this.looked !== undefined &&
            (looked - this.looked > nap || Math.abs(apart - this.apart) > step);
        this.looked = looked;
        this.apart = apart;
        return this.isDoubted;
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
        // Clocks drift, devices sleep.
        const old = this.isDoubted || received - this.measured > 120_000;
        this.isDoubted = false;
        if (old || sample.trip <= this.trip || Math.abs(sample.offset - (this.offset ?? 0)) > sample.trip) {
            this.offset = sample.offset;
            this.trip = sample.trip;
            this.measured = received;
        }
    }

    // Answers whether the server answered.
    async measure(times = 3): Promise<boolean> {
        for (let i = 0; i < times; ++i) {
            const sent = this.device();
            try {
                const reply = await fetch('/api/clock',
                    { cache: 'no-store', credentials: 'omit', signal: AbortSignal.timeout?.(wait) ?? null });
                const told = await reply.json() as { now: number };
                this.take(sent, told.now, this.device());
            } catch {
                return false;  // without a network the old offset stays
            }
        }
        return true;
    }
}
