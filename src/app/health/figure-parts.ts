import { ofCommitteeHouseholds } from '#domain/fund/exposure.ts'
import { isBullet } from '#domain/loans/as-written.ts'
import { provisionOf } from '#domain/loans/provision.ts'
import { instalmentPart } from '#domain/loans/plan/schedule.ts'
import { type LoanStanding, standingOf } from '#domain/loans/standing.ts'
import type { Member } from '#domain/fund/people/members.ts'
import { type LocalDate, dayBefore } from '#domain/kernel/dates.ts'
import { standingsOn, total } from '#domain/health/book.ts'
import { couldCome } from '#domain/health/meetings.ts'
import { membersOf, relievedIn } from '#domain/health/more-health.ts'
import { restartsOf } from '#domain/relief/restart.ts'
import { type Facts, type FigureRow, loanRows, memberRows } from '#src/app/health/figure-facts.ts'

type RowsOf = (facts: Facts) => readonly FigureRow[]

const inPeriod =
  ({ period: { from, to } }: Facts) =>
  ({ on }: { readonly on: LocalDate }): boolean =>
    from <= on && on <= to

const owedIf =
  (test: (standing: LoanStanding, facts: Facts) => boolean): RowsOf =>
  (facts) =>
    loanRows(facts, (standing) => (test(standing, facts) ? standing.owed : 0))

const isLate = (days: number): RowsOf => owedIf(({ daysPastDue }) => daysPastDue > days)

const isLateOrRelieved = (days: number): RowsOf =>
  owedIf(({ daysPastDue, isUnderRelief }) => daysPastDue > days || isUnderRelief)

/** One for each loan whose relief has ended so long ago, or that began again in time. */
const ofRestarts =
  (days: number, which: 'ended' | 'restarted'): RowsOf =>
  (facts) => {
    const loans = restartsOf(relievedIn(facts.book.loans), facts.asOf, days)[which]
    // A loan of which relief ended long ago may be over by now.
    return loanRows({ ...facts, standings: standingsOn({ loans }, facts.asOf) }, () => 1)
  }

const isOf =
  (test: (member: Member, facts: Facts) => boolean) =>
  ({ loan }: LoanStanding, facts: Facts): boolean =>
    facts.book.members.some((m) => m.memberId === loan.memberId && test(m, facts))

const isOfCommittee = ({ loan }: LoanStanding, { book, asOf }: Facts): boolean =>
  ofCommitteeHouseholds(book.members, asOf).has(loan.memberId)

/** Seasonal and former members' loans are left out of what should have been collected. */
const countsAsCollected = ({ loan }: LoanStanding, { former }: Facts): boolean =>
  !isBullet(loan.terms) && !former.has(loan.memberId)

const paidInPeriod = ({ splits }: LoanStanding, facts: Facts): number =>
  total(splits.filter(inPeriod(facts)).map(({ principal }) => principal))

const owedAtStart = ({ loan }: LoanStanding, { period: { from } }: Facts): number => {
  if (loan.origin.on >= from)
    return loan.origin.kind === 'taken-over' ? loan.origin.owed : loan.terms.principal
  return standingOf(loan, dayBefore(from))?.owed ?? 0
}

const dueInPeriod = (standing: LoanStanding, facts: Facts): number =>
  Math.min(
    standing.dues.filter(inPeriod(facts)).length * instalmentPart(standing.loan.terms),
    owedAtStart(standing, facts),
  )

/** Instalments of the period by loan: how many fell due, and how many were paid in full by their day. */
const instalments = (
  { dues, splits, writtenOff }: LoanStanding,
  facts: Facts,
): { readonly fallenDue: number; readonly onTime: number } => {
  if (writtenOff > 0) return { fallenDue: 0, onTime: 0 }
  const ofPeriod = dues
    .map((due, i) => ({ ...due, soFar: total(dues.slice(0, i + 1).map((d) => d.principal)) }))
    .filter(inPeriod(facts))
  const paidBy = (day: LocalDate): number =>
    total(splits.filter(({ on }) => on <= day).map(({ principal }) => principal))
  return {
    fallenDue: ofPeriod.length,
    onTime: ofPeriod.filter(({ on, soFar }) => paidBy(on) >= soFar).length,
  }
}

const owedByMember = ({ standings }: Facts) =>
  [...Map.groupBy(standings, ({ loan }) => loan.memberId)]
    .map(([memberId, loans]) => ({ memberId, amount: total(loans.map(({ owed }) => owed)) }))
    .filter(({ amount }) => amount > 0)

