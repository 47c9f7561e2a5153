import { inBlocks } from '#domain/kernel/blocks.ts'
import { type LocalDate, earlier } from '#domain/kernel/dates.ts'
import { newsIn } from '#domain/kernel/list-of.ts'
import { lasting, whileSame } from '#domain/kernel/kept.ts'
import {
  type Meeting,
  type WrittenTotals,
  everAbsent,
  saidBoth,
} from '#domain/fund/meeting/meetings.ts'
import { charterOn } from '#domain/fund/charter/charter.ts'
import type { Loan } from '#domain/loans/loan.ts'
import { balancesOf } from '#domain/ledger/balance-list.ts'
import { boxDaysOf, boxRowsOn } from '#domain/ledger/box-list.ts'
import { type FundBook, membersById, sumsMovedInBox, total } from '#domain/health/book.ts'
import { type Finding, type FindingCode, finding } from '#domain/health/finding.ts'

type Charters = FundBook['fund']['charters']

type Totals = Omit<WrittenTotals, 'membersPresent'>

/** What the entries of a day moved in the box, by the columns of a cash book. */
const movedByColumn: Readonly<
  Record<string, { readonly column: keyof Totals; readonly sign: 1 | -1 }>
> = {
  SharesBought: { column: 'savingsIn', sign: 1 },
  SavingsDeposited: { column: 'savingsIn', sign: 1 },
  SocialContributionPaid: { column: 'socialIn', sign: 1 },
  FinePaid: { column: 'finesIn', sign: 1 },
  DonationReceived: { column: 'donorGrantIn', sign: 1 },
  LoanPaidOut: { column: 'loansOut', sign: -1 },
  SavingsWithdrawn: { column: 'savingsOut', sign: -1 },
  SavingsPaidToHeirs: { column: 'savingsOut', sign: -1 },
  SocialSupportPaid: { column: 'socialOut', sign: -1 },
  GrantPaid: { column: 'migrationGrantsOut', sign: -1 },
  SupportPartPaid: { column: 'migrationGrantsOut', sign: -1 },
  ExpensePaid: { column: 'expensesOut', sign: -1 },
}

/** The column of the cash book that a movement stands in; private savings are savings there. */
const columnOf = (
  entryType: string,
  amount: number,
  isBack = false,
): { readonly column: keyof Totals; readonly sign: 1 | -1 } | undefined => {
  if (entryType !== 'PrivateSavingsMoved') return movedByColumn[entryType]
  return amount > 0 !== isBack ? movedByColumn['SharesBought'] : movedByColumn['SavingsWithdrawn']
}

const noTotals: Totals = {
  savingsIn: 0,
  socialIn: 0,
  finesIn: 0,
  loanPrincipalIn: 0,
  interestIn: 0,
  donorGrantIn: 0,
  loansOut: 0,
  savingsOut: 0,
  socialOut: 0,
  migrationGrantsOut: 0,
  expensesOut: 0,
}

/** A repayment's parts as the sheet wrote them; where it wrote none they are not compared apart. */
const repaidByDay = whileSame((loans: readonly Loan[]) => {
  const sums = new Map<LocalDate, { loanPrincipalIn: number; interestIn: number }>()
  for (const { repayments } of loans)
    for (const { on, from, written, amount } of repayments) {
      // What came out of savings, or straight to the bank, went through no hand.
      if (from !== undefined) continue
      const { principal, interest } = written ?? { principal: amount, interest: 0 }
      const sum = sums.get(on) ?? { loanPrincipalIn: 0, interestIn: 0 }
      sum.loanPrincipalIn += principal
      sum.interestIn += interest
      sums.set(on, sum)
    }
  return sums
})

const ledgerTotals = (book: FundBook, day: LocalDate): Totals => {
  const sums: Record<keyof Totals, number> = { ...noTotals, ...repaidByDay(book.loans).get(day) }
  for (const { entryType, amount, on, isBack } of boxRowsOn(book.cashPostings, day)) {
    const moved = columnOf(entryType, amount, isBack)
    if (moved && on === day) sums[moved.column] += moved.sign * amount
  }
  return sums
}

