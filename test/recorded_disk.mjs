// SPDX-License-Identifier: Apache-2.0
//
// A disk that was written down (disk_recorder.cpp), as a power cut would have left it: what the disk
// had called safe is there; of what was written since, any part is, in sectors, in any order.

import { existsSync, readFileSync, writeFileSync } from 'node:fs';

const sector = 512;
const head_bytes = 14;

// [{what, ending, place, bytes, end}], in order; `end`: where in the log it ends.
export function recordsOf(log) {
    const all = readFileSync(log);
    const records = [];
    for (let at = 0; at < all.length;) {
        const ending_bytes = all[at + 1];
        const size = all.readUInt32LE(at + 10);
        const bytes_at = at + head_bytes + ending_bytes;
        const end = bytes_at + size;
        records.push({ what: String.fromCharCode(all[at]), ending: all.toString('latin1', at + head_bytes, bytes_at),
            place: Number(all.readBigInt64LE(at + 2)), bytes: all.subarray(bytes_at, end), end });
        at = end;
    }
    return records;
}

class File {
    constructor(bytes) {
        this.bytes = bytes;
        this.waiting = [];  // what is not safe yet
    }

    do({ what, place, bytes }, from = 0, to = bytes.length) {
        const grown = what === 't' ? place : place + to;
        if (what === 't' || grown > this.bytes.length) {
            const longer = Buffer.alloc(grown);
            this.bytes.copy(longer, 0, 0, grown);
            this.bytes = longer;
        }
        bytes.copy(this.bytes, place + from, from, to);
    }

    safe() {
        this.waiting.forEach(one => this.do(one));
        this.waiting = [];
    }

    // `chance`: answers 0 to 1. How much of what waited is there differs from cut to cut: all but the
    // torn last write, nothing, or something of everything.
    cut(chance) {
        const kind = chance();
        const share = kind < 0.25 ? 0 : kind < 0.5 ? 1 : chance();
        this.waiting.forEach((one, number) => {
            const is_last = number === this.waiting.length - 1;
            if (one.what === 't')
                return chance() < share && this.do(one);
            if (share === 1)  // in order, and the last one torn at any byte
                return this.do(one, 0, is_last ? Math.floor(chance() * one.bytes.length) : one.bytes.length);
            for (let from = 0; from < one.bytes.length; from += sector)
                if (chance() < share)
                    this.do(one, from, Math.min(from + sector, one.bytes.length));
        });
    }
}

// Goes through the log once, from what lay at `before` when it began. `lies`: a disk that calls safe
// what is not, to see that this would be noticed.
export class RecordedDisk {
    constructor(before, log, lies = false) {
        this.files = new Map(['', '-wal', '-journal'].filter(ending => existsSync(before + ending))
            .map(ending => [ending, new File(readFileSync(before + ending))]));
        this.records = recordsOf(log);
        this.lies = lies;
        this.done = 0;
    }

    // Writes to `path` (and path-wal) what a cut after record `until` would leave; cuts come in the
    // order of the log.
    cutAfter(until, path, chance) {
        for (; this.done <= until; ++this.done) {
            const record = this.records[this.done];
            if (!this.files.has(record.ending))
                this.files.set(record.ending, new File(Buffer.alloc(0)));
            const file = this.files.get(record.ending);
            if (record.what !== 's')
                file.waiting.push(record);
            else if (!this.lies)
                file.safe();
        }
        for (const [ending, file] of this.files) {
            const left = new File(Buffer.from(file.bytes));
            left.waiting = file.waiting;
            left.cut(chance);
            writeFileSync(path + ending, left.bytes);
        }
    }
}
