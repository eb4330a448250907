// SPDX-License-Identifier: Apache-2.0
//
// Starts and stops the programs that are measured, each on processor 0, and asks them for pages.

import { execFileSync, spawn } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, request as plainRequest } from 'node:http';
import { request as tlsRequest } from 'node:https';
import { join } from 'node:path';

const started = new Set();
process.on('exit', () => started.forEach(child => child.kill('SIGKILL')));
for (const signal of ['SIGINT', 'SIGTERM'])
    process.on(signal, () => process.exit(130));

// A port that is free now.
export function freePort() {
    return new Promise(resolve => {
        const server = createServer().listen(0, '127.0.0.1', () => {
            const { port } = server.address();
            server.close(() => resolve(port));
        });
    });
}

function pinned(command, ...words) {
    const child = spawn('taskset', ['-c', '0', command, ...words], { stdio: ['ignore', 'pipe', 'pipe'] });
    child.said = '';
    child.stderr.on('data', bytes => { child.said += bytes; });
    started.add(child);
    child.on('exit', () => started.delete(child));
    return child;
}

export async function stop(child) {
    if (child.exitCode !== null)
        return;
    const gone = new Promise(resolve => child.on('exit', resolve));
    child.kill('SIGTERM');
    await gone;
}

// The certificate of a server that only this run talks to.
export function makeCertificate(folder) {
    const [cert, key] = [join(folder, 'cert.pem'), join(folder, 'key.pem')];
    execFileSync('openssl', ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1',
        '-nodes', '-days', '1', '-subj', '/CN=localhost', '-keyout', key, '-out', cert], { stdio: 'ignore' });
    return { cert, key };
}

// Runs `sala serve` until it listens; `startMs` is how long that took.
export async function startSala(program, database, tls) {
    const port = await freePort();
    const words = ['serve', '--database', database, '--listen', `127.0.0.1:${port}`];
    if (tls)
        words.push('--tls-cert', tls.cert, '--tls-key', tls.key);
    const begin = performance.now();
    const child = pinned(program, ...words);
    let said = '';
    let startMs = 0;
    await new Promise((resolve, reject) => {
        child.stdout.on('data', bytes => {
            startMs ||= performance.now() - begin;
            said += bytes;
            if (said.includes('/login/'))
                resolve();
        });
        child.on('exit', () => reject(new Error(`sala did not start: ${child.said}`)));
    });
    return {
        child, startMs, address: `${tls ? 'https' : 'http'}://127.0.0.1:${port}`,
        signInPath: said.match(/\/login\/\S+/)[0],
    };
}

// nginx with one worker that serves `files` (name -> bytes) from memory and disk cache.
export async function startNginx(folder, files, tls) {
    const [port, tlsPort] = [await freePort(), await freePort()];
    mkdirSync(join(folder, 'files'));
    for (const [name, bytes] of Object.entries(files))
        writeFileSync(join(folder, 'files', name), bytes);
    writeFileSync(join(folder, 'nginx.conf'), `
${process.getuid() === 0 ? 'user root;' : ''}
daemon off; worker_processes 1; pid ${folder}/nginx.pid; error_log ${folder}/nginx.log;
events { worker_connections 1024; }
http {
    access_log off; sendfile on; tcp_nopush on; keepalive_requests 100000000;
    open_file_cache max=100; default_type text/html;
    client_body_temp_path ${folder}/a; proxy_temp_path ${folder}/b; fastcgi_temp_path ${folder}/c;
    uwsgi_temp_path ${folder}/d; scgi_temp_path ${folder}/e;
    server {
        listen 127.0.0.1:${port}; listen 127.0.0.1:${tlsPort} ssl;
        ssl_certificate ${tls.cert}; ssl_certificate_key ${tls.key};
        root ${folder}/files;
    }
}`);
    const child = pinned('nginx', '-e', join(folder, 'nginx.log'), '-c', join(folder, 'nginx.conf'));
    const nginx = { child, address: `http://127.0.0.1:${port}`, tlsAddress: `https://127.0.0.1:${tlsPort}` };
    const name = Object.keys(files)[0];
    for (let tries = 0; tries < 100; ++tries) {
        try {
            await fetchOnce(`${nginx.address}/${name}`);
            return nginx;
        } catch {
            await new Promise(resolve => setTimeout(resolve, 50));
        }
    }
    throw new Error(`nginx did not start: ${child.said}${readFileSync(join(folder, 'nginx.log'))}`);
}

// One request without keep-alive; certificates are not checked, for they are our own.
export function fetchOnce(address, { method = 'GET', headers = {}, body } = {}) {
    const ask = address.startsWith('https') ? tlsRequest : plainRequest;
    return new Promise((resolve, reject) => {
        const sent = ask(address, { method, headers, agent: false, rejectUnauthorized: false }, reply => {
            const pieces = [];
            reply.on('data', piece => pieces.push(piece));
            reply.on('end', () => resolve({
                status: reply.statusCode, headers: reply.headers, bytes: Buffer.concat(pieces),
            }));
        });
        sent.on('error', reject);
        sent.end(body);
    });
}

// Signs the secretariat in through the one-time link, as the button on its page does.
export async function signIn(sala) {
    const reply = await fetchOnce(sala.address + sala.signInPath, {
        method: 'POST', headers: { 'content-type': 'application/x-www-form-urlencoded' }, body: '',
    });
    const cookie = (reply.headers['set-cookie'] ?? []).find(one => one.startsWith('__Host-sala='));
    if (reply.status !== 303 || !cookie)
        throw new Error(`signing in answered ${reply.status}`);
    return cookie.split(';')[0];
}

// What the program holds of the machine's memory, in MiB (VmRSS, proc(5)).
export function memoryMib(child) {
    const status = readFileSync(`/proc/${child.pid}/status`, 'utf8');
    return Number(status.match(/^VmRSS:\s+(\d+) kB/m)[1]) / 1024;
}
