// SPDX-License-Identifier: Apache-2.0
//
// A number that was measured is not typed into a paper by hand. In README.md, ARCHITECTURE.md,
// SECURITY.md and docs/, a figure with a unit stands in one of two places only:
//   - between <!-- bench:NAME --> and <!-- /bench -->, where bin/bench NAME --document wrote it, or
//   - in a line with, or right below, <!-- limits: body_bytes_max ... -->: a limit of the program,
//     and the same number stands at one of these names in src/.
// Paragraphs under a heading “Goals” say what is wanted, not what was measured, and are free.
// Exit 0: so it is; 1: the lines that are not are printed.

import { existsSync, readFileSync } from 'node:fs';
import { lines, sources } from './sources.mjs';

const papers = [...sources('docs', /\.md$/), ...sources('', /^(README|ARCHITECTURE|SECURITY)\.md$/)];
const figure = /(?<![\w.])(\d[\d,.]*)\s?(ms|milliseconds?|KiB|MiB|GiB|MB|KB|requests?|req\/s|pages a second)(?![\w-])/g;
const number = words => String(Number(words.replaceAll(',', '').replace(/\.$/, '')));

const block = /<!-- bench:([\w-]+) -->\n([\s\S]*?)<!-- \/bench -->/g;
const program = sources('src', /\.(cpp|hpp)$/).map(path => readFileSync(path, 'utf8')).join('\n');
// 32 MiB is written 32 * 1024 * 1024, 30 s seconds{30}, 10,000 as 10'000.
function isLimit(names, value) {
    return names.some(name => [...program.matchAll(new RegExp(`\\b${name}\\b[^;\\n]*`, 'g'))].some(([text]) =>
        [...text.replaceAll("'", '').matchAll(/\d[\d.]*/g)].some(([found]) => number(found) === value)));
}
const limits = line => /<!-- limits: ([\w ]+) -->/.exec(line)?.[1].trim().split(/\s+/) ?? [];

const wrong = [];
for (const path of papers) {
    let inTable = false;
    let goals = false;
    let above = [];
    for (const [at, line] of lines(path)) {
        if (/^#+ /.test(line))
            goals = /goals/i.test(line);
        if (/<!-- bench:[\w-]+ -->/.test(line))
            inTable = true;
        if (!inTable && !goals)
            for (const [words, value] of line.matchAll(figure))
                if (!isLimit([...limits(line), ...above], number(value)))
                    wrong.push(`${path}:${at}: “${words}” has no source; measured figures stand in a table of bin/bench`);
        if (/<!-- \/bench -->/.test(line))
            inTable = false;
        above = limits(line);
    }
    for (const [, name, content] of readFileSync(path, 'utf8').matchAll(block)) {
        const kept = `build/bench/${name}.json`;
        if (!existsSync(`bench/${name}/run`))
            wrong.push(`${path}: there is no bench/${name}/run that could have made these figures`);
        else if (existsSync(kept))
            for (const figureName of Object.keys(JSON.parse(readFileSync(kept, 'utf8'))))
                if (content.trim() && !content.includes(`\`${figureName}\``))
                    wrong.push(`${path}: bench:${name} lacks ${figureName}; run bin/bench ${name} --document`);
    }
}
for (const sentence of wrong)
    console.log(sentence);
process.exit(wrong.length > 0 ? 1 : 0);
