import { openRoundFor } from '#domain/fund/meeting/confirming.ts'
import type { MessageLink } from '#domain/fund/messages.ts'
import type { FundViews, Journal } from '#domain/ports.ts'
import type { MessageFacts } from '#src/app/messages/facts.ts'
import { bookOf } from '#src/app/queries.ts'
import type { Recorder } from '#src/app/record.ts'

export type RoundNeeds = {
  readonly store: Journal & FundViews
  readonly record: Recorder
  readonly ids: () => string
  readonly today: () => string
}

/**
 * Writes down what a member answers by text when the fund asks whether the balance is right. The phone says whose
 * word it is, and no PIN: so the own page, which asks for one, still counts before it.
 */
export const answerRound = async (
  { store, record, ids, today }: RoundNeeds,
  { fundId, memberId }: Pick<MessageLink, 'fundId' | 'memberId'>,
  answer: 'right' | 'wrong',
): Promise<MessageFacts> => {
  const book = await bookOf(store, fundId)
  const day = today()
  const round = openRoundFor(book?.fund.confirmations ?? [], { memberId, day })
  if (!round) return { what: 'not-asked' }
  const command = {
    id: ids(),
    v: 1,
    type: 'RecordConfirmationAnswer',
    effectiveOn: day,
    roundId: round.id,
    memberId,
    answer,
    by: 'message',
  } as const
  const [said] = await record(fundId, [command], { actor: 'card', device: 'message' })
  const isWritten = said !== undefined && 'seq' in said
  return { what: isWritten ? `heard-${answer}` : 'answered-before' }
}
