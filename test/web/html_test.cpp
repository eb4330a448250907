// SPDX-License-Identifier: Apache-2.0
//
// Nothing that somebody typed becomes markup, and every text says which language it is in.

#include "base/embedded.hpp"
#include "script/normal.hpp"
#include "web/html.hpp"
#include "web/unbroken_words.hpp"

#include <map>
#include <regex>

#include <doctest/doctest.h>
#include <rapidcheck.h>

using namespace sala;
using namespace sala::web;

namespace {

const Reader english{Language::english(), "UTC"};
const Reader thai{Language::thai(), "UTC"};

std::string unescaped(std::string markup)
{
    for (const auto& [from, to] :
         {std::pair{"&lt;", "<"}, {"&gt;", ">"}, {"&quot;", "\""}, {"&#39;", "'"}, {"&amp;", "&"}})
        for (auto at = markup.find(from); at != std::string::npos; at = markup.find(from, at + 1))
            markup.replace(at, std::string_view(from).size(), to);
    return markup;
}

// What is left of the marked text when everything between `<tag>` and `</tag>` goes, and the tags
// with it.
std::string without(std::string markup, const std::string& tag)
{
    for (auto at = markup.find("<" + tag + ">"); at != std::string::npos;
         at = markup.find("<" + tag + ">"))
        markup.erase(at, markup.find("</" + tag + ">", at) + tag.size() + 3 - at);
    for (auto at = markup.find('<'); at != std::string::npos; at = markup.find('<'))
        markup.erase(at, markup.find('>', at) + 1 - at);
    return unescaped(markup);
}

Text corrected(const std::string& printed, const std::string& meant,
               const Language& language = Language::thai())
{
    Text text;
    text.set(language, {printed, meant});
    return text;
}

std::string drawn_words(const std::vector<std::string>& letters)
{
    std::string words;
    for (const auto& letter :
         *rc::gen::container<std::vector<std::string>>(rc::gen::elementOf(letters)))
        words += letter;
    return words;
}

// The marks without what they say to whoever points at them.
std::string marked(const Html& html)
{
    return std::regex_replace(html.markup(), std::regex("<(del|ins) [^>]*>"), "<$1>");
}

}  // namespace

TEST_CASE("each of the five signs is escaped wherever it stands, and no other byte is")
{
    const std::map<char, std::string> escapes{
        {'&', "&amp;"}, {'<', "&lt;"}, {'>', "&gt;"}, {'"', "&quot;"}, {'\'', "&#39;"}};
    for (int byte = 0; byte < 256; ++byte) {
        const auto sign = static_cast<char>(byte);
        const auto found = escapes.find(sign);
        const auto shown = found == escapes.end() ? std::string(1, sign) : found->second;
        for (std::size_t before = 0; before < 20; ++before)
            for (std::size_t after = 0; after < 20; ++after)
                REQUIRE(escaped(std::string(before, 'x') + sign + std::string(after, '\xE0')) ==
                        std::string(before, 'x') + shown + std::string(after, '\xE0'));
    }
}

TEST_CASE("everything that could be markup is escaped, in text and in attributes")
{
    const std::string typed = "<b title=\"x\" alt='y'>R&D</b>";
    const std::string safe = "&lt;b title=&quot;x&quot; alt=&#39;y&#39;&gt;R&amp;D&lt;/b&gt;";
    CHECK(escaped(typed) == safe);
    CHECK(html(english, "<p title=\"", typed, "\">", std::string_view(typed), "</p>").markup() ==
          "<p title=\"" + safe + "\">" + safe + "</p>");
    CHECK(html(english, Text(Language::english(), typed)).markup() == safe);
    CHECK(html(english, tr("Programme of {city}", {{"city", typed}})).markup() ==
          "Programme of " + safe);
    CHECK(html(english, 7, " ", std::int64_t{-8}, " ", std::size_t{9}).markup() == "7 -8 9");
}

