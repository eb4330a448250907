// SPDX-License-Identifier: Apache-2.0

#include "registration/rules_page.hpp"

namespace sala::registration {

RulesPage rules_page_of(store::Session& session, std::int64_t forum)
{
    return {rules_at(session, forum), categories_at(session, forum), quotas_at(session, forum),
            questions_at(session, forum)};
}

}  // namespace sala::registration
