// SPDX-License-Identifier: Apache-2.0
//
// The tone at zero. A browser makes no sound on a page that nobody has touched: `[data-sound]` says
// so where the rules want a tone, and the first touch or key, anywhere, lets it sound from then on.

let audio: AudioContext | undefined;

function mark(wanted: boolean): void {
    for (const note of document.querySelectorAll<HTMLElement>('[data-sound]'))
        note.hidden = !wanted || audio?.state === 'running';
}

function wake(): void {
    void audio?.resume().then(() => mark(true));
}

export function askForSound(wanted: boolean): void {
    if (wanted && !audio && 'AudioContext' in window) {
        audio = new AudioContext();
        audio.addEventListener('statechange', () => mark(true));
        document.addEventListener('pointerdown', wake);
        document.addEventListener('keydown', wake);
    }
    mark(wanted && audio !== undefined);
}

// Where there is no sound the clock is red in any case.
export function tone(): void {
    if (audio?.state !== 'running')
        return;
    const sounds = audio.createOscillator();
    sounds.frequency.value = 660;
    sounds.connect(audio.destination);
    sounds.start();
    sounds.stop(audio.currentTime + 0.4);
}
