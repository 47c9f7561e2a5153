import type { CaseFile } from '#domain/cases/file.ts'
import { addTo, fact, factOf, itemsOf } from '#domain/cases/operation.ts'
import { journeyCurrency } from '#domain/cases/operations/journey.ts'
import { setStage } from '#domain/cases/operations/plan.ts'
import { followUpMonths } from '#domain/grants/kinds.ts'
import { type LocalDate, monthlyDay } from '#domain/kernel/dates.ts'
import { day, list, mark, sum, sumOrZero, word } from '#domain/kernel/shape.ts'

/** What was done to somebody, in words that are counted: how it was is written nowhere. */
export const abuses = [
  'wages-withheld',
  'money-kept-from',
  'threatened',
  'threatened-with-police',
  'humiliated',
  'beaten',
  'sexual-violence',
  'made-to-take-drugs',
  'locked-in',
  'care-refused',
  'no-food-or-shelter',
  'papers-kept',
  'worked-without-rest',
  'kept-from-children',
  'debt-made',
  'other-work-than-promised',
] as const
export type Abuse = (typeof abuses)[number]

/** What somebody who has come back tells, asked alone. Nobody has to tell anything. */
export const setReturnInterview = fact({
  command: 'SetReturnInterview',
  name: 'returnInterview',
  asks: {
    isAskedAlone: mark('asked-alone-missing'),
    abuses: list(word(abuses), { max: abuses.length }),
  },
})

/** What the household needs in a month to live, agreed before anybody asks what is earned. */
export const setLivingLine = fact({
  command: 'SetLivingLine',
  name: 'livingLine',
  asks: { perMonth: sum, currency: journeyCurrency },
})

export const followUps = ['month-1', 'month-3', 'month-6', 'month-12', 'month-24'] as const
export type FollowUp = (typeof followUps)[number]

/**
 * What somebody earns in a month, asked so many months after the way home. The line of that day is kept beside it: whoever
 * moves the line later moves no answer.
 */
export const recordFollowUp = addTo({
  command: 'RecordFollowUp',
  name: 'followUps',
  asks: {
    which: word(followUps),
    on: day,
    earned: sumOrZero,
    currency: journeyCurrency,
  },
  check: ({ today }, { on }) => (on > today ? 'day-to-come' : undefined),
  adds: ({ file }) => {
    const line = factOf(file, setLivingLine)
    return line ? { line: { perMonth: line.perMonth, currency: line.currency } } : {}
  },
})

type Kept = { readonly line: { readonly perMonth: number; readonly currency: string } }

export const followUpResults = ['reached', 'below', 'no-line', 'not-comparable'] as const
type FollowUpResult = (typeof followUpResults)[number]

const resultOf = ({
  line,
  earned,
  currency,
}: Partial<Kept> & { readonly earned: number; readonly currency: string }): FollowUpResult => {
  if (!line) return 'no-line'
  if (line.currency !== currency) return 'not-comparable'
  return earned < line.perMonth ? 'below' : 'reached'
}

/** Each follow-up that was made, by its month; of two of one month the later writing counts. */
export const followUpsOf = (
  file: CaseFile,
): readonly { readonly which: FollowUp; readonly result: FollowUpResult }[] => {
  const made = itemsOf<typeof recordFollowUp, Kept>(file, recordFollowUp)
  return followUps.flatMap((which) => {
    const one = made.findLast(({ value }) => value.which === which)
    return one ? [{ which, result: resultOf(one.value) }] : []
  })
}

/** Whether what is earned was below the line twice: the plan does not carry. */
export const isBelowTwice = (file: CaseFile): boolean =>
  followUpsOf(file).filter(({ result }) => result === 'below').length >= 2

/** When each follow-up falls due that was not made: counted from the way home, none from before the case was opened. */
export const followUpsDue = (
  file: CaseFile,
): readonly { readonly which: FollowUp; readonly on: LocalDate }[] => {
  const stage = factOf(file, setStage)
  if (stage?.stage !== 'back') return []
  const made = new Set(followUpsOf(file).map(({ which }) => which))
  return followUps
    .map((which, i) => {
      const dayOfMonth = Number(stage.since.slice(8))
      return { which, on: monthlyDay(stage.since, followUpMonths[i]!, dayOfMonth) }
    })
    .filter(({ which, on }) => !made.has(which) && on >= file.openedOn)
}
