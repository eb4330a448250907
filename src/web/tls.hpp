// SPDX-License-Identifier: Apache-2.0
//
// The server's certificate and what it agrees to speak: TLS 1.2 and 1.3. Only server*.cpp and
// connection*.cpp include this file.

#pragma once

#include <boost/asio/ssl/context.hpp>

#include <memory>
#include <string>

namespace sala::web {

// Null when both names are empty. Throws Fault with a sentence that names the file.
std::unique_ptr<boost::asio::ssl::context> tls_context(const std::string& certificate_file,
                                                       const std::string& key_file);

}  // namespace sala::web
