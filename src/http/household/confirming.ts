import { isUuid } from '#domain/kernel/ids.ts'
import { openRoundFor, standingAnswer } from '#domain/fund/confirming.ts'
import type { PostingRow } from '#domain/ledger/rows.ts'
import { StorageUnavailable } from '#domain/ports.ts'
import { dayToShow, ownViewOf } from '#src/app/own-view.ts'
import type { Answer } from '#src/app/record.ts'
import { isAccepted } from '#src/http/commands/answers.ts'
import { formOf } from '#src/http/form.ts'
import type { HttpContext } from '#src/http/env.ts'
import { sendForService } from '#src/http/gate.ts'
import type { OwnRoom } from '#src/http/household/disputing.ts'
import type { OwnQuestion } from '#src/pages/confirming/own-card.ts'
import { deniedPage } from '#src/pages/denied.ts'
import { ownPlace } from '#src/pages/household/parts.ts'

type Asked = Omit<OwnRoom, 'place'>

const roundOf = ({ book, memberId }: Asked, day: string) =>
  openRoundFor(book.fund.confirmations ?? [], { memberId, day })

/** The question that the own page asks, of whoever was drawn while the round is open. */
export const questionFor = (
  context: HttpContext,
  asked: Asked,
  savingsPostings: readonly PostingRow[],
): OwnQuestion | undefined => {
  const { ids, today } = context.get('needs')
  const { book, memberId } = asked
  const round = roundOf(asked, today())
  const view =
    round && ownViewOf(book, memberId, { asOf: dayToShow(book, round.on), savingsPostings })
  if (!round || !view) return undefined
  const { savings, owed, currency } = view
  const isAnswered = standingAnswer(round, memberId)?.by === 'page'
  const { id: roundId, on } = round
  return { roundId, on, formId: ids(), savings, owed, currency, isAnswered }
}

type Said = { readonly id: string; readonly answer: 'right' | 'wrong' }

/** What the two buttons send; undefined for anything else, or for another round than the one that asks. */
const saidIn = async (context: HttpContext, roundId: string): Promise<Said | undefined> => {
  const typed = await formOf(context)
  const [id, answer] = [typed?.get('id'), typed?.get('answer')]
  const isOne = isUuid(id) && typed?.get('round') === roundId
  return isOne && (answer === 'right' || answer === 'wrong') ? { id, answer } : undefined
}

const isHeard = (told: Answer): boolean =>
  isAccepted(told) || ('code' in told && told.code === 'already-answered')

/** Writes down what a household says of its own balance; a no leads on to what is not right. */
export const confirmOwn = async (context: HttpContext, room: OwnRoom): Promise<Response> => {
  const needs = context.get('needs')
  const { place, memberId } = room
  const { fundId } = place
  const today = needs.today()
  const round = roundOf(room, today)
  const said = round && (await saidIn(context, round.id))
  if (!round || !said) return context.html(deniedPage('not-found', place), 404)
  const { id, answer } = said
  const envelope = { id, v: 1, effectiveOn: today, type: 'RecordConfirmationAnswer' } as const
  const command = { ...envelope, roundId: round.id, memberId, answer, by: 'page' } as const
  try {
    const told = await sendForService(context, fundId, command)
    if (!isHeard(told)) return context.html(deniedPage('not-found', place), 404)
    const next = answer === 'wrong' ? ownPlace.notRight(fundId) : ownPlace.own(fundId)
    return context.redirect(next, 303)
  } catch (error) {
    if (!(error instanceof StorageUnavailable)) throw error
    // Nothing was written, and the question still stands on the own page.
    return context.redirect(ownPlace.own(fundId), 303)
  }
}
