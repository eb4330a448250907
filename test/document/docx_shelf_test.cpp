// SPDX-License-Identifier: Apache-2.0
//
// The same paper is made once, however often it is asked for.

#include "document/docx.hpp"
#include "document/temporary_folder.hpp"

#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>
#include <string>

using namespace sala;
using namespace sala::document;

namespace {

// A pandoc that fails whatever it is asked, first on the PATH as long as the test runs.
class BrokenPandoc {
public:
    BrokenPandoc() : path_before_(std::getenv("PATH"))
    {
        folder_.write("pandoc", "#!/bin/sh\nexit 3\n");
        const auto file = folder_.path() / "pandoc";
        std::filesystem::permissions(file, std::filesystem::perms::owner_all);
        ::setenv("PATH", (folder_.path().string() + ":" + path_before_).c_str(), 1);
    }
    ~BrokenPandoc() { ::setenv("PATH", path_before_.c_str(), 1); }
    BrokenPandoc(const BrokenPandoc&) = delete;
    BrokenPandoc& operator=(const BrokenPandoc&) = delete;

private:
    TemporaryFolder folder_;
    std::string path_before_;
};

}  // namespace

TEST_CASE(
    "a paper asked for again comes without pandoc, and another paper does not come in its place")
{
    if (!has_pandoc()) {
        MESSAGE("skipped: pandoc is not installed");
        return;
    }
    Paper paper;
    paper.title = "Kept";
    paper.blocks.push_back(Paragraph{.text = "Said once."});
    const auto first = docx_of(paper);
    REQUIRE(first);

    const BrokenPandoc broken;
    const auto again = docx_of(paper);
    REQUIRE(again);
    CHECK(*again == *first);
    auto other_words = paper;
    other_words.blocks.push_back(Paragraph{.text = "Said later."});
    CHECK_THROWS_AS(static_cast<void>(docx_of(other_words)), Fault);
    auto other_title = paper;
    other_title.title = "Another";
    CHECK_THROWS_AS(static_cast<void>(docx_of(other_title)), Fault);
    CHECK_THROWS_AS(static_cast<void>(docx_from_markdown("Said once.", paper)), Fault);
}
