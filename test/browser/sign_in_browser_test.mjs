// SPDX-License-Identifier: Apache-2.0
//
// Ways in, in a real browser: a focal point is given a role and signs in with another provider (a
// real one, on loopback), sets a password and codes up, signs in with both, and is erased.

import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { after, before, test } from 'node:test';
import Provider from 'oidc-provider';
import { close, violations, visitor } from './browser.mjs';
import { lookAt, ways } from './look_at.mjs';
import { freePort, signInLink, startSala } from './server.mjs';

const address = 'ama@phnom-penh.example';
const secret = 'a secret of two servers';
const forum = '/phnom-penh-2022';
let sala;
let provider;
let secretary;
let verified = true;

// Its own pages ask for a name and take any password; the address is what the test says.
async function startProviderAt(port) {
    const issuer = `http://127.0.0.1:${port}`;
    const one = new Provider(issuer, {
        clients: [{ client_id: 'sala', client_secret: secret, redirect_uris: [`${sala.address}/login/provider`] }],
        pkce: { required: () => true },
        claims: { openid: ['sub'], email: ['email', 'email_verified'] },
        conformIdTokenClaims: false,
        findAccount: (_, sub) => ({
            accountId: sub,
            claims: () => ({ sub, email: address, email_verified: verified }),
        }),
        cookies: { keys: ['of the test'] },
    });
    const server = one.listen(port, '127.0.0.1');
    await new Promise(done => server.once('listening', done));
    return { issuer, stop: () => new Promise(done => { server.close(done); server.closeAllConnections(); }) };
}

