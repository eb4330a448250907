// SPDX-License-Identifier: Apache-2.0
//
// The few sentences that a browser must say by itself, because no server is there to say them:
// what is saved, what is not, and which keys there are.

const english = {
    saving: 'Saving …',
    saved: 'Saved at {time}',
    notSaved: 'Not saved: no connection. Your text is kept on this device.',
    refused: 'Not saved: a value is wrong. Press the save button to see which.',
    signedOut: 'Not saved: you are signed out. Your text is kept on this device.',
    stale: 'Someone saved this before you. Nothing of yours is lost.',
    compare: 'Compare both texts',
    restored: 'Text that had not been saved is back in its fields.',
    sending: 'Sending {percent} %',
    reading: 'The file has arrived and is being read.',
    notSent: 'The file did not arrive. Check the connection and send it again.',
    noAnswer: 'No answer came. As soon as the connection is back you see whether it was done.',
    notCounted: 'You are not signed in any more, so this did not count. Sign in and do it again.',
    signIn: 'Sign in',
    keys: 'Keys',
    search: 'Search',
    thisList: 'This list',
    rows: 'Next and previous row of a table',
    singleKeys: 'Use single keys on this device',
    close: 'Close',
};

const thai: typeof english = {
    saving: 'กำลังบันทึก …',
    saved: 'บันทึกแล้วเมื่อ {time} น.',
    notSaved: 'ยังไม่ได้บันทึก: ไม่มีการเชื่อมต่อ ข้อความของท่านเก็บไว้ในเครื่องนี้แล้ว',
    refused: 'ยังไม่ได้บันทึก: มีข้อมูลไม่ถูกต้อง กดปุ่มบันทึกเพื่อดูว่าช่องใด',
    signedOut: 'ยังไม่ได้บันทึก: ท่านออกจากระบบแล้ว ข้อความของท่านเก็บไว้ในเครื่องนี้',
    stale: 'มีผู้บันทึกรายการนี้ก่อนท่าน ข้อความของท่านไม่สูญหาย',
    compare: 'เปรียบเทียบทั้งสองฉบับ',
    restored: 'นำข้อความที่ยังไม่ได้บันทึกกลับมาไว้ในช่องเดิมแล้ว',
    sending: 'กำลังส่ง {percent} %',
    reading: 'ได้รับไฟล์แล้ว กำลังอ่านข้อมูล',
    notSent: 'ส่งไฟล์ไม่สำเร็จ โปรดตรวจการเชื่อมต่อแล้วส่งอีกครั้ง',
    noAnswer: 'ไม่มีคำตอบกลับมา เมื่อเชื่อมต่อได้อีกครั้ง ท่านจะเห็นว่าคำสั่งมีผลหรือไม่',
    notCounted: 'ท่านไม่ได้อยู่ในระบบแล้ว คำสั่งนี้จึงไม่มีผล โปรดเข้าสู่ระบบแล้วสั่งอีกครั้ง',
    signIn: 'เข้าสู่ระบบ',
    keys: 'แป้นพิมพ์ลัด',
    search: 'ค้นหา',
    thisList: 'รายการนี้',
    rows: 'แถวถัดไปและแถวก่อนหน้าในตาราง',
    singleKeys: 'ใช้แป้นพิมพ์ลัดในเครื่องนี้',
    close: 'ปิด',
};

// The sentence in the page's language, its {names} filled.
export function say(key: keyof typeof english, values: Record<string, string> = {}): string {
    const words = document.documentElement.lang.startsWith('th') ? thai : english;
    return words[key].replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '');
}
