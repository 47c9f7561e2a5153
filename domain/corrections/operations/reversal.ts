import type { Kept } from '#domain/corrections/kept.ts'
import { invalid, recorded, refused } from '#domain/kernel/decision.ts'
import { id, word } from '#domain/kernel/shape.ts'
import { type CharterVersion, charterOn } from '#domain/fund/charter/charter.ts'
import { isActingOn, isLapsed } from '#domain/fund/people/members.ts'
import { officerRulesOf } from '#domain/fund/people/officer-rules.ts'
import { recordKeeper } from '#domain/operations/may.ts'
import { flagsOf, operation } from '#domain/operations/operation.ts'
import {
  type ReversalBooks,
  firstOf,
  ownersOf,
  reversalReasons,
  reversedPostings,
} from '#domain/corrections/reversal.ts'

/** Shares that were given back would stand again beside others of another price. */
const isRepriced = (charters: readonly CharterVersion[], { body, on }: Kept): boolean =>
  body.type === 'SharedOut' &&
  body.payOut === 'shares-and-parts' &&
  charters.some(
    ({ from, charter }, i) =>
      from >= on && charter.shareValue !== (charters[i - 1] ?? charters[0]!).charter.shareValue,
  )

/**
 * Nothing is edited: an entry that was wrong is answered by one that takes it back, at any age, by a second person and
 * for a reason that has a name.
 */
export const reverseEntry = operation({
  command: 'ReverseEntry',
  entry: 'EntryReversed',
  oneHand: 'decision',
  asks: {
    reverses: id('entry'),
    reason: word(reversalReasons, 'reason-unknown'),
    /** An officer who is not the one that writes this down. */
    approvedBy: id('member'),
  },
  keeps: ['reverses', 'reason', 'approvedBy'],
  may: recordKeeper,
  second: ({ approvedBy }) => approvedBy,
  minutes: 'told',
  isReversible: false,
  decide: (books: ReversalBooks, { reverses, approvedBy, effectiveOn: on }) => {
    const kept = books.kept.get(reverses)
    if (!kept) return invalid('entry-unknown', '/reverses')
    if (on < kept.on) return invalid('before-the-entry', '/effectiveOn')
    const approver = books.members.get(approvedBy)
    if (!approver) return invalid('member-unknown', '/approvedBy')
    if (kept.reversedBy !== undefined) return refused('already-reversed')
    if (!isActingOn(approver, on)) return refused('approver-not-an-officer')
    if (ownersOf(books, kept).includes(approvedBy)) return refused('approver-is-concerned')
    const { graceDays } = officerRulesOf(charterOn(books.fund!.charters, on).charter)
    if (isLapsed(approver, on, graceDays)) return refused('officers-lapsed')
    if (isRepriced(books.fund!.charters, kept)) return refused('shares-stand-at-the-old-price')
    const postings = reversedPostings(books, reverses, kept)
    const first = firstOf(books, { id: reverses, kept, postings })
    if (first.length > 0) return refused('reverse-others-first', first)
    return recorded({
      // The day on which the money of what is reversed moved.
      originalOn: kept.on,
      flags: flagsOf({ 'reversed-same-day': on === kept.on }),
      postings,
    })
  },
  // It is about whatever the entry is about that it takes back, which it does not say itself.
  about: () => [],
})
