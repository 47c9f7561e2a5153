import type { LocalDate } from '#domain/kernel/dates.ts'
import type { Currency } from '#domain/kernel/money.ts'
import { type FundSummary, lateIn } from '#domain/health/summary.ts'
import { type Judged, type Need, type VisitReason, needOf } from '#domain/health/visit.ts'
import { total } from '#domain/health/book.ts'

/** A fund among all of a network: what it comes to, and how much it wants a visit. No member and no loan is in it. */
export type PortfolioLine = {
  readonly fundId: string
  readonly name: string
  readonly summary: FundSummary
  readonly today: LocalDate
  readonly par30: number
  readonly late: number
  readonly need: Need
  /** What was found when its whole book was last read; undefined where nobody has yet. */
  readonly judged: Judged | undefined
  readonly isFresh: boolean
}

type Fund = Pick<PortfolioLine, 'fundId' | 'name' | 'summary'>

/** A fund of a list with what was found when its book was last read. */
export const portfolioLine = (
  { fundId, name, summary }: Fund,
  { judged, isFresh }: Pick<PortfolioLine, 'judged' | 'isFresh'>,
  today: LocalDate,
): PortfolioLine => ({
  fundId,
  name,
  summary,
  today,
  ...lateIn(summary, today),
  need: needOf(summary, judged, today),
  judged,
  isFresh,
})

export const districtOf = ({ summary }: PortfolioLine): string => summary.villageCode.slice(0, 4)

const hasRule =
  (rule: Extract<VisitReason, { readonly kind: 'rule' }>['rule']) =>
  ({ need }: PortfolioLine): boolean =>
    need.reasons.some((one) => one.kind === 'rule' && one.rule === rule)

/** What an NGO looks for among many funds, each a way to narrow the list. */
export const abouts = {
  silent: hasRule('silence'),
  'written-late': ({ need }: PortfolioLine) => need.reasons.some(({ kind }) => kind === 'late'),
  unanswered: ({ summary }: PortfolioLine) => summary.unanswered > 0,
  unconfirmed: hasRule('asking'),
  uncounted: hasRule('counts'),
  'under-relief': ({ judged }: PortfolioLine) => (judged?.underRelief ?? 0) > 0,
  signs: ({ need }: PortfolioLine) => need.reasons.some(({ kind }) => kind === 'sign'),
} as const satisfies Readonly<Record<string, (line: PortfolioLine) => boolean>>
export type About = keyof typeof abouts
export const aboutNames = Object.keys(abouts) as readonly About[]

/** What all funds of one currency come to together; money of two is never added up. */
export type PortfolioTotal = {
  readonly currency: Currency
  readonly funds: number
  readonly members: number
  readonly savings: number
  readonly cash: number
  readonly owed: number
  readonly par30: number
  /** Of the funds whose book was read, and what is owed in those: of the others nobody knows it. */
  readonly underRelief: number
  readonly owedRead: number
}

export const totalsOf = (lines: readonly PortfolioLine[]): readonly PortfolioTotal[] =>
  [...Map.groupBy(lines, ({ summary }) => summary.currency)].map(([currency, own]) => {
    const sum = (of: (line: PortfolioLine) => number): number => total(own.map(of))
    return {
      currency,
      funds: own.length,
      members: sum(({ summary }) => summary.members),
      savings: sum(({ summary }) => summary.savings),
      cash: sum(({ summary }) => summary.cash),
      owed: sum(({ summary }) => summary.owed),
      par30: sum(({ par30 }) => par30),
      underRelief: sum(({ judged }) => judged?.underRelief ?? 0),
      owedRead: sum(({ judged, summary }) => (judged ? summary.owed : 0)),
    }
  })

/** A district with what its villages come to together; no figures where that could be told of few of them. */
export type District = {
  readonly code: string
  readonly funds: number
  readonly totals: readonly PortfolioTotal[]
}

/** Of fewer villages the figures would be those of a village that somebody knows. */
const fewestInDistrict = 5

/** All districts by their codes. Where one alone was too small, taking the others from all would tell it: the next smallest goes with it. */
export const districtsOf = (lines: readonly PortfolioLine[]): readonly District[] => {
  const bySize = [...Map.groupBy(lines, districtOf)].toSorted(
    ([, one], [, other]) => one.length - other.length,
  )
  const small = bySize.filter(([, own]) => own.length < fewestInDistrict).length
  const hidden = small === 1 ? 2 : small
  return bySize
    .map(([code, own], place) => ({
      code,
      funds: own.length,
      totals: place < hidden ? [] : totalsOf(own),
    }))
    .toSorted((a, b) => (a.code < b.code ? -1 : 1))
}

export const peerFigures = [
  'average_loan',
  'savings_per_member',
  'on_time_percent',
  'attendance_percent',
  'dropped_out_percent',
  'women_members_percent',
  'members_with_loan_percent',
] as const
export type PeerFigure = (typeof peerFigures)[number]

export type Peers = {
  readonly currency: Currency
  readonly figure: PeerFigure
  readonly funds: number
  readonly lower: number
  readonly middle: number
  readonly upper: number
}

/** Of fewer funds a quartile would be a fund that somebody knows. */
const fewestPeers = 10

/** Of the funds of one currency whose books were read: what a quarter, a half and three quarters of them do not reach. */
export const peersOf = (lines: readonly PortfolioLine[]): readonly Peers[] =>
  [...Map.groupBy(lines, ({ summary }) => summary.currency)].flatMap(([currency, own]) =>
    peerFigures.flatMap((figure): readonly Peers[] => {
      const values = own.flatMap(({ judged }) => judged?.figures[figure] ?? [])
      const sorted = values.toSorted((a, b) => a - b)
      const at = (part: number): number => sorted[Math.floor((sorted.length - 1) * part)]!
      return sorted.length < fewestPeers
        ? []
        : [
            {
              currency,
              figure,
              funds: sorted.length,
              lower: at(0.25),
              middle: at(0.5),
              upper: at(0.75),
            },
          ]
    }),
  )
