// SPDX-License-Identifier: Apache-2.0
//
// The secretariat in a browser, for tests of several steps: signed in once, with as many windows as a
// test wants, and what each step has to leave behind.

import assert from 'node:assert/strict';
import { violations, visitor } from './browser.mjs';
import { signInLink } from './server.mjs';

export const address = process.env.SALA_ADDRESS;
let cookies;

export async function signInOnce() {
    const who = await visitor();
    await who.page.goto(await signInLink());
    await who.page.getByRole('button', { name: 'Sign in' }).click();
    await who.page.waitForURL(`${address}/`);
    cookies = await who.context.cookies();
    await who.leave();
}

export async function secretary(options) {
    const who = await visitor(options);
    await who.context.addCookies(cookies);
    return who;
}

export async function isClean(who) {
    assert.deepEqual(await violations(who.page), []);
    assert.deepEqual(who.faults.filter(line => !/status of 4\d\d/.test(line)), []);
}

export async function press(who, name) {
    await who.page.getByRole('button', { name, exact: true }).first().click();
    await who.page.waitForLoadState('load');
}
