// SPDX-License-Identifier: Apache-2.0
//
// The world of one scenario: a server with nothing on it, the folder of Lyon 2030 that may be
// imported, the people, a mail server, and a clock that only moves when a step says so.

#pragma once

#include "mail/smtp_server.hpp"
#include "scenarios/person.hpp"

#include <map>
#include <memory>
#include <string>
#include <vector>

namespace sala::scenarios {

class World {
public:
    World() : folder(lyon_files()) {}

    Stage stage{Stage::Empty{}};
    std::map<std::string, std::string> folder;  // name of the file -> bytes
    std::string forum = "lyon-2030";            // the one the steps speak of
    std::string sign_in_link;                   // the last one that was made

    // Wrong when nobody has this name. The secretariat and the officers have signed in, each with a
    // link of their own.
    Person& person(int line, const std::string& name);

    // As `sala import`: kept whole, or not at all.
    Answer imports_folder(bool draft);
    std::string makes_sign_in_link();
    void prepares_letter(const std::string& to, const std::string& subject);
    // To whom letters left.
    std::vector<std::string> postman_goes_round();

    // What the server tells a program of the secretariat.
    Json asks(int line, const std::string& address);
    // The rows of a sheet, column -> cell as it stands in the sheet's file, in order.
    std::vector<std::map<std::string, std::string>> sheet(int line, const std::string& name);

private:
    std::map<std::string, Person> people_;
    std::unique_ptr<test::SmtpServer> post_office_;
    int folders_ = 0;
};

// One kind of line. The pattern is as README.md has it; what stands in its places comes to `tell`.
struct Telling {
    World& world;
    const Step& step;
    std::vector<std::string> places;

    Person& who() { return world.person(step.line, places.at(0)); }
    void expect(const std::string& is) const;  // what stands behind the arrow
    void expect(const Answer& is) const;       // and beneath it
    void expect(const std::string& is, const std::string& should) const;
    void expect_below(const std::vector<std::string>& is) const;
};

struct Phrase {
    std::string_view pattern;
    void (*tell)(Telling);
    bool expects = false;  // something may turn out not to be true
};

const std::vector<Phrase>& phrases_of_people();
const std::vector<Phrase>& phrases_of_the_house();
const std::vector<Phrase>& phrases_of_what_is_kept();
const std::vector<Phrase>& phrases_of_the_floor();

}  // namespace sala::scenarios
