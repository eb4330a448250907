// SPDX-License-Identifier: Apache-2.0
//
// An address for every GET route of the program, in the two samples. A route without one is an
// error, so that no page is added that nobody looks at.

import { execFileSync } from 'node:child_process';

// What stands for each parameter, for the first that fits: a route, or any.
const samples = {
    forum: [[/report|organisations/, 'bangkok-2019'], [/./, 'phnom-penh-2022']],
    city: [[/./, 'bangkok']],
    delegation: [[/./, 'bangkok']],
    list: [[/./, 'arrivals']],
    intervention: [[/./, 'smaller-cities-bangkok']],
    key: [[/wants/, 'bangkok-less-burning'], [/./, 'main-cities']],
    number: [[/./, '4']],
    organisation: [[/./, 'uclg-aspac']],
    person: [[/./, 'chadchart-sittipunt']],
    report: [[/./, 'amf-5-summary']],
    sheet: [[/wants/, 'needs'], [/./, 'sittings']],
    sitting: [[/./, 'main-cities']],
    topic: [[/./, 'disaster-management']],
};
// Answers of programs, not pages; or pages that the journeys visit, because they come once only.
const elsewhere = ['/api/live', '/api/openapi', '/about/language', '/about/certificate/authority', '/photos/{photo}', '/speeches/{speech}',
    '/login/{token}', '/login/out', '/login/provider', '/login/mine/data', '/{forum}/door/list', '/{forum}/door/manifest',
    '/{forum}/door-worker', '/{forum}/workbook', '/{forum}/bilaterals/sheets', '/{forum}/bilaterals/desk-sheets',
    '/{forum}/bilaterals/plan/move', '/{forum}/bilaterals/clock', '/{forum}/delegations/{delegation}/commitments/{commitment}',
    '/{forum}/delegations/{delegation}/meetings/{meeting}',
    '/{forum}/delegations/{delegation}/meetings/{meeting}/terms',
    '/{forum}/delegations/{delegation}/meetings/{meeting}/agreement',
    '/{forum}/delegations/{delegation}/meetings/{meeting}/company',
    '/{forum}/delegations/{delegation}/meetings/{meeting}/outcome',
    '/{forum}/delegations/{delegation}/meetings/{meeting}/brief', '/{forum}/sittings/{sitting}/live',
    '/{forum}/screens/{screen}', '/{forum}/screens/{screen}/live',
    '/{forum}/outbox/{letter}', '/{forum}/unsubscribe/{token}', '/{forum}/mine/photo', '/{forum}/mine/badge', '/{forum}/handed-over',
    '/{forum}/reports/{report}/versions/{version}'];
// Pages about somebody who has to be there first: people_browser_test.mjs opens them.
const withPeople = ['/{forum}/invitation/{token}', '/{forum}/circulars/{circular}', '/{forum}/invitations/{invitation}', '/{forum}/invitations/{invitation}/again',
    '/{forum}/badge-prints/{print}', '/{forum}/delegations/{delegation}/vehicles/{pass}', '/{forum}/registrations/{registration}/erase', '/{forum}/registrations/{registration}/visa-letter', '/login/all/{login}/erase', '/login/all/{login}/lost-device'];
const alsoPublic = {
    'programme-by-time': '/phnom-penh-2022/programme?by=time',
    'programme-by-topic': '/phnom-penh-2022/programme?by=topic',
    'programme-by-city': '/phnom-penh-2022/programme?by=city',
    'bangkok': '/bangkok-2019',
    'bangkok-programme': '/bangkok-2019/programme',
    'search-thai': '/search?q=%E0%B8%9C%E0%B8%B1%E0%B8%87%E0%B9%80%E0%B8%A1%E0%B8%B7%E0%B8%AD%E0%B8%87',
    'search-nothing': '/phnom-penh-2022/search?q=zanzibar',
};

function filled(path, people) {
    return path.replace(/\{(\w+)\}/g, (whole, name) => {
        if (people[name])
            return people[name];
        const found = samples[name]?.find(([route]) => route.test(path));
        if (!found)
            throw new Error(`test/browser/pages.mjs has no sample for ${whole} in ${path}`);
        return found[1];
    });
}

// {name: address} of what the permission may see. `people`: what stands for parameters that name
// somebody; without it those pages are left out.
export function pagesFor(permission, people) {
    const pages = {};
    for (const line of execFileSync(process.env.SALA_PROGRAM, ['routes'], { encoding: 'utf8' }).trim().split('\n')) {
        const [method, path, allowed, file] = line.split(' ');
        if (method !== 'GET' || allowed !== permission || elsewhere.includes(path))
            continue;
        if (people || !withPeople.includes(path))
            pages[file.split('/').pop().replace('.cpp', '').replaceAll('_', '-')] = filled(path, people ?? {});
    }
    return permission === 'anyone' && !people ? { ...pages, ...alsoPublic } : pages;
}

// Of one permission, those that need somebody.
export function pagesAboutPeople(permission, people) {
    const without = Object.keys(pagesFor(permission));
    return Object.fromEntries(Object.entries(pagesFor(permission, people)).filter(([name]) => !without.includes(name)));
}
