// SPDX-License-Identifier: Apache-2.0
//
// Registers many people at a sample forum by writing the rows themselves: by the pages it would
// take an hour. Names repeat as they do in life; one in ten is not decided about yet.

import { execFileSync } from 'node:child_process';

const given = ['Somchai', 'Malee', 'Nguyen', 'Siti', 'Aung', 'Chan', 'Maria', 'Budi', 'Lina', 'Thida'];
const family = ['Saetang', 'Wongsa', 'Tran', 'Rahman', 'Htun', 'Sok', 'Santos', 'Wijaya', 'Kham', 'Phan', 'Lim'];
const thai = ['สมชาย', 'มาลี', 'เหงียน', 'สิติ', 'ออง', 'จัน', 'มาเรีย', 'บูดี', 'ลีนา', 'ธิดา'];
const parts = [['Kha', 'ขา'], ['mon', 'มน'], ['sit', 'สิท'], ['pra', 'ประ'], ['wat', 'วัฒน์'], ['nee', 'นี'], ['lak', 'ลักษณ์'],
    ['tha', 'ธา'], ['phong', 'พงศ์'], ['sun', 'สุน'], ['ri', 'ริ'], ['bun', 'บุญ'], ['chai', 'ชัย'], ['rat', 'รัตน์'], ['yod', 'ยอด'], ['kit', 'กิจ']];
const roles = ['head', 'deputy', 'adviser', 'liaison', 'interpreter', 'security', 'press', 'accompanying'];

const ask = (database, sql) => execFileSync('sqlite3', [database], { input: sql, encoding: 'utf8' }).trim();

// Every fifth name is one of a hundred that many have; the others are put together from syllables,
// so that most people are called like nobody else.
function nameOf(n) {
    if (n % 5 === 0)
        return [`${given[n / 5 % 10]} ${family[n % 11]} ${n}`, `${thai[n / 5 % 10]} ${n}`];
    const drawn = Math.imul(n, 2654435761) >>> 0;
    const part = place => parts[drawn >>> place & 15];
    const words = [[0, 4, 8], [12, 16, 20, 24]].map(places => [0, 1].map(script => places.map(place => part(place)[script]).join('')));
    return [`${words[0][0]} ${words[1][0]}`, `${words[0][1]} ${words[1][1]}`];
}

function rowsOf(forum, delegations, n) {
    const id = 1_000_000_000_000 + n * 10;
    const [name, inThai] = nameOf(n);
    const [day, hour] = [1 + n % 3, 6 + n % 16];
    const status = n % 10 === 9 ? ['submit', 'submitted'] : ['approve', 'approved'];
    return [
        `INSERT INTO registration VALUES (${forum}, ${id}, ${delegations[n % delegations.length]}, NULL, ${n});`,
        'INSERT INTO registration_person (forum, registration, version, role, category, name_en, name_th, email, diet, ' +
        'hotel, room, arrives_on, arrives_at, leaves_on, interpreting, visa_letter, passport, on_list, found_by) VALUES (' +
        `${forum}, ${id}, 1, '${roles[n % 8]}', '', '${name}', '${inThai}', 'p${n}@people.example', ` +
        `'${n % 7 ? '' : 'halal'}', 'Hotel ${n % 12}', '${n % 30 ? 'twin' : 'none'}', '2022-12-0${day}', '${String(hour).padStart(2, '0')}:30', ` +
        `'2022-12-04', '${n % 5 ? '' : 'Thai'}', '${n % 4 ? '' : 'yes'}', '${n % 4 ? '' : `N${n}`}', 'yes', '${name.toLowerCase()} ${inThai}');`,
        `INSERT INTO registration_act VALUES (${forum}, ${id + 1}, ${id}, '${status[0]}', '${status[1]}', 0, NULL, ${n});`,
    ];
}

// Asked of everybody and needed; two of three have answered.
export const question = 7_000_000_000_000;
export const circular = 7_000_000_000_001;
function answerOf(forum, n) {
    return n % 3 ? `INSERT INTO asked_answer (forum, registration, question, words) VALUES (${forum}, ${1_000_000_000_000 + n * 10}, ` +
        `${question}, 'size ${n % 5}');` : '';
}

