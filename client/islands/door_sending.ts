// SPDX-License-Identifier: Apache-2.0
//
// How a door tells the server what it decided, and what the server says to it.

import type { Scan, Seen } from './door_memory.ts';

export interface Answer {
    status: number; title?: string; code?: string; admission?: string; verdict?: string; before?: Seen | null;
}

function request(told: { address: string; undo: string }, scan: Scan): [string, Record<string, string>] {
    if (scan.admission)
        return [`${told.undo}${scan.admission}/undo`, { by: scan.undoneBy ?? '' }];
    return [told.address, {
        scan: scan.scan, code: scan.code, person: scan.code ? '' : scan.person, vehicle: scan.code ? '' : scan.vehicle ?? '',
        door: scan.door, zone: scan.zone, at: String(scan.at), by: scan.by ?? '', ...(scan.offline ? { offline: 'yes' } : {}),
    }];
}

// Nothing when there is no network.
export async function delivered(told: { address: string; undo: string }, csrf: string, scan: Scan): Promise<Answer | undefined> {
    const [address, fields] = request(told, scan);
    try {
        const reply = await fetch(address, {
            method: 'POST', headers: { Accept: 'application/json' }, redirect: 'error', body: new URLSearchParams({ csrf, ...fields }),
        });
        const body = await reply.json().catch(() => ({})) as Omit<Answer, 'status'>;
        return { ...body, status: reply.status };
    } catch {
        return undefined;
    }
}
