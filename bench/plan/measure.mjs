// SPDX-License-Identifier: Apache-2.0
//
// Plans every forum, judges every plan, prints the table and keeps it as JSON.
// Arguments: the checkout, a temporary folder, perhaps --document, perhaps seeds.

import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { drawForum } from './draw.mjs';
import { judge } from './judge.mjs';

const [root, folder, ...words] = process.argv.slice(2);
const document = words.includes('--document');
const seeds = words.filter(word => /^\d+$/.test(word)).map(Number);
const program = join(root, 'build/release/sala');
const published = join(root, '../shared/data/b2b');
const figures = {};
const say = sentence => process.stderr.write(`bench plan: ${sentence}\n`);
const rounded = value => Number(value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2));
const keep = (name, value, unit, goal) => {
    figures[name] = { value: rounded(value), unit, ...(goal === undefined ? {} : { goal }) };
};

// What is measured is the whole command, from the file to the plan: by the clock, and what it had of
// the processor. The planner has one thread and waits for nobody, so on a machine that does nothing
// else these are the same; on a busy one the clock says more about the others.
function plan(file, seconds, ...options) {
    const began = process.hrtime.bigint();
    const run = spawnSync('bash', ['-c', 'TIMEFORMAT="processor %U %S"; time "$0" "$@"', program, 'plan', file,
        '--seconds', seconds, '-o', '-', ...options.map(String)], { encoding: 'utf8', maxBuffer: 1 << 28 });
    const took = Number(process.hrtime.bigint() - began) / 1e9;
    if (![0, 3, 4].includes(run.status))
        throw new Error(`${file} was not planned: ${run.stderr}`);
    const first = /^ *([\d.]+) s .*best/m.exec(run.stderr);
    const processor = /^processor ([\d.]+) ([\d.]+)$/m.exec(run.stderr).slice(1).reduce((sum, one) => sum + Number(one), 0);
    return { ...JSON.parse(run.stdout), took, processor, first: first ? Number(first[1]) : took };
}

function checked(file, result, fairness) {
    if (!['optimal', 'feasible'].includes(result.status))
        return result;
    const { wrong, breaks } = judge(readFileSync(file, 'utf8'), result, fairness);
    if (wrong.length > 0 || breaks !== result.breaks)
        throw new Error(`the plan of ${file} is wrong: ${wrong.slice(0, 3).join('; ')}, ${breaks} breaks`);
    return result;
}

function measurePublished(seed) {
    const rows = readFileSync(join(published, 'expected.csv'), 'utf8').trim().split('\n').slice(1).map(row => row.split(','));
    const times = [];
    let proved = 0;
    let first = 0;
    for (const [file, fairness, least] of rows) {
        const path = join(published, 'instances', file);
        const result = checked(path, plan(path, 60, '--fairness', fairness, '--seed', seed), Number(fairness));
        const found = result.status === 'optimal' ? String(result.breaks) : result.status;
        if (['optimal', 'infeasible'].includes(result.status) && found !== least)
            throw new Error(`${file}: ${found} instead of ${least}`);
        proved += found === least;
        times.push(result.processor);
        if (result.status !== 'infeasible')
            first = Math.max(first, result.first);
    }
    keep(`published_proved_seed_${seed}`, proved, 'rows of 100', 100);
    keep(`published_sum_seed_${seed}`, times.reduce((sum, one) => sum + one, 0), 's of the processor', 40);
    keep(`published_worst_seed_${seed}`, Math.max(...times), 's of the processor', 6);
    keep(`published_first_plan_seed_${seed}`, first, 's', 0.1);
}

function measureDrawn(name, forum, seconds, goals, ...options) {
    say(name);
    const file = join(folder, `${name}.dzn`);
    writeFileSync(file, drawForum(forum));
    const result = checked(file, plan(file, seconds, ...options));
    keep(`${name}_seconds`, result.took, 's', goals.seconds);
    keep(`${name}_first_plan`, result.first, 's', goals.first);
    keep(`${name}_breaks_a_party`, (result.breaks ?? NaN) / forum.parties, 'breaks', goals.breaks);
    keep(`${name}_bound`, result.bound, 'breaks');
}

function table() {
    const lines = ['| figure | value | unit | goal |', '|---|--:|---|--:|'];
    for (const [name, { value, unit, goal }] of Object.entries(figures)) {
        const atLeast = name.includes('_proved');
        const missed = goal !== undefined && (atLeast ? value < goal : value > goal);
        lines.push(`| \`${name}\` | ${value}${missed ? ' (missed)' : ''} | ${unit} | ${goal === undefined ? '' : `${atLeast ? '≥' : '≤'} ${goal}`} |`);
    }
    return `${lines.join('\n')}\n\nMachine: one of ${cpus().length} processors, ${cpus()[0].model}.\n`;
}

if (existsSync(published))
    for (const seed of seeds.length > 0 ? seeds : [1, 2, 3]) {
        say(`published instances, seed ${seed}`);
        measurePublished(seed);
    }
else
    say(`${published} is not here, so the published instances are not measured`);
measureDrawn('forum_200', { parties: 200, meetings: 1000, slots: 20, desks: 70 }, 60, { seconds: 20 });
measureDrawn('forum_500', { parties: 500, meetings: 3000, slots: 24, desks: 150 }, 60, {});
measureDrawn('forum_2000', { parties: 2000, meetings: 20000, slots: 40, desks: 600 }, 60, { first: 1, breaks: 0.25 });
measureDrawn('forum_2000_full', { parties: 2000, meetings: 20000, slots: 40, desks: 520 }, 60, { first: 1, breaks: 0.45 });
measureDrawn('forum_5000', { parties: 5000, meetings: 50000, slots: 40, desks: 1500 }, 60, { first: 5 }, '--fairness', 2, '--soft-fairness');
mkdirSync(join(root, 'build/bench'), { recursive: true });
writeFileSync(join(root, 'build/bench/plan.json'), JSON.stringify(figures, null, 2) + '\n');
process.stdout.write(table());
if (document) {
    const paper = join(root, 'docs/numbers.md');
    const [above, rest] = readFileSync(paper, 'utf8').split('<!-- bench:plan -->\n');
    writeFileSync(paper, `${above}<!-- bench:plan -->\n${table()}${rest.slice(rest.indexOf('<!-- /bench -->'))}`);
}
