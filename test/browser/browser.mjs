// SPDX-License-Identifier: Apache-2.0
//
// Opens Debian's chromium and asks of a page what every page of Sala must answer: no accessibility
// violation, no error in the console, no sideways scroll on a phone, and pictures to look at.

import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

const checkout = join(dirname(fileURLToPath(import.meta.url)), '../..');
export const shots = join(checkout, 'build/shots');

export const phone = { width: 390, height: 844 };
export const desktop = { width: 1440, height: 900 };

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

// Root needs --no-sandbox; the rest keeps the browser from asking the network for anything.
const flags = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
    '--disable-background-networking', '--disable-component-update', '--disable-sync'];

let browser;  // a promise, so that two who ask at once get the same

export function open() {
    browser ??= chromium.launch({ executablePath: '/usr/bin/chromium', args: flags });
    return browser;
}

export async function close() {
    await (await browser)?.close();
    browser = undefined;
}

// A visitor with cookies of their own. `faults` collects what the console and the network complain
// about. Options: language ('en'), size (desktop), dark (false), script (true),
// workers ('block': no service worker).
export async function visitor({ language = 'en', size = desktop, dark = false, script = true,
    workers = 'block' } = {}) {
    const context = await (await open()).newContext({
        locale: language,
        viewport: size,
        colorScheme: dark ? 'dark' : 'light',
        javaScriptEnabled: script,
        reducedMotion: 'reduce',
        serviceWorkers: workers,
    });
    const page = await context.newPage();
    const faults = [];
    page.on('console', message => {
        // The driver's own word: these visitors have no service workers, so that pages are not kept.
        if (message.text().includes('registration blocked by Playwright'))
            return;
        if (['error', 'warning'].includes(message.type()))
            faults.push(`${page.url()}: ${message.text()}`);
    });
    page.on('pageerror', error => faults.push(`${page.url()}: ${error.message}`));
    page.on('requestfailed', request => {
        if (request.failure()?.errorText !== 'net::ERR_ABORTED')
            faults.push(`${request.url()}: ${request.failure()?.errorText}`);
    });
    return { page, context, faults, leave: () => context.close() };
}

// Each violation of WCAG 2.2 A, AA or best practice as one line: the rule and where it is broken.
// The page's own CSP forbids foreign script, so axe is run by the debugger, not by a script element.
// Style sheets are not read again for it: only a rule that is not asked for wants them.
export async function violations(page) {
    if (!await page.evaluate(() => 'axe' in globalThis))
        await page.evaluate(axe);
    const found = await page.evaluate(async () => (await globalThis.axe.run(document, {
        runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
        resultTypes: ['violations'],
        preload: false,
    })).violations);
    return found.flatMap(rule =>
        rule.nodes.map(node => `${rule.id}: ${node.target.join(' ')} (${node.failureSummary})`));
}

// For whoever asks it of many pages: axe is there when a page opens instead of being sent to each.
export const bringAxe = context => context.addInitScript(axe);

// The whole page as a PNG, packed less and made in half the time of the driver's own.
export async function takePicture(page, path) {
    const line = await page.context().newCDPSession(page);
    const { cssContentSize } = await line.send('Page.getLayoutMetrics');
    const { data } = await line.send('Page.captureScreenshot', { format: 'png', optimizeForSpeed: true,
        captureBeyondViewport: true, clip: { ...cssContentSize, scale: 1 } });
    writeFileSync(path, Buffer.from(data, 'base64'));
    await line.detach();
}

// How many pixels the page is wider than its window, and the element that sticks out furthest.
export async function sidewaysScroll(page) {
    return page.evaluate(() => {
        const room = document.documentElement.clientWidth;
        const over = document.documentElement.scrollWidth - room;
        if (over <= 0)
            return { over: 0, because: '' };
        const right = element => element.getBoundingClientRect().right;
        const all = [...document.body.querySelectorAll('*')].filter(e => !e.closest('.scroll'));
        const widest = all.reduce((a, b) => (right(b) > right(a) ? b : a));
        return { over, because: widest.outerHTML.slice(0, 120) };
    });
}

// Text that is cut off or laid over other text inside a fixed box.
export async function cutText(page) {
    return page.evaluate(() => [...document.querySelectorAll('a, button, h1, h2, h3, p, td, th, dd')]
        .filter(e => e.scrollWidth > e.clientWidth + 1 && getComputedStyle(e).display !== 'inline' &&
            getComputedStyle(e).overflow === 'hidden' && !e.classList.contains('unseen'))
        .map(e => e.outerHTML.slice(0, 120)));
}

// The words of src/script/whole_words.hpp, what counts with its number, and written dates.
const thaiWords = readFileSync(new URL('../../src/script/whole_words.hpp', import.meta.url), 'utf8')
    .match(/"[\u0E00-\u0E7F]+"/g).map(word => word.slice(1, -1)).sort((a, b) => b.length - a.length);
const months = readFileSync(new URL('../../src/script/date_words.hpp', import.meta.url), 'utf8')
    .match(/month_words\{\{[^]*?\}\};/)[0].match(/"[^"]+"/g).map(word => word.slice(1, -1).replaceAll('.', '\\.'))
    .sort((a, b) => b.length - a.length);
const dates = `\\d{1,2}( ?[–-] ?\\d{1,2})? (${months.join('|')})(?![a-z])( (พ\\.ศ\\. |ค\\.ศ\\. )?\\d{4})?`;
const counted = readFileSync(new URL('../../src/script/counted_words.hpp', import.meta.url), 'utf8')
    .match(/"[\u0E00-\u0E7F.]+"/g).map(word => word.slice(1, -1).replaceAll('.', '\\.'));
const wholeWords = `[\\d.,:]*\\d (?:${counted.join('|')})|[A-Za-z\\d-]*[A-Za-z\\d]-\\d[A-Za-z\\d-]*|ครั้งที่ [\\d๐-๙]+|${dates}|${thaiWords.join('|')}`;

// Words with a hyphen and a digit, and words of that list, that begin on one line and end on
// another, such as COVID-|19 and นายก|เทศมนตรี. An address of another server may be cut.
export async function cutWords(page) {
    return page.evaluate(whole => {
        const cut = [];
        const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
        for (let node = walker.nextNode(); node; node = walker.nextNode())
            for (const word of node.data.matchAll(new RegExp(whole, 'g'))) {
                if (word[0].length > 24 || !node.parentElement.checkVisibility() ||
                    node.parentElement.closest('a[href*="://"], code, pre'))
                    continue;
                const range = document.createRange();
                range.setStart(node, word.index);
                range.setEnd(node, word.index + word[0].length);
                const lines = new Set([...range.getClientRects()].map(box => Math.round(box.top / 6)));
                if (lines.size > 1)
                    cut.push(`cut at the end of a line: ${word[0]} in “${node.data.trim().slice(0, 80)}”`);
            }
        return cut;
    }, wholeWords);
}
