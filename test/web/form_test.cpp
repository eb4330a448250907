// SPDX-License-Identifier: Apache-2.0
//
// What a form may hold, and the sentence for everything that it may not.

#include "web/form.hpp"
#include "web/multipart.hpp"
#include "web/one_line_fields.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

using namespace sala;
using namespace sala::web;

namespace {

Result<Form> read(const std::string& body,
                  const std::string& type = "application/x-www-form-urlencoded")
{
    Request request;
    request.method = "POST";
    request.headers = {{"Content-Type", type}};
    request.body = body;
    return read_form(request);
}

std::string code(const Result<Form>& form) { return form ? "" : form.refusal().code; }

std::string numbered_fields(int count)
{
    std::string body;
    for (int i = 0; i < count; ++i)
        body += "f" + std::to_string(i) + "=1&";
    return body;
}

// "field code" of every refusal.
std::vector<std::string> codes(const std::vector<Field>& fields, const Form& form)
{
    std::vector<std::string> found;
    for (const auto& refusal : check_form(fields, form))
        found.push_back(refusal.field + " " + refusal.code);
    return found;
}

Form typed(std::initializer_list<std::pair<const char*, std::string>> values)
{
    Form form;
    for (const auto& [name, value] : values)
        form.set(name, value);
    return form;
}

using Codes = std::vector<std::string>;

}  // namespace

TEST_CASE("a form is read, cleaned and put into normal form")
{
    const auto form = read("name=+Lyon%0d%0aand+Accra+&th=%E0%B9%80%E0%B9%80&empty=&bare&sum=1%2B1%"
                           "3D2&%C3%A9=e%CC%81");
    REQUIRE(form);
    CHECK((*form)["name"] == "Lyon\nand Accra");
    CHECK((*form)["sum"] == "1+1=2");
    CHECK((*form)["é"] == "é");
    CHECK(form->has("empty"));
    CHECK(form->has("bare"));
    CHECK_FALSE(form->has("absent"));
    CHECK((*form)["absent"] == "");
}

