// SPDX-License-Identifier: Apache-2.0
//
// Thousands of watchers in one process: bare sockets, so that the watching costs little itself.

import { connect as plain } from 'node:net';
import { connect as secure } from 'node:tls';

const ready = Buffer.from('data:');
const tries_max = 30;
const pause = 200;  // ms before the next try, half of it by chance

export class Watchers {
    // `head`: the request, from the id of the last event (or '').
    constructor(address, head) {
        const { hostname, port, protocol } = new URL(address);
        this.to = { host: hostname, port: Number(port), rejectUnauthorized: false };
        this.open = protocol === 'https:' ? secure : plain;
        this.head = head;
        this.all = [];
        this.again = 0;  // tries that were turned away or broken off
    }

    // Opens until there are `count`, a few hundred at a time; done when each has heard an event.
    async grow(count, at_once = 400) {
        while (this.all.length < count) {
            const some = Math.min(at_once, count - this.all.length);
            await Promise.all(Array.from({ length: some }, () => this.one()));
        }
    }

    // Whoever is turned away or broken off comes back after a moment, as a browser does: a server has
    // not noticed yet that those before are gone when they come back at once.
    async one() {
        for (let tries = 1; ; ++tries) {
            try {
                return await this.join();
            } catch (error) {
                if (tries === tries_max)
                    throw error;
                ++this.again;
                await new Promise(done => setTimeout(done, pause * (0.5 + Math.random() / 2)));
            }
        }
    }

    join(since = '') {
        return new Promise((done, failed) => {
            const socket = this.open(this.to, () => socket.write(this.head(since)));
            const watcher = { socket, since, heard: 0 };
            let first = true;
            socket.on('data', bytes => {
                if (!bytes.includes(ready))
                    return;
                watcher.heard = performance.now();
                const id = /^id: (\S+)/m.exec(first ? bytes.toString('latin1') : bytes.toString('latin1', 0, 200));
                if (id)
                    watcher.since = id[1];
                if (first) {
                    first = false;
                    this.all.push(watcher);
                    done();
                }
                this.hear?.();
            });
            const gone = error => first ? failed(error) : this.lost?.(error);
            socket.on('error', gone);
            socket.on('close', () => gone(new Error('a watcher was let go')));
        });
    }

    // Does `act` and answers for each watcher how long after it it heard of it, sorted.
    async tell(act) {
        let missing = this.all.length;
        const begin = performance.now();
        const everybody = new Promise((done, failed) => {
            this.hear = () => { if (--missing === 0) done(); };
            this.lost = failed;
        });
        await Promise.all([act(begin), everybody]);
        this.hear = this.lost = undefined;
        return this.all.map(one => one.heard - begin).sort((a, b) => a - b);
    }

    // All connections break at once and come back at once; seconds until the last one is back.
    async storm() {
        const gone = this.all;
        this.all = [];
        gone.forEach(one => { one.socket.removeAllListeners('close'); one.socket.destroy(); });
        const begin = performance.now();
        // Whoever is up to date hears nothing but the greeting, so they ask for all there is.
        await Promise.all(gone.map(() => this.one()));
        return (performance.now() - begin) / 1000;
    }

    end() {
        this.all.forEach(one => { one.socket.removeAllListeners('close'); one.socket.destroy(); });
        this.all = [];
    }
}
