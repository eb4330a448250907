// SPDX-License-Identifier: Apache-2.0
//
// MiniZinc from npm, which is made for browsers, under node: what its worker asks of a browser is
// given to it here. Prints what the program prints.
// Arguments: the folder of the package, the model, the data file, and words for minizinc.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const [folder, model, data, ...words] = process.argv.slice(2);
let heard;
let ended;
const end = new Promise(resolve => { ended = resolve; });
globalThis.self = globalThis;
globalThis.addEventListener = (_, listener) => { heard = listener; };
globalThis.postMessage = message => {
    if (message.type === 'exit')
        ended(message);
    else if (message.type === 'solution')
        process.stdout.write(message.output.default);
    else if (message.type === 'status')
        process.stdout.write(`${message.status}\n`);
    else if (message.type === 'error')
        process.stderr.write(`${message.message}\n`);
};
const worker = join(folder, 'dist/minizinc-worker.js');
const file = name => join(folder, 'dist', name);
globalThis.require = createRequire(worker);
globalThis.__filename = worker;
globalThis.__dirname = join(folder, 'dist');
globalThis.require(worker);
await heard({ data: { wasmURL: file('minizinc.wasm'), dataURL: file('minizinc.data') } });
await heard({
    data: {
        jsonStream: true,
        args: [...words, 'model.mzn', 'data.dzn'],
        files: { 'model.mzn': readFileSync(model, 'utf8'), 'data.dzn': readFileSync(data, 'utf8') },
    },
});
const { code, stderr } = await end;
if (code !== 0)
    process.stderr.write(`${stderr ?? ''}\n`);
process.exit(code);
