// SPDX-License-Identifier: Apache-2.0
//
// Measures Sala and nginx with nchan with the same watchers, the same bytes and the same acts.
//   node bench/floor/measure.mjs ROOT FOLDER [--document]

import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { createConnection } from 'node:net';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import * as programs from '../web/programs.mjs';
import { startNchan } from './nchan.mjs';
import { Watchers } from './watchers.mjs';

const [root, folder, document] = process.argv.slice(2);
const program = join(root, 'build/release/sala');
const figures = {};
const at = (sorted, share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
const round = value => Number(value.toPrecision(3));
const rest = milliseconds => new Promise(done => setTimeout(done, milliseconds));

function note(name, value, unit, goal = '', peer = undefined) {
    figures[name] = { value: round(value), unit, goal, ...(peer === undefined ? {} : { peer: round(peer) }) };
    console.log(name.padEnd(30), String(round(value)).padStart(8), unit.padEnd(4), goal.padEnd(8),
        peer === undefined ? '' : `nchan ${round(peer)}`);
}

// Memory of the machine that is not free again: the server's, and half of what the kernel holds for
// connections, because both of their ends are here.
const residentKib = child => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))[1]);
// What it has used of its processor, in milliseconds: other programs of the machine change it little.
const usedMs = child => {
    const fields = readFileSync(`/proc/${child.pid}/stat`, 'utf8').split(') ')[1].split(' ');
    return (Number(fields[11]) + Number(fields[12])) * 10;
};
const kernelKib = () => Number(/^Slab:\s+(\d+)/m.exec(readFileSync('/proc/meminfo', 'utf8'))[1]);

// Asks for a public page every 20 ms while `work` goes on; the 99th percentile of the answers.
async function pageMeanwhile(address, work) {
    const times = [];
    let over = false;
    const asking = (async () => {
        while (!over) {
            const begin = performance.now();
            // A page that is refused or broken off counts as one that never came.
            const came = await programs.fetchOnce(address).then(reply => reply.status === 200, () => false);
            times.push(came ? performance.now() - begin : Infinity);
            await rest(20);
        }
    })();
    await work();
    over = true;
    await asking;
    return at(times.sort((a, b) => a - b), 0.99);
}

// {perWatcher, fanOut: {count: [p50, p99]}, page, storm} of one server.
async function measured(server, path, act, page, counts, acts) {
    const watchers = new Watchers(root, server.address, path);
    const result = { fanOut: {}, used: {} };
    const [before, kernelBefore] = [residentKib(server.child), kernelKib()];
    const said = words => console.error(`${(performance.now() / 1000).toFixed(0).padStart(5)} s  ${server.address}: ${words}`);
    for (const count of counts) {
        await watchers.grow(count);
        await rest(1500);
        const [own, kernel] = [(residentKib(server.child) - before) / count, (kernelKib() - kernelBefore) / 2 / count];
        result.perWatcher = own + kernel;
        said(`${count} watch, each with ${round(own)} KiB of its own and ${round(kernel)} of the kernel's`);
        const all = [];
        const usedBefore = usedMs(server.child);
        result.page = await pageMeanwhile(page, async () => {
            for (let i = 0; i < acts; ++i) {
                all.push(...await watchers.tell(act));
                await rest(300);
            }
        });
        result.used[count] = (usedMs(server.child) - usedBefore) / acts;
        all.sort((a, b) => a - b);
        result.fanOut[count] = [at(all, 0.5), at(all, 0.99)];
        said(`an act is on the screens after ${round(at(all, 0.5))}, ${round(at(all, 0.99))} ms; a page ${round(result.page)} ms; ${round(result.used[count])} ms of the processor an act`);
    }
    result.storm = await watchers.storm();
    said(`all are back after ${round(result.storm)} s; ${round(result.perWatcher)} KiB each`);
    if (watchers.again > 0)
        console.error(`${watchers.again} times a watcher was turned away and came back`);
    watchers.end();
    return result;
}

// What an event costs on the wire, with all that the stream puts around it: [a frame after `act`, the
// next heartbeat], without TLS.
async function bytesOf(address, path, act, heartbeat) {
    const { port } = new URL(address);
    const socket = createConnection(Number(port), '127.0.0.1');
    let bytes = 0;
    socket.on('data', data => { bytes += data.length; });
    socket.write(`GET ${path} HTTP/1.1\r\nHost: localhost\r\nAccept: text/event-stream\r\n\r\n`);
    await rest(1500);
    const since = async work => {
        bytes = 0;
        await work();
        return bytes;
    };
    const event = await since(() => act().then(() => rest(1000)));
    const beat = heartbeat ? await since(async () => {
        for (const begin = performance.now(); bytes === 0 && performance.now() - begin < 30_000;)
            await rest(100);
    }) : undefined;
    socket.destroy();
    return [event, beat];
}

