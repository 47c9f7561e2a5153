import type { LocalDate } from '#domain/kernel/dates.ts'
import {
  type Meeting,
  type WrittenTotals,
  everAbsent,
  saidBoth,
} from '#domain/fund/meeting/meetings.ts'
import type { Loan } from '#domain/loans/loan.ts'
import { type FundBook, charterOf, movedInBox, total } from '#domain/health/book.ts'
import { type Finding, type FindingCode, finding } from '#domain/health/finding.ts'

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
const repaidOn = (
  loans: readonly Loan[],
  day: LocalDate,
): Pick<Totals, 'loanPrincipalIn' | 'interestIn'> => {
  const written = loans.flatMap(({ repayments }) =>
    repayments
      // What came out of savings went through no hand.
      .filter(({ on, from }) => on === day && from !== 'savings')
      .map(({ written: split, amount }) => split ?? { principal: amount, interest: 0 }),
  )
  return {
    loanPrincipalIn: total(written.map(({ principal }) => principal)),
    interestIn: total(written.map(({ interest }) => interest)),
  }
}

const ledgerTotals = (book: FundBook, day: LocalDate): Totals => {
  const sums: Record<keyof Totals, number> = { ...noTotals, ...repaidOn(book.loans, day) }
  for (const { effectiveOn, entryType, amount, on, isBack } of book.cashPostings) {
    const moved = columnOf(entryType, amount, isBack)
    if (moved && effectiveOn === day && on === day) sums[moved.column] += moved.sign * amount
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
const writtenFindings = (book: FundBook, meeting: Meeting): Finding[] => {
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

/**
 * The box must open with what it closed with, and what the ledger says moved since; the first time,
 * with the balance that was taken over.
 */
const openingFindings = (book: FundBook, meetings: readonly Meeting[]): Finding[] => {
  const movedBetween = (after: LocalDate, before: LocalDate): number =>
    total(
      movedInBox(book)
        .filter(({ effectiveOn }) => effectiveOn > after && effectiveOn < before)
        .map(({ amount }) => amount),
    )
  const founded = book.cashPostings.filter(({ entryType }) => entryType === 'FundFounded')
  let last = { on: book.fund.openedOn, amount: total(founded.map(({ amount }) => amount)) }
  return meetings.flatMap(({ heldOn, opening, closing }) => {
    const expected = last.amount + movedBetween(last.on, heldOn)
    const found = opening
      ? compare('opening-not-last-closing', heldOn, { expected, found: opening.amount })
      : []
    if (closing) last = { on: heldOn, amount: closing.amount }
    return found
  })
}

/** Members marked absent by any list in whose name shares were bought. */
const absentFindings = (
  book: FundBook,
  meeting: Meeting,
  paidIn: ReadonlySet<string>,
): Finding[] => {
  const { heldOn } = meeting
  const cards = new Map(book.members.map(({ memberId, card }) => [memberId, card]))
  return everAbsent(meeting)
    .filter((memberId) => paidIn.has(`${heldOn} ${memberId}`))
    .map((memberId) =>
      finding('absent-but-paid-in', heldOn, {
        kind: 'member',
        number: cards.get(memberId) ?? memberId,
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

const savedByDay = (book: FundBook): Set<string> =>
  new Set(
    book.balances
      .filter(
        ({ account, amount, on }) =>
          account.startsWith('liability:savings:') && amount < 0 && on !== book.fund.openedOn,
      )
      .map(({ account, on }) => `${on} ${account.split(':')[2]}`),
  )

/** More than the rules of that day let lie in the box: later ones make neither more nor less of it. */
const aboveLimit = (book: FundBook, { heldOn, closing }: Meeting): Finding[] => {
  const { boxMax: expected } = charterOf(book, heldOn)
  return closing && closing.amount > expected
    ? [
        finding('cash-above-box-limit', heldOn, subjectOf(heldOn), {
          expected,
          found: closing.amount,
        }),
      ]
    : []
}

export const meetingFindings = (book: FundBook): Finding[] => {
  const meetings = book.meetings.toSorted((a, b) => (a.heldOn < b.heldOn ? -1 : 1))
  const paidIn = savedByDay(book)
  return [
    ...openingFindings(book, meetings),
    ...meetings.flatMap((meeting) => [
      ...closings(meeting).flatMap((one) => writtenFindings(book, one)),
      ...countsBefore(meeting),
      ...(meeting.closing
        ? []
        : [finding('meeting-missing-in-cash-book', meeting.heldOn, subjectOf(meeting.heldOn))]),
      ...closings(meeting).flatMap((one) => aboveLimit(book, one)),
    ]),
    ...[...meetings, ...book.unmet].flatMap((meeting) => [
      ...listsThatDiffer(meeting),
      ...absentFindings(book, meeting, paidIn),
    ]),
  ]
}
