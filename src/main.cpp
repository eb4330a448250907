// SPDX-License-Identifier: Apache-2.0
//
// Reads the command line and runs what it asks for. Exit 0: done; 1: refused, with a sentence;
// 2: used wrongly.

#include "app/commands.hpp"
#include "app/program.hpp"
#include "app/well_formed.hpp"
#include "base/version.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <cstdlib>
#include <filesystem>

namespace {

using namespace sala::app;

constexpr char examples[] = R"(
Examples:
  sala import samples/phnom-penh-2022 --database sala.db
  sala serve --database sala.db --listen 127.0.0.1:8080
  sala sign-in --database sala.db
  sala export bangkok-2019 --format forum -o bangkok-2019 --database sala.db
  sala backup monday.db --database sala.db
  sala plan meetings.json -o plan.json
)";

void say_examples(CLI::App& command, const std::string& lines)
{
    command.footer("\nExample:\n  " + lines);
}

std::string from_environment(const char* name, const char* otherwise)
{
    const char* said = std::getenv(name);
    return said && *said ? said : otherwise;
}

// All commands share the variable. A name of the environment on each option would not do: CLI11
// asks for it in the commands that were not called as well, and so it would beat the flag.
CLI::Option* add_database(CLI::App& command, std::string& database)
{
    return command
        .add_option("--database", database,
                    "A SQLite file or postgresql://user@host/name (or set SALA_DATABASE)")
        ->capture_default_str();
}

struct Commands {
    ImportCommand import;
    ServeCommand serve;
    ExportCommand export_;
    SignInCommand sign_in;
    PlanCommand plan;
    CertificateCommand certificate;
    std::string file;
    bool replace = false;
    std::string noted_acts;
    std::string database = from_environment("SALA_DATABASE", "sala.db");
};

void describe_import(CLI::App& app, Commands& commands)
{
    auto& command = *app.add_subcommand("import", "Opens a forum from files, all or nothing");
    command
        .add_option("path", commands.import.path,
                    "A folder with forum.toml, a workbook (.xlsx) or a schedule (.xml)")
        ->required();
    command.add_flag("--dry-run", commands.import.dry_run,
                     "Say what would happen and change nothing");
    command.add_flag("--draft", commands.import.draft, "Publish nothing yet");
    command.add_flag("--prune", commands.import.prune, "Take away rows that are not in the files");
    add_database(command, commands.database);
    say_examples(command, "sala import samples/phnom-penh-2022 --dry-run --database sala.db");
}

void describe_serve(CLI::App& app, Commands& commands)
{
    auto& command = *app.add_subcommand("serve", "Opens the server");
    auto& serve = commands.serve;
    add_database(command, commands.database);
    command.add_option("--listen", serve.listen, "HOST:PORT; 0.0.0.0:8080 for the whole network")
        ->envname("SALA_LISTEN")
        ->capture_default_str();
    command.add_option("--tls-cert", serve.tls_certificate, "Certificate chain (PEM)");
    command.add_option("--tls-key", serve.tls_key, "Its private key (PEM)");
    command
        .add_option("--public-url", serve.public_url,
                    "The address people use, such as https://forum.example.org")
        ->check(wrong_public_address);
    command.add_option(
        "--smtp", serve.smtp,
        "Mail server, smtp://host:587 (user and password: SALA_SMTP_USER, SALA_SMTP_PASSWORD)");
    command.add_option("--mail-from", serve.mail_from, "Sender of letters");
    command.add_option("--provider", serve.provider_issuer,
                       "Who else signs people in (OpenID Connect issuer; its secret: "
                       "SALA_PROVIDER_SECRET)");
    command.add_option("--provider-client", serve.provider_client, "Our name at the provider");
    command.add_option("--provider-name", serve.provider_name, "Its name on the sign-in page");
    command.add_option("--workers", serve.workers, "Threads that answer pages")
        ->check(CLI::Range(1, 256))
        ->capture_default_str();
    command.add_option("--log", serve.log_file,
                       "Access log, one line a request; - for standard error");
    command.add_flag("--log-json", serve.log_json, "Each line a JSON object");
    command.add_flag("--quiet", serve.quiet, "Print no sign-in link");
    say_examples(command, "sala serve --database sala.db --listen 0.0.0.0:8443 --tls-cert "
                          "chain.pem --tls-key key.pem");
}

