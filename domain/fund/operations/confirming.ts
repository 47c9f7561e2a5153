import { invalid, recorded, refused } from '#domain/kernel/decision.ts'
import type { LocalDate } from '#domain/kernel/dates.ts'
import { described, id, optional, word } from '#domain/kernel/shape.ts'
import { expectedOn } from '#domain/fund/meeting/comparing.ts'
import {
  type ConfirmationAnswer,
  type ConfirmationState,
  type ConfirmationWay,
  confirmationAnswers,
  confirmationWays,
  isSaid,
  roundsOf,
  standingAnswer,
} from '#domain/fund/meeting/confirming.ts'
import { byCard, numberToAsk } from '#domain/fund/meeting/drawing.ts'
import { aboutFund } from '#domain/fund/fund-books.ts'
import { heldOn } from '#domain/fund/people/members.ts'
import type { EntryId } from '#domain/ledger/entry.ts'
import { askers } from '#domain/operations/may.ts'
import { flagsOf, operation } from '#domain/operations/operation.ts'

/** Whether the book is right is asked by anybody but whoever keeps it. */
const ofAskers = { may: askers, second: 'none', isReversible: false } as const

/**
 * Members are asked whether their balance is right. It names nobody and no number: who is asked follows from the hash
 * of its very entry, which nobody knows before it is written. It covers the entry before, the round's id and the
 * instant of the server.
 */
export const beginConfirmation = operation({
  ...ofAskers,
  command: 'BeginConfirmation',
  entry: 'ConfirmationBegun',
  oneHand: 'sight',
  asks: {},
  keeps: [],
  minutes: 'told',
  decide: (state: ConfirmationState, { effectiveOn: on }) => {
    if (roundsOf(state).some(({ nextOn }) => on < nextOn)) return refused('round-too-soon')
    // Everybody who could be drawn, by card.
    const among = byCard(expectedOn(state, on)).map(({ memberId }) => memberId)
    return recorded({ among, number: numberToAsk(among.length), flags: [], postings: [] })
  },
  about: aboutFund,
})

type Answer = {
  readonly roundId: EntryId
  readonly memberId: string
  readonly answer: ConfirmationAnswer
  readonly by: ConfirmationWay
  readonly askedBy?: string
  readonly effectiveOn: LocalDate
}

const answerFault = (
  state: ConfirmationState,
  { roundId, answer, by, askedBy, effectiveOn }: Answer,
) => {
  const round = roundsOf(state).find((one) => one.id === roundId)
  if (!round) return invalid('round-unknown', '/roundId')
  if (effectiveOn < round.on) return invalid('before-the-round', '/effectiveOn')
  const isOwnWord = by === 'page' || by === 'message'
  if (isOwnWord && !isSaid({ answer })) return invalid('answer-unknown', '/answer')
  if (askedBy === undefined) return undefined
  if (isOwnWord) return invalid('asker-without-need', '/askedBy')
  return state.members.has(askedBy) ? undefined : invalid('member-unknown', '/askedBy')
}

const askerRefusal = (
  { members }: ConfirmationState,
  { memberId, askedBy, effectiveOn: on }: Answer,
) => {
  if (askedBy === undefined) return undefined
  const held = heldOn(members.get(askedBy)!, on)
  if (held.length === 0) return refused('asker-holds-no-office')
  // Whoever answers for the book's figures is not the one to hear whether they are right.
  if (held.some(({ office }) => office === 'record-keeper')) return refused('asker-keeps-the-book')
  return askedBy === memberId ? refused('asker-is-asked') : undefined
}

/** Whose word stands before whose: what she types herself, what came from her phone, what somebody wrote down for her. */
const weightOf: Readonly<Record<ConfirmationWay, number>> = {
  page: 2,
  message: 1,
  'in-person': 0,
  slip: 0,
}

export const recordConfirmationAnswer = operation({
  ...ofAskers,
  command: 'RecordConfirmationAnswer',
  entry: 'ConfirmationAnswered',
  oneHand: 'sight',
  asks: {
    roundId: id('entry'),
    memberId: id('member'),
    answer: word(confirmationAnswers, 'answer-unknown'),
    by: word(confirmationWays),
    askedBy: described(
      optional(id('member')),
      'The member who sends it; absent where an auditor does',
    ),
  },
  keeps: ['roundId', 'memberId', 'answer', 'by', 'askedBy'],
  minutes: 'tells-of-somebody',
  decide: (state: ConfirmationState, command) => {
    const fault = answerFault(state, command)
    if (fault) return fault
    const { roundId, memberId, answer, by, effectiveOn: on } = command
    const round = roundsOf(state).find((one) => one.id === roundId)!
    if (!round.asked.includes(memberId)) return refused('not-asked')
    const refusal = askerRefusal(state, command)
    if (refusal) return refusal
    const before = standingAnswer(round, memberId)
    const wasSaid = before !== undefined && isSaid(before)
    // Another answer by another way is one statement more, and both stand; the same one again says nothing.
    const isSameAgain = wasSaid && (by === before.by || answer === before.answer)
    if (isSameAgain && weightOf[by] <= weightOf[before.by]) return refused('already-answered')
    return recorded({
      flags: flagsOf({
        'after-the-round': on > round.closesOn,
        'differs-from-slip': wasSaid && before.answer !== answer,
      }),
      postings: [],
    })
  },
  about: aboutFund,
})
