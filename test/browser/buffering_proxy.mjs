// SPDX-License-Identifier: Apache-2.0
//
// The proxy of a hotel: hands an answer on only when it has ended. A stream that never ends never
// arrives through it.
//   import { bufferingProxy } from './buffering_proxy.mjs'    answers {address, stop()}
//   node test/browser/buffering_proxy.mjs http://127.0.0.1:8080 [PORT]     to try it by hand

import { createServer, request as ask } from 'node:http';
import { connect, createServer as createNet } from 'node:net';

export async function bufferingProxy(upstream, port = 0) {
    const { hostname, port: to } = new URL(upstream);
    const held = new Set();
    const server = createServer((request, reply) => {
        const onward = ask({ hostname, port: to, method: request.method, path: request.url, headers: request.headers },
            answer => {
                const parts = [];
                answer.on('data', part => parts.push(part));
                answer.on('end', () => reply.writeHead(answer.statusCode, answer.headers).end(Buffer.concat(parts)));
                answer.on('error', () => reply.destroy());
            });
        held.add(onward);
        onward.on('close', () => held.delete(onward));
        onward.on('error', () => reply.destroy());
        reply.on('close', () => onward.destroy());
        request.pipe(onward);
    }).listen(port, '127.0.0.1');
    await new Promise(done => server.once('listening', done));
    return {
        address: `http://127.0.0.1:${server.address().port}`,
        stop: () => {
            held.forEach(one => one.destroy());
            server.closeAllConnections();
            return new Promise(done => server.close(done));
        },
    };
}

// A network that can go: passes everything on, until it is cut, or hushed: then connections stay
// open and nothing comes through any more, as when a phone leaves the house. `asked`: the first lines
// of what was asked for.
export async function breakingNetwork(upstream) {
    const { hostname, port } = new URL(upstream);
    const open = new Set();
    const network = {
        isCut: false,
        isHushed: false,
        asked: [],
        // Afterwards connections that were held are gone, as after a new address.
        hush(is) {
            network.isHushed = is;
            if (!is)
                open.forEach(socket => socket.destroy());
        },
        cut(is) {
            network.isCut = is;
            if (is)
                open.forEach(socket => socket.destroy());
        },
    };
    const server = createNet(near => {
        if (network.isCut)
            return near.destroy();
        const far = connect(Number(port), hostname);
        for (const [one, other] of [[near, far], [far, near]]) {
            open.add(one);
            one.on('close', () => { open.delete(one); other.destroy(); });
            one.on('error', () => other.destroy());
            one.on('data', bytes => {
                if (one === near && !network.isHushed)
                    network.asked.push(bytes.toString('latin1').split('\r\n', 1)[0]);
                if (!network.isHushed)
                    other.write(bytes);
            });
        }
    }).listen(0, '127.0.0.1');
    await new Promise(done => server.once('listening', done));
    network.address = `http://127.0.0.1:${server.address().port}`;
    network.stop = () => { network.cut(true); server.close(); };
    return network;
}

if (process.argv[1]?.endsWith('buffering_proxy.mjs') && process.argv[2]) {
    const proxy = await bufferingProxy(process.argv[2], Number(process.argv[3] ?? 0));
    console.log(`holding back what is not finished: ${proxy.address}`);
}
