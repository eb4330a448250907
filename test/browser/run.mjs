// SPDX-License-Identifier: Apache-2.0
//
// Runs every test/browser/*_browser_test.mjs against one freshly started Sala.
//
//   node test/browser/run.mjs [WORD ...]      only the files whose names hold one of the words
//   node test/browser/run.mjs --but WORD ...  only the files whose names hold none of them
//
// SALA_TEST_ENGINE=postgresql: on the server that SALA_TEST_POSTGRESQL names; without one nothing is run.
// The tests find the server at SALA_ADDRESS; signInLink() of server.mjs signs the secretariat in.
// Exit 0: all passed; 1: a test failed or the server did not open; 2: wrong use; 77: nothing was run.

import { spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { program, startSala } from './server.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const others = process.argv[2] === '--but';
const words = process.argv.slice(others ? 3 : 2);
const files = readdirSync(here)
    .filter(name => name.endsWith('_browser_test.mjs'))
    .filter(name => words.length === 0 || words.some(word => name.includes(word)) !== others)
    .sort()
    .map(name => join(here, name));

if (files.length === 0) {
    console.error('test/browser/run.mjs: no such browser test');
    process.exit(2);
}
if (Number(process.versions.node.split('.')[0]) < 20) {
    console.error(`test/browser/run.mjs: node ${process.versions.node} is too old for the browser's ` +
        'driver; use the one npm installed: npm run browser');
    process.exit(2);
}
if (process.env.SALA_TEST_ENGINE === 'postgresql' && !process.env.SALA_TEST_POSTGRESQL) {
    console.log('skipped: SALA_TEST_POSTGRESQL names no server; bin/postgresql-for-tests starts one');
    process.exit(77);  // ctest says “skipped”
}

let sala;
try {
    sala = await startSala();
} catch (error) {
    console.error(`test/browser/run.mjs: ${error.message}`);
    process.exit(1);
}

// One file at a time: they share one browser's worth of memory and one store.
const tests = spawn(process.execPath, ['--test', '--test-concurrency=1', ...files], {
    stdio: 'inherit',
    env: { ...process.env, SALA_PROGRAM: program, SALA_ADDRESS: sala.address, SALA_DATABASE: sala.database },
});
for (const signal of ['SIGINT', 'SIGTERM'])
    process.once(signal, () => tests.kill(signal));
const code = await new Promise(done => tests.once('exit', done));
await sala.stop();
process.exit(code ?? 1);