// The six digits of now (RFC 6238), made without the program.
function codeOf(key, at = Date.now()) {
    const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
    const bits = [...key.replaceAll(' ', '')].map(c => letters.indexOf(c).toString(2).padStart(5, '0')).join('');
    const bytes = Buffer.from(bits.match(/.{8}/g).map(byte => parseInt(byte, 2)));
    const step = Buffer.alloc(8);
    step.writeBigUInt64BE(BigInt(Math.floor(at / 30_000)));
    const hash = createHmac('sha1', bytes).update(step).digest();
    const offset = hash[19] & 15;
    return String((hash.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, '0');
}

before(async () => {
    const providerPort = await freePort();
    sala = await startSala(['samples/phnom-penh-2022'], own => ['--public-url', own,
        '--provider', `http://127.0.0.1:${providerPort}`, '--provider-client', 'sala',
        '--provider-name', 'City of Phnom Penh'], { SALA_PROVIDER_SECRET: secret });
    provider = await startProviderAt(providerPort);
    secretary = await visitor();
    await secretary.page.goto(await signInLink(sala.address, sala.database));
    await secretary.page.getByRole('button', { name: 'Sign in' }).click();
    await secretary.page.goto(`${sala.address}/phnom-penh-2022/roles`);
    await secretary.page.getByLabel('E-mail address').fill(address);
    await secretary.page.getByLabel('Name', { exact: true }).fill('Ama <Mensah>');
    await secretary.page.getByLabel('Role', { exact: true }).selectOption('secretariat');
    await secretary.page.getByRole('button', { name: 'Give the role' }).click();
    await secretary.page.getByText('Ama <Mensah>').first().waitFor();
    assert.deepEqual(await violations(secretary.page), []);
});
after(async () => {
    await secretary?.leave();
    await close();
    await provider?.stop();
    await sala?.stop();
});

async function signsInWithProvider(who, name) {
    // The provider's own pages ask for fonts of the world outside; here is none.
    await who.page.route(/^https?:\/\/(?!127\.0\.0\.1)/, route => route.abort());
    await who.page.goto(`${sala.address}/login?next=/phnom-penh-2022/desk`);
    assert.deepEqual(await violations(who.page), []);
    await who.page.getByRole('button', { name: 'Sign in with City of Phnom Penh' }).click();
    await who.page.waitForURL(`${provider.issuer}/**`);
    await who.page.locator('input[name=login]').fill(name);
    await who.page.locator('input[name=password]').fill('anything');
    await who.page.locator('button[type=submit]').click();
    await who.page.locator('button[type=submit]').click();  // the provider asks for consent
    await who.page.waitForURL(`${sala.address}/login/provider?**`);
    await who.page.getByRole('button', { name: 'Sign in' }).click();
}

test('who comes back from the provider is in; a stranger and an unverified address are not', async () => {
    verified = false;
    const stranger = await visitor();
    await signsInWithProvider(stranger, 'stranger');
    await stranger.page.getByText('Nobody with that address may sign in here').waitFor();
    await stranger.leave();

    verified = true;
    const ama = await visitor();
    await signsInWithProvider(ama, 'ama');
    await ama.page.waitForURL(`${sala.address}/phnom-penh-2022/desk`);
    // The answer is good once: sent again, it opens nothing.
    const again = await ama.page.request.post(`${sala.address}/login/provider/return`,
        { form: { code: 'x', state: 'y' }, headers: { accept: 'application/json' } });
    assert.equal(again.status(), 403);
    await ama.leave();
});

// What the secretariat reads there.
async function read(path) {
    const answer = await secretary.page.request.get(`${sala.address}${path}`);
    assert.equal(answer.status(), 200, path);
    return answer.text();
}

// She writes herself down for Bangkok and says that it is she.
async function registersHerself(page) {
    await page.goto(`${sala.address}${forum}/delegations/bangkok/people/new`);
    await page.locator('select[name=role]').selectOption('adviser');
    await page.locator('input[name=name_en]').fill('Ama Mensah');
    await page.locator('input[name=email]').fill(address);
    await page.getByRole('button', { name: 'Keep this person' }).click();
    await page.waitForURL(/people\/\d+$/);
    await page.goto(`${sala.address}${forum}/mine`);
    await page.getByRole('button', { name: 'This is me' }).click();
    await page.getByRole('heading', { name: 'Your registration' }).waitFor();
}

// A mistyped code gives nothing up: the key that was scanned is still there.
async function takesAnotherTelephone(page, recovery) {
    await page.goto(`${sala.address}/login/mine/code`);
    await page.getByRole('link', { name: 'Begin anew with another telephone' }).click();
    const key = await page.locator('ol.points code').innerText();
    const tries = async old => {
        await page.getByLabel('The code that the new key shows now').fill(codeOf(key));
        await page.getByLabel('A code of the old app, or a recovery code').fill(old);
        await page.getByRole('button', { name: 'Use the new key from now on' }).click();
    };
    await tries('000000');
    await page.getByText('This is not the code of this moment').first().waitFor();
    assert.equal(await page.locator('ol.points code').innerText(), key);
    assert.deepEqual(await violations(page), []);
    await tries(recovery);
    await page.getByText('Keep these recovery codes').first().waitFor();
    await page.locator('main li code').nth(7).waitFor();
    assert.equal((await page.locator('main li code').allInnerTexts()).length, 8);
}

test('a password and codes are set up, and asked for; erased, one is gone', async () => {
    const ama = await visitor();
    await signsInWithProvider(ama, 'ama');
    await ama.page.waitForURL(`${sala.address}/phnom-penh-2022/desk`);
    await ama.page.goto(`${sala.address}/login/mine/password`);
    await ama.page.getByLabel('New password').fill('password2024!!');
    await ama.page.getByRole('button', { name: 'Save the password' }).click();
    await ama.page.getByText('among the passwords that are tried first').waitFor();
    assert.deepEqual(await violations(ama.page), []);
    await ama.page.getByLabel('New password').fill('river lantern copper tide');
    await ama.page.getByRole('button', { name: 'Save the password' }).click();
    await ama.page.waitForURL(`${sala.address}/login/mine`);
    assert.deepEqual(await violations(ama.page), []);

    await ama.page.goto(`${sala.address}/login/mine/code`);
    await ama.page.getByRole('button', { name: 'Set up codes' }).click();
    const key = await ama.page.locator('ol.points code').innerText();
    assert.deepEqual(await violations(ama.page), []);
    await ama.page.getByLabel('The code that your app shows now').fill(codeOf(key));
    await ama.page.getByRole('button', { name: 'Sign in with codes from now on' }).click();
    await ama.page.locator('main li code').nth(7).waitFor();
    const recovery = await ama.page.locator('main li code').allInnerTexts();
    assert.equal(recovery.length, 8);

    const second = await visitor();
    await second.page.goto(`${sala.address}/login`);
    await second.page.getByLabel('E-mail address').fill(address);
    await second.page.getByLabel('Password').fill('river lantern copper tide');
    await second.page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await second.page.waitForURL(`${sala.address}/login/code`);
    assert.deepEqual(await violations(second.page), []);
    await second.page.getByLabel('Code').fill(recovery[0]);
    await second.page.getByRole('button', { name: 'Sign in' }).click();
    await second.page.waitForURL(`${sala.address}/`);
    await second.page.goto(`${sala.address}/login/mine/tokens`);
    await second.page.getByLabel('What the program is called').fill('Sheets');
    await second.page.getByLabel('Days it is good for').fill('3');
    await second.page.getByRole('button', { name: 'Make the token' }).click();
    await second.page.getByText('Your new token').first().waitFor();
    // Who came in with the password gives it again; who came in another way just now need not.
    const wrong = [];
    for (const way of ways)
        for (const [pages, who] of [
            [{ 'password-change': '/login/mine/password', 'code-set-up': '/login/mine/code', 'code-anew': '/login/mine/code/anew' }, second],
            [{ 'password-anew': '/login/mine/password' }, ama]])
            wrong.push(...await lookAt(sala.address, pages, way, { cookies: await who.context.cookies() }));
    assert.deepEqual(wrong, []);
    await second.page.goto(`${sala.address}/login/mine/password`);
    await second.page.getByLabel('Your password until now').waitFor();
    await second.page.getByLabel('End the tokens of programs as well').waitFor();
    await second.leave();
    await takesAnotherTelephone(ama.page, recovery[1]);
    await ama.page.goto(`${sala.address}/login/mine/password`);
    await ama.page.getByText('You have just come in another way').waitFor();
    assert.equal(await ama.page.getByLabel('Your password until now').count(), 0);
    await ama.page.getByLabel('New password').fill('seven quiet harbour clouds');
    await ama.page.getByLabel('End the tokens of programs as well').check();
    await ama.page.getByRole('button', { name: 'Save the password' }).click();
    await ama.page.waitForURL(`${sala.address}/login/mine`);
    await ama.page.getByText('over', { exact: true }).waitFor();

    await registersHerself(ama.page);
    assert.match(await read(`${forum}/roles`), /Ama &lt;Mensah&gt;/);
    assert.match(await read(`${forum}/registrations`), /Ama Mensah/);
    const acts = JSON.parse(await read(`${forum}/acts.json`)).acts.map(act => act.number);

    await ama.page.goto(`${sala.address}/about/privacy`);
    assert.deepEqual(await violations(ama.page), []);
    await ama.page.getByRole('link', { name: 'Have yourself erased' }).click();
    await ama.page.getByRole('button', { name: 'Erase me' }).click();
    await ama.page.goto(`${sala.address}${forum}/desk`);
    assert.match(ama.page.url(), /\/login\?next=/);
    await ama.leave();
    for (const page of ['roles', 'registrations', 'delegations/bangkok', 'outbox'])
        assert.doesNotMatch(await read(`${forum}/${page}`), /Ama|ama@phnom-penh/, page);
    // What she did stays, without her name.
    const left = JSON.parse(await read(`${forum}/acts.json`)).acts;
    assert.ok(acts.every(number => left.some(act => act.number === number)));
    assert.ok(left.some(act => act.what === 'add_registration'));
    assert.doesNotMatch(JSON.stringify(left), /Ama|ama@phnom-penh/);

    const third = await visitor();
    await third.page.goto(`${sala.address}/login`);
    await third.page.getByLabel('E-mail address').fill(address);
    await third.page.getByLabel('Password').fill('river lantern copper tide');
    await third.page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await third.page.getByText('Address and password do not belong together').waitFor();
    await third.leave();
});
