// SPDX-License-Identifier: Apache-2.0
//
// Somebody with a browser without script: opens pages, fills forms in, presses buttons. What is
// sent is what stands in the form on the page, as it was when the page was opened.
//
// Whatever is refused on a page is asked for once more as a program would, for the code; both must
// be refused alike.

#pragma once

#include "scenarios/page.hpp"
#include "scenarios/scenario.hpp"
#include "stage.hpp"

#include <functional>
#include <map>
#include <string>
#include <vector>

namespace sala::scenarios {

// "shown", "saved", "led to /", "sign in first", "412 row-changed-meanwhile"; "422 problems:" with
// the problems of an import.
struct Answer {
    std::string words;
    std::vector<std::string> problems = {};
};

struct File {
    std::string name;
    std::string bytes;
};

class Person {
public:
    Person(Stage& stage, std::string language) : stage_(&stage), language_(std::move(language)) {}

    Answer opens(const std::string& address);
    Answer downloads(const std::string& address);

    // They happen to the form of the next button that is pressed.
    void changes(int line, const std::string& field, const std::string& value);
    void ticks(int line, const std::string& field);
    void attaches(File file) { attached_ = std::move(file); }
    Answer presses(int line, const std::string& label);

    const ScreenPage& page() const { return page_; }
    const File& download() const { return download_; }
    // What stands in a field of the page.
    std::string in_field(int line, const std::string& name) const;

private:
    struct Typed {
        int line;
        std::string field;
        std::function<void(Field&, int line)> into;
    };
    struct Pressed {
        PageForm form;
        Button button;
    };

    Pressed find(int line, const std::string& label) const;
    void type_into(PageForm& form);
    Shown send(const Pressed& pressed, const std::string& accept);
    Shown get(const std::string& address, const std::string& accept);
    Sent with_cookies(const std::string& accept) const;
    void keep_cookie(const Shown& shown);
    Answer answer(const Shown& shown, bool after_post, const std::function<Shown()>& as_program);
    Answer refused(const Shown& shown, const Shown& to_program) const;

    Stage* stage_;
    std::string language_;
    std::map<std::string, std::string> cookies_;
    ScreenPage page_;
    std::vector<Typed> typed_;
    File attached_;
    File download_;
};

}  // namespace sala::scenarios
