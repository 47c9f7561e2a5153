import type { Currency } from '#domain/kernel/money.ts'
import { saidInTwoParts } from '#domain/fund/message-parts.ts'
import type { Moved, Say, MessageFacts } from '#src/app/messages/facts.ts'
import type { Language } from '#src/words/catalogue.ts'
import { currencyName, moneyInTable } from '#src/words/locale.ts'
import { messageWords } from '#src/words/report-words.ts'

type Ways = readonly [string, ...string[]]

/** Days in figures, so that a month's name takes no room: 5/6/2026 is the fifth of June. */
const dayIn = (day: string): string => {
  const [year, month, date] = day.split('-')
  return `${Number(date)}/${Number(month)}/${year}`
}

const sumIn =
  (language: Language, currency: Currency) =>
  (amount: number): string =>
    `${moneyInTable({ amount, currency })} ${currencyName(currency, language)}`

const acts = ['saved', 'handedOut', 'repaid', 'lent'] as const satisfies readonly (keyof Moved)[]

const receiptWays = (
  told: Extract<MessageFacts, { what: 'receipt' }>,
  { language, withAmounts }: Parameters<Say>[1],
): Ways => {
  const words = messageWords.in(language)
  const on = dayIn(told.on)
  const line = told.count > 1 ? words.lines(String(told.count), on) : words.line(on)
  const plain = told.isTakenBack && told.count === 1 ? words.putRight(on) : line
  const plainly: Ways = [`${plain} ${words.notRight}`, plain]
  const moved = acts.filter((act) => told[act] > 0)
  // Where something was taken back, the sum of the rest would say something else than the book.
  if (!withAmounts || told.isTakenBack || moved.length === 0) return plainly
  const sum = sumIn(language, told.currency)
  const sums = [words.onDay(on), ...moved.map((act) => words[act](sum(told[act])))].join(' ')
  return [`${sums} ${words.notRight}`, sums, ...plainly]
}

const moneyWays = (
  told: Extract<MessageFacts, { what: 'summary' | 'reminder' | 'balance' | 'next' }>,
  { language, withAmounts }: Parameters<Say>[1],
): Ways => {
  const words = messageWords.in(language)
  const sum = sumIn(language, told.currency)
  const on = dayIn(told.on)
  switch (told.what) {
    case 'summary': {
      const plain = words.summary(on, String(told.present), dayIn(told.next))
      return withAmounts ? [`${plain} ${words.inBox(sum(told.cash))}`, plain] : [plain]
    }
    case 'reminder':
      return withAmounts
        ? [words.nextPayment(on, sum(told.amount)), words.remember(on)]
        : [words.remember(on)]
    case 'balance':
      return withAmounts
        ? [words.balance(on, sum(told.savings), sum(told.owed)), words['in-person']]
        : [words['pin-needed']]
    case 'next':
      return withAmounts
        ? [words.nextPayment(on, sum(told.amount)), words.remember(on)]
        : [words['pin-needed']]
  }
}

const waysOf = (told: MessageFacts, how: Parameters<Say>[1]): Ways => {
  const words = messageWords.in(how.language)
  switch (told.what) {
    case 'receipt':
      return receiptWays(told, how)
    case 'summary':
    case 'reminder':
    case 'balance':
    case 'next':
      return moneyWays(told, how)
    case 'security':
      return [words[`security_${told.cause}`](dayIn(told.on))]
    case 'talk':
      return [told[how.language]]
    case 'next-meeting':
      return [words.nothingDue(dayIn(told.on))]
    case 'wait':
      return [words.wait(String(told.minutes))]
    default:
      return [words[told.what]]
  }
}

/** Puts a text's facts into words of at most two parts, the longest way that fits. */
export const sayMessage: Say = (told, how) => saidInTwoParts(waysOf(told, how))
