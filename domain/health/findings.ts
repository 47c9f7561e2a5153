import type { LocalDate } from '#domain/kernel/dates.ts'
import { placeIn } from '#domain/kernel/blocks.ts'
import { keptWhileSame, lasting, whileSame } from '#domain/kernel/kept.ts'
import { percentOf } from '#domain/kernel/money.ts'
import { productsAboveCap } from '#domain/fund/charter/charter.ts'
import { committeeShareMaxPercent, ofCommitteeHouseholds } from '#domain/fund/exposure.ts'
import { balancesOf } from '#domain/ledger/balance-list.ts'
import type { FlagRow } from '#domain/ledger/rows.ts'
import type { LoanStanding } from '#domain/loans/standing.ts'
import { careFindings } from '#domain/health/care-findings.ts'
import { onceADay } from '#domain/health/once.ts'
import {
  type FundBook,
  equityAndSavings,
  loansById,
  membersById,
  owingOn,
  standingFlags,
  total,
} from '#domain/health/book.ts'
import { type Finding, type FindingSubject, finding } from '#domain/health/finding.ts'
import { flagCodes } from '#domain/health/flag-codes.ts'
import { flagsOf } from '#domain/health/flags-of.ts'
import { owedBy } from '#domain/health/lively.ts'
import { peopleFindings } from '#domain/health/people-findings.ts'
import { changedSinceCounted, keepersChangedLater } from '#domain/health/shortages.ts'
import { handFindings } from '#domain/health/hand-findings.ts'
import { meetingFindings } from '#domain/health/meeting-findings.ts'
import { belowZero, isByDays, withByDays } from '#domain/health/later-findings.ts'
import { lentAgain, loanFindings, toAbsentMembers } from '#domain/health/loan-findings.ts'
import { isLentBeyond, lentBeyond, withLentBeyond } from '#domain/health/lent-beyond.ts'
import { payoutFindings, unaskedFindings } from '#domain/health/payout-findings.ts'
import { reliefFindings } from '#domain/health/relief-findings.ts'
import { trustFindings } from '#domain/health/trust-findings.ts'
import { ventureFindings } from '#domain/health/venture-findings.ts'
import { voteFindings } from '#domain/health/vote-findings.ts'

export const largestBorrowerMaxPercent = 10

/** What subjects of flags are looked up in. */
type Parts = Pick<FundBook, 'loans' | 'members' | 'requests' | 'fund'>

const askedBy = whileSame(
  (requests: FundBook['requests']) =>
    new Map(requests.map(({ loanId, asked }) => [loanId, asked.memberId])),
)

/** The member whose matter a part of the book is; undefined where it is of nobody alone. */
const whoseIn = ({ requests }: Parts, kind: string, key: string): string | undefined => {
  if (kind === 'member') return key
  if (kind === 'withdrawal') return key.slice(key.indexOf(' ') + 1)
  return kind === 'request' ? askedBy(requests).get(key) : undefined
}

const subjectOf = (book: Parts, subject: string): FindingSubject => {
  const colon = subject.indexOf(':')
  const [kind, key] = [subject.slice(0, colon), subject.slice(colon + 1)]
  if (kind === 'loan') return { kind, number: loansById(book.loans).get(key)?.number ?? key }
  const whose = whoseIn(book, kind, key)
  if (whose !== undefined)
    return { kind: 'member', number: membersById(book.members).get(whose)?.card ?? key }
  if (kind === 'meeting' || kind === 'window' || kind === 'event') return { kind, number: key }
  return { kind: 'fund', number: book.fund.villageCode }
}

/** What is a finding of whatever entry it is seen. */
const ofAnyEntry = ['paid-after-the-count', 'foreign-by-one-hand'] as const

const places = new WeakMap<Finding, string>()

const placeOf = (one: Finding): string => {
  const known = places.get(one)
  if (known !== undefined) return known
  const place = `${one.on} ${one.code} ${one.subject.number} ${one.seq ?? ''}`
  places.set(one, place)
  return place
}

/** By day and code. */
const inOrder = (all: readonly Finding[]): Finding[] =>
  all.toSorted((a, b) => (placeOf(a) < placeOf(b) ? -1 : 1))

const ofFlag = (book: Parts, row: FlagRow): Finding[] => {
  const { seq, flag, entryType, effectiveOn, subject } = row
  const code = ofAnyEntry.find((one) => one === flag) ?? flagCodes[`${entryType} ${flag}`]
  if (!code) return []
  // The last one to come for the own money finds the pool empty: the finding points at nobody's line.
  const at = code === 'more-than-all-private' ? {} : { seq }
  return [finding(code, effectiveOn, subjectOf(book, subject), at)]
}

const keptOfFlags = keptWhileSame<readonly FlagRow[], readonly Finding[]>()

const said = (...parts: readonly (string | undefined)[]): string => parts.join(' ')

const numbersOf = whileSame((loans: FundBook['loans']) =>
  loans.map(({ loanId, number }) => said(loanId, number)).join('\n'),
)
const cardsOf = whileSame((members: FundBook['members']) =>
  members.map(({ memberId, card }) => said(memberId, card)).join('\n'),
)
const askersOf = whileSame((requests: FundBook['requests']) =>
  requests.map(({ loanId, asked }) => said(loanId, asked.memberId)).join('\n'),
)

