// SPDX-License-Identifier: Apache-2.0

#include "stage_store.hpp"

#include "swept_places.hpp"

#include <atomic>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <map>
#include <stdexcept>
#include <vector>

#include <fmt/format.h>
#include <libpq-fe.h>
#include <unistd.h>

namespace sala {

namespace {

namespace fs = std::filesystem;

std::string from_environment(const char* name)
{
    const char* value = std::getenv(name);
    return value ? value : "";
}

// The server's address, or the end of this test program.
std::string server()
{
    auto address = from_environment("SALA_TEST_POSTGRESQL");
    if (!address.empty())
        return address;
    std::puts(
        "Skipped: SALA_TEST_POSTGRESQL names no server. Try:\n"
        "  export SALA_TEST_POSTGRESQL=$(bin/postgresql-for-tests start /tmp/sala-postgresql)");
    std::fflush(stdout);
    std::_Exit(0);
}

std::string next_name()
{
    static std::atomic<int> count = 0;
    return fmt::format("sala_test_{}_{}", getpid(), ++count);
}

// On the server's own database; CREATE DATABASE stands outside every transaction.
void tell_server(const std::string& sql)
{
    const std::unique_ptr<PGconn, decltype(&PQfinish)> line(PQconnectdb(server().c_str()),
                                                            &PQfinish);
    PQsetNoticeProcessor(line.get(), [](void*, const char*) {}, nullptr);
    const std::unique_ptr<PGresult, decltype(&PQclear)> result(PQexec(line.get(), sql.c_str()),
                                                               &PQclear);
    if (PQresultStatus(result.get()) != PGRES_COMMAND_OK)
        throw std::runtime_error(sql + ": " + PQerrorMessage(line.get()));
}

std::string on_server(const std::string& database)
{
    const auto address = server();
    return address.substr(0, address.rfind('/') + 1) + database;
}

void drop(const std::string& database) noexcept
{
    try {
        tell_server("DROP DATABASE IF EXISTS " + database + " WITH (FORCE)");
    } catch (const std::exception& error) {
        std::fprintf(stderr, "%s\n", error.what());
    }
}

struct Folder {
    std::string path;

    Folder()
    {
        auto pattern = (fs::temp_directory_path() / "sala-test-XXXXXX").string();
        if (!mkdtemp(pattern.data()))
            throw std::runtime_error("No folder for tests can be made: " + pattern);
        path = pattern;
    }
    ~Folder()
    {
        std::error_code ignored;
        fs::remove_all(path, ignored);
    }
};

// The program's migrations, numbered anew: a neighbour's number that is not there yet stops
// nobody's tests. That the real ones have no gap is a test of its own (migration_test.cpp).
std::span<const Embedded> without_gaps()
{
    static std::vector<std::string> names;
    static std::vector<Embedded> files;
    if (files.empty()) {
        const auto real = embedded_under("migrations/");
        for (const auto& file : real)
            names.push_back(
                fmt::format("{:04}{}", names.size() + 1,
                            file.name.substr(std::string_view("migrations/0001").size())));
        for (std::size_t n = 0; n < names.size(); ++n)
            files.push_back({names[n], real[n].bytes});
    }
    return files;
}

// Migrated once in every test program; each test gets a copy.
struct Template {
    std::string name = next_name();

    Template()
    {
        if (tests_run_on_postgresql())
            tell_server("CREATE DATABASE " + name);
        store::Store::open(address())->migrate(without_gaps());
    }
    ~Template()
    {
        if (tests_run_on_postgresql())
            drop(name);
    }
    std::string address() const
    {
        return tests_run_on_postgresql() ? on_server(name) : test_folder() + "/" + name;
    }
};

const Template& migrated_template()
{
    test_folder();  // made first, so that it goes last
    static const Template made;
    return made;
}

// A place is kept with its store: the server's side of a line has read the tables and planned what
// it was asked, and for the next test it need not do so again.
struct UsedPlaces : SweptPlaces {
    using SweptPlaces::SweptPlaces;
    ~UsedPlaces()
    {
        stores.clear();
        for (const auto& name : left())
            drop(name);
    }

    std::map<std::string, std::unique_ptr<store::Store>> stores;  // by address
};

UsedPlaces& used_places()
{
    static UsedPlaces used(migrated_template().address(), on_server);
    return used;
}

// The store goes before its place does.
class StoreInItsPlace : public store::Store {
public:
    explicit StoreInItsPlace(std::unique_ptr<FreshPlace> place)
        : place_(std::move(place)),
          store_(tests_run_on_postgresql() ? std::move(used_places().stores[place_->address()])
                                           : nullptr)
    {
        if (!store_)
            store_ = Store::open(place_->address());
    }
    ~StoreInItsPlace() override
    {
        if (!tests_run_on_postgresql())
            return;
        store_->when_others_write({});
        used_places().stores[place_->address()] = std::move(store_);
    }
    StoreInItsPlace(const StoreInItsPlace&) = delete;
    StoreInItsPlace& operator=(const StoreInItsPlace&) = delete;
    std::size_t steps_missing(std::span<const Embedded> steps) override
    {
        return store_->steps_missing(steps);
    }
    void migrate(std::span<const Embedded> steps) override { store_->migrate(steps); }
    void read(const std::function<void(store::Session&)>& work) override { store_->read(work); }
    using Store::write;
    void write(const std::function<bool(store::Session&)>& work, Sharing sharing) override
    {
        store_->write(work, sharing);
    }
    void back_up(const std::string& file) override { store_->back_up(file); }
    std::int64_t generation() const override { return store_->generation(); }
    void when_others_write(std::function<void()> told) override
    {
        store_->when_others_write(std::move(told));
    }
    bool is_sqlite() const override { return store_->is_sqlite(); }

private:
    std::unique_ptr<FreshPlace> place_;
    std::unique_ptr<Store> store_;
};

}  // namespace

bool tests_run_on_postgresql() { return from_environment("SALA_TEST_ENGINE") == "postgresql"; }

const std::string& test_folder()
{
    static const Folder folder;
    return folder.path;
}

FreshPlace::FreshPlace() : name_(next_name())
{
    if (tests_run_on_postgresql()) {
        address_ = on_server(name_);
        tell_server("CREATE DATABASE " + name_);
    } else {
        address_ = test_folder() + "/" + name_;
    }
}

FreshPlace::FreshPlace(Migrated) : name_(next_name())
{
    const auto& made = migrated_template();
    if (tests_run_on_postgresql()) {
        is_copy_ = true;
        if (auto swept = used_places().take())
            name_ = *std::move(swept);
        else
            tell_server(
                fmt::format("CREATE DATABASE {} TEMPLATE {} STRATEGY FILE_COPY", name_, made.name));
        address_ = on_server(name_);
    } else {
        address_ = test_folder() + "/" + name_;
        fs::copy_file(made.address(), address_);
    }
}

FreshPlace::~FreshPlace()
{
    if (tests_run_on_postgresql()) {
        if (is_copy_)
            used_places().leave(name_);
        else
            drop(name_);
        return;
    }
    std::error_code ignored;
    for (const auto* ending : {"", "-wal", "-shm"})
        fs::remove(address_ + ending, ignored);
}

std::unique_ptr<store::Store> fresh_store()
{
    return std::make_unique<StoreInItsPlace>(
        std::unique_ptr<FreshPlace>(new FreshPlace(FreshPlace::Migrated{})));
}

}  // namespace sala
