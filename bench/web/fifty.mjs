// SPDX-License-Identifier: Apache-2.0
//
// A small forum with fifty topics in two languages: the page of fifty rows that is measured.

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export function writeForumOfFifty(folder) {
    mkdirSync(folder);
    writeFileSync(join(folder, 'forum.toml'), [
        'slug = "fifty-topics"', 'title_en = "A forum of fifty topics"', 'title_th = "การประชุมห้าสิบหัวข้อ"',
        'date = "2022-12-02/2022-12-03"', 'time_zone = "Asia/Bangkok"', 'languages = "en th"', ''].join('\n'));
    const rows = ['key,number,title_en,title_th,note_en'];
    for (let n = 1; n <= 50; ++n)
        rows.push(`topic-${n},${n},Cool roofs and shade in district ${n},หลังคาเย็นและร่มเงาในเขตที่ ${n},Asked for by ${n} cities`);
    writeFileSync(join(folder, 'topics.csv'), rows.join('\n') + '\n');
    return { path: '/fifty-topics/sheets/topics', rows: 50 };
}
