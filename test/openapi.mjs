// SPDX-License-Identifier: Apache-2.0
//
// The description of the API that a running Sala serves is a valid OpenAPI 3.1 document, and names
// every route that `sala routes` lists.
//   node test/openapi.mjs     wants build/release/sala, or SALA_PROGRAM

import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startSala } from './browser/server.mjs';

// What leads elsewhere, or is a file, a picture, a script or a stream.
const withoutJson = ['/about/certificate/authority', '/about/language', '/api/live', '/login/provider', '/photos/{photo}',
    '/speeches/{speech}',
    '/{forum}/door-worker', '/{forum}/door/manifest', '/{forum}/screens/{screen}/live', '/{forum}/sittings/{sitting}/live'];

const checkout = join(dirname(fileURLToPath(import.meta.url)), '..');
const program = process.env.SALA_PROGRAM ?? join(checkout, 'build/release/sala');
const folder = mkdtempSync(join(tmpdir(), 'sala-openapi-'));
const sala = await startSala([]);
try {
    const reply = await fetch(`${sala.address}/api/openapi.json`);
    assert.equal(reply.status, 200);
    const described = await reply.json();

    const routes = execFileSync(program, ['routes'], { encoding: 'utf8' }).trim().split('\n')
        .map(line => line.split(' ').slice(0, 2).join(' ')).sort();
    const named = Object.entries(described.paths)
        .flatMap(([path, methods]) => Object.keys(methods).map(method => `${method.toUpperCase()} ${path}`)).sort();
    assert.deepEqual(named, routes);

    // Every word behind a question mark that the sources ask for is described.
    const sources = readdirSync(join(checkout, 'src'), { recursive: true }).filter(name => /\.[ch]pp$/.test(name))
        .map(name => readFileSync(join(checkout, 'src', name), 'utf8')).join('\n');
    const asked = [...new Set([...sources.matchAll(/desk\.query\("(\w+)"\)/g)].map(found => found[1]))].sort();
    const parameters = Object.values(described.paths).flatMap(methods => Object.values(methods))
        .flatMap(operation => operation.parameters ?? []).filter(parameter => parameter.in === 'query');
    assert.deepEqual([...new Set(parameters.map(parameter => parameter.name))].sort(), asked);

    // What a row may hold is said by the sheet's own columns.
    const taken = path => described.paths[path].post.requestBody.content['application/json'].schema;
    const { schemas } = described.components;
    assert.deepEqual(taken('/{forum}/settings'), { $ref: '#/components/schemas/RowOfForum' });
    assert(taken('/{forum}/sheets/{sheet}/{key}').anyOf.some(row => row.$ref === '#/components/schemas/RowOfRooms'));
    assert.equal(schemas.RowOfRooms.properties.capacity.pattern, '^[0-9]*$');
    assert.equal(schemas.RowOfRooms.patternProperties['^name_[a-z]+(_corrected)?$'].type, 'string');
    assert(schemas.RowOfSittings.properties.certainty.enum.includes('planned'));

    // Who is promised JSON is told what stands in it.
    const answers = Object.entries(described.paths).flatMap(([path, methods]) => Object.entries(methods)
        .map(([method, operation]) => [`${method} ${path}`, operation.responses['200']?.content?.['application/json']?.schema]));
    assert.deepEqual(answers.filter(([, schema]) => schema && Object.keys(schema).length === 0), []);
    const silent = answers.filter(([name, schema]) => name.startsWith('get ') && !schema).map(([name]) => name.slice(4));
    assert.deepEqual(silent.sort(), withoutJson);
    const releases = answers.find(([name]) => name === 'get /{forum}/releases')[1].properties.releases.items;
    assert.equal(releases.properties.number.type, 'integer');
    assert.equal(releases.properties.changes.items.properties.title.$ref, '#/components/schemas/Text');
    assert.deepEqual(schemas.Text.additionalProperties.required, ['verbatim']);

    const file = join(folder, 'openapi.json');
    writeFileSync(file, JSON.stringify(described, null, 2));
    const lint = spawnSync(process.execPath, [join(checkout, 'node_modules/@redocly/cli/bin/cli.js'), 'lint',
        '--config', join(checkout, 'test/redocly.yaml'), file],
    { encoding: 'utf8', env: { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' } });
    assert.equal(lint.status, 0, lint.stdout + lint.stderr);
    console.log(`the description of ${routes.length} routes is valid`);
} finally {
    await sala.stop();
    rmSync(folder, { recursive: true });
}
