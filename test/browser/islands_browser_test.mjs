// SPDX-License-Identifier: Apache-2.0
//
// The islands against a small server of the test's own, so that every answer a real one might give
// (saved, stale, away, signed out) can be given on purpose.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, beforeEach, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { close, visitor, violations } from './browser.mjs';

const checkout = join(dirname(fileURLToPath(import.meta.url)), '../..');
const assets = mkdtempSync(join(tmpdir(), 'sala-islands-'));
let server, address, manifest;

// What the server was asked, and how it will answer the next save.
let saves, answer, streams, score;

const policy = "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; " +
    "img-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'";

const page = body => `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Desk</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="/assets/${manifest['icon.svg']}">
<link rel="stylesheet" href="/assets/${manifest['sala.css']}">
<script src="/assets/${manifest['page.js']}"></script>
<script src="/assets/${manifest['desk.js']}" defer></script></head>
<body><main><h1>Desk</h1>${body}</main></body></html>`;

const pages = {
    '/form': () => page(`<form method="post" action="/save" data-autosave>
        <input type="hidden" name="csrf" value="token"><input type="hidden" name="version" value="3">
        <p><label for="t">Text</label><textarea id="t" name="text" rows="3">old</textarea></p>
        <p><span class="chip" data-saved hidden></span></p><p><button>Save</button></p></form>`),
    '/import': () => page(`<form method="post" action="/arrived" enctype="multipart/form-data"
        data-progress><p><label for="f">File</label><input type="file" id="f" name="file"></p>
        <p><button name="only" value="check">Check</button></p></form>`),
    '/table': () => page(`<p><label for="q">Search</label><input type="search" id="q"></p>
        <p><button type="button" data-press="print" hidden>Print</button></p>
        <p><a href="/form" data-key="n">New item</a></p>
        <table><thead><tr><th scope="col">Item</th></tr></thead><tbody>
        <tr><td><a id="one" href="#one">One</a></td></tr>
        <tr><td><a id="two" href="#two">Two</a></td></tr></tbody></table>`),
    '/walk': () => page(`<table data-walk><thead><tr><th scope="col">Item</th></tr></thead><tbody>
        <tr><td><a id="one" href="#one">One</a></td></tr>
        <tr><td><a id="two" href="#two">Two</a></td></tr></tbody></table>`),
    '/live': () => page(`<div id="score" data-live="phnom-penh-2022"><p>${score}</p></div>
        <p id="still">${score}</p>`),
};

async function bodyOf(request) {
    const parts = [];
    for await (const part of request)
        parts.push(part);
    return Buffer.concat(parts).toString('latin1');
}

async function serve(request, reply) {
    const { pathname, searchParams } = new URL(request.url, 'http://host');
    const send = (status, kind, text) => reply.writeHead(status,
        { 'content-type': kind, 'content-security-policy': policy }).end(text);
    if (pathname.startsWith('/assets/')) {
        const kind = { css: 'text/css', js: 'text/javascript', svg: 'image/svg+xml' };
        return send(200, kind[pathname.split('.').pop()] ?? 'font/woff2',
            readFileSync(join(assets, pathname.slice('/assets/'.length))));
    }
    if (pathname === '/api/live') {
        reply.writeHead(200, { 'content-type': 'text/event-stream' });
        reply.write(': hello\n\n');
        streams.push({ topics: searchParams.getAll('topic'), reply });
        return reply.on('close', () => { streams = streams.filter(s => s.reply !== reply); });
    }
    if (pathname === '/save') {
        saves.push({ body: new URLSearchParams(await bodyOf(request)), headers: request.headers });
        if (request.headers['x-autosave'])
            return send(answer.status, 'application/json', JSON.stringify(answer.body ?? {}));
        return send(412, 'text/html', page('<p id="both">Both texts</p>'));
    }
    if (pathname === '/arrived') {
        const body = await bodyOf(request);
        const missing = body.includes('name="only"') ? 'check' : 'nothing';
        return send(422, 'text/html', page(`<p id="problems">${missing}: 2 problems</p>`));
    }
    const found = pages[pathname];
    return send(found ? 200 : 404, 'text/html', found ? found() : page('<p>not here</p>'));
}

