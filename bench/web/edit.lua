-- SPDX-License-Identifier: Apache-2.0
--
-- Each thread of wrk is one person of the secretariat who changes the note of one row again and
-- again, each time from the version that the last change left.
-- Arguments: cookie, CSRF token, then PATH=VERSION for each thread.

local threads = 0

function setup(thread)
    thread:set("number", threads)
    threads = threads + 1
end

function init(arguments)
    cookie, csrf = arguments[1], arguments[2]
    path, version = arguments[3 + number]:match("^(.*)=(%d+)$")
    version = tonumber(version)
end

function request()
    local body = "csrf=" .. csrf .. "&version=" .. version .. "&note_en=Change+number+" .. version
    return wrk.format("POST", path, {
        ["Cookie"] = cookie,
        ["Content-Type"] = "application/x-www-form-urlencoded",
    }, body)
end

function response(status)
    if status == 303 then
        version = version + 1
    end
end
