// SPDX-License-Identifier: Apache-2.0
//
// Dragging a speaker to another place presses what the arrows press, with the version of the page;
// Escape, the same place, or a list that is not there any more press nothing. Needs no server.

import assert from 'node:assert/strict';
import { dirname, join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { close, visitor } from './browser.mjs';

const islands = join(dirname(fileURLToPath(import.meta.url)), '../../client/islands');
let who, script;

const row = id => `<li id="e${id}" style="height:40px"><span data-grip>⠿</span> ${id}
    <button name="step" value="move ${id} 1">up</button></li>`;
const page = `<!DOCTYPE html><html lang="en"><title>List</title><form method="post">
    <input type="hidden" name="version" value="17"><input name="words" value="Has to leave.">
    <ol class="queue">${[11, 12, 13, 14].map(row).join('')}</ol></form></html>`;

before(async () => {
    const made = await build({ stdin: { contents: 'import { startDragging } from "./drag.ts"; startDragging();',
        resolveDir: islands, loader: 'ts' }, bundle: true, write: false });
    script = made.outputFiles[0].text;
    who = await visitor();
});
after(() => close());

// The list anew, with its grips; what is sent is noted and not sent.
async function list() {
    await who.page.setContent(page);
    await who.page.evaluate(script);
    await who.page.evaluate(() => {
        globalThis.sent = [];
        document.forms[0].addEventListener('submit', event => {
            event.preventDefault();
            globalThis.sent.push(Object.fromEntries(new FormData(event.target, event.submitter)));
        });
    });
}
const sent = () => who.page.evaluate(() => globalThis.sent);
const order = () => who.page.evaluate(() => [...document.querySelectorAll('li')].map(one => one.id));

async function takes(id, to, meanwhile = async () => {}) {
    const grip = await who.page.locator(`#e${id} [data-grip]`).boundingBox();
    const goal = await who.page.locator(`#e${to} [data-grip]`).boundingBox();
    const x = grip.x + grip.width / 2;
    await who.page.mouse.move(x, grip.y + grip.height / 2);
    await who.page.mouse.down();
    for (let step = 1; step <= 8; ++step)
        await who.page.mouse.move(x, grip.y + grip.height / 2 +
            (goal.y - grip.y + (goal.y > grip.y ? 25 : -25)) * step / 8);
    await meanwhile();
    await who.page.mouse.up();
}

test('a speaker is dragged up and down, and one step with the page’s version is sent', async () => {
    await list();
    await takes(14, 12);
    assert.deepEqual(await sent(), [{ version: '17', words: 'Has to leave.', step: 'move 14 2' }]);
    assert.deepEqual(await order(), ['e11', 'e14', 'e12', 'e13']);
    await list();
    await takes(11, 14);
    assert.deepEqual(await sent(), [{ version: '17', words: 'Has to leave.', step: 'move 11 4' }]);
});

test('Escape and the same place send nothing, and the list is as it was', async () => {
    await list();
    await takes(14, 11, () => who.page.keyboard.press('Escape'));
    await takes(12, 12);
    assert.deepEqual(await sent(), []);
    assert.deepEqual(await order(), ['e11', 'e12', 'e13', 'e14']);
    // The keys are what they were.
    await who.page.locator('#e13 button').focus();
    await who.page.keyboard.press('Enter');
    assert.equal((await sent())[0].step, 'move 13 1');
});

test('a list that was replaced meanwhile sends nothing', async () => {
    await list();
    await takes(14, 11, () => who.page.evaluate(() => {
        const list = document.querySelector('ol');
        list.outerHTML = list.outerHTML;
    }));
    assert.deepEqual(await sent(), []);
});