void describe_export(CLI::App& app, Commands& commands)
{
    auto& command = *app.add_subcommand("export", "Writes a forum to files");
    command.add_option("forum", commands.export_.forum, "Its slug, such as phnom-penh-2022")
        ->required();
    command
        .add_option("--format", commands.export_.format, "forum (a folder), xlsx, json, ics or xml")
        ->required()
        ->check(CLI::IsMember({"forum", "xlsx", "json", "ics", "xml"}));
    command.add_option("-o,--out", commands.export_.out, "Where to; - for standard output")
        ->required();
    command
        .add_option("--public-url", commands.export_.public_url, "For absolute addresses inside")
        ->check(wrong_public_address);
    add_database(command, commands.database);
    say_examples(command, "sala export phnom-penh-2022 --format ics -o programme.ics");
}

void describe_plan(CLI::App& app, Commands& commands)
{
    auto& command = *app.add_subcommand("plan", "Makes the timetable of bilateral meetings");
    auto& plan = commands.plan;
    command
        .add_option("problem", plan.problem, "What is to be planned: .json, or .dzn as published")
        ->required();
    command.add_option("-o,--out", plan.out, "Where to; - for standard output")->required();
    command.add_option("--fairness", plan.fairness, "Nobody has so many more breaks than another")
        ->check(CLI::Range(0, 64));
    command.add_flag("--soft-fairness", plan.soft_fairness, "Fairness is wished, not demanded");
    command.add_option("--seconds", plan.seconds, "How long it may take")
        ->check(CLI::Range(0.01, 1e6))
        ->capture_default_str();
    command.add_option("--steps", plan.steps, "Steps instead of seconds: the same plan everywhere")
        ->check(CLI::PositiveNumber);
    command.add_option("--threads", plan.threads, "Processors to use; one, so far")
        ->check(CLI::Range(1, 1))
        ->capture_default_str();
    command.add_option("--seed", plan.seed, "Another number, another search")
        ->check(CLI::Range(0, 1'000'000'000))
        ->capture_default_str();
    command.add_option("--proof", plan.proof,
                       "Writes a proof (DRAT) that there is no plan, or no better one");
    auto* published = command.add_option("--published", plan.published,
                                         "A plan to move as few meetings of as can be");
    command.add_flag("--fill-gaps", plan.fill_gaps, "Move none of them at all")->needs(published);
    command.add_flag("--quiet", plan.quiet, "Say nothing while planning");
    command.footer(
        "\nExamples:\n"
        "  sala plan meetings.json -o plan.json\n"
        "  sala plan forum-13.dzn --fairness 2 --seconds 10 --proof none-better.drat -o -\n"
        "  sala plan meetings.json --published plan.json -o new-plan.json\n"
        "Exit 0: a plan; 3: there can be none, with the wishes that cannot hold together; "
        "4: none was found in time; 2: wrong use, or a problem that is none; 1: a file cannot be "
        "read or written.");
}

void describe_keeping(CLI::App& app, Commands& commands)
{
    auto& backup = *app.add_subcommand(
        "backup", "Copies everything into one SQLite file, while the server runs");
    backup
        .add_option("file", commands.file,
                    "The file to write; an earlier backup of this name is replaced")
        ->required();
    backup.add_flag("--replace", commands.replace,
                    "Replaces also a store that somebody worked in, if nobody has it open");
    add_database(backup, commands.database);
    say_examples(backup, "sala backup monday.db --database postgresql://sala@localhost/sala");

    auto& restore = *app.add_subcommand("restore", "Puts a backup back, into either engine");
    restore.add_option("file", commands.file, "The backup")->required();
    add_database(restore, commands.database);
    say_examples(restore, "sala restore monday.db --database sala.db");

    auto& check = *app.add_subcommand("check", "Looks for damage in a store");
    check
        .add_option(
            "--acts", commands.noted_acts,
            "HASH or NUMBER:HASH noted earlier: whether what was done up to there is the same")
        ->check(wrong_noted_acts);
    add_database(check, commands.database);
    say_examples(check, "sala check --database sala.db");

    auto& sign_in = *app.add_subcommand(
        "sign-in", "Prints a link that signs the secretariat in, once, for 15 minutes");
    add_database(sign_in, commands.database);
    sign_in.add_option("--public-url", commands.sign_in.public_url, "The address people use")
        ->check(wrong_public_address)
        ->capture_default_str();
    say_examples(sign_in, "sala sign-in --public-url https://forum.example.org");

    auto& routes = *app.add_subcommand("routes", "Lists every address: permission and file, too");
    say_examples(routes, "sala routes");
}

void describe_certificate(CLI::App& app, Commands& commands)
{
    auto& command = *app.add_subcommand(
        "certificate", "Makes a certificate for a venue without a public name, for the doors");
    auto& wanted = commands.certificate;
    command.add_option("hosts", wanted.hosts, "Names and addresses of the server")->required();
    command.add_option("--out", wanted.out, "The folder to write to")->capture_default_str();
    command.add_option("--port", wanted.port, "Where it will listen")->capture_default_str();
    command.add_option("--days", wanted.days, "How long it lasts")->capture_default_str();
    add_database(command, commands.database);
    say_examples(command, "sala certificate sala.venue.lan 192.168.1.10");
}

int run_chosen(const CLI::App& app, Commands& commands)
{
    for (auto* address :
         {&commands.serve.public_url, &commands.sign_in.public_url, &commands.export_.public_url})
        while (address->ends_with('/'))  // it would double in every address
            address->pop_back();
    commands.import.database = commands.serve.database = commands.export_.database =
        commands.sign_in.database = commands.certificate.database = commands.database;
    if (app.got_subcommand("import"))
        return run(commands.import);
    if (app.got_subcommand("serve"))
        return run(commands.serve);
    if (app.got_subcommand("export"))
        return run(commands.export_);
    if (app.got_subcommand("backup"))
        return back_up(commands.database, commands.file, commands.replace);
    if (app.got_subcommand("restore"))
        return restore(commands.file, commands.database);
    if (app.got_subcommand("check"))
        return check(commands.database, commands.noted_acts);
    if (app.got_subcommand("certificate"))
        return run(commands.certificate);
    if (app.got_subcommand("plan"))
        return run(commands.plan);
    if (app.got_subcommand("sign-in"))
        return run(commands.sign_in);
    return list_routes();
}

// A word where a command should be: CLI11 only says that a command is missing.
int say_wrong_use(const CLI::App& app, const CLI::ParseError& error, int count, char** words)
{
    const std::string first = count > 1 ? words[1] : "";
    if (dynamic_cast<const CLI::RequiredError*>(&error) == nullptr || first.starts_with('-') ||
        !app.get_subcommands().empty())
        return app.exit(error) == 0 ? 0 : 2;
    if (!first.empty())
        fmt::print(stderr, "There is no command “{}”. ", first);
    fmt::print(stderr, "The commands are:");
    for (const auto* command : app.get_subcommands({}))
        fmt::print(stderr, " {}", command->get_name());
    fmt::print(stderr, ". sala --help shows examples.\n");
    return 2;
}

}  // namespace

int main(int argc, char** argv)
{
    CLI::App app{"Sala, a forum server for networks of cities", "sala"};
    Commands commands;
    app.set_version_flag("--version", std::string(sala::version));
    app.footer(examples);
    app.require_subcommand(1);
    describe_import(app, commands);
    describe_serve(app, commands);
    describe_export(app, commands);
    describe_plan(app, commands);
    describe_keeping(app, commands);
    describe_certificate(app, commands);
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        return say_wrong_use(app, error, argc, argv);
    }
    try {
        return run_chosen(app, commands);
    } catch (const std::filesystem::filesystem_error& error) {
        fmt::print(stderr, "{}: {}.\n", error.path1().string(), error.code().message());
        return 1;
    } catch (const std::exception& fault) {
        fmt::print(stderr, "{}\n", fault.what());
        return 1;
    }
}
