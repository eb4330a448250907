// SPDX-License-Identifier: Apache-2.0
//
// What is no password, because whoever guesses begins with it; and what is one.

#include "signing_in.hpp"

using namespace sala;

TEST_CASE("a password that is tried first is refused with a sentence that says what would be right")
{
    const auto code = [](const char* password) {
        const auto said = web::is_good_password(password, {"Ama Mensah", ama});
        return said ? std::string{} : said.refusal().code;
    };
    CHECK(code("short") == "password-short");
    CHECK(code("Password2024!!") == "password-known");
    CHECK(code("P4$$w0rd123456") == "password-known");
    CHECK(code("correcthorsebatterystaple") == "password-known");
    CHECK(code("bangkokbangkok1") == "password-known");
    CHECK(code("ama.mensah@accra") == "password-about-you");
    CHECK(code("aaaaaaaaaaaab") == "password-repeats");
    CHECK(code("qrstuvwxyz{|}") == "password-repeats");
    for (const auto* digits :
         {"123456789012", "1234567890123", "12345678901234567890", "098765432109", "987654321098",
          "0812-345-6789", "31/12/2030 09:00", "๑๒๓๔๕๖๗๘๙๐๑๒", "*#06#*#06#*#06#"}) {
        CAPTURE(digits);
        CHECK(code(digits) == "password-digits");
    }
    for (const auto* runs : {"1234567890ab", "ab0987654321", "x1234567890x", "uvwxyz1234567u",
                             "9012345678901a", "zzzzzzyyyyyyxa"}) {
        CAPTURE(runs);
        CHECK(code(runs) == "password-repeats");
    }
    for (const auto* words :
         {"sala-sala-sala-1", "bangkok.jakarta.bangkok", "iloveyouforever", "ThisIsMyPassword1",
          "qazwsxedcrfv1!", "sawasdeekrub2030", "love love love love"}) {
        CAPTURE(words);
        CHECK(code(words) == "password-known");
    }
    CHECK(code("river lantern copper tide") == "");
    CHECK(code("kettle 1990 ocean") == "");
    CHECK(code("two tigers drink tea") == "");
    CHECK(code("x7$Kq9!vB2mZ") == "");
    CHECK(code("แม่น้ำโคมไฟทองแดงคลื่น") == "");
}
