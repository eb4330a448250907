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

// Sixteen kept connections, each asking again as soon as it is answered. A short round first, so
// that caches are as they are on any busy day.
export async function load(address, headers = {}, seconds = 4) {
    const more = Object.entries(headers).flatMap(([name, value]) => ['-H', `${name}: ${value}`]);
    await wrk(['-t1', '-c16', '-d1s', ...more, address]);
    return wrk(['-t1', '-c16', `-d${seconds}s`, ...more, address]);
}

// As many people as there are rows, each changing their own row again and again.
export function write(script, address, cookie, csrf, rows, seconds = 5) {
    const people = String(rows.length);
    return wrk([`-t${people}`, `-c${people}`, `-d${seconds}s`, '-s', script, address, '--', cookie, csrf,
        ...rows.map(row => `${row.path}=${row.version}`)]);
}
