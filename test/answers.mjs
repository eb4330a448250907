// SPDX-License-Identifier: Apache-2.0
//
// Writes what verbs answer (src/app/templates/answers.json) from what the tests saw.
//   node test/answers.mjs FOLDER [--add]     FOLDER as SALA_ANSWERS named it; --add keeps what is described already
//
// A member is required when every object that was seen had it. What was only ever empty may be
// anything: an empty list, null, an object without members.

import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const [folder, add] = process.argv.slice(2);
const file = 'src/app/templates/answers.json';

const string = { type: 'string' };
const named = name => ({ $ref: `#/components/schemas/${name}` });
const shared = {
    Text: {
        type: 'object',
        description: 'One text in several languages: what was printed, and a correction of it if there is one.',
        additionalProperties: {
            type: 'object', required: ['verbatim'],
            properties: { verbatim: string, corrected: { type: ['null', 'string'] } },
        },
    },
    Row: {
        type: 'object',
        description: 'A row of a sheet. Its columns are those of the schema of the sheet (RowOf…); empty cells are left out.',
        required: ['key'],
        properties: { key: string },
        additionalProperties: { anyOf: [named('Text'), { type: ['integer', 'string'] }] },
    },
};

// Which columns a row has depends on its sheet, so these are rows wherever they stand.
const rows = {
    download_workbook: /^\/(forum|sheets\/\w+\/\[\])$/,
    edit_row: /^$/,
    show_row_history: /^\/revisions\/\[\]\/(was|became)$/,
    show_settings_history: /^\/revisions\/\[\]\/(was|became)$/,
    show_sheet: /^\/rows\/\[\]$/,
};
// Their members have names that come from elsewhere, such as those of doors.
const maps = {
    show_badge_designs: /^\/designs$/,
    show_desk: /^\/rows$/,
    show_preferences: /^\/preferences$/,
    show_presence: /^\/by_(door|category)$/,
};

// The description itself is what OpenAPI says it is.
const anything = { describe_api: /^$/ };

const isText = value => Object.keys(value).length > 0 && Object.entries(value).every(([language, wording]) =>
    /^[a-z]{2,3}(-\w+)?$/.test(language) && typeof wording?.verbatim === 'string' && !Object.keys(wording).some(
        name => name !== 'verbatim' && name !== 'corrected'));

// While they are put together, Text and Row are types like others, and `empty` is what may be anything.
function seenIn(value, verb, path = '') {
    if (Array.isArray(value))
        return { types: ['array'], items: value.map(item => seenIn(item, verb, `${path}/[]`)).reduce(merged, undefined) };
    if (value === null || typeof value !== 'object')
        return { types: [value === null ? 'null' : Number.isInteger(value) ? 'integer' : typeof value] };
    if (rows[verb]?.test(path))
        return { types: ['Row'] };
    if (anything[verb]?.test(path))
        return { types: ['object'] };
    if (maps[verb]?.test(path)) {
        const members = Object.values(value).map(member => seenIn(member, verb, `${path}/*`));
        return { types: ['object'], members: members.reduce(merged, undefined) ?? { types: ['empty'] } };
    }
    if (Object.keys(value).length === 0)
        return { types: ['empty'] };
    if (isText(value))
        return { types: ['Text'] };
    const members = Object.entries(value).map(([name, member]) => [name, seenIn(member, verb, `${path}/${name}`)]);
    return { types: ['object'], properties: Object.fromEntries(members), required: Object.keys(value) };
}

function merged(one, other) {
    if (!one || !other)
        return one ?? other;
    const both = { types: [...new Set([...one.types, ...other.types])].sort() };
    if (one.properties || other.properties) {
        const names = [...new Set([...Object.keys(one.properties ?? {}), ...Object.keys(other.properties ?? {})])];
        both.properties = Object.fromEntries(names.map(name => [name, merged(one.properties?.[name], other.properties?.[name])]));
        const without = [one, other].some(schema => schema.types.includes('empty'));
        const [some, more] = [one, other].map(schema => schema.required ?? names);
        both.required = without ? [] : some.filter(name => more.includes(name));
    }
    for (const inside of ['items', 'members'])
        if (one[inside] || other[inside])
            both[inside] = merged(one[inside], other[inside]);
    return both;
}

function written(seen) {
    if (!seen)
        return {};
    let plain = seen.types.filter(type => !(type in shared) && type !== 'empty');
    if (plain.includes('number'))
        plain = plain.filter(type => type !== 'integer');
    const own = seen.types.filter(type => type in shared).map(named);
    if (plain.every(type => type === 'null') && own.length === 0)
        return {};
    const schema = { type: plain.length === 1 ? plain[0] : plain };
    if (seen.properties) {
        schema.properties = Object.fromEntries(Object.entries(seen.properties).map(([name, member]) => [name, written(member)]));
        if (seen.required.length > 0)
            schema.required = seen.required;
    }
    if (seen.members)
        schema.additionalProperties = written(seen.members);
    if (plain.includes('array'))
        schema.items = written(seen.items);
    const choices = plain.length > 0 ? [...own, schema] : own;
    return choices.length === 1 ? choices[0] : { anyOf: choices };
}

// The other way, for --add.
function read(schema) {
    if (schema.anyOf)
        return schema.anyOf.map(read).reduce(merged);
    if (schema.$ref)
        return { types: [schema.$ref.split('/').pop()] };
    if (!schema.type)
        return { types: ['null'] };
    const seen = { types: [schema.type].flat() };
    if (schema.properties) {
        seen.properties = Object.fromEntries(Object.entries(schema.properties).map(([name, member]) => [name, read(member)]));
        seen.required = schema.required ?? [];
    }
    if (schema.additionalProperties)
        seen.members = read(schema.additionalProperties);
    if (schema.items)
        seen.items = read(schema.items);
    return seen;
}

const verbs = {};
if (add)
    for (const [verb, types] of Object.entries(JSON.parse(readFileSync(file, 'utf8')).verbs))
        verbs[verb] = Object.fromEntries(Object.entries(types).map(([type, schema]) => [type, read(schema)]));
for (const name of readdirSync(folder))
    for (const line of readFileSync(join(folder, name), 'utf8').trim().split('\n')) {
        const { verb, type, answer } = JSON.parse(line);
        const types = verbs[verb] ??= {};
        types[type] = type === 'application/json' ? merged(types[type], seenIn(answer, verb)) : { types: ['string'] };
    }

const sorted = object => Object.entries(object).sort(([a], [b]) => (a < b ? -1 : 1));
const lines = sorted(verbs).map(([verb, types]) => `"${verb}": ${JSON.stringify(Object.fromEntries(
    sorted(types).map(([type, seen]) => [type, written(seen)])))}`);
writeFileSync(file, `{"schemas": ${JSON.stringify(shared)},\n"verbs": {\n${lines.join(',\n')}\n}}\n`);
console.log(`described what ${lines.length} verbs answer`);
