import { isOwnWord, openRoundFor, standingAnswer } from '#domain/fund/meeting/confirming.ts'
import { daysAfter } from '#domain/kernel/dates.ts'
import type { MessageLink } from '#domain/fund/messages.ts'
import type { FundViews, Journal } from '#domain/ports.ts'
import type { MessageFacts } from '#src/app/messages/facts.ts'
import { bookOf } from '#src/app/queries.ts'
import { household, isWaitingIn } from '#src/app/meeting/disputes.ts'
import type { Recorder } from '#src/app/record.ts'

export type RoundNeeds = {
  readonly store: Journal & FundViews
  readonly record: Recorder
  readonly ids: () => string
  readonly today: () => string
}

/** So long a phone is linked before an answer from it counts. */
const daysBeforeAnswers = 7

/**
 * Whether a phone speaks for its owner in a round: one that somebody could link alone would answer for as many as were drawn,
 * one after the other.
 */
const isOwners = (
  { stoodBehind, linkedAt }: Pick<MessageLink, 'stoodBehind' | 'linkedAt'>,
  { begunOn, day }: { readonly begunOn: string; readonly day: string },
): boolean => {
  const linkedOn = linkedAt.slice(0, 10)
  const isKnown = linkedOn < begunOn && daysAfter(linkedOn, daysBeforeAnswers) <= day
  return stoodBehind !== undefined && isKnown
}

/**
 * Writes down what a member answers by text when the fund asks whether the balance is right. The phone says whose
 * word it is, and no PIN: so the own page, which asks for one, still counts before it.
 */
export const answerRound = async (
  { store, record, ids, today }: RoundNeeds,
  link: Pick<MessageLink, 'fundId' | 'memberId' | 'stoodBehind' | 'linkedAt'>,
  answer: 'right' | 'wrong',
): Promise<MessageFacts> => {
  const { fundId, memberId } = link
  const book = await bookOf(store, fundId)
  const day = today()
  const round = openRoundFor(book?.fund.confirmations ?? [], { memberId, day })
  if (!round) return { what: 'not-asked' }
  if (!isOwners(link, { begunOn: round.on, day })) return { what: 'answer-elsewhere' }
  const about = { kind: 'savings', memberId } as const
  const standing = standingAnswer(round, memberId)
  // A no is written once in each round, whatever somebody had said before it.
  const since = answer === 'wrong' ? round.on : ''
  const isWaiting = isWaitingIn(book?.disputes ?? [], about, since)
  const isSaidBefore = isWaiting || (standing && isOwnWord(standing))
  if (isSaidBefore) return { what: 'answered-before' }
  const envelope = { id: ids(), v: 1, effectiveOn: day } as const
  // A no tells which account to look at, and not that its owner said so.
  const [said] =
    answer === 'wrong'
      ? await record(
          fundId,
          [{ ...envelope, type: 'RaiseDispute', about, reason: 'other' }],
          household,
        )
      : await record(
          fundId,
          [
            {
              ...envelope,
              type: 'RecordConfirmationAnswer',
              roundId: round.id,
              memberId,
              answer,
              by: 'message',
            },
          ],
          { actor: 'card', device: 'message' },
        )
  const isWritten = said !== undefined && 'seq' in said
  return { what: isWritten ? `heard-${answer}` : 'answered-before' }
}
