// SPDX-License-Identifier: Apache-2.0
//
// nginx with nchan, one worker on processor 0: the server that is compared.

import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fetchOnce, freePort } from '../web/programs.mjs';

const module = '/usr/lib/nginx/modules/ngx_nchan_module.so';

export async function startNchan(folder, tls, secure) {
    if (!existsSync(module))
        throw new Error(`${module} is missing; bin/setup --with bench installs it`);
    const port = await freePort();
    const place = join(folder, secure ? 'nchan-tls' : 'nchan');
    mkdirSync(place);
    writeFileSync(join(place, 'nginx.conf'), `
load_module ${module};
${process.getuid() === 0 ? 'user root;' : ''}
daemon off; master_process off; worker_processes 1; worker_rlimit_nofile 20000;
pid ${place}/nginx.pid; error_log ${place}/nginx.log;
events { worker_connections 19000; }
http {
    access_log off; default_type text/html; nchan_shared_memory_size 256M;
    client_body_temp_path ${place}/a; proxy_temp_path ${place}/b; fastcgi_temp_path ${place}/c;
    uwsgi_temp_path ${place}/d; scgi_temp_path ${place}/e;
    server {
        listen 127.0.0.1:${port} ${secure ? 'ssl' : ''} backlog=4096;
        ${secure ? `ssl_certificate ${tls.cert}; ssl_certificate_key ${tls.key};` : ''}
        location = /watch { nchan_subscriber eventsource; nchan_channel_id floor; nchan_subscriber_first_message -1; }
        location = /tell { nchan_publisher; nchan_channel_id floor; nchan_message_buffer_length 16; }
        location = /page { return 200 "${'x'.repeat(4000)}"; }
    }
}`);
    const child = spawn('taskset', ['-c', '0', 'nginx', '-e', join(place, 'nginx.log'), '-c', join(place, 'nginx.conf')],
        { stdio: ['ignore', 'pipe', 'pipe'] });
    process.on('exit', () => child.kill('SIGKILL'));
    const address = `${secure ? 'https' : 'http'}://127.0.0.1:${port}`;
    for (let tries = 0; tries < 100; ++tries) {
        try {
            await fetchOnce(`${address}/page`);
            return { child, address };
        } catch {
            await new Promise(done => setTimeout(done, 50));
        }
    }
    throw new Error(`nginx did not start: ${readFileSync(join(place, 'nginx.log'))}`);
}
