// SPDX-License-Identifier: Apache-2.0
//
// Every line of a hall's wall as big as there is room for, and nothing over anything else: first the
// place shrinks as far as it can still be read from thirty metres, then the smaller lines, then what
// is left. A name is never broken in the middle of a word.

// Of the place, in hundredths of the screen's height; and of all smaller lines, as a part of theirs.
const sizes: [number, number][] = [
    ...[15, 14, 13, 12, 11, 10.5, 10, 9.5].map(place => [place, 1] as [number, number]),
    [9.5, 0.9], [9.5, 0.8], [9.5, 0.7], [8.5, 0.9], [8.5, 0.75], [7.5, 0.75], [6.5, 0.7], [5.5, 0.7],
    [5, 0.6], [4.2, 0.55], [3.6, 0.5],
];
const lineSizes = [6, 5.5, 5, 4.5, 4, 3.5, 3, 2.5];  // of the line that says who is next

const isCut = (element: HTMLElement) => element.scrollWidth > element.clientWidth + 1;

export function fit(): void {
    const main = document.querySelector<HTMLElement>('.hall main');
    if (!main)
        return;
    // On the body: what is inside the wall is made anew with each frame.
    const { style } = document.body;
    const lines = [...main.querySelectorAll<HTMLElement>('.next > p')];
    const line = lineSizes.find(size => {
        style.setProperty('--line-size', String(size));
        return !lines.some(isCut);
    });
    const words = [...main.querySelectorAll<HTMLElement>('.city, .alt, .who > *, .top > *, .message')];
    sizes.find(([place, rest]) => {
        style.setProperty('--place-size', String(place));
        style.setProperty('--rest', String(rest));
        // Whoever speaks is never smaller than whoever comes next.
        style.setProperty('--line-size', String(Math.min(line ?? 3, 6 * rest, 0.8 * place)));
        return main.scrollHeight <= main.clientHeight && !words.some(isCut);
    });
}
