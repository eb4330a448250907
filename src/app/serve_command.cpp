// SPDX-License-Identifier: Apache-2.0
//
// Opens the doors: router, hub, postman and server, until somebody stops the program.

#include "app/serve_command.hpp"

#include "app/commands.hpp"
#include "app/kept_data.hpp"
#include "app/openapi.hpp"
#include "app/program.hpp"
#include "app/verbs.hpp"
#include "app/watching.hpp"
#include "base/version.hpp"
#include "bilateral/planning.hpp"
#include "forum/grant_store.hpp"
#include "mail/postman.hpp"
#include "registration/registered_login.hpp"
#include "store/other_copies.hpp"
#include "store/writer_lease.hpp"
#include "web/login_store.hpp"
#include "web/provider.hpp"
#include "web/router.hpp"
#include "web/server.hpp"
#include "web/sign_in_wish.hpp"

#include <fmt/format.h>
#include <spdlog/spdlog.h>

#include <charconv>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <thread>

namespace sala::app {

namespace {

// Waits for Ctrl-C or a service manager, then stops the server; meanwhile, every hour, keeps this
// program's number among the writers and forgets what is past its time. Signals are blocked in all
// other threads, so that nothing is interrupted halfway.
class StopsOnSignal {
public:
    StopsOnSignal(web::Server& server, Program& program, Watching& watching)
    {
        thread_ = std::thread([this, &server, &program, &watching] {
            // The first time soon: a server that is begun anew every day forgets as well.
            timespec pause{600, 0};
            while (sigtimedwait(&signals_, nullptr, &pause) < 0) {
                every_hour(program, watching);
                pause.tv_sec = 3600;
            }
            server.stop();
        });
    }
    ~StopsOnSignal()
    {
        // Every thread blocks it, and this one waits for it.
        // NOLINTNEXTLINE(bugprone-bad-signal-to-kill-thread)
        pthread_kill(thread_.native_handle(), SIGTERM);
        thread_.join();
    }
    StopsOnSignal(const StopsOnSignal&) = delete;
    StopsOnSignal& operator=(const StopsOnSignal&) = delete;

    static sigset_t block()
    {
        sigset_t signals;
        sigemptyset(&signals);
        sigaddset(&signals, SIGINT);
        sigaddset(&signals, SIGTERM);
        pthread_sigmask(SIG_BLOCK, &signals, nullptr);
        return signals;
    }

private:
    static void every_hour(Program& program, Watching& watching)
    {
        try {
            store::renew_writer(*program.store, program.writer);
            web::forget_in_time(*program.store, all_kept_data(), clock_now());
            watching.tell({"erased:in-time"});
        } catch (const std::exception& fault) {
            spdlog::error("what is done every hour could not be done: {}", fault.what());
        }
    }

    sigset_t signals_ = block();
    std::thread thread_;
};

web::ServerOptions server_options(const ServeCommand& command, const Listening& listening)
{
    web::ServerOptions options;
    options.host = listening.host;
    options.port = listening.port;
    options.tls_certificate = command.tls_certificate;
    options.tls_key = command.tls_key;
    options.workers = command.workers;
    options.log_file = command.log_file;
    options.log_json = command.log_json;
    return options;
}

mail::SmtpOptions smtp_options(const ServeCommand& command)
{
    mail::SmtpOptions options;
    options.address = command.smtp;
    // The password comes by the environment, where no list of processes shows it.
    if (const char* user = std::getenv("SALA_SMTP_USER"))
        options.user = user;
    if (const char* password = std::getenv("SALA_SMTP_PASSWORD"))
        options.password = password;
    options.from = {command.mail_from, "Sala"};
    return options;
}

std::string address_here(const ServeCommand& command, const Listening& listening,
                         std::uint16_t port)
{
    const bool everywhere = listening.host == "0.0.0.0" || listening.host == "::";
    const auto host = everywhere ? "127.0.0.1" : listening.host;
    return fmt::format("{}://{}:{}", command.tls_certificate.empty() ? "http" : "https", host,
                       port);
}

void print_welcome(const ServeCommand& command, const Listening& listening, std::uint16_t port,
                   Program& program)
{
    const auto here = address_here(command, listening, port);
    fmt::print("Sala is open at {}/\n", here);
    if (listening.host == "0.0.0.0" || listening.host == "::") {
        for (const auto& address : network_addresses())
            fmt::print("For phones on this network: {}://{}:{}/\n",
                       command.tls_certificate.empty() ? "http" : "https", address, port);
        if (command.tls_certificate.empty())
            fmt::print("Without a certificate the network sees public pages only; signing in works "
                       "on this machine.\n");
    }
    if (!command.quiet) {
        std::string token;
        program.store->write([&](store::Session& session) {
            token = web::make_sign_in_link(
                session, web::secretariat_login(session, clock_now(), *program.numbering),
                clock_now());
            return true;
        });
        fmt::print(
            "The secretariat signs in with this link, once, within 15 minutes:\n{}/login/{}\n",
            command.public_url.empty() ? here : command.public_url, token);
    }
    std::fflush(stdout);
}

web::OpenIdProvider provider_of(const ServeCommand& command)
{
    // Its secret comes by the environment, where no list of processes shows it.
    const char* secret = std::getenv("SALA_PROVIDER_SECRET");
    auto issuer = command.provider_issuer;
    while (issuer.ends_with('/'))
        issuer.pop_back();
    return {command.provider_name.empty() ? issuer : command.provider_name, issuer,
            command.provider_client, secret ? secret : ""};
}

// Everything behind the door.
struct Inside {
    Inside(const ServeCommand& command, live::Hub& hub)
        : provider(provider_of(command)),
          program(command.database),
          watching(*program.store, hub),
          told(house(command, *program.numbering)),
          router(*program.store, told, all_verbs(),
                 [this](const std::vector<std::string>& topics) { watching.tell(topics); }),
          others(
              *program.store, command.database,
              [this](const std::vector<std::string>& topics) { watching.told_elsewhere(topics); }),
          planning(*program.store, clock_now,
                   [this](const std::vector<std::string>& topics) { watching.tell(topics); })
    {
    }

