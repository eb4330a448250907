// SPDX-License-Identifier: Apache-2.0
//
// What both engines do alike: readers in a small pool, writers in a turn, work repeated when
// another program was quicker.

#pragma once

#include "store/connection.hpp"
#include "store/migration.hpp"
#include "store/shape.hpp"
#include "store/store.hpp"
#include "store/write_round.hpp"
#include "store/write_turn.hpp"

#include <atomic>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

namespace sala::store {

class EngineStore : public Store {
public:
    using Store::steps_missing;
    using Store::write;
    std::size_t steps_missing(std::span<const Embedded> files) override;
    void migrate(std::span<const Embedded> files) override;
    std::vector<Misfit> misfits();
    void read(const std::function<void(Session&)>& work) override;
    void write(const std::function<bool(Session&)>& work, Sharing sharing) override;
    std::int64_t generation() const override { return generation_.load(); }

protected:
    explicit EngineStore(std::string address);

    virtual std::unique_ptr<Connection> new_reader() = 0;
    virtual std::unique_ptr<Connection> new_writer() = 0;
    // Before the first change: SQLite turns its log on.
    virtual void prepare_to_write(Connection&) {}
    // Before steps are done to a store that holds something: SQLite copies its file.
    virtual void before_steps(Connection&, const Step&) {}

    // After somebody was erased: what is left of them in what the engine has written on the way
    // goes as well. False when it has to be tried again after the next change.
    virtual bool forget_the_way(Connection&) { return true; }

    // The writing connection, opened anew when it was lost. Only in a write turn.
    Connection& writer();
    void close();
    std::vector<Step> steps_of_this_program() const;

    const std::string address_;
    std::string news_;  // what a commit tells other programs
    std::atomic<std::int64_t> generation_{0};
    WriteTurn turn_;

private:
    bool write_once(const std::function<bool(Session&)>& work);
    void write_repeatedly(const std::function<bool(Session&)>& work);
    void write_in_round(const std::function<bool(Session&)>& work, Sharing sharing);
    void add_to_round(const std::function<bool(Session&)>& work);
    void end_round(std::exception_ptr failure);
    Connection& begun_writer();
    std::unique_ptr<Connection> begun_reader();
    std::unique_ptr<Connection> borrow_reader();
    void give_back(std::unique_ptr<Connection> reader);

    std::unique_ptr<Connection> writer_;
    std::shared_ptr<WriteRound> round_;  // begun and not committed; only in a write turn
    bool is_to_forget_ = false;          // somebody was erased; only in a write turn
    bool is_prepared_to_write_ = false;
    std::span<const Embedded> steps_;

    std::mutex readers_mutex_;
    std::condition_variable reader_is_back_;
    std::vector<std::unique_ptr<Connection>> idle_readers_;
    int readers_out_ = 0;
};

}  // namespace sala::store
