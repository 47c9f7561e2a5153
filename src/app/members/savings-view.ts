import { postedOf } from '#domain/ledger/balance-list.ts'
import { charterOn } from '#domain/fund/charter/charter.ts'
import type { LocalDate } from '#domain/kernel/dates.ts'
import type { Posted } from '#domain/ledger/balances.ts'
import { type PostingRow, takesBack } from '#domain/ledger/rows.ts'
import {
  comingAfter,
  interestBetween,
  loanFigures,
  riskOn,
  savingsFromLoans,
} from '#domain/loans/portfolio.ts'
import { inBlocks, withMore } from '#domain/kernel/blocks.ts'
import type { ListOf } from '#domain/kernel/list-of.ts'
import { keptWhileSame, lasting, whileSame } from '#domain/kernel/kept.ts'
import { owedByMember } from '#src/app/members/owed-by-books.ts'
import { rowsByAccount } from '#src/app/savings-rows.ts'
import { onceADay } from '#domain/health/once.ts'
import { type FundBook, loansById, membersById } from '#domain/health/book.ts'
import { heldWithin } from '#domain/health/meetings.ts'
import {
  type Held,
  type SavingsLine,
  type SavingsState,
  heldOn,
  isOwnLine,
  linesOf,
  withLoans,
} from '#domain/savings/account.ts'
import { waitingIn } from '#domain/savings/books.ts'
import { type InterestTerms, interestRows } from '#domain/savings/interest.ts'
import { cycleEndsOf } from '#domain/savings/share-outs.ts'
import {
  type Planning,
  liquidityOn,
  plannedShareOut,
  splittableOn,
} from '#domain/savings/saving.ts'
import { type Waiting, type WithdrawalAnswer, answerOn, queueKey } from '#domain/savings/queue.ts'
import { type PayOut, type ShareOutPlan } from '#domain/savings/share-out.ts'

/** What savings pages are made from: the book, and what was posted to its members' savings. */
export type SavingsFacts = { readonly book: FundBook; readonly postings: ListOf<PostingRow> }

/** What was posted to each account, day by day, as decisions read it. */
export const postedIn = ({ balances }: FundBook): Posted => postedOf(balances)

/** Entries that were taken back, as flags say so. */
const goneOf = whileSame((flags: FundBook['flags']) =>
  flags.flatMap(({ flag, subject }) => (flag === takesBack ? [subject] : [])).join(' '),
)

const prefix = 'liability:savings:'

const nothing: readonly SavingsLine[] = Object.freeze([])

const linesOfRow = (
  row: PostingRow,
  charters: FundBook['fund']['charters'],
): readonly SavingsLine[] => {
  const { entryType: type, seq, effectiveOn: on } = row
  if (!isOwnLine(type)) return nothing
  const { shareValue } = charterOn(charters, on).charter
  // The order of entries stands in for their ids, which views do not keep.
  const id = String(seq).padStart(12, '0')
  return Object.freeze([...linesOf([row], { id, type, on }, shareValue).values()].flat())
}

type Read = {
  readonly rows: readonly PostingRow[]
  readonly charters: FundBook['fund']['charters']
  readonly gone: string
  readonly lines: readonly SavingsLine[]
}

/** By the first row of an account, which each list of its rows begins with: what was read last is read on from. */
const read = new WeakMap<PostingRow, Read>()

const linesIn = (
  rows: readonly PostingRow[],
  charters: FundBook['fund']['charters'],
  gone: string,
): readonly SavingsLine[] => {
  const known = read.get(rows[0]!)
  const isOfThese = known?.charters === charters && known.gone === gone
  if (isOfThese && known.rows === rows) return known.lines
  const back = new Set(gone.split(' '))
  const of = (some: readonly PostingRow[]) =>
    some.flatMap((row) => (back.has(`entry:${row.seq}`) ? nothing : linesOfRow(row, charters)))
  const count = isOfThese ? known.rows.length : 0
  const goesOn = isOfThese && known.rows[count - 1] === rows[count - 1]
  const lines = goesOn ? withMore(known.lines, of(rows.slice(count))) : lasting(of(rows))
  read.set(rows[0]!, { rows, charters, gone, lines })
  return lines
}

