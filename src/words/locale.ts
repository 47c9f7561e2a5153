/*
 * How each language writes digits, amounts, numbers and days. Nothing here asks `Intl`, because
 * browsers and Workers know no Khmer and answer in English without a warning.
 */
export {
  dateInWords,
  dayAndMonth,
  daysFromToday,
  monthAndYear,
  shortDate,
  shortMonth,
} from '#src/words/calendar-words.ts'
export {
  currencyName,
  exactInTable,
  groupDigits,
  type Money,
  moneyInFigures,
  moneyInTable,
  moneyInWords,
  moneyWordParts,
  percentInFigures,
} from '#src/words/money-words.ts'
export { largestNumberInWords, numberInWords } from '#src/words/number-words.ts'

const khmerZero = 0x17e0

export { latinDigits } from '#domain/kernel/money.ts'

/** Replaces Latin digits by Khmer ones, for a single figure; tables keep Latin digits. */
export const khmerDigits = (text: string): string =>
  text.replace(/[0-9]/g, (digit) => String.fromCharCode(khmerZero + Number(digit)))
