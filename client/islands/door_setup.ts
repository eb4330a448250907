// SPDX-License-Identifier: Apache-2.0
//
// What a door's page gets once: a camera, the words it remembers, and a place on the device.

import { Camera } from './door_camera.ts';
import { button, made } from './door_card.ts';
import type { Memory } from './door_memory.ts';
import { say } from './door_words.ts';

export function addCamera(place: HTMLElement, seen: (text: string) => void, failed: (why: string) => void): void {
    const camera = new Camera(place, seen);
    const press = button(say('camera'), 'plain', () => {
        if (camera.works) {
            camera.stop();
            press.textContent = say('camera');
            return;
        }
        camera.start().then(() => { press.textContent = say('stopCamera'); }, (why: Error) => failed(why.message));
    });
    place.append(press);
}

export function remember(memory: Memory, name: string, field: HTMLInputElement | HTMLSelectElement): void {
    field.value ||= memory.word(name);
    field.addEventListener('change', () => memory.keepWord(name, field.value));
}

export async function install(told: { manifest: string; worker: string; address: string }): Promise<void> {
    const manifest = made('link');
    manifest.rel = 'manifest';
    manifest.href = told.manifest;
    manifest.crossOrigin = 'use-credentials';
    document.head.append(manifest);
    await navigator.serviceWorker?.register(told.worker, { scope: told.address });
}
