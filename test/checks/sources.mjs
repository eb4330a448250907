// SPDX-License-Identifier: Apache-2.0
//
// The project's files as the checks see them, by path from the checkout: all that is not built,
// downloaded or stored.

import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

process.chdir(join(dirname(fileURLToPath(import.meta.url)), '../..'));

const left_out = new Set(['build', 'node_modules', '.git']);

function walk(folder) {
    return readdirSync(folder || '.', { withFileTypes: true }).flatMap(entry => {
        const path = folder ? `${folder}/${entry.name}` : entry.name;
        if (entry.isDirectory())
            return !folder && left_out.has(entry.name) ? [] : walk(path);
        return /\.db(-wal|-shm)?$|\.db\.before-/.test(entry.name) ? [] : [path];
    });
}
const all = walk('').sort();

// Paths under one folder ('' for all) that match the pattern.
export function sources(folder, pattern) {
    return all.filter(path => (folder === '' || path.startsWith(folder + '/')) && pattern.test(path));
}

// [number, line] of a text file, from 1.
export function lines(path) {
    return readFileSync(path, 'utf8').split('\n').map((line, n) => [n + 1, line]);
}
