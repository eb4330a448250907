// SPDX-License-Identifier: Apache-2.0
//
// Passkeys: `form[data-passkey="/address"]`. Before the form is sent, the server at that address says
// what the device has to sign; what the device answers goes into the form's hidden fields. When that
// does not come about, one of the form's sentences (`[data-says]`) says why.

interface Asked {
    challenge: string;
    domain: string;
    milliseconds: number;
    // When a passkey is made:
    owner?: string;
    name?: string;
    algorithms?: number[];
    known?: string[];
}

function bytes(letters: string): Uint8Array<ArrayBuffer> {
    const plain = atob(letters.replaceAll('-', '+').replaceAll('_', '/'));
    return Uint8Array.from(plain, letter => letter.charCodeAt(0));
}

function letters(of: ArrayBuffer | null): string {
    const plain = Array.from(new Uint8Array(of ?? new ArrayBuffer(0)), byte => String.fromCharCode(byte)).join('');
    return btoa(plain).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

function says(form: HTMLFormElement, which: string): void {
    for (const note of form.querySelectorAll<HTMLElement>('[data-says]'))
        note.hidden = note.dataset['says'] !== which;
}

function fill(form: HTMLFormElement, answers: Record<string, string>): void {
    for (const [name, answer] of Object.entries(answers)) {
        const field = form.elements.namedItem(name);
        if (field instanceof HTMLInputElement)
            field.value = answer;
    }
}

// Shown by the server's own page instead: a refusal is a sentence of it.
class Refused extends Error {}

async function ask(form: HTMLFormElement): Promise<Asked> {
    const proof = form.elements.namedItem('csrf');
    const reply = await fetch(form.dataset['passkey'] ?? '', {
        method: 'POST',
        headers: { Accept: 'application/json' },
        body: new URLSearchParams(proof instanceof HTMLInputElement ? { csrf: proof.value } : {}),
    });
    if (!reply.ok)
        throw new Refused();
    return await reply.json() as Asked;
}

async function make(form: HTMLFormElement, asked: Asked): Promise<void> {
    const made = await navigator.credentials.create({ publicKey: {
        challenge: bytes(asked.challenge),
        rp: { id: asked.domain, name: 'Sala' },
        user: { id: bytes(asked.owner ?? ''), name: asked.name ?? '', displayName: asked.name ?? '' },
        pubKeyCredParams: (asked.algorithms ?? []).map(alg => ({ type: 'public-key', alg })),
        excludeCredentials: (asked.known ?? []).map(id => ({ type: 'public-key', id: bytes(id) })),
        authenticatorSelection: { residentKey: 'required', requireResidentKey: true, userVerification: 'required' },
        attestation: 'none',
        timeout: asked.milliseconds,
    } }) as PublicKeyCredential;
    const response = made.response as AuthenticatorAttestationResponse;
    fill(form, { client_data: letters(response.clientDataJSON), attestation: letters(response.attestationObject) });
}

async function use(form: HTMLFormElement, asked: Asked): Promise<void> {
    const used = await navigator.credentials.get({ publicKey: {
        challenge: bytes(asked.challenge),
        rpId: asked.domain,
        userVerification: 'required',
        timeout: asked.milliseconds,
    } }) as PublicKeyCredential;
    const response = used.response as AuthenticatorAssertionResponse;
    fill(form, {
        credential: letters(used.rawId),
        owner: letters(response.userHandle),
        client_data: letters(response.clientDataJSON),
        authenticator_data: letters(response.authenticatorData),
        signature: letters(response.signature),
    });
}

function why(error: unknown): string {
    const name = error instanceof DOMException ? error.name : '';
    return { NotAllowedError: 'not-done', AbortError: 'not-done', InvalidStateError: 'known',
        SecurityError: 'wrong-address' }[name] ?? 'no-answer';
}

async function send(form: HTMLFormElement): Promise<void> {
    says(form, '');
    try {
        const asked = await ask(form);
        await (asked.owner === undefined ? use(form, asked) : make(form, asked));
    } catch (error) {
        // An empty form brings the server's own sentence.
        if (!(error instanceof Refused)) {
            says(form, why(error));
            return;
        }
    }
    form.submit();
}

// Until here each form says that it needs a script.
document.addEventListener('DOMContentLoaded', () => {
    const works = typeof PublicKeyCredential === 'function';
    for (const form of document.querySelectorAll<HTMLFormElement>('form[data-passkey]')) {
        says(form, works ? '' : 'no-passkeys');
        for (const button of form.querySelectorAll<HTMLElement>('[data-press=passkey]'))
            button.hidden = !works;
    }
});

document.addEventListener('submit', event => {
    const form = event.target as HTMLFormElement;
    if (!form.matches('[data-passkey]'))
        return;
    event.preventDefault();
    void send(form);
});