/** Of loans, members and requests a flag needs numbers and cards alone, which stay when something else of them changes. */
const fromFlags = (book: FundBook): readonly Finding[] => {
  const flags = standingFlags(book)
  const names = [numbersOf(book.loans), cardsOf(book.members), askersOf(book.requests)]
  return keptOfFlags(flags, [...names, book.fund.villageCode], () =>
    // Most findings of an old fund are these: what is in order already costs little to put in order.
    lasting(inOrder(flags.flatMap((row) => ofFlag(book, row)))),
  )
}

/** Of what flags tell, what is told otherwise by the days, and all else, which is most of it; each in its order. */
const sortedOut = whileSame((told: readonly Finding[]) => ({
  lent: told.filter(isLentBeyond),
  sums: told.filter(isByDays),
  rest: told.filter((one) => !isLentBeyond(one) && !isByDays(one)),
}))

/** Many findings that are in order with a few others. */
const inOrderWith = (many: readonly Finding[], few: readonly Finding[]): readonly Finding[] => {
  const parts: (readonly Finding[])[] = []
  let taken = 0
  for (const one of inOrder(few)) {
    const count = placeIn(many, (other) => placeOf(other) <= placeOf(one))
    parts.push(many.slice(taken, count), [one])
    taken = count
  }
  return ([] as readonly Finding[]).concat(...parts, many.slice(taken))
}

/** What flags tell and what is found of loans alone, of which an old book may have very many: put in order once. */
const withAgain = whileSame((again: readonly Finding[], rest: readonly Finding[]) =>
  inOrderWith(rest, again),
)

const concentration = (
  book: FundBook,
  standings: readonly LoanStanding[],
  { asOf }: { readonly asOf: LocalDate },
): Finding[] => {
  const fund: FindingSubject = { kind: 'fund', number: book.fund.villageCode }
  const portfolio = total(standings.map(({ owed }) => owed))
  const houses = ofCommitteeHouseholds(book.members, asOf)
  const committee = owedBy(book, standings, ({ memberId }) => houses.has(memberId))
  const own = equityAndSavings(book, asOf)
  const byMember = Map.groupBy(standings, ({ loan }) => loan.memberId)
  const largest = Math.max(
    0,
    ...[...byMember.values()].map((loans) => total(loans.map(({ owed }) => owed))),
  )
  return [
    ...((percentOf(committee, portfolio) ?? 0) > committeeShareMaxPercent
      ? [
          finding('committee-share-high', asOf, fund, {
            found: committee,
            expected: Math.floor((portfolio * committeeShareMaxPercent) / 100),
          }),
        ]
      : []),
    ...(own > 0 && (percentOf(largest, own) ?? 0) > largestBorrowerMaxPercent
      ? [
          finding('largest-borrower-high', asOf, fund, {
            found: largest,
            expected: Math.floor((own * largestBorrowerMaxPercent) / 100),
          }),
        ]
      : []),
  ]
}

const charterBreaches = (book: FundBook, asOf: LocalDate): Finding[] => {
  const later = book.fund.charters.slice(1).filter(({ from }) => from <= asOf)
  const fund: FindingSubject = { kind: 'fund', number: book.fund.villageCode }
  const above = later.filter(({ charter, from }) => productsAboveCap(charter, from).length > 0)
  const takeover = total(balancesOf(book.balances, 'equity:takeover').map(({ amount }) => amount))
  return [
    ...above.map(({ from }) => finding('rate-above-cap', from, fund)),
    ...(takeover === 0
      ? []
      : [
          finding('takeover-not-settled', book.fund.openedOn, fund, {
            found: takeover,
            expected: 0,
          }),
        ]),
  ]
}

/** All findings of a fund through a day, by day and code. A sound book can be full of them. */
export const findingsOf = onceADay((book: FundBook, asOf: LocalDate): readonly Finding[] => {
  const ofLoans = loanFindings(book, asOf)
  const { lent, sums, rest } = sortedOut(fromFlags(book))
  const many = withAgain(lentAgain(book.loans, asOf), rest)
  const others = [
    ...withLentBeyond(book, lent, lentBeyond(book, asOf)),
    ...withByDays(sums, ofLoans.byDays),
    ...toAbsentMembers(book),
    ...payoutFindings(book.loans, asOf),
    ...unaskedFindings(book, asOf),
    ...ofLoans.others,
    ...belowZero(book, flagsOf(book)),
    ...meetingFindings(book),
    ...changedSinceCounted(book, asOf),
    ...keepersChangedLater(book, asOf),
    ...peopleFindings(book, asOf),
    ...concentration(book, owingOn(book.loans, asOf), { asOf }),
    ...charterBreaches(book, asOf),
    ...trustFindings(book, asOf),
    ...voteFindings(book),
    ...handFindings(book, asOf),
    ...reliefFindings(book, asOf),
    ...careFindings(book, asOf),
    ...ventureFindings(book),
  ]
  const through = placeIn(many, ({ on }) => on <= asOf)
  return inOrderWith(
    many.slice(0, through),
    others.filter(({ on }) => on <= asOf),
  )
})