before(async () => {
    execFileSync(process.execPath, [join(checkout, 'client/build.mjs'), assets]);
    manifest = JSON.parse(readFileSync(join(assets, 'manifest.json'), 'utf8'));
    server = createServer((request, reply) => void serve(request, reply)).listen(0, '127.0.0.1');
    await new Promise(done => server.once('listening', done));
    address = `http://127.0.0.1:${server.address().port}`;
});

after(async () => {
    await close();
    server.closeAllConnections();
    server.close();
    rmSync(assets, { recursive: true });
});

beforeEach(() => {
    saves = [];
    streams = [];
    score = 'first';
    answer = { status: 200, body: { version: 4 } };
});

async function until(what, holds) {
    for (let tries = 0; tries < 300; ++tries) {
        if (await holds())
            return;
        await new Promise(done => setTimeout(done, 50));
    }
    assert.fail(`never happened: ${what}`);
}

const said = async tab => (await tab.locator('[data-saved]').textContent()) ?? '';
const drafts = tab => tab.evaluate(() => Object.keys(localStorage).length);

test('what is typed saves itself, with the token and the newest version', async () => {
    const who = await visitor();
    await who.page.goto(`${address}/form`);
    await who.page.fill('#t', 'new');
    await until('saved', async () => /^Saved at \d\d:\d\d$/.test(await said(who.page)));
    await who.page.fill('#t', 'newer');
    await until('saved twice', () => saves.length === 2);
    await until('kept draft is gone', async () => await drafts(who.page) === 0);
    assert.deepEqual(saves.map(save => Object.fromEntries(save.body)), [
        { csrf: 'token', version: '3', text: 'new' }, { csrf: 'token', version: '4', text: 'newer' }]);
    assert.deepEqual(await violations(who.page), []);
    assert.deepEqual(who.faults, []);
    await who.leave();
});

test('without a connection the text stays on the device and comes back with its old version', async () => {
    const who = await visitor();
    await who.page.goto(`${address}/form`);
    answer = { status: 503 };
    await who.page.fill('#t', 'typed in a lift');
    await until('not saved', async () => (await said(who.page)).startsWith('Not saved'));
    assert.equal(await drafts(who.page), 1);

    answer = { status: 200, body: { version: 4 } };
    who.page.on('dialog', dialog => dialog.accept());
    saves = [];
    await who.page.reload();
    assert.equal(await who.page.inputValue('#t'), 'typed in a lift');
    await until('saved', () => saves.length === 1);
    assert.deepEqual(Object.fromEntries(saves[0].body),
        { csrf: 'token', version: '3', text: 'typed in a lift' });
    await until('kept draft is gone', async () => await drafts(who.page) === 0);
    await who.leave();
});

test('when someone saved first nothing is overwritten and both texts are one press away', async () => {
    const who = await visitor();
    await who.page.goto(`${address}/form`);
    answer = { status: 412 };
    await who.page.fill('#t', 'mine');
    await until('stale', async () => (await said(who.page)).startsWith('Someone saved this before you'));
    await who.page.fill('#t', 'mine, longer');
    assert.deepEqual(await violations(who.page), []);
    await who.page.click('text=Compare both texts');
    await who.page.waitForSelector('#both');
    assert.equal(saves.filter(save => save.headers['x-autosave']).length, 1);
    assert.deepEqual(Object.fromEntries(saves.at(-1).body),
        { csrf: 'token', version: '3', text: 'mine, longer' });
    await who.leave();
});

test('leaving with unsaved text asks first, leaving with saved text does not', async () => {
    const who = await visitor();
    const asked = [];
    who.page.on('dialog', dialog => { asked.push(dialog.type()); void dialog.accept(); });
    await who.page.goto(`${address}/form`);
    answer = { status: 503 };
    await who.page.locator('#t').pressSequentially('x');
    await until('not saved', async () => (await said(who.page)).startsWith('Not saved'));
    await who.page.goto(`${address}/table`);
    assert.deepEqual(asked, ['beforeunload']);
    await who.page.goto(`${address}/form`);
    answer = { status: 200 };
    await until('saved', async () => (await said(who.page)).startsWith('Saved at'));
    await who.page.goto(`${address}/table`);
    assert.deepEqual(asked, ['beforeunload']);
    await who.leave();
});

