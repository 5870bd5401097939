import { OF_YEAR } from './period-forms.ts'

const DOCUMENT_NUMBER = String.raw`\d+\/20\d{2}\/[\w-]+`
const DOCUMENT_KINDS =
  'cong van|ke hoach|quyet dinh|to trinh|van ban|thong bao|nghi quyet|thong tu|nghi dinh|chi thi'
/** A number of a document, which may have been left blank: `12/BC-UBND`, `/BC-SYT`, `......`. */
const NUMBERED = String.raw`[\w.-]*[\d/.…][\w/.…-]*`
/** From this day to another: the day is the first of a period. */
const NOT_FROM = String.raw`(?! ?(?:[-–—~,]|;? ?(?:den|toi)))`
const issued = (kinds: string, number: string) =>
  String.raw`(?:${kinds}) ?:?${number} ?(?:cua [^,;()]{1,60})?,? ?ngay ?\.*\d{0,2}\.* ?(?:[/.-]|thang ?)\.*\d{0,2}\.* ?(?:[/.-]|nam ?)\d{4}${NOT_FROM}`
const ISSUED = [
  issued(DOCUMENT_KINDS, `(?: ?(?:so)? ?:? ?${NUMBERED}){0,2}`),
  issued('so', `(?: ?${NUMBERED}){1,2}`),
].join('|')

/** Numbers of documents, and the days on which these were issued: the year of "Thông tư số 01/2020/TT-VPCP" is no table's. */
const DOCUMENTS = new RegExp(`${DOCUMENT_NUMBER}|${ISSUED}`, 'gu')

/** What a period is compared with: "so với cùng kỳ năm 2025". */
const COMPARED = String.raw`(?:so (?:sanh )?voi|cung ky|thay (?:the|cho)|bai bo)[^;()]{0,40}?20\d{2}`
const ONE_DAY = String.raw`\d{1,2}[/.-]\d{1,2}[/.-]\d{4}${NOT_FROM}`
export const NOT_OF_TABLE = new RegExp(`${DOCUMENTS.source}|${COMPARED}`, 'gu')

/** Dates of documents and of signing: they say when something was written, not what it covers. */
export const NOT_PERIODS = new RegExp(
  [
    String.raw`(?<!\p{L})tu(?: ngay)? ?:? ?${ONE_DAY}`,
    ISSUED,
    issued('bao cao', `(?: ?(?:so)? ?:? ?${NUMBERED}){0,2}`),
    String.raw`, ?ngay \.*\d{0,2}\.* ?thang \.*\d{0,2}\.* ?nam ?\d{4}`,
    String.raw`tu(?: ngay)? ?:? ?\d{1,2}[/.-]\d{1,2}[/.-]\d{4} (?:den nay|tro di)`,
    String.raw`(?:in|xuat|lap|ket xuat|trich xuat|cap nhat|chot) (?:luc|ngay|vao|den)[^;()]{0,30}?\d{4}`,
    String.raw`(?:thoi diem|ngay|gio|chot)(?: (?:bao cao|lap|xuat|in|tao|ket xuat|trich xuat|cap nhat|tong hop|chot|lay|so lieu|bieu)){1,3} ?:? ?[^;()\d]{0,12}(?:\d{1,2}[:h]\d{0,2},? ?(?:ngay ?)?)?${ONE_DAY}`,
    COMPARED,
    // "Tuần II tháng 11", "kỳ 2 tháng 10": which days these are is not said.
    String.raw`(?:tuan|ky|dot)(?: thu)? ?(?:\d|[iv]{1,3}|nhat|dau|cuoi|hai|ba|tu)(?: ?,)?(?: cua)? thang ?\d{1,2}(?:${OF_YEAR}20\d{2})?`,
    DOCUMENT_NUMBER,
  ].join('|'),
  'gu',
)
