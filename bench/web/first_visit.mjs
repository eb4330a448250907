// SPDX-License-Identifier: Apache-2.0
//
// What somebody's first visit to a forum carries over the line: the page, its style and script, and
// the fonts that its letters call for, all as they are sent (compressed where that helps).

import { fetchOnce } from './programs.mjs';

async function sentFor(address) {
    const reply = await fetchOnce(address, {
        headers: { 'accept-encoding': 'gzip', 'accept-language': 'en', accept: '*/*' },
    });
    if (reply.status !== 200)
        throw new Error(`${address} answered ${reply.status}`);
    const packed = reply.headers['content-encoding'] === 'gzip';
    const { gunzipSync } = await import('node:zlib');
    return { sent: reply.bytes.length, text: (packed ? gunzipSync(reply.bytes) : reply.bytes).toString('utf8') };
}

function holdsAny(letters, ranges) {
    return ranges.split(',').some(range => {
        const [first, last] = range.trim().replace(/^U\+/i, '').split('-').map(hex => parseInt(hex, 16));
        return letters.some(letter => letter >= first && letter <= (last ?? first));
    });
}

// A browser fetches a font face when a letter that is shown lies in its unicode-range.
function fontsFor(style, letters) {
    const fonts = [];
    for (const [face] of style.matchAll(/@font-face\s*\{[^}]*\}/g)) {
        const file = face.match(/url\("?([^")]+)"?\)/)[1];
        const ranges = face.match(/unicode-range:([^;}]+)/)?.[1];
        if (!ranges || holdsAny(letters, ranges))
            fonts.push(file);
    }
    return fonts;
}

// KiB, and of what they consist. Words of other languages count with `others`: each script brings
// its own font, so an English page with Thai names needs more than one without.
export async function firstVisit(server, path, others) {
    const page = await sentFor(server + path);
    let shown = page.text.replace(/<(script|style|title)\b.*?<\/\1>/gs, '').replace(/<head>.*?<\/head>/s, '');
    if (!others)
        shown = shown.replace(/<(\w+)[^>]* lang="(?!en)[^"]*"[^>]*>.*?<\/\1>/gs, '');
    const letters = [...new Set(shown.replace(/<[^>]*>/g, ''))].map(letter => letter.codePointAt(0));
    const parts = { page: page.sent, style: 0, script: 0, fonts: 0 };
    for (const [, address] of page.text.matchAll(/<link rel="stylesheet" href="([^"]+)"/g)) {
        const style = await sentFor(server + address);
        parts.style += style.sent;
        for (const font of fontsFor(style.text, letters))
            parts.fonts += (await sentFor(new URL(font, server + address).href)).sent;
    }
    for (const [, address] of page.text.matchAll(/<script [^>]*src="([^"]+)"/g))
        parts.script += (await sentFor(server + address)).sent;
    return { kib: Object.values(parts).reduce((sum, one) => sum + one, 0) / 1024, parts };
}
