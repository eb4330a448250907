// SPDX-License-Identifier: Apache-2.0
//
// All the script that a public page loads. Pages work without it: it only remembers light or dark,
// shows the buttons that need a script (printing, the theme), which are `hidden` until then, and
// clears away what a door kept on this device.

import { tidyDoors } from './door_kept.ts';

const themes = ['', 'light', 'dark'] as const;  // '' follows the device
const root = document.documentElement;

function remembered(): string {
    try {
        return localStorage.getItem('theme') ?? '';
    } catch {
        return '';  // storage may be shut
    }
}

function shown(theme: string): void {
    if (theme)
        root.dataset['theme'] = theme;
    else
        delete root.dataset['theme'];
}

function nextTheme(): void {
    const now = themes.indexOf((root.dataset['theme'] ?? '') as (typeof themes)[number]);
    const theme = themes[(now + 1) % themes.length] ?? '';
    shown(theme);
    try {
        localStorage.setItem('theme', theme);
    } catch {
        // The choice then lasts as long as the page.
    }
}

shown(remembered());

document.addEventListener('DOMContentLoaded', () => {
    for (const button of document.querySelectorAll<HTMLElement>('[data-press]'))
        button.hidden = false;
    void tidyDoors(document.querySelector('a[href="/login"]') !== null).catch(() => undefined);
});

document.addEventListener('click', event => {
    const button = (event.target as Element).closest<HTMLElement>('[data-press]');
    if (button?.dataset['press'] === 'print')
        print();
    if (button?.dataset['press'] === 'theme')
        nextTheme();
});
