// SPDX-License-Identifier: Apache-2.0
//
// Runs clang-tidy-19 over every .cpp of src/, as many at a time as there are processors.
//
// Most of the time goes into the same headers again and again, so one file of each room is looked
// at together with one of each other room: their names cannot meet, because a room is a namespace.
// Where such a bundle does not compile, its files are looked at one by one. A file that passed is
// not looked at again until it, a header it includes, or .clang-tidy changes.
//   node test/checks/tidy.mjs [BUILD]     BUILD holds compile_commands.json; build/release unless said
// Exit 0: nothing found; 1: something was.

import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const checkout = join(dirname(fileURLToPath(import.meta.url)), '../..');
const built = join(checkout, process.argv[2] ?? 'build/release');
const kept = join(checkout, 'build/tidy');
const tidy = 'clang-tidy-19';
const source = join(checkout, 'src');

const commands = JSON.parse(readFileSync(join(built, 'compile_commands.json'), 'utf8'))
    .filter(command => command.file.startsWith(source + '/') && existsSync(command.file));
const rules = readFileSync(join(checkout, '.clang-tidy'), 'utf8') + readFileSync(fileURLToPath(import.meta.url));

// What a file includes from src/, to any depth, in a fixed order; itself first.
const texts = new Map();
function text(path) {
    if (!texts.has(path))
        texts.set(path, existsSync(path) ? readFileSync(path, 'utf8') : '');
    return texts.get(path);
}
function closure(path, seen = new Set()) {
    if (seen.has(path))
        return seen;
    seen.add(path);
    for (const [, name] of text(path).matchAll(/^#include "([^"]+)"/gm))
        closure(join(source, name), seen);
    return seen;
}
function stampOf(command) {
    const hash = createHash('sha256').update(rules);
    for (const path of closure(command.file))
        hash.update(path).update(text(path));
    return join(kept, 'passed', relative(source, command.file).replaceAll('/', '.') + '-' +
        hash.digest('hex').slice(0, 24));
}

// Compiler flags that say what the code means; warnings are the compilers' business.
function meaning(command) {
    const words = command.command.split(' ');
    const flags = [];
    for (let n = 0; n < words.length; ++n) {
        if (/^-(D|I|std=)/.test(words[n]))
            flags.push(words[n]);
        else if (words[n] === '-isystem')
            flags.push('-isystem' + words[++n]);
    }
    return flags;
}

function run(file, flags, ...options) {
    return new Promise(done => execFile(tidy, ['--quiet', ...options, file, '--', '-xc++', ...flags, '-w'],
        { cwd: checkout, maxBuffer: 64 << 20 },
        (error, out, fault) => done({ ok: !error, out: out.trim() || (error ? fault.trim() : '') })));
}

// Keeps what was said about files of src/, and notes which files nothing was said about.
function judge(bundle, found) {
    const meant = new Set();
    for (const words of found.out.split(/\n(?=\/\S+:\d+:\d+: (?:warning|error):)/)) {
        const path = /^(\/\S+?):\d+/.exec(words)?.[1];
        if (path?.startsWith(source))
            said.add(words.replace(source, 'src'));
        else if (/error:/.test(words))
            said.add(words);
        if (path)
            meant.add(path);
    }
    for (const command of bundle)
        if (found.ok || (meant.size > 0 && ![...closure(command.file)].some(path => meant.has(path))))
            writeFileSync(stampOf(command), '');
}

async function look(bundle, number) {
    if (bundle.length > 1) {
        const file = join(kept, `bundle_${number}.cpp`);
        writeFileSync(file, bundle.map(command => `#include "${command.file}"\n`).join(''));
        // That a bundle includes sources is what it is for.
        const found = await run(file, [...new Set(bundle.flatMap(meaning))], '--checks=-bugprone-suspicious-include');
        if (!found.out.includes('[clang-diagnostic-error]'))
            return judge(bundle, found);
    }
    for (const command of bundle)
        judge([command], await run(command.file, [...new Set(meaning(command))]));
}

mkdirSync(join(kept, 'passed'), { recursive: true });
const left = commands.filter(command => !existsSync(stampOf(command)));
const bundles = [];
const places = new Map();
for (const command of left) {
    const room = dirname(relative(source, command.file));
    // src/base and main.cpp live in the namespace above all others, so they stay alone.
    const alone = room === 'base' || room === '.';
    const place = alone ? bundles.length : places.get(room) ?? 0;
    if (!alone)
        places.set(room, place + 1);
    (bundles[place] ??= []).push(command);
}

const said = new Set();
let next = 0;
async function worker() {
    while (next < bundles.length) {
        const number = next++;
        await look(bundles[number], number);
        if (number % 10 === 9)
            console.log(`  ${next} of ${bundles.length} bundles`);
    }
}
console.log(`  ${left.length} of ${commands.length} files to look at, in ${bundles.length} bundles`);
await Promise.all(cpus().map(worker));
for (let n = 0; n < bundles.length; ++n)
    rmSync(join(kept, `bundle_${n}.cpp`), { force: true });
for (const words of said)
    console.log(words);
if (said.size > 0)
    console.log(`${tidy}: ${said.size} things to mend`);
process.exit(said.size > 0 ? 1 : 0);