const cashIn = (t: Totals): number =>
  t.savingsIn + t.socialIn + t.finesIn + t.loanPrincipalIn + t.interestIn + t.donorGrantIn
const cashOut = (t: Totals): number =>
  t.loansOut + t.savingsOut + t.socialOut + t.migrationGrantsOut + t.expensesOut

const subjectOf = (heldOn: LocalDate) => ({ kind: 'meeting', number: heldOn }) as const

const compare = (
  code: FindingCode,
  heldOn: LocalDate,
  sums: { readonly expected: number; readonly found: number; readonly column?: string },
): Finding[] =>
  sums.expected === sums.found ? [] : [finding(code, heldOn, subjectOf(heldOn), sums)]

/** A cash book against itself and against the sheets: a difference is a finding, never a correction. */
const writtenFindings = (book: FundBook, meeting: Meeting): readonly Finding[] => {
  const { heldOn, written, opening, closing, present } = meeting
  if (!written || !opening || !closing) return []
  const ledger = ledgerTotals(book, heldOn)
  return [
    ...compare('cash-book-does-not-add-up', heldOn, {
      expected: opening.amount + cashIn(written) - cashOut(written),
      found: closing.amount,
    }),
    ...compare('attendance-differs', heldOn, {
      expected: present.length,
      found: written.membersPresent,
    }),
    ...(Object.keys(noTotals) as (keyof Totals)[]).flatMap((column) =>
      compare('cash-book-differs', heldOn, {
        expected: ledger[column],
        found: written[column],
        column,
      }),
    ),
  ]
}

const openings = (book: FundBook, meetings: readonly Meeting[]): readonly Finding[] => {
  const moved = sumsMovedInBox(book)
  const founded = boxDaysOf(book.cashPostings).apart.filter(
    ({ entryType }) => entryType === 'FundFounded',
  )
  let last = { on: book.fund.openedOn, amount: total(founded.map(({ amount }) => amount)) }
  return meetings.flatMap(({ heldOn, opening, closing }) => {
    const expected = last.amount + moved({ after: last.on, before: heldOn })
    const found = opening
      ? compare('opening-not-last-closing', heldOn, { expected, found: opening.amount })
      : []
    if (closing) last = { on: heldOn, amount: closing.amount }
    return found
  })
}

type Opened = { readonly box: FundBook['cashPostings']; readonly found: readonly Finding[] }

const keptOpenings = new WeakMap<FundBook['meetings'], Opened>()

/**
 * The box must open with what it closed with, and what the ledger says moved since; the first time,
 * with the balance that was taken over. What moves from the day of the last meeting on is in none of it.
 */
const openingFindings = (book: FundBook, meetings: readonly Meeting[]): readonly Finding[] => {
  const { cashPostings: box } = book
  const known = keptOpenings.get(meetings)
  const last = meetings.at(-1)?.heldOn ?? ''
  const isSame =
    known &&
    newsIn(known.box, box)?.every(({ on, effectiveOn }) => earlier(on, effectiveOn) >= last)
  const found = isSame ? known.found : openings(book, meetings)
  keptOpenings.set(meetings, { box, found })
  return found
}

const paidInOn = new WeakMap<FundBook['balances'], ReadonlySet<LocalDate>>()

/** Whether more was saved on a day than was taken out. */
const isPaidIn = ({ balances }: FundBook, memberId: string, day: LocalDate): boolean => {
  const own = balancesOf(balances, `liability:savings:${memberId}`)
  const days =
    paidInOn.get(own) ?? new Set(own.flatMap(({ amount, on }) => (amount < 0 ? [on] : [])))
  paidInOn.set(own, days)
  return days.has(day)
}