const largest =
  (count: number): RowsOf =>
  (facts) =>
    memberRows(
      facts,
      owedByMember(facts)
        .toSorted((a, b) => b.amount - a.amount)
        .slice(0, count),
    )

const counted = (members: readonly Member[]) =>
  members.map(({ memberId }) => ({ memberId, amount: 1 }))

const meetingsOf = ({ book, period }: Facts) =>
  book.meetings.filter(({ heldOn }) => period.from <= heldOn && heldOn <= period.to)

const atMeetings =
  (count: (present: readonly string[], could: ReadonlySet<string>) => number): RowsOf =>
  (facts) => {
    return meetingsOf(facts)
      .toSorted((a, b) => (a.heldOn < b.heldOn ? -1 : 1))
      .map(({ heldOn, present }) => ({
        kind: 'meeting',
        on: heldOn,
        amount: count(present, couldCome(facts.book, heldOn)),
      }))
  }

/** Rows that come from loans, members and meetings. */
export const peopleParts = {
  portfolio: owedIf(() => true),
  'active-loans': (facts) => loanRows(facts, ({ owed }) => (owed > 0 ? 1 : 0)),
  late30: isLate(30),
  late60: isLate(60),
  late90: isLate(90),
  'late30-or-relief': isLateOrRelieved(30),
  'late60-or-relief': isLateOrRelieved(60),
  'late90-or-relief': isLateOrRelieved(90),
  restarted30: ofRestarts(30, 'restarted'),
  restarted60: ofRestarts(60, 'restarted'),
  restarted90: ofRestarts(90, 'restarted'),
  'relief-ended30': ofRestarts(30, 'ended'),
  'relief-ended60': ofRestarts(60, 'ended'),
  'relief-ended90': ofRestarts(90, 'ended'),
  relief: owedIf(({ isUnderRelief }) => isUnderRelief),
  arrears: (facts) => loanRows(facts, ({ overdue, owed }) => Math.min(overdue, owed)),
  'on-time': (facts) => loanRows(facts, (s) => instalments(s, facts).onTime),
  'fallen-due': (facts) => loanRows(facts, (s) => instalments(s, facts).fallenDue),
  collected: (facts) =>
    loanRows(facts, (s) => (countsAsCollected(s, facts) ? paidInPeriod(s, facts) : 0)),
  'to-collect': (facts) =>
    loanRows(facts, (s) => (countsAsCollected(s, facts) ? dueInPeriod(s, facts) : 0)),
  provision: (facts) => loanRows(facts, (s) => provisionOf(facts.charter, s)),
  'principal-received': (facts) => loanRows(facts, (s) => paidInPeriod(s, facts)),
  disbursed: (facts) =>
    loanRows(facts, ({ loan: { origin, terms } }) =>
      origin.kind === 'paid-out' && inPeriod(facts)(origin) ? terms.principal : 0,
    ),
  'written-off': (facts) =>
    loanRows(facts, ({ writeOffs }) =>
      total(writeOffs.filter(inPeriod(facts)).map(({ amount }) => amount)),
    ),
  women: owedIf(isOf(({ sex }) => sex === 'f')),
  poor: owedIf(isOf(({ povertyLevel }) => povertyLevel !== undefined)),
  committee: owedIf(isOfCommittee),
  'committee-late30': owedIf((s, facts) => s.daysPastDue > 30 && isOfCommittee(s, facts)),
  largest: largest(1),
  'five-largest': largest(5),
  members: (facts) => memberRows(facts, counted(facts.active)),
  'women-members': (facts) =>
    memberRows(facts, counted(facts.active.filter(({ sex }) => sex === 'f'))),
  'members-of-period': (facts) =>
    memberRows(facts, counted(membersOf(facts.book, facts.period).all)),
  'left-in-period': (facts) => memberRows(facts, counted(membersOf(facts.book, facts.period).left)),
  borrowers: (facts) => {
    const borrowing = new Set(owedByMember(facts).map(({ memberId }) => memberId))
    return memberRows(
      facts,
      counted(facts.active.filter(({ memberId }) => borrowing.has(memberId))),
    )
  },
  presences: atMeetings((present, could) => present.filter((id) => could.has(id)).length),
  'possible-presences': atMeetings((_, could) => could.size),
} as const satisfies Readonly<Record<string, RowsOf>>
