// SPDX-License-Identifier: Apache-2.0

#include "store/engine_store.hpp"

#include "store/faults.hpp"
#include "store/seal.hpp"

#include <algorithm>
#include <chrono>
#include <random>
#include <thread>

namespace sala::store {

namespace {

constexpr int readers_max = 16;
constexpr int tries_max = 40;

void wait_a_moment(int tries)
{
    thread_local std::minstd_rand chance{std::random_device{}()};
    const int most = 1 << std::min(tries, 6);
    std::this_thread::sleep_for(
        std::chrono::microseconds(std::uniform_int_distribution(100, 1000 * most)(chance)));
}

// Work that swallowed a fault must not look as if it had been stored.
void refuse_after(const std::exception_ptr& failure, bool wants_commit)
{
    if (!failure)
        return;
    try {
        std::rethrow_exception(failure);
    } catch (const TryAgain&) {
        throw;
    } catch (const std::exception& fault) {
        if (wants_commit)
            throw Fault(std::string("Nothing can be stored after a fault: ") + fault.what());
    }
}

bool dropped_part(Connection& connection)
{
    try {
        if (!connection.is_in_transaction())
            return false;
        connection.drop_part();
        return true;
    } catch (const Fault&) {
        return false;
    }
}

}  // namespace

EngineStore::EngineStore(std::string address) : address_(std::move(address)) {}

Connection& EngineStore::writer()
{
    if (!writer_ || !writer_->is_alive())
        writer_ = new_writer();
    return *writer_;
}

Connection& EngineStore::begun_writer()
{
    if (!is_prepared_to_write_) {
        prepare_to_write(writer());
        is_prepared_to_write_ = true;
    }
    try {
        writer().begin_writing();
    } catch (const ConnectionLost&) {
        // Nothing has been done yet; the server may have been restarted since the last write.
        writer_.reset();
        writer().begin_writing();
    }
    return *writer_;
}

bool EngineStore::write_once(const std::function<bool(Session&)>& work)
{
    auto& connection = begun_writer();
    try {
        const bool wants_commit = work(connection);
        refuse_after(connection.failure(), wants_commit);
        if (wants_commit) {
            seal(connection);
            connection.commit(news_);
        } else
            connection.roll_back();
        return wants_commit;
    } catch (...) {
        connection.roll_back();
        if (!connection.is_alive())
            writer_.reset();
        throw;
    }
}

void EngineStore::write_repeatedly(const std::function<bool(Session&)>& work)
{
    const WriteTurn::Held turn(turn_);
    for (int tries = 1;; ++tries) {
        try {
            if (write_once(work))
                ++generation_;
            return;
        } catch (const TryAgain& fault) {
            if (tries == tries_max)
                throw Fault(std::string("Other programs were quicker every time: ") + fault.what());
            wait_a_moment(tries);
        }
    }
}

// A part of the round's transaction: what goes wrong in it is undone, and the others' parts stay.
void EngineStore::add_to_round(const std::function<bool(Session&)>& work)
{
    auto& connection = round_ ? *writer_ : begun_writer();
    if (!round_)
        round_ = std::make_shared<WriteRound>();
    connection.begin_part();
    try {
        const bool wants_commit = work(connection);
        refuse_after(connection.failure(), wants_commit);
        if (wants_commit) {
            seal(connection);
            is_to_forget_ = is_to_forget_ || connection.has_erased();
            connection.keep_part();
        } else
            connection.drop_part();
        round_->add(wants_commit);
    } catch (...) {
        // A full disk undoes the whole transaction, and with it what others did in this round.
        if (!dropped_part(connection))
            end_round(std::current_exception());
        throw;
    }
}

void EngineStore::end_round(std::exception_ptr failure)
{
    const auto round = std::move(round_);
    if (!failure && round->kept() > 0) {
        try {
            writer_->commit(news_);
            generation_ += round->kept();
        } catch (...) {
            failure = std::current_exception();
        }
    }
    writer_->roll_back();  // does nothing after a commit
    if (!failure && is_to_forget_)
        is_to_forget_ = !forget_the_way(*writer_);
    round->end(std::move(failure));
}

void EngineStore::write_in_round(const std::function<bool(Session&)>& work, Sharing sharing)
{
    std::shared_ptr<WriteRound> round;
    std::exception_ptr failure;
    {
        const WriteTurn::Held turn(turn_, sharing == Sharing::together);
        try {
            add_to_round(work);
        } catch (...) {
            failure = std::current_exception();
        }
        round = round_;
        const bool goes_on =
            sharing == Sharing::together && turn_.next_shares() && round && round->may_grow();
        if (round && !goes_on)
            end_round(nullptr);
    }
    // Also when nothing is kept of this work: what it saw may be what the round is about to keep.
    if (round)
        round->wait();
    if (failure)
        std::rethrow_exception(failure);
}

void EngineStore::write(const std::function<bool(Session&)>& work, Sharing sharing)
{
    if (is_sqlite())
        write_in_round(work, sharing);
    else
        write_repeatedly(work);
}

std::unique_ptr<Connection> EngineStore::borrow_reader()
{
    {
        std::unique_lock lock(readers_mutex_);
        reader_is_back_.wait(lock, [&] { return readers_out_ < readers_max; });
        ++readers_out_;
        if (!idle_readers_.empty()) {
            auto reader = std::move(idle_readers_.back());
            idle_readers_.pop_back();
            return reader;
        }
    }
    try {
        return new_reader();
    } catch (...) {
        give_back(nullptr);
        throw;
    }
}

void EngineStore::give_back(std::unique_ptr<Connection> reader)
{
    const std::lock_guard lock(readers_mutex_);
    --readers_out_;
    if (reader && reader->is_alive())
        idle_readers_.push_back(std::move(reader));
    reader_is_back_.notify_one();
}

std::unique_ptr<Connection> EngineStore::begun_reader()
{
    auto reader = borrow_reader();
    try {
        reader->begin_reading();
        return reader;
    } catch (const ConnectionLost&) {
        // All idle ones are probably lost with it.
        const std::lock_guard lock(readers_mutex_);
        idle_readers_.clear();
    } catch (...) {
        give_back(nullptr);
        throw;
    }
    try {
        reader = new_reader();
        reader->begin_reading();
        return reader;
    } catch (...) {
        give_back(nullptr);
        throw;
    }
}

void EngineStore::read(const std::function<void(Session&)>& work)
{
    auto reader = begun_reader();
    try {
        work(*reader);
    } catch (...) {
        reader->roll_back();
        give_back(std::move(reader));
        throw;
    }
    reader->roll_back();  // nothing to commit
    give_back(std::move(reader));
}

void EngineStore::close()
{
    const std::lock_guard lock(readers_mutex_);
    idle_readers_.clear();
    writer_.reset();
}

}  // namespace sala::store
