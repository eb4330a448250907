// SPDX-License-Identifier: Apache-2.0
//
// The version of this program, as `sala --version` says it and files it writes name it.

#pragma once

namespace sala {

inline constexpr char version[] = "0.1.0";

}  // namespace sala