TEST_CASE("an argument that looks like a placeholder stays what it is")
{
    CHECK(html(english, tr("{a} and {b}", {{"a", "{b}"}, {"b", "2"}})).markup() == "{b} and 2");
    CHECK(html(english, tr("{a} {nobody} {", {{"a", "1"}})).markup() == "1 {nobody} {");
    CHECK(html(english, tr_count("{count} city", "{count} cities", 1)).markup() == "1 city");
    CHECK(html(english, tr_count("{count} city", "{count} cities", 0)).markup() == "0 cities");
}

TEST_CASE("a text that is not there in the reader's language says which language it is in")
{
    Text both(Language::english(), "Water & rivers");
    both.set(Language::thai(), {"น้ำ", {}});
    const Text only_english(Language::english(), "Water & rivers");
    CHECK(html(thai, both).markup() == "น้ำ");
    CHECK(html(english, both).markup() == "Water &amp; rivers");
    CHECK(html(thai, only_english).markup() == "<span lang=\"en\">Water &amp; rivers</span>");
    CHECK(html(english, only_english).markup() == "Water &amp; rivers");
    CHECK(html(thai, Text(*Language::named("km"), "ទឹក")).markup() == "<span lang=\"km\">ទឹក</span>");
    CHECK(html(thai, Text{}).markup() == "");
    CHECK(other_script(thai, both).markup() ==
          "<span class=\"soft\" lang=\"en\">Water &amp; rivers</span>");
    CHECK(other_script(english, both).markup() == "<span class=\"soft\" lang=\"th\">น้ำ</span>");
    CHECK(other_script(english, only_english).markup() == "");
    CHECK(other_script(english, Text{}).markup() == "");
}

TEST_CASE("wherever a corrected text stands, it shows what was printed and what was meant")
{
    CHECK(html(english, corrected("goverment", "government", Language::english())).markup() ==
          "<del class=\"printed\" title=\"as printed\">goverment</del>"
          "<ins title=\"as meant\">government</ins>");
    CHECK(marked(html(thai, corrected("ดำเนน", "ดำเนิน"))) == "ดำ<del>เน</del><ins>เนิ</ins>น");
    CHECK(marked(html(english, corrected("ดำเนน", "ดำเนิน"))) ==
          "<span lang=\"th\">ดำ<del>เน</del><ins>เนิ</ins>น</span>");
    CHECK(marked(html(thai, corrected("กรุงเทพ", "กรุงเทพ"))) == "กรุงเทพ");
    CHECK(marked(html(thai, Text(Language::thai(), "น้ำ"))) == "น้ำ");
    CHECK(marked(html(thai, corrected("", "น้ำ"))) == "น้ำ");
    CHECK(marked(html(english, corrected("<b>", "<i>", Language::english()))) ==
          "&lt;<del>b</del><ins>i</ins>&gt;");
}

TEST_CASE("a gap that was printed wider than it is meant is no correction to look at")
{
    CHECK(marked(html(english, corrected("the   cities\n and", "the cities and",
                                         Language::english()))) == "the cities and");
    CHECK(marked(html(thai, corrected("ด้านดร.", "ด้าน ดร."))) == "ด้าน ดร.");
}

TEST_CASE("the other language of a text shows its corrections, too")
{
    Text both = corrected("SEAN Forum", "ASEAN Forum", Language::english());
    both.set(Language::thai(), {"การประชุม", {}});
    CHECK(marked(other_script(thai, both)) ==
          "<span class=\"soft\" lang=\"en\"><del>SEAN</del><ins>ASEAN</ins> Forum</span>");
}

TEST_CASE("two corrections far apart are two marks, and what stands between them is said once")
{
    CHECK(marked(html(english,
                      corrected("the citys of the Mekong and its rivver",
                                "the cities of the Mekong and its river", Language::english()))) ==
          "the <del>citys</del><ins>cities</ins> of the Mekong and its "
          "<del>rivver</del><ins>river</ins>");
}

