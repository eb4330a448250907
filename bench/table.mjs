// SPDX-License-Identifier: Apache-2.0
//
// Figures of a measurement: kept as JSON, printed as a table, written into docs/numbers.md.

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';

export const rounded = value => Number(value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2));

export function median(values) {
    const sorted = [...values].sort((one, other) => one - other);
    return (sorted[(sorted.length - 1) >> 1] + sorted[sorted.length >> 1]) / 2;
}

// `figures`: name -> {value, unit, goal}; every goal here is an upper limit.
export function publish(root, name, figures, note, document) {
    const lines = ['| figure | value | unit | goal |', '|---|--:|---|--:|'];
    for (const [figure, one] of Object.entries(figures)) {
        const missed = one.goal !== undefined && one.value > one.goal ? ' (missed)' : '';
        lines.push(`| \`${figure}\` | ${one.value}${missed} | ${one.unit} | ${one.goal === undefined ? '' : `≤ ${one.goal}`} |`);
    }
    const table = `${lines.join('\n')}\n\nMachine: ${cpus().length} processors, ${cpus()[0].model}. ${note}\n`;
    mkdirSync(join(root, 'build/bench'), { recursive: true });
    writeFileSync(join(root, `build/bench/${name}.json`), JSON.stringify(figures, null, 2) + '\n');
    process.stdout.write(table);
    if (!document)
        return;
    const file = join(root, 'docs/numbers.md');
    const mark = `<!-- bench:${name} -->\n`;
    const [before, rest] = readFileSync(file, 'utf8').split(mark);
    writeFileSync(file, `${before}${mark}${table}${rest.slice(rest.indexOf('<!-- /bench -->'))}`);
}
