import type { Charter, Product } from '#domain/fund/charter/charter.ts'
import { defaultCharter } from '#domain/fund/charter/default-charter.ts'
import type { OpeningBalances } from '#domain/fund/operations/founding.ts'
import { wasHeld } from '#domain/fund/meeting/meetings.ts'
import type { FundBook } from '#domain/health/book.ts'
import type { AccountId } from '#domain/ledger/accounts.ts'
import { balanceOf } from '#domain/ledger/balances.ts'
import { settled } from '#domain/ledger/rows.ts'
import { type Posting, assertSound } from '#domain/ledger/posting.ts'
import { type LoanStanding, standingOf } from '#domain/loans/standing.ts'
import {
  type Body,
  type Command,
  type Entry,
  type Village,
  decide,
  emptyVillage,
  evolve,
} from '#domain/village.ts'
import { rowsOfEntries } from '#src/app/views.ts'

type Plain<C> = C extends Command ? Omit<C, 'id' | 'v'> & { readonly id?: string } : never

/** A command as a story tells it; where no id is given, its id is its place among those without one. */
export type StoryCommand = Plain<Command>

export type Story = { readonly village: Village; readonly entries: readonly Entry[] }

/** Ids in the order of numbers. */
export const idOf = (n: number): string => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`

/** Stands where an entry's hash does: a story is not sealed. */
export const hashLike = (id: string): string => id.replaceAll('-', '').repeat(2)

const commandOf = (told: StoryCommand, n: number): Command =>
  ({ id: idOf(n), v: 1, ...told }) as Command

/** What the village says to a command that comes next; a late id, so that it is the last one made. */
export const answerTo = (village: Village, told: StoryCommand) =>
  decide(village, commandOf(told, 999_999_999))

/** Throws where the village does not record a command or its postings are not sound. */
const takeIn = (
  village: Village,
  command: Command,
  { seq, recordedAt, recordedBy }: Pick<Entry, 'seq' | 'recordedAt' | 'recordedBy'>,
): Entry => {
  const decision = decide(village, command, { at: recordedAt, by: recordedBy })
  if (decision.outcome !== 'recorded') throw new Error(JSON.stringify({ command, decision }))
  assertSound(decision.body.postings)
  const { id, effectiveOn } = command
  const entry: Entry = {
    id,
    seq,
    effectiveOn,
    recordedAt,
    recordedBy,
    hash: hashLike(id),
    body: decision.body,
  }
  evolve(village, entry)
  return entry
}

/** What is told, as a journal that one hand writes down long afterwards, or as it is told when and by whom. */
export const storyOf = (
  told: readonly StoryCommand[],
  writtenAt: (told: StoryCommand, i: number) => string = () => '2026-06-01T02:00:00.000Z',
  writtenBy: (told: StoryCommand, i: number) => string = () => 'story',
): Story => {
  const village = emptyVillage()
  let place = 0
  return {
    village,
    entries: told.map((one, i) => {
      if (one.id === undefined) place += 1
      return takeIn(village, commandOf(one, place), {
        seq: i + 1,
        recordedAt: writtenAt(one, i),
        recordedBy: writtenBy(one, i),
      })
    }),
  }
}

export const villageAfter = (told: readonly StoryCommand[]): Village => storyOf(told).village

export const openedOn = '2025-01-01'

const nothing: OpeningBalances = { cash: 0, provision: 0, social: 0, reserve: 0, windows: [] }

/** A fund of 60 households that begins on 1 January 2025 with what its box and its book hold. */
export const founded = ({
  charter,
  opening,
  on = openedOn,
}: {
  readonly charter?: Partial<Charter>
  readonly opening?: Partial<OpeningBalances>
  readonly on?: string
} = {}): StoryCommand => ({
  type: 'FoundFund',
  effectiveOn: on,
  villageCode: '99999901',
  charter: { ...defaultCharter, ...charter },
  opening: { ...nothing, ...opening },
})

export const admitted = (
  memberId: string,
  more: { readonly sex?: 'f' | 'm'; readonly isFormer?: boolean; readonly zone?: string } = {},
): StoryCommand => ({
  type: 'AdmitMember',
  effectiveOn: openedOn,
  memberId,
  card: memberId.toUpperCase(),
  sex: 'f',
  zone: 'river',
  isFormer: false,
  ...more,
})

type LoanAsked = {
  readonly on: string
  readonly principal: number
  readonly months: number
  readonly loanId?: string
  readonly memberId?: string
  readonly product?: Product
}

export const paidOut = (asked: LoanAsked): StoryCommand => {
  const { on, principal, months, loanId = 'l1', memberId = 'm1', product = 'normal' } = asked
  const number = loanId.toUpperCase()
  return {
    type: 'RecordPayout',
    effectiveOn: on,
    loanId,
    number,
    memberId,
    product,
    principal,
    months,
  }
}

/** A loan that the fund took over on its first day, still owed in part. */
export const takenOver = (
  asked: LoanAsked & { readonly owed: number; readonly takenOn?: string },
): StoryCommand => {
  const { on, principal, months, loanId = 'l1', memberId = 'm1', product = 'normal' } = asked
  return {
    type: 'TakeOverLoan',
    effectiveOn: asked.takenOn ?? openedOn,
    loanId,
    number: loanId.toUpperCase(),
    memberId,
    product,
    principal,
    months,
    owed: asked.owed,
    paidOutOn: on,
  }
}

/** Money paid on a loan: a bare sum, or `[interest, principal]` as the sheet has them. */
export const paid = (
  on: string,
  sum: number | readonly [number, number],
  loanId = 'l1',
): StoryCommand => {
  const [interest, principal] = typeof sum === 'number' ? [0, sum] : sum
  const written = typeof sum === 'number' ? {} : { written: { interest, principal } }
  return {
    type: 'RecordRepayment',
    effectiveOn: on,
    loanId,
    amount: interest + principal,
    ...written,
  }
}

export const relieved = (
  on: string,
  window: { readonly from: string; readonly to: string },
  { eventId = 'E1', loanIds = ['l1'] }: { eventId?: string; loanIds?: readonly string[] } = {},
): StoryCommand => ({
  type: 'RecordRelief',
  effectiveOn: on,
  eventId,
  kind: 'flood',
  touched: loanIds.map((loanId) => ({ loanId, ...window })),
})

export const loanIn = (village: Village, loanId = 'l1') => village.loans.get(loanId)!

export const standingIn = (village: Village, day: string, loanId = 'l1'): LoanStanding =>
  standingOf(loanIn(village, loanId), day)!

/** What the books say of an account through a day; smallest units, debit positive. */
export const booked = (village: Village, account: AccountId, through?: string): number =>
  balanceOf(village.posted, account, through)

/** The body of a recorded answer; throws for any other. */
export const bodyOf = (answer: ReturnType<typeof decide>): Body => {
  if (answer.outcome !== 'recorded') throw new Error(JSON.stringify(answer))
  return answer.body
}

export const flagsOf = (answer: ReturnType<typeof decide>): readonly string[] =>
  bodyOf(answer).flags

/** Day and currency of every group of postings that does not come to zero. */
export const unbalanced = (postings: readonly Posting[]): string[] => {
  const sums = new Map<string, number>()
  for (const { on, currency, amount } of postings)
    sums.set(`${on} ${currency}`, (sums.get(`${on} ${currency}`) ?? 0) + amount)
  return [...sums].filter(([, sum]) => sum !== 0).map(([day]) => day)
}

/** The fund's book as its views would give it. */
export const fundBookOf = ({ village, entries }: Story): FundBook => {
  const { postings, flags } = rowsOfEntries(village, entries)
  return {
    fund: village.fund!,
    members: [...village.members.values()],
    loans: [...village.loans.values()].filter(({ isVoid }) => !isVoid),
    requests: [...village.requests.values()],
    meetings: [...village.meetings.values()].filter(wasHeld),
    unmet: [...village.meetings.values()].filter((one) => !wasHeld(one)),
    events: [...village.events.values()],
    seasons: [...village.seasons.values()],
    hands: [...village.hands.sums.values()],
    countChanges: [...village.counted.byCount.values()],
    windows: [...village.windows.values()],
    supports: [...village.supports.values()],
    disputes: [...village.disputes.values()],
    bankLines: [...village.bankLines.values()].filter(({ isTakenBack }) => isTakenBack !== true),
    withdrawals: [...village.withdrawals.values()],
    borrowings: [...village.borrowings.values()].filter(({ isVoid }) => !isVoid),
    ventures: [...village.ventures.values()],
    shareOuts: [...village.shareOuts.values()],
    interests: [...village.interests.values()],
    balances: postings.map(({ account, currency, on, amount, entryType }) => ({
      account,
      currency,
      on,
      amount,
      isClosing: entryType === 'PeriodClosed',
    })),
    flags,
    cashPostings: settled(
      postings.filter(({ account }) => account === 'asset:cash-box'),
      flags,
    ),
  }
}

/** A fund with 100 million in the box, one member `m1`, and what is told of its loans. */
export const lending = (told: readonly StoryCommand[], charter: Partial<Charter> = {}): Village =>
  villageAfter([
    founded({ charter, opening: { cash: 100_000_000, reserve: 100_000_000 } }),
    admitted('m1'),
    ...told,
  ])