// The server must not run meanwhile. Answers the number of the forum.
export function fillWithPeople(database, key, from, to) {
    const forum = ask(database, `SELECT id FROM forum WHERE key = '${key}';`);
    const delegations = ask(database, `SELECT id FROM delegation WHERE forum = ${forum};`).split('\n');
    const rows = ['BEGIN;', 'INSERT INTO asked_question (forum, id, category, prompt, kind, choices, needed, after_approval, if_answer, at) ' +
        `VALUES (${forum}, ${question}, '', '{"en":"Shirt size?"}', 'words', '', 1, 0, '', 1) ON CONFLICT DO NOTHING;`,
        'INSERT INTO circular (forum, id, audience, kind, delegation, category, status, subject, body, at) ' +
        `VALUES (${forum}, ${circular}, 'registered', 'news', NULL, '', '', ` +
        `'{"en":{"verbatim":"News"},"th":{"verbatim":"ข่าว"}}', ` +
        `'{"en":{"verbatim":"Dear {name}"},"th":{"verbatim":"เรียน {name}"}}', 1) ON CONFLICT DO NOTHING;`];
    for (let n = from; n < to; ++n)
        rows.push(...rowsOf(forum, delegations, n), answerOf(forum, n));
    ask(database, `${rows.join('\n')}\nCOMMIT;`);
    return forum;
}

// Two of three have a badge, and every other of all was let in by name at one of three doors.
export function letIn(database, forum, from, to) {
    const print = 2_000_000_000_000 + from;
    const rows = ['BEGIN;', `INSERT INTO badge_print (forum, id, at) VALUES (${forum}, ${print}, 1);`];
    for (let n = from; n < to; ++n) {
        const registration = 1_000_000_000_000 + n * 10;
        if (n % 3)
            rows.push(`INSERT INTO badge (forum, id, registration, print) VALUES (${forum}, ${3_000_000_000_000 + n}, ${registration}, ${print});`);
        if (n % 2)
            rows.push('INSERT INTO admission (forum, id, scan, registration, door, at, kept_at) VALUES (' +
                `${forum}, ${4_000_000_000_000 + n}, 's${n}', ${registration}, 'Door ${n % 6}', ${n}, ${n});`);
    }
    ask(database, `${rows.join('\n')}\nCOMMIT;`);
}

// A letter each: every fifth waits, and the others were approved and sent.
export function fillWithLetters(database, forum, from, to) {
    const rows = ['BEGIN;'];
    for (let n = from; n < to; ++n) {
        const id = 5_000_000_000_000 + n;
        rows.push('INSERT INTO letter (id, forum, to_address, to_name, subject, body, language, reason, created_at) VALUES (' +
            `${id}, ${forum}, 'p${n}@example.org', 'Somchai ${n}', 'News', 'Dear Somchai', 'en', 'circular_news', ${n});`);
        for (const [number, what] of n % 5 ? [[1, 'prepared'], [2, 'approved'], [3, 'sending'], [4, 'sent']] : [[1, 'prepared']])
            rows.push(`INSERT INTO letter_act (letter, number, what, at, detail) VALUES (${id}, ${number}, '${what}', ${n}, '');`);
    }
    ask(database, `${rows.join('\n')}\nCOMMIT;`);
}

// A login and a role each; every tenth was taken away again.
export function giveRoles(database, forum, from, to) {
    const rows = ['BEGIN;'];
    const delegations = ask(database, `SELECT id FROM delegation WHERE forum = ${forum};`).split('\n');
    for (let n = from; n < to; ++n) {
        const login = 6_000_000_000_000 + n;
        rows.push(`INSERT INTO login (id, name, created_at) VALUES (${login}, '${nameOf(n)[0]}', ${n});`,
            `INSERT INTO login_address (login, address) VALUES (${login}, 'p${n}@people.example');`,
            `INSERT INTO role_grant (forum, id, login, role, delegation, at) VALUES (${forum}, ${login}, ${login}, 'delegate', ` +
            `${delegations[n % delegations.length]}, ${n});`);
        if (n % 10 === 9)
            rows.push(`INSERT INTO role_withdrawal (forum, role_grant, at) VALUES (${forum}, ${login}, ${n});`);
    }
    ask(database, `${rows.join('\n')}\nCOMMIT;`);
}