TEST_CASE("a marked correction gives both wordings back, and no mark is torn from its letter")
{
    // Consonants, vowels beside, above and below, tone marks, one emoji of four bytes, markup.
    const std::vector<std::string> letters{"ก", "น", "า", "ิ",  "ี",  "ุ",  "่",  "้",  "์",
                                           "ั",  "ำ", "เ", "a", "<", "&", "ខ", "😀"};
    CHECK(rc::check([&] {
        const auto common = drawn_words(letters);
        const auto printed = "ก" + common + drawn_words(letters) + drawn_words(letters);
        const auto meant = "ก" + common + drawn_words(letters) + drawn_words(letters);
        const auto markup = marked(html(thai, corrected(printed, meant)));
        RC_LOG() << markup;
        RC_ASSERT(without(markup, "ins") == printed);
        RC_ASSERT(without(markup, "del") == meant);
        RC_ASSERT(script::is_utf8(markup));
        for (const auto* mark : {"ิ", "ี", "ุ", "่", "้", "์", "ั", "ำ"})
            for (const auto* before : {"<del>", "<ins>", "</del>", "</ins>"})
                RC_ASSERT(markup.find(std::string(before) + mark) == std::string::npos);
    }));
}

TEST_CASE("escaped words come back when they are read, and hold no markup")
{
    CHECK(rc::check([](const std::string& words) {
        const auto safe = escaped(words);
        RC_ASSERT(unescaped(safe) == words);
        RC_ASSERT(safe.find_first_of("<>\"'") == std::string::npos);
    }));
}

TEST_CASE("a Thai reader reads Thai, with what was filled in escaped")
{
    if (!embedded_file("locales/th.mo")) {
        MESSAGE("skipped: locales/th.po is not there yet");
        return;
    }
    for (const auto* key : {"Programme", "Sign in", "Please fill this in."}) {
        CAPTURE(key);
        CHECK(thai.say(tr(key)) != key);
        CHECK(english.say(tr(key)) == key);
    }
    const auto sentence = tr("“{value}” is not one of the choices.", {{"value", "<b>{value}</b>"}});
    CHECK(thai.say(sentence) != english.say(sentence));
    CHECK(html(thai, sentence).markup().find("&lt;b&gt;{value}&lt;/b&gt;") != std::string::npos);
}

TEST_CASE("a sentence that nobody translated is shown in English")
{
    CHECK(thai.say(tr("Nobody has translated {this}.", {{"this", "x"}})) ==
          "Nobody has translated x.");
}

TEST_CASE("a word with a hyphen and a number stays in one piece, whatever stands around it")
{
    const auto shown = [](const std::string& words) {
        return html(english, Text(Language::english(), words)).markup();
    };
    const std::string virus = "<span class=\"nb\">COVID-19</span>";
    CHECK(shown("Experience of COVID-19: progress") == "Experience of " + virus + ": progress");
    CHECK(shown("COVID-19") == virus);
    CHECK(shown("After COVID-19 & PM-2, COVID-19") ==
          "After " + virus + " &amp; <span class=\"nb\">PM-2</span>, " + virus);
    CHECK(shown("โควิด COVID-19ในเมือง") == "โควิด " + virus + "ในเมือง");
    CHECK(shown("2022-12-02") == "<span class=\"nb\">2022-12-02</span>");
    CHECK(shown("นายกเทศมนตรีและนายกรัฐมนตรี") ==
          "<span class=\"nb\">นายกเทศมนตรี</span>และ<span class=\"nb\">นายกรัฐมนตรี</span>");
    CHECK(shown("สถานเอกอัครราชทูต & 5") == "<span class=\"nb\">สถานเอกอัครราชทูต</span> &amp; 5");
    CHECK(shown("ครั้งที่ 5 (COVID-19) ครั้งที่ ๑๒ และครั้งที่แล้ว") ==
          "<span class=\"nb\">ครั้งที่ 5</span> (" + virus +
              ") <span class=\"nb\">ครั้งที่ ๑๒</span> และ<span class=\"nb\">ครั้งที่</span>แล้ว");
    CHECK(shown("เมืองพนมเปญ") == "เมืองพนมเปญ");
    CHECK(unbroken(english, "Such as bangkok-2027 & co.").markup() ==
          "Such as <span class=\"nb\">bangkok-2027</span> &amp; co.");
    for (const auto* plain : {"city-state", "a - 1", "-", "19-", "twenty-nine",
                              "this-is-far-too-long-for-one-line-of-a-phone-19"})
        CHECK(shown(plain) == plain);
    CHECK(html(thai, Text(Language::english(), "COVID-19")).markup() ==
          "<span lang=\"en\">" + virus + "</span>");
}

