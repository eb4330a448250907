// SPDX-License-Identifier: Apache-2.0
//
// The published originals planned by Sala and, beside it, by Chuffed and Gecode with meetings.mzn.
// Every plan is judged. Prints the table and keeps it as JSON.
// Arguments: the checkout, perhaps --document, perhaps seconds for each, perhaps --only=WORD.

import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { judge } from '../plan/judge.mjs';
import { publish, rounded } from '../table.mjs';

const [root, ...words] = process.argv.slice(2);
const limit = Number(words.find(word => /^\d+$/.test(word)) ?? 60);
const only = words.find(word => word.startsWith('--only='))?.slice('--only='.length) ?? '';
const published = join(root, '../shared/data/b2b');
const model = join(root, 'bench/plan_beside/meetings.mzn');
const fromNpm = process.env.SALA_MINIZINC ?? join(root, 'node_modules/minizinc');
const hasNpm = existsSync(join(fromNpm, 'dist/minizinc-worker.js'));
const hasProgram = spawnSync('minizinc', ['--version']).status === 0;
const say = sentence => process.stderr.write(`bench plan_beside: ${sentence}\n`);

function timed(program, ...words) {
    const run = spawnSync('bash', ['-c', 'TIMEFORMAT="processor %U %S"; time "$0" "$@"', 'timeout', String(2 * limit + 60), program, ...words],
        { encoding: 'utf8', maxBuffer: 1 << 28 });
    const times = /^processor ([\d.]+) ([\d.]+)$/m.exec(run.stderr);
    return { ...run, seconds: times.slice(1).reduce((sum, one) => sum + Number(one), 0) };
}

function bySala(file, fairness) {
    const run = timed(join(root, 'build/release/sala'), 'plan', file, '--fairness', fairness, '--seconds', String(limit), '-o', '-');
    const plan = JSON.parse(run.stdout);
    return { seconds: run.seconds, proved: ['optimal', 'infeasible'].includes(plan.status), plan: plan.meetings.length > 0 ? plan : undefined };
}

// The last plan that was printed, and whether the solver said that there is no better one.
function byMinizinc(solver, file, fairness) {
    const options = ['--solver', solver, '-D', `fairness=${fairness}`, '--time-limit', String(limit * 1000), '--intermediate'];
    const run = hasProgram && solver === 'gecode'
        ? timed('minizinc', ...options, model, file)
        : timed(process.execPath, join(root, 'bench/plan_beside/minizinc_in_node.mjs'), fromNpm, model, file, ...options);
    const found = run.stdout.split('\n').filter(line => line.startsWith('{')).map(line => JSON.parse(line)).at(-1);
    return {
        seconds: run.seconds,
        proved: /^(OPTIMAL_SOLUTION|UNSATISFIABLE|={5}UNSATISFIABLE={5}|={10})$/m.test(run.stdout),
        plan: found && { breaks: found.breaks, meetings: found.slot.map((slot, at) => ({ meeting: at + 1, slot, desk: 1 })) },
    };
}

const found = ({ proved, plan }) => `${plan ? `${plan.breaks} breaks` : proved ? 'no plan possible' : 'no plan found'}, ${proved ? 'proved' : 'open'}`;

const solvers = [['Sala', bySala]];
if (hasNpm)
    solvers.push(['Chuffed', (file, fairness) => byMinizinc('chuffed', file, fairness)]);
else
    say('npm\'s minizinc is not here (npm install --no-save minizinc), so Chuffed is left out');
if (hasNpm || hasProgram)
    solvers.push(['Gecode', (file, fairness) => byMinizinc('gecode', file, fairness)]);
if (!existsSync(published)) {
    say(`${published} is not here, so there is nothing to compare`);
    process.exit(1);
}
const rows = readFileSync(join(published, 'expected.csv'), 'utf8').trim().split('\n').slice(1).map(row => row.split(','))
    .filter(([file, fairness]) => /\.original\./.test(file) && fairness === '2' && file.includes(only));
const figures = {};
for (const [file, fairness, least] of rows) {
    const path = join(published, 'instances', file);
    for (const [name, solve] of solvers) {
        say(`${file}, ${name}`);
        const result = solve(path, fairness);
        if (result.plan) {
            const { wrong, breaks } = judge(readFileSync(path, 'utf8'), result.plan, Number(fairness));
            if (wrong.length > 0 || breaks !== result.plan.breaks)
                throw new Error(`${name}'s plan of ${file} is wrong: ${wrong.slice(0, 3).join('; ')}, ${breaks} breaks`);
        }
        if (result.proved && String(result.plan?.breaks ?? 'infeasible') !== least)
            throw new Error(`${name} says ${result.plan?.breaks} of ${file} instead of ${least}`);
        figures[`${file.replace('.original.dzn', '').replaceAll('-', '_')}_${name.toLowerCase()}`] =
            { value: rounded(result.seconds), unit: `s of the processor: ${found(result)}` };
    }
}
publish(root, 'plan_beside', figures, `At most ${limit} s by the clock for each, with reading and flattening the model; fairness 2.`, words.includes('--document'));
