// SPDX-License-Identifier: Apache-2.0
//
// wrk asks for one page as often as it can; what it says is turned into two figures.

import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);
const milliseconds = { us: 0.001, ms: 1, s: 1000, m: 60000 };

function figuresOf(said, words) {
    const perSecond = said.match(/Requests\/sec:\s+([\d.]+)/);
    const p99 = said.match(/\s99%\s+([\d.]+)(us|ms|s|m)/);
    const trouble = said.match(/Non-2xx or 3xx responses: \d+|Socket errors: .*/);
    if (!perSecond || !p99 || trouble)
        throw new Error(`wrk ${words.join(' ')}: ${trouble ? trouble[0] : said}`);
    return { perSecond: Number(perSecond[1]), p99Ms: Number(p99[1]) * milliseconds[p99[2]] };
}

async function wrk(words) {
    const { stdout } = await run('wrk', ['--latency', '--timeout', '10s', ...words]);
    return figuresOf(stdout, words);
}

// Sixteen kept connections, each asking again as soon as it is answered.
export function load({ address, headers = {} }, seconds = 2) {
    const more = Object.entries(headers).flatMap(([name, value]) => ['-H', `${name}: ${value}`]);
    return wrk(['-t1', '-c16', `-d${seconds}s`, ...more, address]);
}

export function median(values) {
    return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
}

const middleOf = rounds => Object.fromEntries(
    Object.keys(rounds[0]).map(figure => [figure, median(rounds.map(one => one[figure]))]));

// Several in turns, so that a machine that is slower for some seconds is slower for all of them; of each
// figure the one in the middle. A round first that does not count, because on any busy day caches are full.
export async function inTurns(works, rounds = 5) {
    const all = works.map(() => []);
    for (let round = 0; round <= rounds; ++round)
        for (const [number, work] of works.entries()) {
            const measured = await work();
            if (round > 0)
                all[number].push(measured);
        }
    return all.map(middleOf);
}

// As many people as there are rows, each changing their own row again and again.
export function write(script, address, cookie, csrf, rows, seconds = 4) {
    const people = String(rows.length);
    return wrk([`-t${people}`, `-c${people}`, `-d${seconds}s`, '-s', script, address, '--', cookie, csrf,
        ...rows.map(row => `${row.path}=${row.version}`)]);
}
