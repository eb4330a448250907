// SPDX-License-Identifier: Apache-2.0
//
// The programme on real sheets of A4: no word lies over another, wherever a sheet ends, and no hour
// stands without its sitting.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { close, shots, visitor } from './browser.mjs';
import { wordsOverWords } from './paper.mjs';

const address = process.env.SALA_ADDRESS;
const lower = [0, 20, 40, 60, 80];  // mm by which the programme begins lower, so that sheets end elsewhere

after(close);

// Prints a page once for each of `lower`; `style` is laid over its own, `long`: with titles of many
// words, so that rows are full of them. Answers the files.
async function printed(name, path, language, { style = '', long = false } = {}) {
    mkdirSync(shots, { recursive: true });
    const who = await visitor({ language });
    await who.page.goto(address + path);
    if (long)
        await who.page.locator('.sitting h3 a').evaluateAll(
            titles => titles.forEach(title => title.append(` ${title.textContent}`.repeat(4))));
    const papers = [];
    for (const millimetres of lower) {
        await who.page.evaluate(async added => {
            const sheet = new CSSStyleSheet();
            sheet.replaceSync(added);
            document.adoptedStyleSheets = [sheet];
            await document.fonts.ready;
        }, `${style} main { margin-block-start: ${millimetres}mm !important }`);
        papers.push(join(shots, `${name}-${language}-${millimetres}.pdf`));
        await who.page.pdf({ path: papers.at(-1), format: 'A4' });
    }
    await who.leave();
    return papers;
}

for (const forum of ['phnom-penh-2022', 'bangkok-2019'])
    for (const language of ['th', 'en'])
        test(`the programme of ${forum} in “${language}” is printed with no word over another`, async () => {
            for (const long of [false, true]) {
                const papers = await printed(`paper-${forum}`, `/${forum}/programme?by=room`, language, { long });
                assert.deepEqual(papers.flatMap(wordsOverWords), []);
            }
        });

// The timetable as a table, which it is on a screen, to see that the look would notice.
const asTable = `.grid { display: table !important } .grid thead { display: table-header-group !important }
    .grid tbody { display: table-row-group !important }
    .grid tr { display: table-row !important; break-inside: auto !important }
    .grid :is(td, th) { display: table-cell !important; position: static !important; break-inside: auto !important }
    .grid td { height: 1px !important } td > .sitting { height: 100% !important }
    .slots > li { break-before: auto !important } .sitting .room { break-after: auto !important }`;

test('a timetable that breaks inside its cells lays words over words', async () => {
    const papers = await printed('paper-table', '/phnom-penh-2022/programme?by=room', 'th',
        { style: asTable, long: true });
    assert.notDeepEqual(papers.flatMap(wordsOverWords), []);
});

test('an hour stands on the sheet of the sitting that begins then', async () => {
    for (const paper of await printed('paper-hours', '/phnom-penh-2022/programme?by=room', 'en')) {
        const sheets = execFileSync('pdftotext', ['-layout', paper, '-'], { encoding: 'utf8' }).split('\f');
        for (const [hour, sitting] of [['09:00', 'Smaller cities: leaders take the floor'],
            ['10:00', 'Experience of COVID-19'], ['14:00', 'Main cities: leaders of the capitals']]) {
            const sheet = sheets.find(words => words.includes(sitting));
            assert.match(sheet, new RegExp(`^ *${hour}\\b`, 'm'), `${hour} ${sitting}, ${paper}`);
        }
    }
});
