// SPDX-License-Identifier: Apache-2.0

#include "store/change_listener.hpp"

#include "store/postgresql_connection.hpp"
#include "store/store.hpp"

#include <memory>

#include <libpq-fe.h>
#include <poll.h>
#include <unistd.h>

namespace sala::store {

namespace {

constexpr int retry_milliseconds = 250;
constexpr int connect_steps_max = 200;

// Waits until the socket is ready; false when the program stops meanwhile.
bool ready(int socket, short what, int stop, int milliseconds)
{
    pollfd watched[] = {{stop, POLLIN, 0}, {socket, what, 0}};
    poll(watched, 2, milliseconds);
    return watched[0].revents == 0;
}

}  // namespace

// A connection that is opened step by step, so that a silent server cannot delay the stop.
class ChangeListener::Line {
public:
    Line(const std::string& address, const std::string& channel, int stop)
        : line_(PQconnectStart(address.c_str()), &PQfinish)
    {
        PQsetNoticeProcessor(line_.get(), [](void*, const char*) {}, nullptr);
        auto wanted = PGRES_POLLING_WRITING;
        for (int n = 0; n < connect_steps_max && PQstatus(line_.get()) != CONNECTION_BAD; ++n) {
            const short what = wanted == PGRES_POLLING_READING ? POLLIN : POLLOUT;
            if (!ready(PQsocket(line_.get()), what, stop, 10'000))
                return;
            wanted = PQconnectPoll(line_.get());
            if (wanted == PGRES_POLLING_OK || wanted == PGRES_POLLING_FAILED)
                break;
        }
        if (wanted != PGRES_POLLING_OK)
            return;
        const auto sql = "LISTEN " + channel;
        PGresult* result = PQexec(line_.get(), sql.c_str());
        is_listening_ = PQresultStatus(result) == PGRES_COMMAND_OK;
        PQclear(result);
    }

    bool is_listening() const { return is_listening_; }

    // What somebody else has told; waits for the server to say anything.
    std::vector<std::string> hears_others(int stop, const std::string& own_news)
    {
        std::vector<std::string> others;
        if (!ready(PQsocket(line_.get()), POLLIN, stop, -1))
            return others;
        is_listening_ = PQconsumeInput(line_.get()) == 1 && PQstatus(line_.get()) == CONNECTION_OK;
        while (PGnotify* news = PQnotifies(line_.get())) {
            if (!std::string_view(news->extra).starts_with(own_news))
                others.emplace_back(news->extra);
            PQfreemem(news);
        }
        return others;
    }

private:
    std::unique_ptr<PGconn, decltype(&PQfinish)> line_;
    bool is_listening_ = false;
};

ChangeListener::ChangeListener(std::string address, std::string channel, std::string own_news,
                               Heard heard)
    : address_(std::move(address)),
      channel_(std::move(channel)),
      own_news_(std::move(own_news)),
      heard_(std::move(heard))
{
    int ends[2];
    if (pipe(ends) != 0)
        throw StoreFault("No pipe is left for the listener of the store.", false);
    stop_read_ = ends[0];
    stop_write_ = ends[1];
    thread_ = std::thread([this, line = std::make_shared<Line>(address_, channel_, stop_read_)] {
        listen(std::move(*line));
    });
}

ChangeListener::~ChangeListener()
{
    ::close(stop_write_);  // the other end becomes readable
    thread_.join();
    ::close(stop_read_);
}

bool ChangeListener::stops_within(int milliseconds) const
{
    pollfd stop{stop_read_, POLLIN, 0};
    return poll(&stop, 1, milliseconds) != 0;
}

void ChangeListener::listen(Line line)
{
    while (!stops_within(0)) {
        if (!line.is_listening()) {
            if (stops_within(retry_milliseconds))
                return;
            line = Line(address_, channel_, stop_read_);
            if (line.is_listening())
                heard_({});
        } else if (const auto news = line.hears_others(stop_read_, own_news_); !news.empty()) {
            heard_(news);
        }
    }
}

}  // namespace sala::store
