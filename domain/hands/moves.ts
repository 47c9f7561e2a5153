import { type LocalDate, dayBefore, later, nextMonthlyDay } from '#domain/kernel/dates.ts'
import type { AccountId } from '#domain/ledger/accounts.ts'
import type { Posting } from '#domain/ledger/posting.ts'
import type { AnyOperation } from '#domain/operations/operation.ts'
import { operations } from '#domain/operations/all.ts'
import type { OneHand } from '#domain/operations/one-hand.ts'
import type { Move, Saved } from '#domain/hands/hands.ts'
import type { Body } from '#domain/vocabulary.ts'

type Said = { readonly type: string; readonly flags: readonly string[] }

const byEntry = Map.groupBy(operations as readonly AnyOperation[], ({ entry }) => entry)

/** What one person may do alone of what an entry says. Where two operations write one, the stricter. */
const classOf = ({ type }: Pick<Said, 'type'>): OneHand => {
  const classes = (byEntry.get(type) ?? []).map(({ oneHand }) => oneHand)
  return classes.includes('money') ? 'money' : (classes[0] ?? 'sight')
}

/** The operations that may have written an entry: those whose fields stand in it. */
const writersOf = (body: Said): readonly AnyOperation[] =>
  (byEntry.get(body.type) ?? []).filter(({ asks, keeps }) =>
    keeps.every(
      (name) =>
        Object.hasOwn(body, name) || (asks[name as string] as { isOptional?: true }).isOptional,
    ),
  )

/** Flags by which an entry says itself that what it should carry out was not decided so. */
const undecided = [
  'paid-without-decision',
  'differs-from-decision',
  'above-agreed',
  'above-award',
  'conditions-open',
]

/** Whether a second person's word, or a decision that the book holds, stands behind an entry. */
export const isVouched = (body: Said): boolean => {
  const bySecond = writersOf(body).some(
    ({ second }) => second !== 'none' && second(body as never) !== undefined,
  )
  const carriesOut = classOf(body) === 'carries-out'
  return bySecond || (carriesOut && !body.flags.some((flag) => undecided.includes(flag)))
}

/** Where money lies. What a count is short of moves in the box by no entry of its own. */
const placeOf = (account: AccountId): string | undefined => {
  if (account === 'expense:cash-shortage') return 'asset:cash-box'
  return /^asset:(cash-box|bank|wallet|foreign-box:)/.test(account) ? account : undefined
}

const lessIn = (places: ReadonlyMap<string | undefined, readonly Posting[]>): number =>
  [...places].reduce((sum, [place, own]) => {
    const moved = own.reduce((all, { amount }) => all + amount, 0)
    return place === undefined ? sum : sum + Math.max(0, 0 - moved)
  }, 0)

const isInMoney = (postings: readonly Posting[]): boolean =>
  postings.some(({ account }) => placeOf(account) !== undefined)

/**
 * What leaves by an entry: out of box, bank and wallet each, whatever comes into another. Of a loan it is the sum that was
 * said, never what was posted, which also tells what was written down after its day. What relief is worth is said by no
 * entry: that it was given without a vote is told of it, little or much.
 */
export const outOf = (body: Body): number => {
  if (body.type === 'LoanWrittenOff' || body.type === 'RepaidFromSavings') return body.amount
  // Money that nobody else saw come makes the fund owe it, and goes out again as what is paid back.
  if (body.type === 'MoneyBorrowed') return body.amount
  return lessIn(Map.groupBy(body.postings, ({ account }) => placeOf(account)))
}

const savings = /^liability:(savings:|private-savings)/

/** Whose savings came or went in cash or by the bank by an entry. */
export const savedIn = (postings: readonly Posting[]): readonly Saved[] =>
  isInMoney(postings)
    ? postings
        .filter(({ account }) => savings.test(account))
        .map(({ account, amount }) => ({ owner: account, amount: 0 - amount }))
    : []

/** What an entry says was owed or saved in an older book. */
export const takenOverBy = (postings: readonly Posting[]): number =>
  postings.reduce((sum, { amount }) => sum + Math.max(0, amount), 0)

/** The day of the meeting to which something counts that was done on a day. */
export const meetingOf = (on: LocalDate, meetingDay: number): LocalDate =>
  nextMonthlyDay(dayBefore(on), meetingDay)

/** What an entry says, of which day, and when it was written down. */
export type Written = { readonly body: Body; readonly on: LocalDate; readonly at: string }

const admittedBy = (body: Body): readonly string[] =>
  body.type === 'MemberAdmitted' && !isVouched(body) ? [body.memberId] : []

const sentAwayBy = (body: Body): readonly string[] =>
  body.type === 'MemberChanged' && body.change === 'away' && body.confirmedBy === undefined
    ? [body.memberId]
    : []

/** What an entry adds to the hand of whoever wrote it; undefined where that is nothing. */
export const moveOf = ({ body, on, at }: Written): Move | undefined => {
  const counts = ['money', 'carries-out'].includes(classOf(body)) && !isVouched(body)
  const out = counts ? outOf(body) : 0
  const takenOver = classOf(body) === 'older-book' ? takenOverBy(body.postings) : 0
  const saved = savedIn(body.postings)
  const admitted = admittedBy(body)
  const sentAway = sentAwayBy(body)
  return out + takenOver + saved.length + admitted.length + sentAway.length > 0
    ? {
        place: `${body.type} ${on}`,
        on,
        writtenOn: later(on, at.slice(0, 10)),
        out,
        takenOver,
        saved,
        admitted,
        sentAway,
      }
    : undefined
}
