// SPDX-License-Identifier: Apache-2.0
//
// Registers many people at a sample forum by writing the rows themselves: by the pages it would
// take an hour. Names repeat as they do in life; one in ten is not decided about yet.

import { execFileSync } from 'node:child_process';

const given = ['Somchai', 'Malee', 'Nguyen', 'Siti', 'Aung', 'Chan', 'Maria', 'Budi', 'Lina', 'Thida'];
const family = ['Saetang', 'Wongsa', 'Tran', 'Rahman', 'Htun', 'Sok', 'Santos', 'Wijaya', 'Kham', 'Phan', 'Lim'];
const thai = ['สมชาย', 'มาลี', 'เหงียน', 'สิติ', 'ออง', 'จัน', 'มาเรีย', 'บูดี', 'ลีนา', 'ธิดา'];
const roles = ['head', 'deputy', 'adviser', 'liaison', 'interpreter', 'security', 'press', 'accompanying'];

const ask = (database, sql) => execFileSync('sqlite3', [database], { input: sql, encoding: 'utf8' }).trim();

function rowsOf(forum, delegations, n) {
    const id = 1_000_000_000_000 + n * 10;
    const name = `${given[n % 10]} ${family[n % 11]} ${n}`;
    const [day, hour] = [1 + n % 3, 6 + n % 16];
    const status = n % 10 === 9 ? ['submit', 'submitted'] : ['approve', 'approved'];
    return [
        `INSERT INTO registration VALUES (${forum}, ${id}, ${delegations[n % delegations.length]}, NULL, ${n});`,
        'INSERT INTO registration_person (forum, registration, version, role, category, name_en, name_th, email, diet, ' +
        'hotel, arrives_on, arrives_at, leaves_on, interpreting, visa_letter, on_list, found_by) VALUES (' +
        `${forum}, ${id}, 1, '${roles[n % 8]}', '', '${name}', '${thai[n % 10]} ${n}', 'p${n}@people.example', ` +
        `'${n % 7 ? '' : 'halal'}', 'Hotel ${n % 12}', '2022-12-0${day}', '${String(hour).padStart(2, '0')}:30', ` +
        `'2022-12-04', '${n % 5 ? '' : 'Thai'}', '${n % 4 ? '' : 'yes'}', 'yes', '${name.toLowerCase()} ${thai[n % 10]}');`,
        `INSERT INTO registration_act VALUES (${forum}, ${id + 1}, ${id}, '${status[0]}', '${status[1]}', 0, NULL, ${n});`,
    ];
}

// The server must not run meanwhile. Answers the number of the forum.
export function fillWithPeople(database, key, from, to) {
    const forum = ask(database, `SELECT id FROM forum WHERE key = '${key}';`);
    const delegations = ask(database, `SELECT id FROM delegation WHERE forum = ${forum};`).split('\n');
    const rows = ['BEGIN;'];
    for (let n = from; n < to; ++n)
        rows.push(...rowsOf(forum, delegations, n));
    ask(database, `${rows.join('\n')}\nCOMMIT; ANALYZE;`);
    return forum;
}
