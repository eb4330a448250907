// SPDX-License-Identifier: Apache-2.0
//
// Runs clang-tidy-19 over every .cpp of src/, as many at a time as there are processors.
//
// Nearly all of the time goes into the headers of the libraries, again for each file, so many files are
// looked at together: each verb in a namespace of its own, because all verbs call their steps alike;
// of the other files those of a room whose own names differ. Where such a bundle does not compile,
// the odd one out is looked at alone. A file that passed is not looked at again until it, a header it
// includes, or .clang-tidy changes.
//   node test/checks/tidy.mjs [BUILD]     BUILD holds compile_commands.json; build/release unless said
// Exit 0: nothing found; 1: something was.

import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { basename, dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const checkout = join(dirname(fileURLToPath(import.meta.url)), '../..');
const built = join(checkout, process.argv[2] ?? 'build/release');
const kept = join(checkout, 'build/tidy');
const tidy = 'clang-tidy-19';
const source = join(checkout, 'src');
const copies = join(kept, 'src');  // the path still holds /src/, which is what .clang-tidy reports on

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
    const all = found.out.replaceAll(copies, source);
    for (const words of all.split(/\n(?=\/\S+:\d+:\d+: (?:warning|error):)/)) {
        const path = /^(\/\S+?):\d+/.exec(words)?.[1];
        if (path?.startsWith(source))
            said.add(words.replaceAll(source, 'src'));
        else if (/error:/.test(words))
            said.add(words);
        if (path)
            meant.add(path);
    }
    for (const command of bundle)
        if (found.ok || (meant.size > 0 && ![...closure(command.file)].some(path => meant.has(path))))
            writeFileSync(stampOf(command), '');
}

let bundlesMade = 0;
async function look(bundle) {
    if (bundle.length === 1)
        return judge(bundle, await run(bundle[0].file, meaning(bundle[0])));
    const file = join(kept, `bundle_${bundlesMade++}.cpp`);
    writeFileSync(file, bundle.map(command => `#include "${shownAs(command)}"\n`).join(''));
    // That a bundle includes sources is what it is for.
    const found = await run(file, [...new Set(bundle.flatMap(meaning))], '--checks=-bugprone-suspicious-include');
    rmSync(file);
    if (!found.out.includes('[clang-diagnostic-error]'))
        return judge(bundle, found);
    // The file that the compiler complains of understands something else by a name of the others.
    const [, path] = /^(\/\S+?):\d+:\d+: error:.*\[clang-diagnostic-error\]/m.exec(found.out.replaceAll(copies, source)) ?? [];
    const odd = bundle.findIndex(command => command.file === path);
    const parts = odd >= 0 ? [[bundle[odd]], bundle.filter((_, n) => n !== odd)]
        : [bundle.slice(0, bundle.length >> 1), bundle.slice(bundle.length >> 1)];
    for (const part of parts)
        await look(part);
}

// A verb as it is, line by line, one namespace further in; of any other file itself.
function shownAs(command) {
    if (!isVerb(command))
        return command.file;
    const copy = command.file.replace(source, copies);
    mkdirSync(dirname(copy), { recursive: true });
    writeFileSync(copy, text(command.file)
        .replace(opens, line => `${line} namespace ${basename(copy, '.cpp')}_alone {`)
        .replace(/^\}  \/\/ namespace sala::\w+$/m, '}}'));
    return copy;
}
const opens = /^namespace sala::(\w+) \{$/gm;
function isVerb(command) {
    return text(command.file).includes(`Verb ${basename(command.file, '.cpp')}()`);
}

const types = /^(?:struct|class|enum class|enum|using) (\w+)/gm;
// What a file names for itself alone, so far as two files of a room could both do it.
function ownNames(command) {
    const words = text(command.file);
    return [/^(?!return|else|using|namespace)[\w:<>&*,\[\] ]*?[\w>&*] [&*]?(\w+)\(/gm,
        /^(?:static|const|constexpr|inline) [^()\n]*?\b(\w+)(?:\[\w*\])? ?[{=;]/gm,
        types].flatMap(form => [...words.matchAll(form)].map(found => found[1]));
}

mkdirSync(join(kept, 'passed'), { recursive: true });
const left = commands.filter(command => !existsSync(stampOf(command)));
const most = 40;  // files of a bundle; more would not leave both processors something to do at the end
// What the headers of a room name: a file that means something else by it stays alone.
const shared = new Set(commands.map(command => command.file.replace(/cpp$/, 'hpp'))
    .flatMap(file => [...text(file).matchAll(types)].map(([, name]) => `${dirname(relative(source, file))} ${name}`)));
const bundles = [];
for (const command of left) {
    const room = dirname(relative(source, command.file));
    // src/base and main.cpp live in the namespace above all others, so each stays alone.
    const names = isVerb(command) ? [] : ownNames(command).map(name => `${room} ${name}`);
    const alone = room === 'base' || room === '.' || names.some(name => shared.has(name));
    const fits = bundle => !bundle.alone && bundle.files.length < most && !names.some(name => bundle.names.has(name));
    let bundle = alone ? undefined : bundles.find(fits);
    if (!bundle)
        bundles.push(bundle = { alone, files: [], names: new Set() });
    bundle.files.push(command);
    names.forEach(name => bundle.names.add(name));
}

const said = new Set();
let next = 0;
async function worker() {
    while (next < bundles.length) {
        await look(bundles[next++].files);
        console.log(`  ${next} of ${bundles.length} bundles`);
    }
}
console.log(`  ${left.length} of ${commands.length} files to look at, in ${bundles.length} bundles`);
await Promise.all(cpus().map(worker));
rmSync(copies, { recursive: true, force: true });
for (const words of said)
    console.log(words);
if (said.size > 0)
    console.log(`${tidy}: ${said.size} things to mend`);
process.exit(said.size > 0 ? 1 : 0);
