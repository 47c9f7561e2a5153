import { type LocalDate, daysBetween, isLocalDate } from '#domain/kernel/dates.ts'
import { latinDigits } from '#domain/kernel/money.ts'
import { accessDaysMax } from '#domain/fund/auditors.ts'
import type { NetworkWords } from '#src/words/en/network.ts'

const written = (text: string): string => latinDigits(text.trim())

/** The last day that a form names, in digits of either script; or what is wrong with it, in words. */
export const lastDayIn = (
  of: (name: string) => string,
  { today, words }: { readonly today: LocalDate; readonly words: NetworkWords },
): { readonly until: LocalDate } | { readonly fault: string } => {
  const [day, month, year] = [of('day'), of('month'), of('year')].map(written)
  const until = `${year}-${month!.padStart(2, '0')}-${day!.padStart(2, '0')}`
  if (!isLocalDate(until)) return { fault: words.dayUnknown }
  if (until < today) return { fault: words.dayPast }
  return daysBetween(today, until) > accessDaysMax ? { fault: words.dayTooFar } : { until }
}
