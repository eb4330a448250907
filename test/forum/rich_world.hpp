// SPDX-License-Identifier: Apache-2.0
//
// Lyon 2030 with everything that public pages show: sources that disagree, hosts, texts word for
// word, documents, organisations; and requests as the public makes them.

#pragma once

#include "stage.hpp"

namespace sala::forum {

inline Sent public_in(std::string language)
{
    return {.as = As::anyone, .language = std::move(language)};
}
inline const Sent the_public{.as = As::anyone};

inline std::map<std::string, std::string> rich_files()
{
    auto files = lyon_files();
    files["sources.csv"] = "key,kind,date,address,title_en\narticle,article,2030-05,https://"
                           "paper.example/1,The article\n"
                           "headline,article,2030-05,,Its headline\n";
    files["claims.csv"] =
        "key,subject,question_en,value_en,figure,source,standing,note_en\n"
        "cities-15,forum,How many come,15 cities,15,article,primary,\n"
        "nations-15,forum,How many come,15 nations,15,headline,other,ASEAN had ten.\n"
        "smoke,cities:accra,Is there smoke,Much smoke,,article,unsupported,\n";
    files["organisations.csv"] =
        "key,kind,country,city,name_en,name_th,abbreviation_en\n"
        "river-office,office,fr,lyon,Office of the Rivers,สำนักงานแม่น้ำ,OR\n";
    files["hosts.csv"] = "key,edition,organisation,city,role,source,statement_en\n"
                         "host-lyon,rivers-1,,lyon,host,article,Lyon invites\n"
                         "host-office,rivers-1,river-office,,co-host,headline,with the office\n";
    files["questions.csv"] =
        "key,edition,number,text_en,text_th,text_th_corrected\n"
        "gaps,rivers-1,1,What are the gaps?,ช่องว่างเมื่องคืออะไร,ช่องว่างเมืองคืออะไร\n";
    files["texts.csv"] =
        "key,kind,edition,number,source,title_en,text_en,text_en_corrected,text_th\n"
        "promise,quote,rivers-1,1,article,A promise,We wil drain,We will drain,เราจะระบายน้ำ\n"
        "part-1,component,rivers-1,1,article,Component 1,Clean rivers,,\n";
    files["documents.csv"] =
        "key,kind,edition,date,address,title_en,note_en\n"
        "declaration,declaration,rivers-1,2030-05-07,https://paper.example/2,Lyon Declaration,\n"
        "lost,report,,,,Lost report,Nobody has it.\n";
    files["follow_ups.csv"] = "key,number,date,certainty,source,text_en\nnext,1,2031,conditional,"
                              "article,Accra hosts next\n";
    files["categories.csv"] = "key,number,name_en,count,source\nmayors,1,Mayors,12,article\n";
    files["holders.csv"] = "key,post,person,since\nmayor-2029,mayor-of-accra,ama-mensah,2029\n";
    return files;
}

}  // namespace sala::forum