TEST_CASE("no line ends inside a date, whether it stands in a text, a sentence or by itself")
{
    const std::string day = "<span class=\"nb\">2 December 2022</span>";
    CHECK(html(english, Text(Language::english(), "Friday 2 December 2022")).markup() ==
          "Friday " + day);
    CHECK(html(english, tr("Release {date}", {{"date", "2 December 2022"}})).markup() ==
          "Release " + day);
    CHECK(unbroken(english, "2 December 2022, 09:00").markup() == day + ", 09:00");
    CHECK(html(thai, Text(Language::thai(), "เมื่อวันที่ 2 ธันวาคม 2565 ณ")).markup() ==
          "เมื่อ<span class=\"nb\">วันที่ 2 ธันวาคม 2565</span> ณ");
}

TEST_CASE("no line begins with what a number counts")
{
    CHECK(unbroken(thai, "พูด 7 นาที").markup() == "พูด <span class=\"nb\">7 นาที</span>");
    CHECK(unbroken(thai, "ครบ 1,000 คน").markup() == "ครบ <span class=\"nb\">1,000 คน</span>");
    CHECK(unbroken(thai, "เวลา 08:37 น. และ").markup() ==
          "เวลา <span class=\"nb\">08:37 น.</span> และ");
    CHECK(unbroken(thai, "ห้อง 7 พูด").markup() == "ห้อง 7 พูด");
}

TEST_CASE("a sentence keeps its words whole in what is read, and brings no markup into a tag")
{
    const auto sentence = tr("Write {example}.", {{"example", "2019-08-26"}});
    const std::string whole = "Write <span class=\"nb\">2019-08-26</span>.";
    CHECK(html(english, "<p>", sentence, "</p>").markup() == "<p>" + whole + "</p>");
    CHECK(html(english, sentence).markup() == whole);
    CHECK(html(english, tr("Write 2019-08-26.")).markup() == whole);
    CHECK(html(english, "<p title=\"", sentence, "\">", sentence, "</p>").markup() ==
          "<p title=\"Write 2019-08-26.\">" + whole + "</p>");
    CHECK(html(english, "<input title=\"", std::string("a > b: \""), sentence, "\">").markup() ==
          "<input title=\"a &gt; b: &quot;Write 2019-08-26.\">");
    CHECK(html(english, "<option value=\"x\">", sentence, "</option>", sentence).markup() ==
          "<option value=\"x\">Write 2019-08-26.</option>" + whole);
    CHECK(html(english, " title=\"", sentence, "\"").markup() == " title=\"Write 2019-08-26.\"");
}

TEST_CASE("names of people stand in one piece where they are known, the longest of them")
{
    const std::vector<std::string> names{"อาร์มิดา อาลิสจะฮ์บานา", "นางอาร์มิดา อาลิสจะฮ์บานา",
                                         "R&D O'Hara"};
    const auto shown = [&](const std::string& words) {
        return unbroken(thai, Text(Language::thai(), words), names).markup();
    };
    CHECK(shown("พร้อมด้วยนางอาร์มิดา อาลิสจะฮ์บานา เลขาธิการ") ==
          "พร้อมด้วย<span class=\"nb\">นางอาร์มิดา อาลิสจะฮ์บานา</span> เลขาธิการ");
    CHECK(shown("R&D O'Hara") == "<span class=\"nb\">R&amp;D O&#39;Hara</span>");
    CHECK(shown("นางอาร์มิดา") == "นางอาร์มิดา");
    CHECK(other_script_unbroken(english, Text(Language::thai(), names[0]), names).markup() == "");
    Text both(Language::english(), "Armida");
    both.set(Language::thai(), {names[0], {}});
    CHECK(other_script_unbroken(english, both, names).markup() ==
          "<span class=\"soft\" lang=\"th\"><span class=\"nb\">" + names[0] + "</span></span>");
}