/** Members marked absent by any list in whose name shares were bought. */
const absentFindings = (book: FundBook, meeting: Meeting): Finding[] => {
  const { heldOn } = meeting
  if (heldOn === book.fund.openedOn) return []
  const members = membersById(book.members)
  return ofLists(meeting)
    .absent.filter((memberId) => isPaidIn(book, memberId, heldOn))
    .map((memberId) =>
      finding('absent-but-paid-in', heldOn, {
        kind: 'member',
        number: members.get(memberId)?.card ?? memberId,
      }),
    )
}

/** A list that says otherwise: what was said first stays said. */
const listsThatDiffer = (meeting: Meeting): Finding[] => {
  const { heldOn } = meeting
  const found = saidBoth(meeting).length
  return found > 0 ? [finding('attendance-changed', heldOn, subjectOf(heldOn), { found })] : []
}

/** A count in whose place another was put. */
const countsBefore = ({ heldOn, countedBefore = [], opening, closing }: Meeting): Finding[] =>
  countedBefore.map(({ at, amount: expected }, i) => {
    const next = countedBefore.slice(i + 1).find((one) => one.at === at)
    const found = (next ?? (at === 'opening' ? opening : closing))!.amount
    return finding('counted-again', heldOn, subjectOf(heldOn), { expected, found })
  })

/** Each closing by itself: what the first one showed stays, whatever a later one says. */
const closings = (meeting: Meeting): readonly Meeting[] => [
  ...(meeting.countedBefore ?? [])
    .filter(({ at }) => at === 'closing')
    .map(({ written, ...closing }) => ({ ...meeting, closing, written })),
  meeting,
]

/** More than the rules of that day let lie in the box: later ones make neither more nor less of it. */
const aboveLimit = (charters: Charters, { heldOn, closing }: Meeting): Finding[] => {
  const { boxMax: expected } = charterOn(charters, heldOn).charter
  return closing && closing.amount > expected
    ? [
        finding('cash-above-box-limit', heldOn, subjectOf(heldOn), {
          expected,
          found: closing.amount,
        }),
      ]
    : []
}

const ofCounts = whileSame((meeting: Meeting, charters: Charters): readonly Finding[] => [
  ...countsBefore(meeting),
  ...(meeting.closing
    ? []
    : [finding('meeting-missing-in-cash-book', meeting.heldOn, subjectOf(meeting.heldOn))]),
  ...closings(meeting).flatMap((one) => aboveLimit(charters, one)),
])

const ofLists = whileSame((meeting: Meeting) => ({
  differing: listsThatDiffer(meeting),
  absent: everAbsent(meeting),
}))

/** What is found of meetings by themselves, and those of which something is found only beside the rest of the book. */
const inTheirOrder = whileSame((all: readonly Meeting[]) =>
  lasting(all.toSorted((a, b) => (a.heldOn < b.heldOn ? -1 : 1))),
)

const written = inBlocks((all: readonly Meeting[]) =>
  all.flatMap(closings).filter((one) => one.written !== undefined),
)
const counts = inBlocks((all: readonly Meeting[], charters: Charters) =>
  all.flatMap((meeting) => ofCounts(meeting, charters)),
)
const differing = inBlocks((all: readonly Meeting[]) =>
  all.flatMap((meeting) => ofLists(meeting).differing),
)
const withAbsent = inBlocks((all: readonly Meeting[]) =>
  all.filter((meeting) => ofLists(meeting).absent.length > 0),
)

export const meetingFindings = (book: FundBook): Finding[] => {
  const { meetings, unmet, fund } = book
  return [
    ...openingFindings(book, inTheirOrder(meetings)),
    ...written(meetings).flatMap((one) => writtenFindings(book, one)),
    ...counts(meetings, fund.charters),
    ...[meetings, unmet].flatMap((all) => differing(all)),
    ...[meetings, unmet]
      .flatMap((all) => withAbsent(all))
      .flatMap((one) => absentFindings(book, one)),
  ]
}