TEST_CASE("a form of 1,000 fields is read, one of 1,001 is not, whatever their names")
{
    CHECK(read(numbered_fields(1'000))->values().size() == 1'000);
    CHECK(code(read(numbered_fields(1'001))) == "too-many-fields");
    std::string same;
    for (int i = 0; i < 1'500; ++i)
        same += "a=1&";
    CHECK(code(read(same + "csrf=x")) == "too-many-fields");
    CHECK(code(read(std::string(5'000'000, '&'))) == "");
}

TEST_CASE("a text of 64 KiB is read, a longer one is refused with its field")
{
    CHECK((*read("note=" + std::string(64 * 1024, 'a')))["note"].size() == 64 * 1024);
    const auto refused = read("name=a&note=" + std::string(64 * 1024 + 1, 'a'));
    REQUIRE_FALSE(refused);
    CHECK(refused.refusal().code == "text-too-long");
    CHECK(refused.refusal().field == "note");
    CHECK(code(read(std::string(201, 'n') + "=1")) == "field-name-too-long");
    CHECK(code(read(std::string(200, 'n') + "=1")) == "");
}

TEST_CASE("text that is not UTF-8 is refused, and never repeated")
{
    const auto value = read("name=%FF");
    REQUIRE_FALSE(value);
    CHECK(value.refusal().code == "not-utf8");
    CHECK(value.refusal().field == "name");
    const auto name = read("%FF=" + std::string(70'000, 'a'));
    REQUIRE_FALSE(name);
    CHECK(name.refusal().code == "not-utf8");
    CHECK(name.refusal().field == "");
    CHECK((*read("a=%00b%01"))["a"] == "b");
    CHECK((*read("a=100%&b=%zz%4"))["b"] == "%zz%4");
}

TEST_CASE("a JSON body is a form: words, numbers and truths")
{
    const std::string json = "application/json; charset=utf-8";
    const auto form =
        read(R"({"name":" Lyon ","number":7,"tick":true,"off":false,"nothing":null,"list":[1,2]})",
             json);
    REQUIRE(form);
    CHECK(form->values() ==
          std::map<std::string, std::string, std::less<>>{
              {"list", "[1,2]"}, {"name", "Lyon"}, {"number", "7"}, {"tick", "true"}});
    for (const auto* body : {"[]", "7", "{", "{\"a\":}", "\"words\"", "{\"a\":\"\xFF\"}"}) {
        CAPTURE(body);
        CHECK(code(read(body, json)) == "not-json");
    }
    CHECK(code(read("{\"a\":\"" + std::string(65'537, 'a') + "\"}", json)) == "text-too-long");
    CHECK(code(read(std::string(100'000, '['), json)) == "not-json");
    CHECK(code(read("a=1", "text/plain")) == "unknown-body");
    CHECK(read("", "text/plain")->values().empty());
}

TEST_CASE("what was typed is held against what was asked for")
{
    const auto asked = [] {
        return std::vector<Field>{text("name", tr("Name")).at_most(5),
                                  lines("note", tr("Note")).optional(),
                                  number("minutes", tr("Minutes")).at_least(1).at_most(120),
                                  choice("kind", tr("Kind"), {{"a", tr("A")}, {"b", tr("B")}}),
                                  tick("sure", tr("Sure")),
                                  hidden("version"),
                                  file("file", tr("File")).optional().at_most(1'048'576)};
    };
    CHECK(codes(asked(), {}) == Codes{"name required", "minutes required", "kind required"});
    CHECK(codes(asked(), typed({{"name", "Accra"}, {"minutes", "7"}, {"kind", "b"}})) == Codes{});
    CHECK(codes(asked(), typed({{"name", "Accras"},
                                {"minutes", "0"},
                                {"kind", "c"},
                                {"note", std::string(20'001, 'a')}})) ==
          Codes{"name too-long", "note too-long", "minutes out-of-range", "kind not-a-choice"});
    for (const auto* minutes :
         {"seven", "7.5", "7 ", "0x7", "+7", "99999999999999999999", "-1", "121", "๗"}) {
        CAPTURE(minutes);
        const auto found =
            codes(asked(), typed({{"name", "Accra"}, {"minutes", minutes}, {"kind", "a"}}));
        REQUIRE(found.size() == 1);
        CHECK((found[0] == "minutes not-a-number" || found[0] == "minutes out-of-range"));
    }
    auto large = typed({{"name", "ก"}, {"minutes", "1"}, {"kind", "a"}});
    large.set("file", Upload{"a.csv", "text/csv", std::string(1'048'577, 'a')});
    CHECK(codes(asked(), large) == Codes{"file file-too-large"});
    // Several files of one field are weighed together, and stand in the order they were sent in.
    auto several = typed({{"name", "ก"}, {"minutes", "1"}, {"kind", "a"}});
    several.add("file", Upload{"a.csv", "text/csv", std::string(1'048'000, 'a')});
    several.add("file", Upload{"b.csv", "text/csv", std::string(576, 'b')});
    CHECK(codes(asked(), several) == Codes{});
    several.add("file", Upload{"c.csv", "text/csv", "c"});
    CHECK(codes(asked(), several) == Codes{"file file-too-large"});
    REQUIRE(several.uploads("file").size() == 3);
    CHECK(several.uploads("file")[2].name == "c.csv");
    CHECK(several.upload("file")->name == "a.csv");
    CHECK(several.uploads("other").empty());
    CHECK(codes({file("file", tr("File"))}, {}) == Codes{"file no-file"});
}

TEST_CASE("a text of one line comes as one, and a text of several, a password and a mark as typed")
{
    const std::vector<Field> fields{text("name", tr("Name")), lines("note", tr("Note")),
                                    secret("password", tr("Password")), hidden("mark")};
    const auto form = in_one_line(fields, typed({{"name", "A\tB\n C"},
                                                 {"note", "A\tB\n C"},
                                                 {"password", "a  b"},
                                                 {"mark", "a  b"},
                                                 {"other", "a\nb"}}));
    CHECK(form["name"] == "A B C");
    CHECK(form["note"] == "A\tB\n C");
    CHECK(form["password"] == "a  b");
    CHECK(form["mark"] == "a  b");
    CHECK(form["other"] == "a\nb");
    CHECK_FALSE(in_one_line(fields, {}).has("name"));
}

TEST_CASE("five Thai letters with their marks are five letters, not fifteen bytes")
{
    CHECK(codes({text("name", tr("Name")).at_most(5)}, typed({{"name", "กขคงจ"}})) == Codes{});
    CHECK(codes({text("name", tr("Name")).at_most(5)}, typed({{"name", "กขคงจฉ"}})) ==
          Codes{"name too-long"});
}

TEST_CASE("a file comes with its name, its type and its bytes as they were")
{
    const std::string bytes("\x00\r\n--not-the-line\xFF", 19);
    const auto form = read(
        "--line\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a \\\"b\\\".csv\"\r\n"
        "content-type: text/csv\r\n\r\n" +
            bytes +
            "\r\n--line\r\nContent-Disposition: form-data; name=\"prune\"\r\n\r\n"
            " yes \r\n--line--\r\n",
        "multipart/form-data; boundary=line");
    REQUIRE(form);
    const auto* upload = form->upload("file");
    REQUIRE(upload);
    CHECK(upload->name == "a \"b\".csv");
    CHECK(upload->type == "text/csv");
    CHECK(upload->bytes == bytes);
    CHECK((*form)["prune"] == "yes");
    CHECK_FALSE(form->has("file"));
}

TEST_CASE("a file field that was left empty is no file")
{
    const auto form = read(
        "--l\r\nContent-Disposition: form-data; name=\"file\"; filename=\"\"\r\n\r\n\r\n--l--\r\n",
        "multipart/form-data; boundary=l");
    REQUIRE(form);
    CHECK(form->upload("file") == nullptr);
}

TEST_CASE("a multipart body out of shape is refused")
{
    const std::string part = "Content-Disposition: form-data; name=\"a\"\r\n\r\n1\r\n";
    const auto refused = [](const std::string& type, const std::string& body) {
        return code(read(body, type));
    };
    const std::string type = "multipart/form-data; boundary=l";
    CHECK(refused(type, "--l\r\n" + part + "--l--\r\n") == "");
    CHECK(refused("multipart/form-data", "--l\r\n" + part + "--l--\r\n") ==
          "multipart-out-of-shape");
    CHECK(refused("multipart/form-data; boundary=" + std::string(71, 'l'), "--l") ==
          "multipart-out-of-shape");
    for (const auto& body :
         {std::string("--l"), "--l\r\n" + part, "--l\r\n" + part + "--l", "l\r\n" + part + "--l--",
          std::string("--l\r\n\r\n1\r\n--l--"),
          std::string("--l\r\nContent-Disposition: form-data\r\n\r\n1\r\n--l--"),
          std::string("--l\r\nContent-Disposition: form-data; name=\"a\r\n\r\n1\r\n--l--"),
          "--l\r\nX: " + std::string(9'000, 'x') + "\r\n" + part + "--l--"}) {
        CAPTURE(body.substr(0, 60));
        CHECK(refused(type, body) == "multipart-out-of-shape");
    }
    std::string many;
    for (int i = 0; i < 1'001; ++i)
        many += "--l\r\n" + part;
    CHECK(refused(type, many + "--l--\r\n") == "multipart-out-of-shape");
}

TEST_CASE("whatever was typed comes out of an encoded form as it went in")
{
    CHECK(rc::check([](const std::string& name, const std::string& value) {
        RC_PRE(!name.empty() || !value.empty());
        const auto pairs = read_pairs(percent_encoded(name) + "=" + percent_encoded(value));
        RC_ASSERT(pairs == (std::vector<std::pair<std::string, std::string>>{{name, value}}));
    }));
}

TEST_CASE("no bytes make the readers of forms fall over")
{
    CHECK(rc::check([](const std::string& body) {
        for (const auto* type : {"application/x-www-form-urlencoded", "application/json",
                                 "multipart/form-data; boundary=a", "text/plain"}) {
            const auto form = read(body, type);
            if (form)
                for (const auto& [name, value] : form->values())
                    RC_ASSERT(value.size() <= 3 * 64 * 1024u);
        }
        static_cast<void>(
            read_multipart("multipart/form-data; boundary=a", "--a\r\n" + body + "\r\n--a--"));
    }));
}

TEST_CASE("a box is ticked by a yes alone; an empty value or a no ticks nothing")
{
    const auto form = *read("a=yes&b=no&c=&d=1&e=0&f=on&g=%E0%B9%84%E0%B8%A1%E0%B9%88&h=maybe");
    for (const auto* name : {"a", "d", "f"}) {
        CAPTURE(name);
        CHECK(form.ticked(name));
    }
    for (const auto* name : {"b", "c", "e", "g", "h", "i"}) {
        CAPTURE(name);
        CHECK_FALSE(form.ticked(name));
    }
    CHECK(codes({tick("a", {}), tick("b", {}), tick("c", {}), tick("h", {}), tick("i", {})},
                form) == std::vector<std::string>{"h not-yes-or-no"});
    CHECK(read(R"({"a": true, "b": false})", "application/json")->ticked("a"));
    CHECK_FALSE(read(R"({"a": true, "b": false})", "application/json")->ticked("b"));
}
