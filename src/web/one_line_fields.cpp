// SPDX-License-Identifier: Apache-2.0

#include "web/one_line_fields.hpp"

#include "script/one_line.hpp"

namespace sala::web {

Form in_one_line(const std::vector<Field>& fields, Form form)
{
    for (const auto& field : fields)
        if (field.kind == Field::text && form.has(field.name))
            form.set(field.name, script::one_line(form[field.name]));
    return form;
}

}  // namespace sala::web