test('a file is sent with its button, and the answer takes the place of the page', async () => {
    const who = await visitor();
    await who.page.goto(`${address}/import`);
    await who.page.setInputFiles('#f',
        { name: 'people.csv', mimeType: 'text/csv', buffer: Buffer.alloc(300_000, 'x') });
    await who.page.click('button');
    await who.page.waitForSelector('#problems');
    assert.equal(await who.page.textContent('#problems'), 'check: 2 problems');
    assert.equal(who.page.url(), `${address}/arrived`);
    assert.equal(await who.page.evaluate(() => document.activeElement?.tagName), 'H1');
    await who.leave();
});

test('keys search, list themselves, walk the rows, and are silent while one types', async () => {
    const who = await visitor();
    await who.page.goto(`${address}/table`);
    assert.equal(await who.page.isVisible('text=Print'), true);
    await who.page.keyboard.press('/');
    assert.equal(await who.page.evaluate(() => document.activeElement?.id), 'q');
    await who.page.keyboard.type('/?n');
    assert.equal(await who.page.inputValue('#q'), '/?n');
    await who.page.focus('#one');
    await who.page.keyboard.press('ArrowDown');
    assert.equal(await who.page.evaluate(() => document.activeElement?.id), 'two');
    await who.page.keyboard.press('ArrowDown');
    assert.equal(await who.page.evaluate(() => document.activeElement?.id), 'two');
    await who.page.keyboard.press('?');
    assert.deepEqual(await who.page.locator('dialog dt').allTextContents(), ['/', '?', '↑ ↓', 'n']);
    assert.deepEqual(await violations(who.page), []);
    await who.page.uncheck('dialog input');
    await who.page.click('dialog button');
    await who.page.focus('#one');
    await who.page.keyboard.press('n');
    assert.equal(who.page.url(), `${address}/table`);
    await who.leave();
});

test('the arrows enter a table that is there to be walked through, and no other', async () => {
    const who = await visitor();
    const here = () => who.page.evaluate(() => document.activeElement?.id);
    await who.page.goto(`${address}/walk`);
    await who.page.keyboard.press('ArrowUp');
    assert.equal(await here(), '');
    await who.page.keyboard.press('ArrowDown');
    assert.equal(await here(), 'one');
    await who.page.keyboard.press('ArrowDown');
    assert.equal(await here(), 'two');
    await who.page.goto(`${address}/table`);
    await who.page.keyboard.press('ArrowDown');
    assert.equal(await here(), '');
    await who.leave();
});

test('four tabs share one stream, and only what is live is fetched again', async () => {
    const who = await visitor();
    const tabs = [who.page, ...await Promise.all([1, 2, 3].map(() => who.context.newPage()))];
    for (const tab of tabs)
        await tab.goto(`${address}/live`);
    await until('one stream', () => streams.length === 1);
    assert.deepEqual(streams[0].topics, ['phnom-penh-2022']);

    score = 'second';
    streams[0].reply.write('event: again\ndata: phnom-penh-2022\n\n');
    for (const tab of tabs)
        await until('every tab shows it', async () => await tab.textContent('#score') === 'second');
    assert.equal(await tabs[3].textContent('#still'), 'first');
    assert.equal(streams.length, 1);

    await tabs[0].close();
    await until('another tab takes over', () => streams.length === 1);
    score = 'third';
    await until('heard', async () => {
        streams[0]?.reply.write('event: again\ndata: phnom-penh-2022\n\n');
        return await tabs[3].textContent('#score') === 'third';
    });
    assert.deepEqual(who.faults, []);
    await who.leave();
});

test('the theme a visitor chose outlives the page', async () => {
    const who = await visitor();
    pages['/theme'] = () => page('<p><button type="button" data-press="theme" hidden>Theme</button></p>');
    const theme = () => who.page.evaluate(() => document.documentElement.dataset.theme ?? '');
    await who.page.goto(`${address}/theme`);
    assert.equal(await theme(), '');
    await who.page.click('text=Theme');
    await who.page.click('text=Theme');
    await who.page.reload();
    assert.equal(await theme(), 'dark');
    assert.equal(await who.page.evaluate(() => getComputedStyle(document.body).backgroundColor),
        'rgb(18, 21, 29)');
    await who.page.click('text=Theme');
    await who.page.reload();
    assert.equal(await theme(), '');
    await who.leave();
});
