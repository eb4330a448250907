// SPDX-License-Identifier: Apache-2.0
//
// Passkeys in a real browser, with the virtual device of its debugger: added, used to sign in, not
// used by somebody else, and what the pages say without a script.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { close, violations, visitor } from './browser.mjs';
import { lookAt, ways, words } from './look_at.mjs';
import { signInByLetter, signInLink, startSala, unanswered } from './server.mjs';

const ama = 'ama@bangkok.example';
let sala;
let who;
let device;

// A passkey needs a name, and a number such as 127.0.0.1 is none.
const named = address => address.replace('127.0.0.1', 'localhost');

async function deviceOf(page, verified = true) {
    const debuggerOf = await page.context().newCDPSession(page);
    await debuggerOf.send('WebAuthn.enable');
    const { authenticatorId } = await debuggerOf.send('WebAuthn.addVirtualAuthenticator', { options: {
        protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true,
        isUserVerified: verified, automaticPresenceSimulation: true,
    } });
    const say = (what, more = {}) => debuggerOf.send(`WebAuthn.${what}`, { authenticatorId, ...more });
    return { say, credentials: async () => (await say('getCredentials')).credentials };
}

async function usePasskey(page) {
    await page.goto(`${sala.address}/login`);
    await page.getByRole('link', { name: 'Sign in with a passkey' }).click();
    await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
}

before(async () => {
    const started = await startSala(['samples/phnom-penh-2022'], own => unanswered(named(own)));
    sala = { ...started, address: named(started.address) };
    // Whoever has a role has a login, and gets letters.
    const secretary = await visitor();
    await secretary.page.goto(await signInLink(sala.address, sala.database));
    await secretary.page.getByRole('button', { name: 'Sign in' }).click();
    await secretary.page.goto(`${sala.address}/phnom-penh-2022/roles`);
    await secretary.page.getByLabel('E-mail address').fill(ama);
    await secretary.page.getByLabel('Name', { exact: true }).fill('Ama');
    await secretary.page.getByLabel('Role', { exact: true }).selectOption('secretariat');
    await secretary.page.getByRole('button', { name: 'Give the role' }).click();
    await secretary.page.getByText(ama).first().waitFor();
    await secretary.leave();
});
after(async () => {
    await who?.leave();
    await close();
    await sala?.stop();
});

test('a passkey is added and signs in, with its owner there', async () => {
    who = await visitor();
    device = await deviceOf(who.page);
    await signInByLetter(who, ama, sala);
    await who.page.goto(`${sala.address}/login/mine`);
    await who.page.getByRole('link', { name: 'Sign in with a passkey' }).click();
    assert.deepEqual(await violations(who.page), []);
    await who.page.getByLabel('What you call it').fill('My telephone');
    await who.page.getByRole('button', { name: 'Add a passkey' }).click();
    await who.page.getByText('not used yet').waitFor();
    assert.equal((await device.credentials()).length, 1);
    assert.deepEqual(await violations(who.page), []);

    await who.page.goto(`${sala.address}/login/out`);
    await who.page.getByRole('button', { name: 'Sign out' }).click();
    await who.page.waitForLoadState('load');
    await usePasskey(who.page);
    await who.page.waitForURL(`${sala.address}/`);
    await who.page.goto(`${sala.address}/login/mine`);
    await who.page.getByText('with a passkey').first().waitFor();
    assert.equal((await device.credentials())[0].signCount > 1, true);
    assert.deepEqual(who.faults, []);
});

test('the same device holds no second passkey, and says so', async () => {
    await who.page.goto(`${sala.address}/login/mine/passkeys`);
    await who.page.getByLabel('What you call it').fill('Once more');
    await who.page.getByRole('button', { name: 'Add a passkey' }).click();
    await who.page.getByText('This device holds a passkey of yours already.').waitFor();
    assert.equal((await device.credentials()).length, 1);
});

test('a stranger with the device, and a device that nobody knows, do not come in', async () => {
    const stranger = await visitor();
    const found = await deviceOf(stranger.page, false);
    for (const credential of await device.credentials())
        await found.say('addCredential', { credential });
    await usePasskey(stranger.page);
    await stranger.page.getByText('Nothing was done').waitFor();
    assert.deepEqual(await violations(stranger.page), []);

    // A copy that has counted less than the one its owner uses.
    await found.say('setUserVerified', { isUserVerified: true });
    await found.say('clearCredentials');
    for (const credential of await device.credentials())
        await found.say('addCredential', { credential: { ...credential, signCount: 0 } });
    await stranger.page.getByRole('button', { name: 'Sign in with a passkey' }).click();
    await stranger.page.getByText('there may be a copy of it').waitFor();
    await stranger.page.goto(`${sala.address}/phnom-penh-2022/desk`);
    assert.match(stranger.page.url(), /\/login\?next=/);
    await stranger.leave();
    await who.page.goto(`${sala.address}/login/mine/passkeys`);
    await who.page.getByText('opens nothing', { exact: true }).waitFor();
});

test('without a script the pages say what a passkey needs', async () => {
    const plain = await visitor({ script: false });
    await plain.page.goto(`${sala.address}/login/passkey`);
    await plain.page.getByText('A passkey needs a script of this page').waitFor();
    assert.equal(await plain.page.getByRole('button', { name: 'Sign in with a passkey' }).count(), 0);
    await plain.leave();
});

for (const way of ways) {
    test(`pages of passkeys: ${words(way)}`, async () => {
        const cookies = await who.context.cookies();
        const wrong = await lookAt(sala.address, { 'own-passkeys': '/login/mine/passkeys', 'own-login': '/login/mine' },
            way, { cookies });
        wrong.push(...await lookAt(sala.address, { 'passkey-sign-in': '/login/passkey', 'sign-in-ways': '/login' }, way));
        assert.deepEqual(wrong, []);
    });
}