    web::House house(const ServeCommand& command, Numbering& numbering)
    {
        web::House house{command.public_url, true, version, clock_now, &numbering, {}};
        house.mail_leaves = !command.smtp.empty();
        house.roles_at = forum::roles_at;
        house.kept_data = &all_kept_data();
        if (!provider.issuer.empty())
            house.provider = &provider;
        house.describe_api = [address = command.public_url] {
            return describe_api(all_verbs(), version, address).write() + "\n";
        };
        return house;
    }

    web::OpenIdProvider provider;
    Program program;
    Watching watching;
    web::House told;
    web::Router router;
    store::OtherCopies others;
    bilateral::Planning planning;
};

}  // namespace

Result<Listening> read_listen(const std::string& words)
{
    const auto colon = words.rfind(':');
    unsigned port = 0;
    const auto* begin = words.data() + colon + 1;
    const auto* end = words.data() + words.size();
    const bool number =
        colon != std::string::npos && std::from_chars(begin, end, port).ptr == end && begin != end;
    if (!number || port > 65535)
        return invalid(
            "listen", "not-an-address",
            "“{value}” is not an address to listen on. Write one such as 127.0.0.1:8080.",
            {{"value", words}});
    auto host = words.substr(0, colon);
    if (host.starts_with('[') && host.ends_with(']'))
        host = host.substr(1, host.size() - 2);
    return Listening{host.empty() ? "127.0.0.1" : host, static_cast<std::uint16_t>(port)};
}

int run(const ServeCommand& command)
{
    const auto listening = read_listen(command.listen);
    if (!listening) {
        fmt::print(stderr, "{}\n", listening.refusal().sentence.english());
        return 2;
    }
    if (command.tls_certificate.empty() != command.tls_key.empty()) {
        fmt::print(stderr, "--tls-cert and --tls-key belong together. Name both, or neither.\n");
        return 2;
    }
    if (!command.smtp.empty() && command.mail_from.empty()) {
        fmt::print(stderr, "Letters need a sender. Give --mail-from beside --smtp.\n");
        return 2;
    }
    if (command.smtp.empty() && !command.mail_from.empty()) {
        fmt::print(stderr, "A sender alone sends nothing. Give --smtp beside --mail-from.\n");
        return 2;
    }
    if (!command.provider_issuer.empty() &&
        (command.provider_client.empty() || command.public_url.empty())) {
        fmt::print(stderr, "A provider that signs people in needs --provider-client, and "
                           "--public-url to come back to.\n");
        return 2;
    }
    for (const auto& file : {command.tls_certificate, command.tls_key})
        if (!file.empty() && !std::filesystem::exists(file)) {
            fmt::print(stderr,
                       "There is no file {}. Name the certificate chain and its key, both "
                       "PEM, or make them with sala certificate.\n",
                       file);
            return 1;
        }
    const auto blocked = StopsOnSignal::block();
    static_cast<void>(blocked);
    // The lanes let pages in between (web/server_lane.cpp), so the hub itself need rarely rest.
    live::Hub hub({.batch = 1024});
    std::unique_ptr<Inside> inside;  // outlives the server, whose handlers ask it
    // The port comes first: when it is taken, no new store is left behind.
    web::Server server(
        server_options(command, *listening),
        [&inside](const web::Request& request) { return inside->router.answer(request); },
        web::Router::sort, hub,
        [&inside](const web::Request& request) { return inside->router.at_once(request); });
    inside = std::make_unique<Inside>(command, hub);
    mail::Postman postman(
        *inside->program.store, smtp_options(command), [&inside](store::Store& store) {
            return web::answer_wishes(store, {inside->told, registration::registered_login},
                                      clock_now());
        });
    if (postman.has_mail_server())
        postman.start();
    inside->planning.start();
    print_welcome(command, *listening, server.port(), inside->program);
    {
        const StopsOnSignal stops(server, inside->program, inside->watching);
        server.run();
    }
    inside->planning.stop();
    postman.stop();
    return 0;
}

}  // namespace sala::app
