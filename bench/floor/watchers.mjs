// SPDX-License-Identifier: Apache-2.0
//
// Thousands of watchers in a program of their own (watchers.cpp), on another processor than the server.

import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

export class Watchers {
    constructor(root, address, path) {
        const { port, protocol } = new URL(address);
        this.child = spawn('taskset', ['-c', '1', join(root, 'build/release/bench_watchers'), port,
            protocol === 'https:' ? 'tls' : 'plain', path], { stdio: ['pipe', 'pipe', 'inherit'] });
        process.on('exit', () => this.child.kill('SIGKILL'));
        this.lines = createInterface({ input: this.child.stdout })[Symbol.asyncIterator]();
        this.again = 0;  // tries that were turned away or broken off
    }

    async say(words) {
        this.child.stdin.write(`${words}\n`);
        const { value, done } = await this.lines.next();
        if (done)
            throw new Error(`the watchers ended at “${words}”`);
        return value;
    }

    // Opens until there are `count`; done when each has heard an event.
    async grow(count) {
        this.again += Number(await this.say(`grow ${count}`));
    }

    // Does `act` and answers for each watcher how many milliseconds after its beginning it heard of it.
    async tell(act) {
        await this.say('hear');
        const begin = process.hrtime.bigint();  // the same clock
        await act();
        return (await this.say(`heard ${begin}`)).trim().split(' ').map(Number);
    }

    // All connections break at once and come back at once; seconds until the last one is back.
    async storm() {
        const [seconds, again] = (await this.say('storm')).split(' ').map(Number);
        this.again += again;
        return seconds;
    }

    end() {
        this.child.stdin.end();
    }
}
