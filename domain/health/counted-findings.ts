import { type LocalDate, daysAfter } from '#domain/kernel/dates.ts'
import type { Finding, FindingCode } from '#domain/health/finding.ts'

type Counting = {
  readonly codes: readonly FindingCode[]
  /** What has happened does not go away: it counts for a year, and stays on the list. */
  readonly isOfAYear?: true
}

/** The figures that count findings, each with its codes; those that are not of a year are gone once they are mended. */
const counting = {
  book_integrity_findings: {
    codes: [
      'box-differs-from-books',
      'opening-not-last-closing',
      'cash-book-does-not-add-up',
      'cash-book-differs',
    ],
  },
  disputes_unanswered: { codes: ['dispute-unanswered'] },
  meetings_missed: { codes: ['no-meeting-held'] },
  counts_missing: { codes: ['meeting-missing-in-cash-book', 'box-not-counted'], isOfAYear: true },
  askings_missing: { codes: ['never-asked', 'asked-too-long-ago', 'asked-and-often-not-right'] },
  members_unseen: { codes: ['member-nobody-has-seen'] },
  one_hand_findings: {
    codes: [
      'out-by-one-hand',
      'back-and-forth-by-one-hand',
      'taken-over-by-one-hand',
      'sent-away-by-one-hand',
    ],
    isOfAYear: true,
  },
} as const satisfies Readonly<Record<string, Counting>>

export type CountedFigure = keyof typeof counting
export const countedFigures = Object.keys(counting) as readonly CountedFigure[]

const yearDays = 365

/** The findings that a figure counts on a day. */
export const findingsBehind = (
  figure: CountedFigure,
  findings: readonly Finding[],
  asOf: LocalDate,
): readonly Finding[] => {
  const { codes, isOfAYear }: Counting = counting[figure]
  const after = isOfAYear ? daysAfter(asOf, -yearDays) : ''
  return findings.filter(({ code, on }) => on > after && codes.includes(code))
}

const figureOf: ReadonlyMap<FindingCode, CountedFigure> = new Map(
  countedFigures.flatMap((figure) => {
    const { codes }: Counting = counting[figure]
    return codes.map((code) => [code, figure] as const)
  }),
)

/** How many each of them counts; an old book may have very many findings, which are gone through once. */
export const countsOfFindings = (
  findings: readonly Finding[],
  asOf: LocalDate,
): Readonly<Record<CountedFigure, number>> => {
  const after = daysAfter(asOf, -yearDays)
  const counts = Object.fromEntries(countedFigures.map((figure) => [figure, 0])) as Record<
    CountedFigure,
    number
  >
  for (const { code, on } of findings) {
    const figure = figureOf.get(code)
    if (figure === undefined) continue
    const { isOfAYear }: Counting = counting[figure]
    if (!isOfAYear || on > after) counts[figure] += 1
  }
  return counts
}
