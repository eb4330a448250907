// SPDX-License-Identifier: Apache-2.0
//
// Reads QR codes from the camera: with the browser's own reader where it has one, else with ours.

import decode from 'qr/decode.js';

interface Detector { detect(image: CanvasImageSource): Promise<{ rawValue: string }[]> }
type DetectorMaker = new (options: { formats: string[] }) => Detector;

const pause = 200;      // ms between two looks: a phone stays cool
const sameAgain = 3000; // ms in which the same code is one scan

function ownReader(): Detector | undefined {
    const maker = (globalThis as { BarcodeDetector?: DetectorMaker }).BarcodeDetector;
    try {
        return maker ? new maker({ formats: ['qr_code'] }) : undefined;
    } catch {
        return undefined;
    }
}

export class Camera {
    private stream: MediaStream | undefined;
    private readonly video = document.createElement('video');
    private readonly canvas = document.createElement('canvas');
    private readonly detector = ownReader();
    private last = { words: '', at: 0 };

    constructor(private readonly place: HTMLElement, private readonly found: (words: string) => void) {
        this.video.muted = true;
        this.video.setAttribute('playsinline', '');
        this.video.className = 'camera';
    }

    get works(): boolean {
        return this.stream !== undefined;
    }

    // Throws what the browser says when it gives no camera.
    async start(): Promise<void> {
        this.stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } });
        this.video.srcObject = this.stream;
        this.place.append(this.video);
        await this.video.play();
        void this.look();
    }

    stop(): void {
        for (const track of this.stream?.getTracks() ?? [])
            track.stop();
        this.stream = undefined;
        this.video.remove();
    }

    private async look(): Promise<void> {
        while (this.stream) {
            const words = await this.read().catch(() => '');
            const now = Date.now();
            if (words && (words !== this.last.words || now - this.last.at > sameAgain)) {
                this.last = { words, at: now };
                this.found(words);
            }
            await new Promise(done => setTimeout(done, pause));
        }
    }

    private async read(): Promise<string> {
        if (this.detector)
            return (await this.detector.detect(this.video))[0]?.rawValue ?? '';
        const scale = Math.min(1, 640 / this.video.videoWidth);
        this.canvas.width = Math.round(this.video.videoWidth * scale);
        this.canvas.height = Math.round(this.video.videoHeight * scale);
        const context = this.canvas.getContext('2d', { willReadFrequently: true });
        if (!context || this.canvas.width === 0)
            return '';
        context.drawImage(this.video, 0, 0, this.canvas.width, this.canvas.height);
        return decode(context.getImageData(0, 0, this.canvas.width, this.canvas.height));
    }
}
