// SPDX-License-Identifier: Apache-2.0
//
// What the official report of August 2019 says, as the cells of the sample in which it must stand.
// Thai words are as printed, with their misprints, no-break spaces and decomposed signs.

#pragma once

#include "sample_facts.hpp"

namespace sala {

inline const Fact facts_of_2019[] = {
    {"forum", "bangkok-2019", "date", "2019-08-26/2019-08-28"},
    {"forum", "bangkok-2019", "city", "bangkok"},
    {"sources", "report", "date", "2019-08"},
    {"sources", "report", "address", "https://iao.bangkok.go.th/content-detail/26590"},
    {"editions", "amf-5", "number", "5"},
    {"editions", "amf-5", "date", "2019-08-26/2019-08-28"},
    {"editions", "amf-5", "name_en", "the 5th ASEAN Mayors Forum 2019"},
    {"editions", "amf-5", "name_th", "การประชุมนายกเทศมนตรีอาเซียน ครั้งที่ 5 ประจำปี พ.ศ. 2562"},
    {"editions", "amf-5", "theme_en", "Driving Local Actions for Sustainable and Inclusive Growth"},
    {"days", "day-1", "date", "2019-08-26"},
    {"days", "day-3", "date", "2019-08-28"},
    {"rooms", "conference-room-1", "name_en", "Conference Room 1"},
    {"rooms", "conference-room-1", "name_th", "ห้องประชุม 1"},
    {"venues", "uncc", "name_th", "ศูนย์ประชุมสหประชาชาติ"},
    {"venues", "uncc", "aliases_th", "ศูนย์ประชุมแห่งสหประชาชาติ"},
    {"venues", "uncc", "place_th", "เขตพระนคร กรุงเทพฯ"},
    {"categories", "city-leaders", "number", "1"},
    {"categories", "city-leaders", "name_th",
     "ผู้ว่าราชการ นายกเทศมนตรี และผู้นำรัฐบาลท้องถิ่นจากประเทศสมาชิกอาเซียนทั้ง 10 ประเทศ"},
    {"categories", "city-leaders", "count", ""},
    {"categories", "asean-secretariat", "name_th", "สำนักเลขาธิการอาเซียน"},
    {"categories", "embassies-asean", "name_th", "สถานเอกอัครราชทูตประเทศสมาชิกอาเซียนประจำประเทศไทย"},
    {"categories", "embassies-other", "name_th", "สถานเอกอัครราชทูตที่ไม่ได้เป็นสมาชิกอาเซียนในประเทศไทย"},
    {"categories", "united-nations", "name_th", "องค์การสหประชาชาติ"},
    {"categories", "international-organisations", "name_th",
     "องค์การระหว่างประเทศระดับประเทศและระดับเมือง"},
    {"categories", "thai-agencies", "name_th", "หน่วยงานราชการของไทย"},
    {"categories", "academics", "name_th", "นักวิชาการ"},
    {"categories", "private-sector", "name_th", "ภาคเอกชน"},
    {"sittings", "opening", "day", "day-1"},
    {"sittings", "opening", "room", "conference-room-1"},
    {"sittings", "opening", "kind", "opening"},
    {"sittings", "opening", "about_th", "เมื่อวันที่ 26 สิงหาคม 2562 ณ ห้องประชุม 1 (Conference Room 1)"},
    {"sittings", "three-components", "certainty", "planned"},
    {"interventions", "welcome-1", "number", "1"},
    {"interventions", "welcome-1", "person", "aswin-kwanmuang"},
    {"interventions", "welcome-1", "act", "welcome"},
    {"interventions", "welcome-1", "about_th",
     "โดยผู้ว่าราชการกรุงเทพมหานครได้กล่าวถึงความเป็นมาและวัตถุประสงค์หลักของการประชุมนี้ "
     "ในการเป็นเวทีแลกเปลี่ยนเรียนรู้ข้อคิดเห็นและประสบการณ์ด้านการพัฒนาเมืองอย่างยั่งยืนอันสอดคล้องกับเป้าหมายการพัฒนา"
     "อย่างยั่งยืนขององค์การสหประชาชาติ อันเป็นวาระของโลก "
     "โดยเน้นถึงการพัฒนาคุณภาพชีวิตของประชาชนเป็นเป้าหมายสำคัญ"},
    {"interventions", "welcome-2", "number", "2"},
    {"interventions", "welcome-2", "person", "bernadia-irawati-tjandradewi"},
    {"interventions", "welcome-2", "act", "welcome"},
    {"interventions", "welcome-2", "about_th",
     "ด้านดร. เบอร์นาเดีย อิราวาตี จันดราเดวี เลขาธิการองค์การ UCLG ASPAC "
     "ได้เน้นย้ำถึงความสำคัญของ\u00A0\u00A0\u00A0\u00A0\u00A0\u00A0 ความร่วมมือในระดับภูมิภาค "
     "ซึ่งจะช่วยเสริมสร้างความแข็งแกร่งในการดำเนินภารกิจเพื่อสร้างเมืองให้มี\u00A0\u00A0\u00A0\u00A0\u00A0"
     "\u00A0\u00A0 ความพร้อมรับมือต่อการเปลี่ยนแปลงต่าง ๆ โดยเฉพาะการเปลี่ยนแปลงด้านสภาวะอากาศ"},
    {"interventions", "welcome-3", "number", "3"},
    {"interventions", "welcome-3", "person", "armida-salsiah-alisjahbana"},
    {"interventions", "welcome-3", "act", "welcome"},
    {"interventions", "welcome-3", "about_th", ""},
    {"interventions", "welcome-4", "number", "4"},
    {"interventions", "welcome-4", "person", "pirkka-tapiola"},
    {"interventions", "welcome-4", "act", "welcome"},
    {"interventions", "welcome-4", "about_th", ""},
    {"interventions", "opening-address", "number", "5"},
    {"interventions", "opening-address", "person", "anupong-paochinda"},
    {"interventions", "opening-address", "act", "opening-address"},
    {"interventions", "opening-address", "about_th",
     "โดยรัฐมนตรีว่าการกระทรวงมหาดไทยได้กล่าวถึงความส\u0E4D\u0E32คัญของการขับเคลื่อนการพัฒนาอย่างยั่งยืนตามกรอบ"
     "สหประชาชาติ เพื่อเสริมสร้างความเป็นปึกแผ่นของอาเซียน ทั้งในด้านการเมือง เศรษฐกิจ สังคม และวัฒนธรรม "
     "ตลอดจนผลักดันให้เกิดความร่วมมือที่เป็นรูปธรรมระหว่างประเทศสมาชิกอาเซียน "
     "เพื่อรักษาความเป็นเอกภาพและผลประโยชน์ร่วมกัน พร้อมทั้งส่งเสริมความร่วมมือของอาเซียน "
     "ในการสร้างประชาคมอาเซียนที่มีประชาชนเป็นศูนย์กลาง โดยไม่ทิ้งใครไว้ข้างหลัง "
     "ซึ่งสอดคล้องกับนโยบายเร่งด่วนของรัฐบาลในการพัฒนาพื้นที่เศรษฐกิจและการกระจายความเจริญสู่ภูมิภาคและสร้างโอกาสกา"
     "รพัฒนาทั้งด้านเศรษฐกิจและสังคม รวมทั้งลดความเหลื่อมล้ำของการพัฒนาเพื่อสร้างชุมชนเข้มแข็งและสังคมเมืองที่สงบสุข"},
    {"persons", "aswin-kwanmuang", "honorific_th", "พลตำรวจเอก"},
    {"persons", "aswin-kwanmuang", "name_th", "อัศวิน ขวัญเมือง"},
    {"persons", "bernadia-irawati-tjandradewi", "honorific_th", "ดร."},
    {"persons", "bernadia-irawati-tjandradewi", "name_th", "เบอร์นาเดีย อิราวาตี จันดราเดวี"},
    {"persons", "armida-salsiah-alisjahbana", "honorific_th", "นาง"},
    {"persons", "armida-salsiah-alisjahbana", "name_th", "อาร์มิดา ซัลเซียะฮ์ อาลิสจะฮ์บานา"},
    {"persons", "pirkka-tapiola", "honorific_th", "นาย"},
    {"persons", "pirkka-tapiola", "name_th", "เปียร์กา ตาปิโอลา"},
    {"persons", "anupong-paochinda", "honorific_th", "พลเอก"},
    {"persons", "anupong-paochinda", "name_th", "อนุพงษ์ เผ่าจินดา"},
    {"posts", "governor-bangkok", "title_th", "ผู้ว่าราชการกรุงเทพมหานคร"},
    {"posts", "secretary-general-uclg-aspac", "title_th", "เลขาธิการองค์การ UCLG ASPAC"},
    {"posts", "executive-secretary-escap", "title_th", "เลขาธิการบริหาร ESCAP"},
    {"posts", "eu-ambassador-thailand", "title_th",
     "เอกอัครราชทูตสหภาพยุโรปประจ\u0E4D\u0E32ประเทศไทย"},
    {"posts", "eu-ambassador-thailand", "title_th_corrected", "เอกอัครราชทูตสหภาพยุโรปประจำประเทศไทย"},
    {"posts", "minister-interior-thailand", "title_th", "รัฐมนตรีว่าการกระทรวงมหาดไทย"},
    {"posts", "foreign-relations-officer-bma", "title_th", "นักวิเทศสัมพันธ์ปฏิบัติการ"},
    {"posts", "foreign-relations-officer-bma", "organisation", "bma-planning-section"},
    {"holders", "governor-bangkok-2019", "post", "governor-bangkok"},
    {"holders", "governor-bangkok-2019", "person", "aswin-kwanmuang"},
    {"organisations", "bma", "name_th", "กรุงเทพมหานคร"},
    {"organisations", "bma", "abbreviation_th", "กทม."},
    {"organisations", "uclg-aspac", "name_th", "องค์การเมืองและรัฐบาลท้องถิ่นแห่งเอเชียแปซิฟิค"},
    {"organisations", "uclg-aspac", "name_th_corrected", "องค์การเมืองและรัฐบาลท้องถิ่นแห่งเอเชียแปซิฟิก"},
    {"organisations", "escap", "name_th",
     "คณะกรรมาธิการเศรษฐกิจและสังคมแห่งสหประชาชาติสำหรับเอเชียและแปซิฟิก"},
    {"organisations", "escap", "abbreviation_en", "UNESCAP"},
    {"organisations", "asean-secretariat", "name_th", "สำนักเลขาธิการอาเซียน"},
    {"organisations", "ascn", "name_th", "เครือข่ายเมืองอัจฉริยะอาเซียน"},
    {"organisations", "bma-international-affairs", "name_th", "สำนักงานการต่างประเทศ"},
    {"organisations", "bma-international-affairs", "parent", "bma-permanent-secretary"},
    {"organisations", "bma-planning-section", "name_th", "ส่วนแผนงานและส่งเสริมศักยภาพของเมือง"},
    {"claims", "dates-field", "value_th", "26 – 28 สิงหาคม 2562"},
    {"claims", "dates-field", "source", "report-date"},
    {"claims", "dates-field", "standing", "primary"},
    {"claims", "dates-title", "value_th", "ระหว่างวันที่ 26 - 28 สิงหาคม 2562"},
    {"claims", "dates-title", "source", "report-title"},
    {"claims", "dates-body", "value_th", "ระหว่างวันที่ 26 – 27 สิงหาคม 2562"},
    {"claims", "dates-body", "source", "report-body"},
    {"claims", "dates-body", "standing", "other"},
    {"claims", "dates-proceedings", "value_en",
     "26–28 August 2019, with a technical visit on the last day"},
    {"claims", "participants-report", "value_th", "รวมทั้งสิ้น 300 คน"},
    {"claims", "participants-report", "figure", "300"},
    {"claims", "participants-report", "standing", "primary"},
    {"claims", "participants-uclg", "value_en",
     "More than 350, including 130 mayors, governors and cities"},
    {"claims", "participants-uclg", "figure", "350"},
    {"claims", "hosts-three", "figure", "3"},
    {"claims", "hosts-four", "figure", "4"},
    {"claims", "venue-field", "value_th", "ศูนย์ประชุมสหประชาชาติ กรุงเทพมหานคร"},
    {"claims", "venue-body", "value_th", "ศูนย์ประชุมแห่งสหประชาชาติ เขตพระนคร กรุงเทพฯ"},
    {"claims", "uclg-spelling-printed", "value_th", "องค์การเมืองและรัฐบาลท้องถิ่นแห่งเอเชียแปซิฟิค"},
    {"claims", "uclg-spelling-usual", "value_th", "องค์การเมืองและรัฐบาลท้องถิ่นแห่งเอเชียแปซิฟิก"},
    {"claims", "statement-planned", "value_th", "จะออกแถลงการณ์ภายหลังการประชุม"},
    {"texts", "component-1", "text_th", "สร้างความยั่งยืนเพื่ออาเซียนที่ยั่งยืน (สร้างความยั่งยืนในทุกมิติ)"},
    {"texts", "component-1", "text_en", "Sustainable ASEAN (sustainability in all dimensions)"},
    {"texts", "component-2", "text_th", "ก้าวไกลไปสู่ดิจิทัลอาเซียน (การเตรียมความพร้อมสำหรับอนาคต)"},
    {"texts", "component-2", "text_en", "Digital ASEAN (future readiness)"},
    {"texts", "component-3", "text_th", "ร่วมมือร่วมใจไปสู่อาเซียนที่ไร้รอยต่อ (เสริมสร้างความเชื่อมโยง)"},
    {"texts", "component-3", "text_en", "Seamless ASEAN (connectivity)"},
    {"texts", "linkage", "text_th",
     "นอกจากนี้ ยังคำนึงถึงความเชื่อมโยงและการสนับสนุนซึ่งกันและกันระหว่างการประชุมนายกเทศมนตรีอาเซียนและกรอบความ"
     "ร่วมมืออื่น เช่น เครือข่ายเมืองอัจฉริยะอาเซียน (ASEAN Smart Cities Network) "
     "การพัฒนาการขยายของตัวเมืองอย่างมีประสิทธิภาพ พร้อมทั้งหาแนวทางในการแก้ไขปัญหาความท้าทายร่วม "
     "อันจะนำมาซึ่งความร่วมมือที่แน่นแฟ้นระหว่างนายกเทศมนตรีทั้งในอาเซียนและพันธมิตรต่างๆ ทั่วโลก"},
    {"texts", "mission-group", "text_th", "กลุ่มภารกิจ : การบริหารจัดการ"},
    {"texts", "report-characters", "text_th", "ประจ\u0E4D\u0E32ประเทศไทย\nความส\u0E4D\u0E32คัญ"},
    {"texts", "report-characters", "text_th_corrected", "ประจำประเทศไทย\nความสำคัญ"},
    {"texts", "page-foot", "text_th", "ข้อเสนอแนะ\nติดตามเรา"},
    {"follow_ups", "joint-statement", "number", "1"},
    {"follow_ups", "joint-statement", "certainty", "planned"},
    {"follow_ups", "joint-statement", "text_th",
     "ภายหลังจากการประชุมฯ ผู้นำเมืองและรัฐบาลท้องถิ่นจากประเทศสมาชิกอาเซียนจะออกแถลงการณ์การประชุมนายกเทศมนต"
     "รีอาเซียนครั้งที่ 5 ร่วมกัน"},
    {"follow_ups", "asia-pacific-urban-forum-7", "number", "2"},
    {"follow_ups", "asia-pacific-urban-forum-7", "date", "2019-10-15/2019-10-17"},
    {"follow_ups", "asia-pacific-urban-forum-7", "text_th_corrected",
     "โดยจะนำผลการประชุมและข้อเสนอแนะที่ได้จากการประชุมครั้งนี้ไปใช้เป็นกรอบการทำงานระดับอื่นต่อไป "
     "รวมถึงการประชุม Asia-Pacific Urban Forum ครั้งที่ 7 จัดโดย UNESCAP ณ ประเทศมาเลเซีย ระหว่างวันที่ "
     "15–17 ตุลาคม พ.ศ. 2562"},
    {"follow_ups", "city-cooperation", "number", "3"},
    {"follow_ups", "city-cooperation", "text_th_corrected",
     "สาระสำคัญของการประชุมฯ ในครั้งนี้ เกี่ยวข้องกับการสร้างความร่วมมือระหว่างเมืองต่าง ๆ "
     "ในประเทศสมาชิกอาเซียนเพื่อขับเคลื่อนปฏิบัติการของท้องถิ่นเพื่อการเติบโตที่ยั่งยืนและทั่วถึง "
     "สอดคล้องกับเป้าหมายตามวิสัยทัศน์ของแผนพัฒนากรุงเทพมหานครระยะ 20 ปี "
     "ในการสร้างกรุงเทพมหานครให้เป็นมหานครแห่งเอเชีย"},
    {"follow_ups", "routing", "number", "4"},
    {"follow_ups", "routing", "text_th", "จึงนำเรียนผู้ว่าราชการกรุงเทพมหานครเพื่อโปรดทราบ"},
    {"reports", "amf-5-summary", "template", "bma-thai"},
    {"reports", "amf-5-summary", "action", "information"},
    {"reports", "amf-5-summary", "published", "yes"},
    {"reports", "amf-5-summary", "title_th",
     "สรุปเนื้อหาการประชุมนายกเทศมนตรีอาเซียน ครั้งที่ 5 ประจำปี พ.ศ. 2562 (the 5th ASEAN Mayors Forum "
     "2019)"},
    {"reports", "amf-5-summary", "mission_group_th", "การบริหารจัดการ"},
    {"reports", "amf-5-summary", "reporter_th",
     "นักวิเทศสัมพันธ์ปฏิบัติการ\nส่วนแผนงานและส่งเสริมศักยภาพของเมือง\nสำนักงานการต่างประเทศ "
     "สำนักปลัดกรุงเทพมหานคร"},
    {"report_sections", "amf-5-summary-1", "body_th",
     "การประชุม the 5th ASEAN Mayors Forum 2019 : Driving Local Actions for Sustainable and "
     "Inclusive Growth"},
    {"report_sections", "amf-5-summary-2", "body_th", "ศูนย์ประชุมสหประชาชาติ กรุงเทพมหานคร"},
    {"report_sections", "amf-5-summary-3", "body_th", "26 – 28 สิงหาคม 2562"},
};

}  // namespace sala
