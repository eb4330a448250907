// SPDX-License-Identifier: Apache-2.0
//
// What a secretariat does on the day before: open, import, edit, release, print, switch language;
// with script, and once without. After each step the page is clean.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { close, phone, shots, violations, visitor } from './browser.mjs';
import { signInLink } from './server.mjs';

const address = process.env.SALA_ADDRESS;
const forum = `${address}/phnom-penh-2022`;
const folder = mkdtempSync(join(tmpdir(), 'sala-journeys-'));
let cookies;

before(async () => {
    const who = await visitor();
    await who.page.goto(await signInLink());
    await who.page.getByRole('button', { name: 'Sign in' }).click();
    await who.page.waitForURL(`${address}/`);
    cookies = await who.context.cookies();
    await who.leave();
});
after(async () => {
    await close();
    rmSync(folder, { recursive: true });
});

async function secretary(options) {
    const who = await visitor(options);
    await who.context.addCookies(cookies);
    return who;
}

async function isClean(who) {
    assert.deepEqual(await violations(who.page), []);
    // The browser itself reports answers such as 412, which were asked for.
    assert.deepEqual(who.faults.filter(line => !/status of 4\d\d/.test(line)), []);
}

function file(name, content) {
    const path = join(folder, name);
    writeFileSync(path, content);
    return path;
}

const title = who => who.page.locator('h1').innerText();

test('a sheet with a mistake is sent back with its row and column, and goes in when it is mended', async () => {
    const who = await secretary();
    await who.page.goto(`${forum}/import`);
    const head = 'key,venue,capacity,name_en,name_th\n';
    await who.page.locator('#file').setInputFiles(file('rooms.csv', `${head}ballroom-3,sokha-hotel,many,Ballroom 3,\n`));
    await who.page.getByRole('button', { name: 'Import', exact: true }).click();
    await who.page.getByText('Nothing was imported').waitFor();
    const cells = await who.page.locator('table.fold tbody tr').first().locator('td').allInnerTexts();
    assert.deepEqual(cells.slice(0, 3).map(cell => cell.trim()), ['rooms', '2', 'capacity']);
    await isClean(who);

    await who.page.locator('#file')
        .setInputFiles(file('rooms.csv', `${head}ballroom-3,sokha-hotel,120,Ballroom 3,ห้องบอลรูม 3\n`));
    await who.page.getByRole('button', { name: 'Import', exact: true }).click();
    await who.page.getByRole('heading', { name: 'Imported', exact: true }).waitFor();
    await isClean(who);
    await who.page.goto(`${forum}/sheets/rooms`);
    assert.equal(await who.page.getByRole('rowheader', { name: 'ballroom-3' }).count(), 1);
    assert.equal(await who.page.getByRole('rowheader', { name: 'ballroom-1' }).count(), 1);
    await who.leave();
});

for (const script of [true, false]) {
    test(`a sitting is edited and released, ${script ? 'with' : 'without'} script`, async () => {
        const words = `Lunch ${script ? 'in the garden' : 'on the terrace'}`;
        const [who, reader] = [await secretary({ script }), await visitor({ script })];
        await who.page.goto(`${forum}/sheets/sittings/lunch`);
        await who.page.locator('#title_en').fill(words);
        await who.page.getByRole('button', { name: 'Save', exact: true }).click();
        await who.page.waitForURL(/sittings\/lunch\?saved|sheets\/sittings/);
        await who.page.goto(`${forum}/editor`);
        assert.match(await who.page.locator('main').innerText(), new RegExp(words));
        await reader.page.goto(`${forum}/programme`);
        assert.doesNotMatch(await reader.page.locator('main').innerText(), new RegExp(words));

        await who.page.goto(`${forum}/releases`);
        await who.page.getByLabel('Name of the release').fill(words);
        await who.page.getByRole('button', { name: 'Release the programme' }).click();
        assert.match(await who.page.locator('main').innerText(), /conflicts/);  // refused until it is ticked
        assert.equal(await who.page.getByLabel('Name of the release').inputValue(), words);
        await who.page.getByRole('checkbox').check();
        await who.page.getByRole('button', { name: 'Release the programme' }).click();
        await who.page.waitForURL(/releases$/);
        await reader.page.goto(`${forum}/programme`);
        assert.match(await reader.page.locator('main').innerText(), new RegExp(words));
        await reader.page.goto(`${forum}/releases`);
        assert.match(await reader.page.locator('main').innerText(), new RegExp(words));
        if (script) {
            await isClean(who);
            await isClean(reader);
        }
        await who.leave();
        await reader.leave();
    });
}

test('two people edit one row: the second is shown both texts, and nothing is lost or overwritten', async () => {
    const [one, two] = [await secretary(), await secretary()];
    for (const who of [one, two])
        await who.page.goto(`${forum}/sheets/rooms/ballroom-1`);
    await one.page.locator('#name_en').fill('Ballroom One');
    await one.page.getByRole('button', { name: 'Save', exact: true }).click();
    await one.page.waitForURL(/saved|sheets\/rooms$/);
    two.page.once('dialog', dialog => dialog.accept());
    await two.page.locator('#name_en').fill('Grand Ballroom');
    await two.page.getByRole('button', { name: 'Save', exact: true }).click();
    await two.page.getByText('Ballroom One').first().waitFor();
    const words = await two.page.locator('main').innerText() +
        (await two.page.locator('input').evaluateAll(all => all.map(field => field.value))).join('\n');
    assert.match(words, /Grand Ballroom/);
    await two.page.screenshot({ path: join(shots, 'both-texts.png'), fullPage: true });
    await isClean(two);
    await one.page.goto(`${forum}/sheets/rooms/ballroom-1`);
    assert.equal(await one.page.locator('#name_en').inputValue(), 'Ballroom One');

    await one.page.goto(`${forum}/sheets/rooms/ballroom-1/undo`);
    await one.page.locator('main form button').first().click();
    await one.page.goto(`${forum}/sheets/rooms/ballroom-1`);
    assert.equal(await one.page.locator('#name_en').inputValue(), 'Ballroom 1');
    await one.leave();
    await two.leave();
});

