// SPDX-License-Identifier: Apache-2.0
//
// What a person without script has on the screen: words, and forms with fields and buttons.
// Reads the markup this server writes, not any markup.

#pragma once

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace sala::scenarios {

struct Field {
    std::string name;
    std::string value;   // what is sent
    std::string type;    // "text", "hidden", "checkbox", "file", "textarea", "select" ...
    bool ticked = true;  // of a checkbox
    std::vector<std::string> options = {};  // of a select
};

struct Button {
    std::string label;
    std::string name;
    std::string value;
};

struct PageForm {
    std::string action;
    std::string method;
    bool takes_files = false;
    std::vector<Field> fields;
    std::vector<Button> buttons;

    Field* field(std::string_view name);  // the last of that name that people see; nullptr: none
};

struct ScreenPage {
    std::string language;  // of <html>
    std::string words;     // between the tags of the body, spaces as one
    std::vector<PageForm> forms;
};

ScreenPage read_page(std::string_view markup);

}  // namespace sala::scenarios
