import type { LocalDate } from '#domain/kernel/dates.ts'
import type { Language, PartialLanguage } from '#src/words/catalogue.ts'

/** What a page says of itself that can be read in a language in part. */
type InPart = {
  readonly name: string
  /** What is not in it stands in the other one. */
  readonly partly: (rest: Language) => string
  readonly wholly: string
  readonly date: (day: number, month: number, year: number) => string
}

const thaiMonths =
  'มกราคม กุมภาพันธ์ มีนาคม เมษายน พฤษภาคม มิถุนายน กรกฎาคม สิงหาคม กันยายน ตุลาคม พฤศจิกายน ธันวาคม'.split(
    ' ',
  )

/** Drafts: no native speaker has read them yet. */
export const partialWords: Readonly<Record<PartialLanguage, InPart>> = {
  th: {
    name: 'ไทย',
    partly: (rest) =>
      `หน้านี้เป็นภาษาไทยบางส่วน ส่วนที่ยังไม่ได้แปลเป็นภาษา${rest === 'km' ? 'เขมร' : 'อังกฤษ'}`,
    wholly: 'ไม่ใช้ภาษาไทย',
    date: (day, month, year) => `${day} ${thaiMonths[month - 1]} ${year}`,
  },
  vi: {
    name: 'Tiếng Việt',
    partly: (rest) =>
      `Trang này có một phần bằng tiếng Việt. Phần chưa dịch bằng ${rest === 'km' ? 'tiếng Khmer' : 'tiếng Anh'}.`,
    wholly: 'Không dùng tiếng Việt',
    date: (day, month, year) => `${day} tháng ${month} năm ${year}`,
  },
}

/** A day as a language says it that some pages are in in part; years are those of the book. */
export const dateInPart = (day: LocalDate, language: PartialLanguage): string => {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number]
  return partialWords[language].date(date, month, year)
}