test('a blank forum opens as a draft with every page empty but friendly', async () => {
    const [who, stranger] = [await secretary(), await visitor()];
    await who.page.goto(`${address}/forums/new`);
    await who.page.locator('#blank-slug').fill('chiang-mai-2027');
    await who.page.locator('#blank-title_en').fill('Chiang Mai 2027');
    await who.page.locator('#blank-date').fill('2027-11');
    await who.page.locator('#blank-time_zone').fill('Asia/Bangkok');
    await who.page.getByRole('button', { name: 'Open a blank forum' }).click();
    await who.page.waitForURL(/chiang-mai-2027\/desk$/);
    for (const page of ['', '/desk', '/editor', '/programme', '/cities', '/documents', '/data', '/organisations',
        '/calendars', '/releases', '/reports', '/outbox', '/sheets', '/sheets/sittings', '/import', '/settings']) {
        const reply = await who.page.goto(`${address}/chiang-mai-2027${page}`);
        assert.equal(reply.status(), 200, page);
        assert.equal(await who.page.locator('h1').count(), 1, page);
        await isClean(who);
        await who.page.screenshot({ path: join(shots, `blank${page.replaceAll('/', '-')}.png`), fullPage: true });
    }
    assert.equal((await stranger.page.goto(`${address}/chiang-mai-2027`)).status(), 404);
    await who.leave();
    await stranger.leave();
});

test('on a telephone the page opens at the first field that is wrong', async () => {
    const who = await secretary({ size: phone });
    await who.page.goto(`${address}/forums/new`);
    await who.page.locator('#blank-slug').fill('Chiang Mai');
    await who.page.locator('#blank-title_en').fill('Chiang Mai');
    await who.page.getByRole('button', { name: 'Open a blank forum' }).click();
    await who.page.locator('#blank-slug-error').waitFor();
    assert.equal(await who.page.evaluate(() => document.activeElement.id), 'blank-slug');
    const { y } = await who.page.locator('#blank-slug').boundingBox();
    assert.ok(y > 0 && y < phone.height, `the field stands at ${y}`);
    await isClean(who);
    await who.leave();
});

test('the programme and the report go on paper, with words that can be found again', async () => {
    const who = await visitor();
    mkdirSync(shots, { recursive: true });
    for (const [name, path, words] of [['paper-programme', '/phnom-penh-2022/programme', /Main cities: leaders/],
        ['paper-report', '/bangkok-2019/report', /5th ASEAN Mayors Forum/]]) {
        await who.page.goto(address + path);
        const paper = join(shots, `${name}.pdf`);
        await who.page.pdf({ path: paper, preferCSSPageSize: true });
        const printed = execFileSync('pdftotext', ['-layout', paper, '-'], { encoding: 'utf8' });
        assert.match(printed, words);
        assert.doesNotMatch(printed, /Sign in/);
    }
    await who.leave();
});

test('a chosen language stays, from page to page and against the browser', async () => {
    const who = await visitor({ language: 'en' });
    await who.page.goto(`${forum}/programme?by=topic`);
    await who.page.getByRole('link', { name: 'ไทย' }).click();
    assert.equal(await title(who), 'กำหนดการ');
    assert.equal(new URL(who.page.url()).search, '?by=topic');
    await who.page.goto(`${forum}/cities`);
    assert.equal(await who.page.locator('html').getAttribute('lang'), 'th');
    await who.page.getByRole('link', { name: 'English' }).click();
    assert.equal(await title(who), 'Cities');
    await isClean(who);
    await who.leave();
});

// The style as it would be without the one for paper, to see that the look would notice.
const twoColumns = '.slots { columns: 2 !important } .slots > li { grid-template-columns: 4.6em 1fr !important }';

test('on paper every name of the Thai programme stands whole on its line', async () => {
    const who = await visitor({ language: 'th', size: { width: 794, height: 1123 } });  // A4
    await who.page.emulateMedia({ media: 'print' });
    await who.page.goto(`${forum}/programme`);
    await who.page.evaluate(() => document.fonts.ready);
    const broken = style => who.page.evaluate(added => {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(added);
        document.adoptedStyleSheets = [sheet];
        // Who is not named is described instead, in more words than a line holds.
        return [...document.querySelectorAll('.slots a')].filter(name => {
            const words = document.createRange();
            words.selectNodeContents(name);
            const lines = new Set([...words.getClientRects()].map(piece => Math.round(piece.top)));
            return lines.size > 1 && !name.textContent.includes('(');
        }).map(name => name.textContent);
    }, style);
    assert.deepEqual(await broken(''), []);
    assert.notDeepEqual(await broken(twoColumns), []);
    await who.leave();
});