// How many watch: BENCH_FLOOR_WATCHERS=1000 for a look at a busy machine.
const asked = Number(process.env.BENCH_FLOOR_WATCHERS ?? 0);
const counts = asked ? [asked] : [5000, 10_000, 15_000];
const fewer = asked ? counts : counts.slice(0, 2);
const database = join(folder, 'sala.db');
execFileSync(program, ['import', join(root, 'samples/phnom-penh-2022'), '--database', database]);
const tls = programs.makeCertificate(folder);
const sitting = '/phnom-penh-2022/sittings/main-cities';
const stream = `${sitting}/live?audience=hall&language=en`;
async function withSala(secure, work) {
    const sala = await programs.startSala(program, database, secure ? tls : undefined);
    const cookie = await programs.signIn(sala);
    const page = await programs.fetchOnce(sala.address + `${sitting}/chair`, { headers: { cookie } });
    const csrf = /name="csrf" value="([^"]+)"/.exec(page.bytes.toString())[1];
    let version = Number(/name="version" value="(\d+)"/.exec(page.bytes.toString())[1]);
    let frame = 0;
    // The same step again and again: a message on the screens.
    const act = async (step = 'message') => {
        const reply = await programs.fetchOnce(`${sala.address}${sitting}/chair`, {
            method: 'POST', headers: { cookie, accept: 'application/json', 'content-type': 'application/x-www-form-urlencoded' },
            body: new URLSearchParams({ csrf, version: String(version), step, words: `Message ${++frame}` }).toString(),
        });
        if (reply.status !== 200)
            throw new Error(`an act was answered ${reply.status}: ${reply.bytes}`);
        version = JSON.parse(reply.bytes).version;
    };
    const result = await work(sala, act);
    await programs.stop(sala.child);
    return result;
}

const own = {};
for (const secure of [false, true])
    own[secure] = await withSala(secure, (sala, act) => measured(sala, stream, act,
        `${sala.address}/phnom-penh-2022/programme`, secure ? fewer : counts, 10));

const wire = {};
// While somebody speaks.
await withSala(false, async (sala, act) => {
    for (const step of ['open', 'give', 'start'])
        await act(step);
    for (const audience of ['hall', 'everybody', 'desk'])
        [wire[audience], wire.heartbeat] = await bytesOf(sala.address,
            `${sitting}/live?audience=${audience}&language=en`, act, audience === 'desk');
});

// As many bytes as Sala's frame has.
const frame = JSON.stringify({ version: 1, html: 'x'.repeat(1500) });
const peers = {};
for (const secure of [false, true]) {
    const nchan = await startNchan(folder, tls, secure);
    const publish = () => programs.fetchOnce(`${nchan.address}/tell`, { method: 'POST', body: frame });
    await publish();
    peers[secure] = await measured(nchan, '/watch', publish, `${nchan.address}/page`,
        secure ? fewer : counts, 10);
    await programs.stop(nchan.child);
}

for (const [secure, ending] of [[false, ''], [true, '_tls']]) {
    const [sala, nchan] = [own[secure], peers[secure]];
    note(`watcher${ending}_kib`, sala.perWatcher, 'KiB', secure ? '' : '≤ 6', nchan.perWatcher);
    for (const [count, [p50, p99]] of Object.entries(sala.fanOut)) {
        const goal = secure ? '' : { 5000: '≤ 75', 15_000: '≤ 175' }[count] ?? '';
        note(`act_${count}${ending}_processor_ms`, sala.used[count], 'ms', '', nchan.used[count]);
        note(`fan_out_${count}${ending}_p50_ms`, p50, 'ms', '', nchan.fanOut[count][0]);
        note(`fan_out_${count}${ending}_p99_ms`, p99, 'ms', goal, nchan.fanOut[count][1]);
    }
    note(`page_p99_meanwhile${ending}_ms`, sala.page, 'ms', secure ? '' : '≤ 25', nchan.page);
    note(`storm_back${ending}_s`, sala.storm, 's', secure ? '' : '≤ 10', nchan.storm);
}
for (const audience of ['hall', 'everybody', 'desk'])
    note(`event_${audience}_bytes`, wire[audience], 'B');
note('heartbeat_bytes', wire.heartbeat, 'B');
writeFileSync(join(root, 'build/bench/floor.json'), JSON.stringify(figures, null, 2) + '\n');
if (document === '--document') {
    const missed = ({ value, goal }) => goal && value > Number(goal.slice(2)) ? ' (missed)' : '';
    const table = '| figure | value | unit | goal | nginx with nchan |\n|---|--:|---|--:|--:|\n' +
        Object.entries(figures).map(([name, one]) =>
            `| \`${name}\` | ${one.value}${missed(one)} | ${one.unit} | ${one.goal} | ${one.peer ?? ''} |\n`).join('') +
        `\nMachine: ${cpus().length} processors, ${cpus()[0].model}; of what ran on it ${loadavg()[2].toFixed(1)} wanted a processor at a time, two of them these.\n`;
    const path = join(root, 'docs/numbers.md');
    writeFileSync(path, readFileSync(path, 'utf8')
        .replace(/(<!-- bench:floor -->\n)[\s\S]*?(<!-- \/bench -->)/, `$1${table}$2`));
}
process.exit(0);
