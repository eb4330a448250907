// SPDX-License-Identifier: Apache-2.0
//
// The script of signed-in pages: saving by itself, sending files, keys, and what others change.
// Everything listens on the document, so a part of a page that is fetched again needs no wiring.

import { startAutosave } from './autosave.ts';
import { startKeys } from './keys.ts';
import { startLive } from './live.ts';
import { startPlan } from './plan.ts';
import { startUploads } from './upload.ts';

document.addEventListener('DOMContentLoaded', () => {
    startAutosave();
    startUploads();
    startKeys();
    startLive();
    startPlan();
});
