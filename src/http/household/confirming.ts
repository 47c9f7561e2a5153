import { isUuid } from '#domain/kernel/ids.ts'
import { openRoundFor, standingAnswer } from '#domain/fund/meeting/confirming.ts'
import type { PostingRow } from '#domain/ledger/rows.ts'
import { StorageUnavailable } from '#domain/ports.ts'
import { dayToShow, ownViewOf } from '#src/app/household/own-view.ts'
import { isWaitingIn } from '#src/app/meeting/disputes.ts'
import { type Answer, isAccepted } from '#src/app/answer.ts'
import { pressed } from '#src/http/form.ts'
import { sendForHousehold } from '#src/http/gate.ts'
import type { OwnVisit } from '#src/http/household.ts'
import type { OwnQuestion } from '#src/pages/confirming/own-card.ts'
import { deniedPage } from '#src/pages/denied.ts'
import { ownPlace } from '#src/pages/household/parts.ts'

const roundOf = ({ book, memberId }: OwnVisit, day: string) =>
  openRoundFor(book.fund.confirmations ?? [], { memberId, day })

/** The question that the own page asks, of whoever was drawn while the round is open; a no is an answer while it waits. */
export const questionFor = (
  visit: OwnVisit,
  savingsPostings: readonly PostingRow[],
): OwnQuestion | undefined => {
  const { context, book, memberId } = visit
  const { ids, today } = context.get('needs')
  const round = roundOf(visit, today())
  const view =
    round && ownViewOf(book, memberId, { asOf: dayToShow(book, round.on), savingsPostings })
  if (!round || !view) return undefined
  const { savings, owed, currency } = view
  const isAnswered =
    standingAnswer(round, memberId)?.by === 'page' ||
    isWaitingIn(book.disputes, { kind: 'savings', memberId }, round.on)
  const { id: roundId, on } = round
  return { roundId, on, formId: ids(), savings, owed, currency, isAnswered }
}

const isHeard = (told: Answer): boolean =>
  isAccepted(told) || ('code' in told && told.code === 'already-answered')

/**
 * Writes down what a household says of its own balance. A no is a dispute about the savings, without a hand: which account to
 * look at is told, and not that its owner said so; it leads on to what is not right. It is written once in each round,
 * whatever was said before the round.
 */
export const confirmOwn = async (visit: OwnVisit): Promise<Response> => {
  const { context, book, place, memberId } = visit
  const { fundId } = place
  const today = context.get('needs').today()
  const round = roundOf(visit, today)
  const nothing = (status: 400 | 404) => context.html(deniedPage('not-found', place), status)
  if (!round) return nothing(404)
  const sent = await pressed(context, ['id', 'round', 'answer'])
  if (!sent) return nothing(400)
  const [id, answer] = [sent.get('id'), sent.get('answer')]
  const isOne = isUuid(id) && sent.get('round') === round.id
  if (!isOne || (answer !== 'right' && answer !== 'wrong')) return nothing(404)
  const envelope = { id, v: 1, effectiveOn: today } as const
  const about = { kind: 'savings', memberId } as const
  const command =
    answer === 'wrong'
      ? ({ ...envelope, type: 'RaiseDispute', about, reason: 'other' } as const)
      : ({
          ...envelope,
          type: 'RecordConfirmationAnswer',
          roundId: round.id,
          memberId,
          answer,
          by: 'page',
        } as const)
  const isSaid = answer === 'wrong' && isWaitingIn(book.disputes, about, round.on)
  try {
    const told = isSaid ? undefined : await sendForHousehold(context, fundId, command)
    if (told && !isHeard(told)) return nothing(404)
    const next = answer === 'wrong' ? ownPlace.notRight(fundId) : ownPlace.own(fundId)
    return context.redirect(next, 303)
  } catch (error) {
    if (!(error instanceof StorageUnavailable)) throw error
    // Nothing was written, and the question still stands on the own page.
    return context.redirect(ownPlace.own(fundId), 303)
  }
}
