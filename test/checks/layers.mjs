// SPDX-License-Identifier: Apache-2.0
//
// A room may include only from itself and from rooms above it in src/layers.txt, and the siblings
// practice ... press not from one another. Heavy libraries stay behind one room each.
// Exit 0: so it is; 1: the lines that break it are printed.

import { readFileSync } from 'node:fs';
import { lines, sources } from './sources.mjs';

const rooms = readFileSync('src/layers.txt', 'utf8').split('\n').filter(Boolean);
const siblings = rooms.slice(rooms.indexOf('practice'), rooms.indexOf('press') + 1);

// Which rooms may name a library at all, and whether in a header.
const libraries = [
    [/^soci|^sqlite3|^libpq/, ['store']],
    [/^boost\/(beast|asio)/, ['web']],
    [/^boost\/json/, ['base']],
    [/^(pango|cairo|pugixml|zip\.h|xlsxwriter)/, ['document']],
    [/^(unicode|thai)\//, ['script']],
    [/^curl\//, ['mail', 'web']],
    [/^cadical/, ['planner']],
    [/^openssl/, ['web', 'document']],
    [/^sodium/, ['web', 'store']],
];
// Headers that only their own room includes may name the room's library.
const inner = /^src\/(web\/(connection|server_)|store\/(\w+_connection|connection|\w+_store|\w*statements|writer_lease)|web\/tls|document\/xml)/;

const wrong = [];
for (const path of sources('src', /\.(cpp|hpp)$/)) {
    const [, room] = path.split('/');
    const here = rooms.indexOf(room);
    if (path !== 'src/main.cpp' && here < 0) {
        wrong.push(`${path}: the room ${room} is not in src/layers.txt`);
        continue;
    }
    for (const [number, line] of lines(path)) {
        const own = /^#include "([^"/]+)\//.exec(line)?.[1];
        const there = rooms.indexOf(own);
        if (own && there < 0)
            wrong.push(`${path}:${number}: includes ${own}/, which is no room`);
        else if (own && path !== 'src/main.cpp' && there > here)
            wrong.push(`${path}:${number}: ${room} may not include ${own}, which is below it in src/layers.txt`);
        else if (own && own !== room && siblings.includes(own) && siblings.includes(room))
            wrong.push(`${path}:${number}: ${room} and ${own} are siblings and do not know each other`);
        const library = /^#include <([^>]+)>/.exec(line)?.[1];
        for (const [pattern, allowed] of library ? libraries : []) {
            if (!pattern.test(library))
                continue;
            if (!allowed.includes(room))
                wrong.push(`${path}:${number}: <${library}> belongs behind ${allowed.join(', ')}`);
            else if (path.endsWith('.hpp') && !inner.test(path))
                wrong.push(`${path}:${number}: <${library}> in a header reaches every room below; name it in the .cpp`);
        }
    }
}
for (const sentence of wrong)
    console.log(sentence);
process.exit(wrong.length > 0 ? 1 : 0);
