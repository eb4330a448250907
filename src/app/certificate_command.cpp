// SPDX-License-Identifier: Apache-2.0
//
// Makes the certificate of a venue: the server's own with its key, and the authority that
// telephones install from a page of the server.

#include "app/commands.hpp"
#include "app/program.hpp"
#include "app/write_out.hpp"
#include "document/qr_code.hpp"
#include "web/venue_certificate.hpp"

#include <fmt/format.h>

#include <fcntl.h>
#include <filesystem>
#include <unistd.h>

namespace sala::app {

// Nobody else on the machine may read a key, not even for a moment.
static void write_key(const std::filesystem::path& file, const std::string& pem)
{
    // A file that is there may be open elsewhere, or be more than its name says.
    std::error_code none;
    std::filesystem::remove(file, none);
    const int made = ::open(file.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (made < 0)
        throw Fault("The key could not be written to " + file.string() + ".");
    ::close(made);
    write_file(file, pem);
}

int run(const CertificateCommand& command)
{
    const auto made = web::make_venue_certificate(command.hosts, command.days, clock_now());
    if (!made) {
        fmt::print(stderr, "{}\n", made.refusal().sentence.english());
        return 1;
    }
    const std::filesystem::path folder(command.out);
    std::filesystem::create_directories(folder);
    const auto chain = folder / "venue-cert.pem";
    const auto key = folder / "venue-key.pem";
    Program program(command.database);
    write_key(key, made->key);
    write_file(chain, made->chain);
    // Shown for installing only when the server can prove itself with it.
    program.store->write([&](store::Session& session) {
        const auto now = clock_now();
        web::keep_venue_authority(session, made->authority,
                                  program.numbering->next(now.milliseconds()), now);
        return true;
    });
    const auto address = fmt::format("https://{}:{}", command.hosts.front(), command.port);
    const auto page = address + "/about/certificate";
    fmt::print("Serve with it:\n  sala serve --database {} --listen 0.0.0.0:{} --tls-cert {} "
               "--tls-key {} --public-url {}\n\nTelephones install it from {}\n{}\nThey compare "
               "{}\n",
               command.database, command.port, chain.string(), key.string(), address, page,
               document::qr_lines(document::qr_code(page)), web::fingerprint_of(made->authority));
    return 0;
}

}  // namespace sala::app
