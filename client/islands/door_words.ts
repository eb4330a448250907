// SPDX-License-Identifier: Apache-2.0
//
// What the page of a door says by itself, because no server may be there to say it.

const english = {
    let: 'Let in',
    undo: 'Undo',
    undone: 'Undone',
    in: '{name} may go in',
    noted: '{name} is let in',
    again: '{name} was let in before: {door}, {time}',
    revoked: 'Badge revoked. Ask {name} to the desk.',
    replaced: 'This badge was replaced by a newer one. Ask {name} to the desk.',
    notApproved: '{name} is not approved. Ask them to the desk.',
    notHere: '{name} may not go into {zone}.',
    unknown: 'This is no badge that this door knows. Its list is of {time}.',
    nobody: 'Nobody of this name, and no such plate.',
    noZone: 'no zone',
    photoOf: 'Photo of {name}',
    lately: 'Let in last at this telephone',
    noPhoto: 'No photo. Look at a document.',
    photoNotHere: 'The photo is not on this telephone. Look at a document.',
    photos: 'Photos on this telephone: {here} of {all}.',
    vehicle: 'Vehicle',
    passEnded: 'The pass of {name} has ended. Send the driver to the desk.',
    online: 'Connected. List of {time}, {count:person|people}.',
    offline: 'No network. List of {time}, {count:person|people}. {waiting:scan waits|scans wait}.',
    waiting: 'Connected. {waiting:scan is|scans are} being sent.',
    noList: 'There is no list yet. Stay in the network until it has arrived.',
    signedOut: 'You are signed out.',
    signedOutHere: 'You are signed out, so this telephone has no list and knows no badge.',
    signedOutWaiting: 'You are signed out. {waiting:scan waits|scans wait} on this device; sign in again to send what waits.',
    signIn: 'Sign in',
    refused: 'The server refused a scan of {time}: {sentence}',
    notUndone: 'The server did not undo what was noted at {time}: {sentence}',
    camera: 'Use the camera',
    stopCamera: 'Stop the camera',
    noCamera: 'The camera cannot be used: {reason}. Type the eight letters instead.',
    nameDoor: 'Say first which door this is.',
};

const thai: typeof english = {
    let: 'ให้เข้า',
    undo: 'ยกเลิก',
    undone: 'ยกเลิกแล้ว',
    in: '{name} เข้าได้',
    noted: 'ให้ {name} เข้าแล้ว',
    again: '{name} เข้ามาแล้วก่อนหน้านี้: {door} {time}',
    revoked: 'บัตรถูกเพิกถอน โปรดเชิญ {name} ไปที่โต๊ะลงทะเบียน',
    replaced: 'บัตรนี้มีบัตรใหม่แทนแล้ว โปรดเชิญ {name} ไปที่โต๊ะลงทะเบียน',
    notApproved: '{name} ยังไม่ได้รับอนุมัติ โปรดเชิญไปที่โต๊ะลงทะเบียน',
    notHere: '{name} เข้า {zone} ไม่ได้',
    unknown: 'ประตูนี้ไม่รู้จักบัตรนี้ รายชื่อเป็นของเวลา {time}',
    nobody: 'ไม่มีผู้ที่ใช้ชื่อนี้ และไม่มีทะเบียนรถนี้',
    noZone: 'ไม่มีเขต',
    photoOf: 'ภาพถ่ายของ {name}',
    lately: 'รายล่าสุดที่โทรศัพท์เครื่องนี้ให้เข้า',
    noPhoto: 'ไม่มีภาพถ่าย โปรดดูเอกสารประจำตัว',
    photoNotHere: 'ภาพถ่ายไม่ได้อยู่ในโทรศัพท์เครื่องนี้ โปรดดูเอกสารประจำตัว',
    photos: 'ภาพถ่ายในโทรศัพท์เครื่องนี้: {here} จาก {all} ภาพ',
    vehicle: 'ยานพาหนะ',
    passEnded: 'บัตรผ่านของ {name} สิ้นสุดแล้ว โปรดให้คนขับไปที่โต๊ะลงทะเบียน',
    online: 'เชื่อมต่อแล้ว รายชื่อเวลา {time} จำนวน {count} คน',
    offline: 'ไม่มีเครือข่าย รายชื่อเวลา {time} จำนวน {count} คน รอส่ง {waiting} รายการ',
    waiting: 'เชื่อมต่อแล้ว กำลังส่ง {waiting} รายการ',
    noList: 'ยังไม่มีรายชื่อ โปรดอยู่ในเครือข่ายจนกว่ารายชื่อจะมาถึง',
    signedOut: 'ท่านออกจากระบบแล้ว',
    signedOutHere: 'ท่านออกจากระบบแล้ว โทรศัพท์เครื่องนี้จึงไม่มีรายชื่อและไม่รู้จักบัตรใด',
    signedOutWaiting: 'ท่านออกจากระบบแล้ว มี {waiting} รายการรออยู่ในเครื่องนี้ เข้าสู่ระบบอีกครั้งเพื่อส่ง',
    signIn: 'เข้าสู่ระบบ',
    refused: 'เซิร์ฟเวอร์ไม่รับรายการเวลา {time}: {sentence}',
    notUndone: 'เซิร์ฟเวอร์ไม่ได้ยกเลิกรายการเวลา {time}: {sentence}',
    camera: 'ใช้กล้อง',
    stopCamera: 'หยุดกล้อง',
    noCamera: 'ใช้กล้องไม่ได้: {reason} โปรดพิมพ์ตัวอักษรแปดตัวแทน',
    nameDoor: 'โปรดระบุก่อนว่านี่คือประตูใด',
};

export type Word = keyof typeof english;

const isThai = (): boolean => document.documentElement.lang.startsWith('th');

// "{count:person|people}" is the number and the one word or the other.
export function say(word: Word, values: Record<string, string | number> = {}): string {
    const words = isThai() ? thai : english;
    return words[word].replace(/\{(\w+)(?::([^|}]+)\|([^}]+))?\}/g, (_, name: string, one?: string, many?: string) => {
        const value = String(values[name] ?? '');
        return one ? `${value} ${value === '1' ? one : many}` : value;
    });
}

// By the clock of the forum, whatever the telephone's is set to.
export function clockOf(at: number): string {
    const timeZone = document.getElementById('door')?.dataset['zone'] || undefined;
    const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', timeZone }).format(at);
    return isThai() ? `${clock} น.` : clock;
}
