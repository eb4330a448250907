// SPDX-License-Identifier: Apache-2.0
//
// Bundles the style sheets, fonts and islands into a folder that the program embeds.
//
//   node client/build.mjs FOLDER
//
// Every file's name holds a hash of its bytes, so browsers may keep it for ever; `manifest.json`
// maps the plain name to it ("sala.css" -> "sala-AB12CD34.css"). The same sources give the same
// bytes. The folder is emptied first. Prints what a first visit costs.

import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, extname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import * as icon from './icon.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const firstVisitGoal = 70;  // KiB, with the page's own HTML

// What an English page with Thai names loads, and a Thai page too.
const firstVisit = ['sala.css', 'page.js', 'sarabun-latin-400-normal.woff2',
    'sarabun-latin-700-normal.woff2', 'sarabun-thai-400-normal.woff2', 'sarabun-thai-700-normal.woff2'];

const folder = process.argv[2];
if (!folder) {
    console.error('client/build.mjs: name the output folder, for example build/assets');
    process.exit(2);
}
if (!existsSync(join(here, '../node_modules/esbuild'))) {
    console.error('client/build.mjs: node_modules is missing; run: npm ci --ignore-scripts');
    process.exit(1);
}
const { build } = await import('esbuild');

emptied(folder);
const bundled = await build({
    absWorkingDir: resolve(here, '..'),
    entryPoints: ['client/style/sala.css', 'client/islands/page.ts', 'client/islands/desk.ts',
        'client/islands/floor.ts', 'client/islands/door.ts', 'client/islands/door_worker.ts',
        'client/islands/passkey.ts', 'client/islands/slots.ts'],
    outdir: resolve(folder),
    entryNames: '[name]-[hash]',
    assetNames: '[name]-[hash]',
    loader: { '.woff2': 'file' },
    bundle: true,
    minify: true,
    format: 'iife',
    charset: 'utf8',
    legalComments: 'none',
    target: ['es2020', 'chrome88', 'firefox85', 'safari14.1'],
    metafile: true,
    logLevel: 'warning',
    plugins: [{ name: 'night', setup: build => build.onLoad({ filter: /night\.css$/ }, nightTwice) }],
});
const manifest = namesOf(bundled.metafile);
manifest['icon.svg'] = written('icon.svg', Buffer.from(icon.svg()));
for (const size of [32, 180])
    manifest[`icon-${size}.png`] = written(`icon-${size}.png`, icon.png(size));
writeFileSync(join(folder, 'manifest.json'), JSON.stringify(sorted(manifest), null, 2) + '\n');
tellCost();

// Removes what an earlier build left, and nothing that it could not have written.
function emptied(folder) {
    mkdirSync(folder, { recursive: true });
    const strange = readdirSync(folder).filter(name => !/\.(css|js|woff2|svg|png|json)$/.test(name));
    if (strange.length) {
        console.error(`client/build.mjs: ${folder} holds ${strange[0]}, which no build wrote; ` +
            'name a folder of its own');
        process.exit(1);
    }
    for (const name of readdirSync(folder))
        rmSync(join(folder, name));
}

// The dark values hold for a dark device, and for a visitor who chose them on a light one.
function nightTwice({ path }) {
    const text = readFileSync(path, 'utf8');
    const values = /:root[^{]*\{([^}]*)\}/.exec(text);
    if (!values)
        return { errors: [{ text: 'night.css holds no :root { ... }' }] };
    return { contents: `${text}\n:root[data-theme="dark"] {${values[1]}}\n`, loader: 'css' };
}

function namesOf(metafile) {
    const names = {};
    for (const output of Object.keys(metafile.outputs)) {
        const file = basename(output);
        names[file.replace(/-[A-Z0-9]{8}(\.[a-z0-9]+)$/, '$1')] = file;
    }
    return names;
}

function written(name, bytes) {
    const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 8).toUpperCase();
    const kind = extname(name);
    const file = `${basename(name, kind)}-${hash}${kind}`;
    writeFileSync(join(folder, file), bytes);
    return file;
}

function sorted(object) {
    return Object.fromEntries(Object.entries(object).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function tellCost() {
    let sum = 0;
    for (const name of [...firstVisit, 'desk.js']) {
        const bytes = readFileSync(join(folder, manifest[name]));
        const sent = name.endsWith('.woff2') ? bytes.length : gzipSync(bytes, { level: 9 }).length;
        if (firstVisit.includes(name))
            sum += sent;
        console.log(`${name.padEnd(34)} ${String(bytes.length).padStart(7)} bytes, ` +
            `${String(sent).padStart(6)} sent`);
    }
    const kib = (sum / 1024).toFixed(1);
    const left = (firstVisitGoal - sum / 1024).toFixed(1);
    console.log(`first visit, Thai and Latin: ${kib} KiB; ${left} KiB of ${firstVisitGoal} left for the page`);
}