/** Lines of savings as the village keeps them, from the views: what was taken back is left out. */
const stateOf = ({ book, postings }: SavingsFacts): SavingsState => {
  const gone = goneOf(book.flags)
  const state: SavingsState = new Map()
  for (const [account, rows] of rowsByAccount(postings)) {
    const lines = linesIn(rows, book.fund.charters, gone)
    if (lines.length > 0) state.set(account.slice(prefix.length), lines)
  }
  return state
}

const loanLinesOf = whileSame((loans: FundBook['loans']) =>
  Map.groupBy(savingsFromLoans(loans), ({ memberId }) => memberId),
)

const kept = {
  lines: keptWhileSame<readonly SavingsLine[], readonly SavingsLine[]>(),
  held: keptWhileSame<readonly SavingsLine[], Held>(),
}

/** The same with what loans have put into savings or taken out of them. */
const allLines = (facts: SavingsFacts): SavingsState => {
  const all = stateOf(facts)
  for (const [memberId, ofLoans] of loanLinesOf(facts.book.loans)) {
    const own = all.get(memberId) ?? nothing
    const both = kept.lines(own, [ofLoans], () =>
      lasting(withLoans(new Map([[memberId, own]]), ofLoans).get(memberId)!),
    )
    all.set(memberId, both)
  }
  return all
}

const held = (
  lines: readonly SavingsLine[],
  asOf: LocalDate,
  cycleEnds: readonly LocalDate[],
): Held => kept.held(lines, [asOf, cycleEnds.join(' ')], () => heldOn(lines, asOf, cycleEnds))

/** What is still to fall due after a day. */
export const comingOn = onceADay((loans: FundBook['loans'], day) => comingAfter(loans, day))
const riskByDay = onceADay((loans: FundBook['loans'], day) => riskOn(loans, day))

/** What a share-out is planned from, as decisions see it. */
const planningOf = (facts: SavingsFacts, on: LocalDate): Planning => {
  const { book } = facts
  return {
    posted: postedIn(book),
    savings: stateOf(facts),
    withdrawals: new Map(
      book.withdrawals.map((one) => [queueKey(one.requestId, one.memberId), one]),
    ),
    privates: new Map(),
    shareOuts: new Map(book.shareOuts.map((one) => [one.entryId, one])),
    interests: new Map(book.interests.map((one) => [one.entryId, one])),
    charter: charterOn(book.fund.charters, on),
    openedOn: book.fund.openedOn,
    members: membersById(book.members),
    allSavings: () => allLines(facts),
    ...loanFigures(loansById(book.loans), on),
    coming: () => comingOn(book.loans, on),
    risk: (day) => riskByDay(book.loans, day),
  }
}

/** What each member has saved on a day, by the days on which money moved. */
export const savedByMember = (facts: SavingsFacts, on: LocalDate): ReadonlyMap<string, number> =>
  new Map([...allLines(facts)].map(([memberId, lines]) => [memberId, held(lines, on, []).saved]))

/** What one member holds on a day. */
export const heldBy = (facts: SavingsFacts, memberId: string, asOf: LocalDate): Held =>
  held(allLines(facts).get(memberId) ?? nothing, asOf, cycleEndsOf(facts.book.shareOuts))

export type MemberSavings = {
  readonly memberId: string
  readonly card: string
  readonly saved: number
  readonly shares: number
  readonly inShares: number
  readonly free: number
  /** Meetings of the last twelve months on which the member bought no share; nothing is fined. */
  readonly missedTurns: number
  /** What was asked for and is not handed out yet. */
  readonly waiting: number
}

const yearBefore = (day: LocalDate): LocalDate =>
  `${String(Number(day.slice(0, 4)) - 1)}${day.slice(4)}`

const boughtAfter = inBlocks((lines: readonly SavingsLine[], after: LocalDate) =>
  lines.flatMap(({ type, on }) => (type === 'SharesBought' && on > after ? [on] : [])),
)

/** Meeting days of the twelve months before a day. */
const turnsOf = onceADay((meetings: FundBook['meetings'], asOf: LocalDate): readonly LocalDate[] =>
  heldWithin({ meetings }, { from: yearBefore(asOf), to: asOf })
    .map(({ heldOn: day }) => day)
    .filter((day) => day > yearBefore(asOf)),
)

