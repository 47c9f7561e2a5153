import { type LocalDate, monthlyDay } from '#domain/kernel/dates.ts'
import type { NetworkCommand } from '#domain/network.ts'
import { type Duty, dutyCodes } from '#domain/network/register/duties.ts'
import type { WatchCommand } from '#domain/operations/network.ts'

/*
 * Forty-eight invented reports that were checked, of which one petition is due: nine were upheld of one agency, two warnings were
 * given, and the third step waits for two of the team. Twelve more lie sealed (`practice-reports.ts`): sixty in all.
 */

type Hand = 'worker' | 'supervisor'
type Batch = { readonly by: Hand; readonly commands: readonly NetworkCommand[] }

type Report = { readonly reportId: string; readonly decisionId: string; readonly of: number }

/** How many reports there are of each of the first agencies, and how many of those were upheld. */
const perAgency = [
  { reports: 12, upheld: 9 },
  { reports: 8, upheld: 4 },
  { reports: 6, upheld: 2 },
  { reports: 5, upheld: 0 },
  { reports: 5, upheld: 1 },
  { reports: 4, upheld: 0 },
  { reports: 4, upheld: 0 },
  { reports: 4, upheld: 0 },
] as const

const digits = 32
const digestDigits = 64

const monthBefore = (today: LocalDate, months: number): string =>
  monthlyDay(today, -months, 1).slice(0, 7)

const dutiesOf = (n: number): readonly Duty[] => [
  dutyCodes[n % dutyCodes.length]!,
  'no-fee-above-ceiling',
]

type Said = Omit<
  Extract<WatchCommand, { readonly type: 'CheckReport' }>,
  'id' | 'v' | 'type' | 'effectiveOn' | 'reportId' | 'partyId'
>

const saidOf = (n: number, today: LocalDate): Said => ({
  kind: n % 6 === 5 ? 'money-lost' : 'duty',
  duties: n % 6 === 5 ? [] : [...new Set(dutiesOf(n))],
  month: monthBefore(today, 1 + (n % 18)),
  basis: n % 2 === 0 ? 'document' : 'two-sources',
  // Digests of papers that nobody has: invented as all the rest.
  evidence: n % 2 === 0 ? [String(n + 1).padStart(digestDigits, '0')] : [],
  household: String(n + 1).padStart(digits, '0'),
  mayBeCounted: n % 3 !== 0,
  mayBeAsked: false,
})

type Envelope = () => { readonly id: string; readonly v: 1; readonly effectiveOn: LocalDate }

/** Steps of the first agency's ladder, and the letters by which they were carried out. */
const ladderSaid = (envelope: Envelope, partyId: string) => ({
  step: (
    decisionId: string,
    named: 'first-warning' | 'second-warning',
    rests: readonly Report[],
  ): NetworkCommand => ({
    ...envelope(),
    type: 'ProposeLadderStep',
    decisionId,
    partyId,
    step: named,
    reportIds: rests.map(({ reportId }) => reportId),
  }),
  went: (letterId: string): NetworkCommand => ({
    ...envelope(),
    type: 'ConfirmWatchLetter',
    letterId,
  }),
  letter: (letterId: string, decisionId: string, rests: readonly Report[]): NetworkCommand => ({
    ...envelope(),
    type: 'SendWatchLetter',
    letterId,
    to: 'labour-ministry',
    partyId,
    reportIds: rests.map(({ reportId }) => reportId),
    decisionId,
  }),
})

/** What a practice network's team has checked, ruled and sent, in the order in which two hands did it. */
export const practiceWatch = (
  ids: () => string,
  { today, agencies }: { readonly today: LocalDate; readonly agencies: readonly string[] },
): readonly Batch[] => {
  const envelope = () => ({ id: ids(), v: 1 as const, effectiveOn: today })
  const all = perAgency.flatMap(({ reports }, of) =>
    Array.from({ length: reports }, (): Report => ({ reportId: ids(), decisionId: ids(), of })),
  )
  const ruled = perAgency.flatMap(({ upheld }, of) =>
    all.filter((one) => one.of === of).slice(0, upheld),
  )
  const checks = all.map(({ reportId, of }, n): NetworkCommand => ({
    ...envelope(),
    type: 'CheckReport',
    reportId,
    partyId: agencies[of]!,
    ...saidOf(n, today),
  }))
  const rulings = ruled.map(({ reportId, decisionId }): NetworkCommand => ({
    ...envelope(),
    type: 'ProposeRuling',
    decisionId,
    reportId,
    found: 'upheld',
  }))
  const confirm = (decisionId: string): NetworkCommand => ({
    ...envelope(),
    type: 'ConfirmDecision',
    decisionId,
  })
  const confirmed = (some: readonly Report[]) => some.map(({ decisionId }) => confirm(decisionId))
  const { step, letter, went } = ladderSaid(envelope, agencies[0]!)
  const [one, two] = [ruled.slice(0, 3), ruled.slice(3, 6)]
  const [first, second] = [ids(), ids()]
  const [toWarn, toWarnAgain] = [ids(), ids()]
  return [
    { by: 'worker', commands: [...checks, ...rulings] },
    { by: 'supervisor', commands: confirmed(one) },
    { by: 'worker', commands: [step(first, 'first-warning', one)] },
    { by: 'supervisor', commands: [confirm(first), ...confirmed(two)] },
    {
      by: 'worker',
      commands: [letter(toWarn, first, one), step(second, 'second-warning', two)],
    },
    {
      by: 'supervisor',
      commands: [went(toWarn), confirm(second), ...confirmed(ruled.slice(6))],
    },
    { by: 'worker', commands: [letter(toWarnAgain, second, two)] },
    { by: 'supervisor', commands: [went(toWarnAgain)] },
  ]
}
