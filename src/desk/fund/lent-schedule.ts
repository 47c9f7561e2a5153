import { type LocalDate, monthlyDay } from '#domain/kernel/dates.ts'
import { latinDigits } from '#domain/kernel/money.ts'
import type { BorrowingDue } from '#domain/fund/borrowing.ts'
import { dayTyped } from '#src/desk/typed-day.ts'
import type { Filled, Own } from '#src/desk/asking.ts'
import { dateField } from '#src/desk/day-fields.ts'
import { type Desk, currencyOf } from '#src/desk/desk.ts'
import { countField, faultsAll, lineField, linesField, sumField } from '#src/desk/fields.ts'
import { sumIn } from '#src/desk/typed.ts'
import { unitsWritten } from '#src/desk/written-sum.ts'
import { seldomWords } from '#src/words/words.ts'

const rate = /^\d{1,3}(\.\d{1,6})?$/

/** A rate a year, as a lender or a meeting says it. */
export const rateField = (desk: Desk): Own<string> => {
  const words = seldomWords.in(desk.language)
  return {
    fields: [
      lineField({
        name: 'rate',
        label: words.rate,
        hint: words.rateHint,
        fault: words.rateFault,
        inputmode: 'decimal',
        rule: (text) => {
          const read = latinDigits(text)
          return rate.test(read) ? read : undefined
        },
      }),
    ],
    said: ({ of }) => of('rate'),
  }
}

const duesMax = 60

/** One payment a line: its day, what is paid back, and the interest. */
const dueIn = (desk: Desk, line: string): BorrowingDue | undefined => {
  const [typed = '', principal = '', interest = '0', ...more] = latinDigits(line.trim()).split(
    /\s+/,
  )
  const units = (text: string): number | undefined =>
    /^0+(\.0+)?$/.test(text) ? 0 : unitsWritten(text, currencyOf(desk))
  const [back, cost] = [units(principal), units(interest)]
  const on = dayTyped(typed)
  const isRead = on !== undefined && back !== undefined && cost !== undefined && more.length === 0
  return isRead ? { on, principal: back, interest: cost } : undefined
}

const duesIn = (desk: Desk, text: string): readonly BorrowingDue[] | undefined => {
  const dues = text.split('\n').flatMap((line) => (line.trim() ? [dueIn(desk, line)] : []))
  return dues.every((due) => due !== undefined) && dues.length <= duesMax ? dues : undefined
}

type Even = {
  readonly amount: number
  readonly count: number
  readonly first: LocalDate
  readonly interest: number
}

/** Equal parts, one a month; what cannot be divided is paid last. */
const evenly = ({ amount, count, first, interest }: Even): readonly BorrowingDue[] =>
  Array.from({ length: count }, (_, i) => ({
    on: monthlyDay(first, i, Number(first.slice(8))),
    principal: i < count - 1 ? Math.floor(amount / count) : amount - Math.floor(amount / count) * i,
    interest,
  }))

const scheduleIn = (desk: Desk, { of }: Filled): readonly BorrowingDue[] => {
  const money = (name: string): number => sumIn(of(name), currencyOf(desk))
  const lines = duesIn(desk, of('lines')) ?? []
  if (lines.length > 0) return lines
  const [count, first] = [Number(of('count')), of('first')]
  if (count === 0 || first === '') return []
  return evenly({ amount: money('amount'), count, first, interest: money('interest') })
}

/** When it is paid back: in equal parts, or line by line as the lender's paper has it. */
export const scheduleOf = (desk: Desk): Own<readonly BorrowingDue[]> => {
  const words = seldomWords.in(desk.language)
  const currency = currencyOf(desk)
  return {
    fields: [
      countField({
        name: 'count',
        label: words.dues,
        hint: words.duesHint,
        faults: faultsAll(words.duesFault),
        max: duesMax,
        isOptional: true,
      }),
      dateField(desk, {
        name: 'first',
        label: words.firstDue,
        hint: words.dayHint,
        fault: words.dayFault,
        isOptional: true,
      }),
      sumField(desk, {
        name: 'interest',
        label: words.interestEach,
        hint: words.interestEachHint,
        currency,
        isOptional: true,
        mayBeZero: true,
      }),
      linesField({
        name: 'lines',
        label: words.lines,
        hint: words.linesHint,
        fold: words.linesFold,
        fault: words.linesFault,
        lengthMax: duesMax * 40,
        rule: (text) => (duesIn(desk, text) ? text.trim() : undefined),
      }),
    ],
    said: (filled) => scheduleIn(desk, filled),
  }
}
