import { type LocalDate, monthlyDay, monthsBetween } from '#domain/kernel/dates.ts'
import type { BookSource } from '#src/exchange/paper-book/files.ts'

/** Month of the practice book's last meeting, and its first day, as the files have them. */
const lastMonth = '2025-12-20'
const firstDay = '2025-01-01'

const shifted = (text: string, months: number): string =>
  text
    .replaceAll(/\b(\d{4}-\d{2})-(\d{2})\b/g, (day) =>
      monthlyDay(day, months, Number(day.slice(8))),
    )
    .replaceAll(/(?<=,)(\d{4}-\d{2})(?=,)/g, (month) =>
      monthlyDay(`${month}-01`, months, 1).slice(0, 7),
    )

/**
 * The invented year of a village, moved so that its last meeting is the latest one before today. It
 * names nobody and its village code belongs to no province.
 */
export const practiceBook = (source: BookSource, today: LocalDate): BookSource => {
  const thisMonths = monthlyDay(today, 0, Number(lastMonth.slice(8)))
  const months = monthsBetween(lastMonth, today) - (thisMonths > today ? 1 : 0)
  return async (file) => {
    const bytes = await source(file)
    if (typeof bytes === 'string') return bytes
    const text = shifted(new TextDecoder().decode(bytes), months)
    if (file !== 'fund.json') return new TextEncoder().encode(text)
    const fund = {
      ...(JSON.parse(text) as object),
      fund: 'Practice village (invented) / ភូមិសាកល្បង (មិនពិត)',
      opened_on: monthlyDay(firstDay, months, 1),
    }
    return new TextEncoder().encode(JSON.stringify(fund))
  }
}
