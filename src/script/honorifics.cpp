// SPDX-License-Identifier: Apache-2.0
//
// The table of ranks and forms of address. Thai ranks follow the Royal Thai Armed Forces and
// Police; English abbreviations are those the Thai government prints.

#include "script/person_name.hpp"

#include <array>

namespace sala::script {

static constexpr std::array table{
    Honorific{"นาย", "", "Mr", "Mister", false},
    Honorific{"นาง", "", "Mrs", "", false},
    Honorific{"นางสาว", "น.ส.", "Ms", "Miss", false},
    Honorific{"ดอกเตอร์", "ดร.", "Dr", "Doctor", true},
    Honorific{"พลเอก", "พล.อ.", "Gen.", "General", true},
    Honorific{"พลโท", "พล.ท.", "Lt. Gen.", "Lieutenant General", true},
    Honorific{"พลตรี", "พล.ต.", "Maj. Gen.", "Major General", true},
    Honorific{"พันเอก", "พ.อ.", "Col.", "Colonel", true},
    Honorific{"พันโท", "พ.ท.", "Lt. Col.", "Lieutenant Colonel", true},
    Honorific{"พันตรี", "พ.ต.", "Maj.", "Major", true},
    Honorific{"ร้อยเอก", "ร.อ.", "Capt.", "Captain", true},
    Honorific{"ร้อยโท", "ร.ท.", "Lt.", "Lieutenant", true},
    Honorific{"ร้อยตรี", "ร.ต.", "Sub Lt.", "Sub Lieutenant", true},
    Honorific{"ว่าที่ร้อยตรี", "ว่าที่ ร.ต.", "Acting Sub Lt.", "Acting Sub Lieutenant", true},
    Honorific{"พลตำรวจเอก", "พล.ต.อ.", "Pol. Gen.", "Police General", true},
    Honorific{"พลตำรวจโท", "พล.ต.ท.", "Pol. Lt. Gen.", "Police Lieutenant General", true},
    Honorific{"พลตำรวจตรี", "พล.ต.ต.", "Pol. Maj. Gen.", "Police Major General", true},
    Honorific{"พันตำรวจเอก", "พ.ต.อ.", "Pol. Col.", "Police Colonel", true},
    Honorific{"พันตำรวจโท", "พ.ต.ท.", "Pol. Lt. Col.", "Police Lieutenant Colonel", true},
    Honorific{"พันตำรวจตรี", "พ.ต.ต.", "Pol. Maj.", "Police Major", true},
    Honorific{"ร้อยตำรวจเอก", "ร.ต.อ.", "Pol. Capt.", "Police Captain", true},
    Honorific{"ร้อยตำรวจโท", "ร.ต.ท.", "Pol. Lt.", "Police Lieutenant", true},
    Honorific{"ร้อยตำรวจตรี", "ร.ต.ต.", "Pol. Sub Lt.", "Police Sub Lieutenant", true},
    Honorific{"พลเรือเอก", "พล.ร.อ.", "Adm.", "Admiral", true},
    Honorific{"พลเรือโท", "พล.ร.ท.", "Vice Adm.", "Vice Admiral", true},
    Honorific{"พลเรือตรี", "พล.ร.ต.", "Rear Adm.", "Rear Admiral", true},
    Honorific{"พลอากาศเอก", "พล.อ.อ.", "ACM", "Air Chief Marshal", true},
    Honorific{"พลอากาศโท", "พล.อ.ท.", "AM", "Air Marshal", true},
    Honorific{"พลอากาศตรี", "พล.อ.ต.", "AVM", "Air Vice Marshal", true},
    Honorific{"ศาสตราจารย์", "ศ.", "Prof.", "Professor", true},
    Honorific{"รองศาสตราจารย์", "รศ.", "Assoc. Prof.", "Associate Professor", true},
    Honorific{"ผู้ช่วยศาสตราจารย์", "ผศ.", "Asst. Prof.", "Assistant Professor", true},
    Honorific{"นายแพทย์", "นพ.", "", "", false},
    Honorific{"แพทย์หญิง", "พญ.", "", "", false},
    Honorific{"หม่อมเจ้า", "ม.จ.", "M.C.", "", false},
    Honorific{"หม่อมราชวงศ์", "ม.ร.ว.", "M.R.", "", false},
    Honorific{"หม่อมหลวง", "ม.ล.", "M.L.", "", false},
    Honorific{"คุณหญิง", "", "Khunying", "", false},
    Honorific{"ท่านผู้หญิง", "", "Thanpuying", "", false},
    Honorific{"สมเด็จอัครมหาเสนาบดีเดโช", "", "Samdech Akka Moha Sena Padei Techo", "", false},
    Honorific{"สมเด็จมหาบวรธิบดี", "", "Samdech Moha Borvor Thipadei", "", false},
    Honorific{"สมเด็จเดโช", "", "Samdech Techo", "", false},
    Honorific{"สมเด็จ", "", "Samdech", "", false},
    Honorific{"", "", "H.E.", "His Excellency", true},
    Honorific{"", "", "H.E.", "Her Excellency", true},
    Honorific{"", "", "Hon.", "The Honourable", true},
    Honorific{"", "", "Sir", "", true},
    Honorific{"", "", "Dame", "", true},
    Honorific{"", "", "Ir.", "", true},
    Honorific{"", "", "Atty.", "Attorney", true},
    Honorific{"", "", "Dato'", "Dato Seri", true},
    Honorific{"", "", "Datuk", "Datuk Seri", true},
    Honorific{"", "", "Tan Sri", "", true},
    Honorific{"", "", "Okhna", "Oknha", true},
};

std::span<const Honorific> honorifics() { return table; }

}  // namespace sala::script
