// SPDX-License-Identifier: Apache-2.0
//
// Runs bench_match on one processor, prints its figures as a table and keeps them.
//   node bench/match/measure.mjs ROOT [SEED] [--document]

import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { publish, rounded } from '../table.mjs';

const [root, ...words] = process.argv.slice(2);
const seed = words.find(word => /^\d+$/.test(word)) ?? '1';
const run = spawnSync('taskset', ['-c', '1', join(root, 'build/release/bench_match'), seed],
    { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });
if (run.status !== 0) {
    console.error(`bench match: bench_match ended with ${run.status ?? run.signal ?? run.error}`);
    process.exit(1);
}
const figures = Object.fromEntries(Object.entries(JSON.parse(run.stdout)).map(
    ([name, one]) => [name, { ...one, value: rounded(one.value) }]));
publish(root, 'match', figures, 'One processor; each city is asked for its twenty best counterparts, one after another.',
    words.includes('--document'));
