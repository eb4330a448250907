// SPDX-License-Identifier: Apache-2.0
//
// The files of Lyon 2030, as a secretariat would bring them.

#include "stage.hpp"

namespace sala {

std::map<std::string, std::string> lyon_files()
{
    return {
        {"forum.toml",
         "slug = \"lyon-2030\"\ntitle_en = \"Lyon 2030\"\ntitle_th = \"ลียง 2573\"\n"
         "summary_en = \"Three cities under one roof.\"\ndate = \"2030-05-06/2030-05-07\"\n"
         "time_zone = \"Europe/Paris\"\ncity = \"lyon\"\nlanguages = \"en th\"\nminutes = 7\n"},
        {"countries.csv", "key,code,name_en,name_th\nfr,FR,France,ฝรั่งเศส\ngh,GH,Ghana,กานา\nec,EC,"
                          "Ecuador,เอกวาดอร์\n"},
        {"cities.csv",
         "key,country,kind,name_en,name_th\nlyon,fr,city,Lyon,ลียง\naccra,gh,capital,Accra,อักกรา\n"
         "quito,ec,capital,Quito,กีโต\n"},
        {"networks.csv", "key,name_en\nrivers,Cities on rivers\n"},
        {"bodies.csv", "key,network,name_en,name_th,abbreviation_en\nforum-of-rivers,rivers,Forum "
                       "of Rivers,เวทีแม่น้ำ,FOR\n"},
        {"persons.csv",
         "key,honorific_en,honorific_th,name_en,name_th\nama-mensah,Ms,นาง,Ama Mensah,อามา เมนซาห์\n"
         "luz-torres,Dr,ดร.,Luz Torres,ลุซ ตอร์เรส\n"},
        {"posts.csv",
         "key,city,title_en,title_th\nmayor-of-accra,accra,Mayor of Accra,นายกเทศมนตรีอักกรา\n"
         "mayor-of-quito,quito,Mayor of Quito,นายกเทศมนตรีกีโต\n"},
        {"sources.csv", "key,kind,title_en\nprogramme-note,notice,Programme note\n"},
        {"editions.csv",
         "key,body,number,name_en,name_th,theme_en\nrivers-1,forum-of-rivers,1,1st Forum of Rivers,"
         "เวทีแม่น้ำ ครั้งที่ 1,Water for all\n"},
        {"venues.csv", "key,city,name_en\nhall,lyon,Hall of the Two Rivers\n"},
        {"rooms.csv", "key,venue,capacity,name_en\ntilia,hall,200,Tilia\nacer,hall,80,Acer\n"},
        {"days.csv",
         "key,date,title_en\nday-1,2030-05-06,First day\nday-2,2030-05-07,Second day\n"},
        {"topics.csv",
         "key,edition,number,title_en,title_th\nfloods,rivers-1,1,Living with floods,อยู่กับน้ำท่วม\n"},
        {"sittings.csv",
         "key,day,part,room,edition,kind,start,minutes,speaker_minutes,certainty,clock,title_en,"
         "title_th\n"
         "opening,day-1,morning,tilia,rivers-1,opening,09:00,45,,planned,source,Opening,พิธีเปิด\n"
         "statements,day-1,morning,tilia,rivers-1,plenary,10:00,60,7,planned,illustrative,"
         "Statements,ถ้อยแถลง\n"
         "dinner,day-1,evening,,,meal,19:00,120,,planned,source,Dinner,อาหารค่ำ\n"},
        {"delegations.csv", "key,city,name_en\naccra,accra,Accra\nquito,quito,Quito\n"},
        {"delegates.csv",
         "key,delegation,person,post,role\nama,accra,ama-mensah,mayor-of-accra,head\n"
         "luz,quito,luz-torres,mayor-of-quito,head\n"},
        {"interventions.csv",
         "key,sitting,number,delegation,person,post,act,start,minutes,clock,certainty,topics,about_"
         "en\n"
         "accra-speaks,statements,1,accra,ama-mensah,mayor-of-accra,statement,10:00,7,illustrative,"
         "planned,floods,Drains first\n"
         "quito-speaks,statements,2,quito,luz-torres,mayor-of-quito,statement,10:10,7,illustrative,"
         "planned,,\n"},
    };
}

}  // namespace sala
