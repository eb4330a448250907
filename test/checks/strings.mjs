// SPDX-License-Identifier: Apache-2.0
//
// Every sentence of the program is translated into every language, with the same placeholders, and
// no translation is left of a sentence that is gone. bin/strings brings the files up to date.
// Exit 0: so it is; 1: what is not is printed.

import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { sources } from './sources.mjs';

// [{id, plural, strings, fuzzy}] of a .po or .pot file, without its header.
export function entries(text) {
    const found = [];
    for (const block of text.split(/\n\s*\n/)) {
        const entry = { strings: [], fuzzy: /^#,.*\bfuzzy\b/m.test(block) };
        let put = null;
        for (const line of block.split('\n')) {
            const start = /^(msgid|msgid_plural|msgstr|msgstr\[(\d+)\]) (".*")$/.exec(line);
            if (start) {
                const [, kind, index, words] = start;
                const read = JSON.parse(words);
                if (kind === 'msgid') { entry.id = read; put = more => { entry.id += more; }; }
                else if (kind === 'msgid_plural') { entry.plural = read; put = more => { entry.plural += more; }; }
                else {
                    const n = Number(index ?? 0);
                    entry.strings[n] = read;
                    put = more => { entry.strings[n] += more; };
                }
            } else if (put && /^".*"$/.test(line)) {
                put(JSON.parse(line));
            }
        }
        if (entry.id)
            found.push(entry);
    }
    return found;
}

// One word for one thing (GLOSSARY.md): what else Thai calls a secretariat is another organ.
const instead = { th: [/(?<!ฝ่าย)เลขา(นุการ|ธิการ)/, 'ฝ่ายเลขานุการ'] };

const places = words => [...new Set(words.match(/\{\w+\}/g) ?? [])].sort().join(' ');

execFileSync('bin/strings', ['--extract'], { stdio: 'inherit' });
const wanted = entries(readFileSync('build/strings.pot', 'utf8'));
const files = sources('locales', /\.po$/);
const wrong = [];
if (files.length === 0)
    wrong.push('locales/ holds no translation');

for (const path of files) {
    try {
        execFileSync('msgfmt', ['--check', '-o', '/dev/null', path], { stdio: ['ignore', 'ignore', 'pipe'] });
    } catch (error) {
        wrong.push(`${path}: msgfmt says: ${error.stderr}`);
    }
    const known = new Map(entries(readFileSync(path, 'utf8')).map(entry => [entry.id, entry]));
    const [other, word] = instead[/(\w+)\.po$/.exec(path)[1]] ?? [];
    for (const words of other ? [...known.values()].flatMap(entry => entry.strings) : [])
        if (other.test(words))
            wrong.push(`${path}: the secretariat is ${word}: ${words}`);
    for (const { id, plural } of wanted) {
        const entry = known.get(id);
        known.delete(id);
        if (!entry || entry.strings.length === 0 || entry.strings.some(words => !words))
            wrong.push(`${path}: not translated: ${id}`);
        else if (entry.fuzzy)
            wrong.push(`${path}: marked fuzzy, so nobody sees it: ${id}`);
        else if ((entry.plural ?? '') !== (plural ?? ''))
            wrong.push(`${path}: its plural is another than in the program: ${id}`);
        else
            for (const words of entry.strings)
                if (places(words) !== places(plural ?? id))
                    wrong.push(`${path}: other placeholders than “${plural ?? id}”: ${words}`);
    }
    for (const id of known.keys())
        wrong.push(`${path}: no longer in the program (bin/strings takes it out): ${id}`);
}

for (const sentence of wrong.slice(0, 40))
    console.log(sentence);
if (wrong.length > 40)
    console.log(`and ${wrong.length - 40} more`);
process.exit(wrong.length > 0 ? 1 : 0);
