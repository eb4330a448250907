// SPDX-License-Identifier: Apache-2.0
//
// What STYLE.md asks of every file and a machine can see: the licence line, telling names, files
// one can read in one go, nothing left "to do" without a number, verbs that open with people.
// Exit 0: so it is; 1: every file that is not is printed.

import { readFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { lines, sources } from './sources.mjs';

const lines_max = 300;
const vague = /^(util|utils|common|core|helper|helpers|misc|manager|service)$/i;
const program = /\.(cpp|hpp|mjs|ts|css|sql|cmake|sh)$|CMakeLists\.txt$|^bin\/|^\.ci\/|^bench\/[^/]+\/run$/;

const wrong = [];
const say = (path, sentence) => wrong.push(`${path}: ${sentence}`);

for (const path of sources('', /./)) {
    const words = [...dirname(path).split('/'), ...basename(path).split(/[._]/)];
    const bad = words.find(word => vague.test(word));
    if (bad && !path.endsWith('.service'))
        say(path, `“${bad}” says nothing; name what is in it`);
}

for (const path of sources('', program)) {
    const all = lines(path);
    if (!all.slice(0, 2).some(([, line]) => line.includes('SPDX-License-Identifier: Apache-2.0')))
        say(path, 'its first line is not SPDX-License-Identifier: Apache-2.0');
    const count = all.length - 1;
    if (/\.(cpp|hpp|mjs|ts|css)$/.test(path) && count > lines_max)
        say(path, `${count} lines; ${lines_max} is where a file becomes two`);
    for (const [number, line] of all) {
        // Written so that this line does not find itself.
        if (/\b(TO[D]O|FIX[M]E|XX[X])\b(?!\s*\(#\d+\))/.test(line))
            say(`${path}:${number}`, 'something is left to do, and no number says where that is kept');
    }
}

// A verb is a .cpp of a module without a .hpp beside it (cmake/verbs.cmake).
const modules = /^set\(modules (.+)\)$/m.exec(readFileSync('cmake/verbs.cmake', 'utf8'))[1].split(' ');
const headers = new Set(sources('src', /\.hpp$/));
const verbs = sources('src', /\.cpp$/).filter(path =>
    modules.includes(path.split('/')[1]) && !headers.has(path.replace(/cpp$/, 'hpp')));
for (const path of verbs) {
    const text = readFileSync(path, 'utf8');
    const name = basename(path, '.cpp');
    if (!/^\/\/ SPDX[^\n]*\n\/\/\n\/\/ [A-Z“]/.test(text))
        say(path, 'a verb opens with a sentence on what happens to people');
    if (!new RegExp(`^(web::)?Verb ${name}\\(\\)`, 'm').test(text))
        say(path, `a verb's file is named as its function, and ${name}() is not here`);
    // Address, permission and form come before what is done; only declarations stand above them.
    const above = text.slice(0, text.search(new RegExp(`^(web::)?Verb ${name}\\(\\)`, 'm')));
    if (/^(?!namespace)\S[^;]*\)\n\{/m.test(above))
        say(path, 'the Verb comes first, and the functions it names after it');
}

for (const [path, most] of [['ARCHITECTURE.md', 300], ['STYLE.md', 200]])
    if (lines(path).length - 1 > most)
        say(path, `longer than ${most} lines`);

for (const sentence of wrong)
    console.log(sentence);
process.exit(wrong.length > 0 ? 1 : 0);