const missedTurns = whileSame(
  (lines: readonly SavingsLine[], turns: readonly LocalDate[], asOf: LocalDate): number => {
    const bought = new Set(boughtAfter(lines, yearBefore(asOf)))
    return turns.filter((day) => !bought.has(day)).length
  },
)

export type SavingsView = {
  readonly members: readonly MemberSavings[]
  readonly queue: readonly (Waiting & { readonly card: string })[]
}

const cardOf = ({ members }: FundBook, memberId: string): string =>
  members.find((member) => member.memberId === memberId)?.card ?? '?'

/** Every member's savings on a day, and who waits for what. */
export const savingsViewOf = (facts: SavingsFacts, asOf: LocalDate): SavingsView => {
  const { book } = facts
  const own = stateOf(facts)
  const { withdrawals } = planningOf(facts, asOf)
  const all = allLines(facts)
  const turns = turnsOf(book.meetings, asOf)
  const ends = cycleEndsOf(book.shareOuts)
  const queue = waitingIn({ withdrawals, savings: own }).filter(({ left }) => left > 0)
  const members = book.members
    // Who had left an older book is shown while the fund still keeps something of theirs.
    .filter(({ memberId, isFormer }) => !isFormer || all.has(memberId))
    .toSorted((a, b) => (a.card < b.card ? -1 : 1))
    .map(({ memberId, card }) => ({
      memberId,
      card,
      ...held(all.get(memberId) ?? nothing, asOf, ends),
      missedTurns: missedTurns(own.get(memberId) ?? nothing, turns, asOf),
      waiting: queue
        .filter((one) => one.memberId === memberId)
        .reduce((sum, { left }) => sum + left, 0),
    }))
  return { members, queue: queue.map((one) => ({ ...one, card: cardOf(book, one.memberId) })) }
}

export type ShareOutChoices = { readonly isSurplusSplit: boolean; readonly payOut: PayOut }

export type ShareOutView = {
  readonly plan: ShareOutPlan
  readonly surplus: number
  readonly setAside: number
  /** Loans more than 30 days late or under relief, and all of them. */
  readonly atRisk: number
  readonly lent: number
  readonly rows: readonly (ShareOutPlan['rows'][number] & {
    readonly card: string
    /** What the member owes: shown beside, and never taken from the part. */
    readonly owed: number
  })[]
}

/** What a share-out of a day would do, as its decision counts it. */
export const shareOutViewOf = (
  facts: SavingsFacts,
  on: LocalDate,
  asked: ShareOutChoices,
): ShareOutView => {
  const { book } = facts
  const planning = planningOf(facts, on)
  const plan = plannedShareOut(planning, { ...asked, on })
  const { surplus, setAside, risk } = splittableOn(planning, on)
  const owed = owedByMember(book, on)
  const rows = plan.rows
    .map((row) => ({ ...row, card: cardOf(book, row.memberId), owed: owed.get(row.memberId) ?? 0 }))
    .toSorted((a, b) => (a.card < b.card ? -1 : 1))
  return { plan, surplus, setAside, atRisk: risk.atRisk, lent: risk.owed, rows }
}

/** What interest on savings would come to, member by member, and what borrowers paid on the same days. */
export const interestViewOf = (
  facts: SavingsFacts,
  terms: InterestTerms,
): {
  readonly rows: readonly { readonly card: string; readonly amount: number }[]
  readonly earned: number
} => {
  const { book } = facts
  const { interestStep: step } = charterOn(book.fund.charters, terms.to).charter
  const all = allLines(facts)
  const rows = interestRows(all, terms, { step, cycleEnds: cycleEndsOf(book.shareOuts) })
  return {
    rows: rows.map(({ memberId, amount }) => ({ card: cardOf(book, memberId), amount })),
    earned: interestBetween(book.loans, terms),
  }
}

/** What somebody who asks for savings on a day would be told; nobody's own savings are looked at. */
export const withdrawalAnswerOf = (
  facts: SavingsFacts,
  { on, amount }: { readonly on: LocalDate; readonly amount: number },
): WithdrawalAnswer => {
  const planning = planningOf(facts, on)
  return answerOn(planning.charter.charter, on, { ...liquidityOn(planning, on), amount })
}
