import { type Room, notFound, roomOf } from '#src/http/desk/room.ts'
import { isUuid } from '#domain/kernel/ids.ts'
import { scopeFor } from '#domain/access/table.ts'
import { type Round, confirmationAnswers, standingAnswer } from '#domain/fund/confirming.ts'
import type {
  beginConfirmation,
  recordConfirmationAnswer,
} from '#domain/fund/operations/confirming.ts'
import type { CommandOf } from '#domain/operations/operation.ts'
import { charterOf } from '#domain/health/book.ts'
import { StorageUnavailable } from '#domain/ports.ts'
import { mayAskMembers } from '#src/app/asking-members.ts'
import { isOfVillage } from '#src/app/by-sex.ts'
import { figuresOn } from '#src/app/comparing.ts'
import { roundsTold } from '#src/app/confirmations.ts'
import { fundNameOf } from '#src/app/fund-names.ts'
import { isAccepted } from '#src/http/commands/answers.ts'
import { formOf } from '#src/http/form.ts'
import { frameOf } from '#src/http/entrance/frame.ts'
import { withNames } from '#src/http/desk/names.ts'
import type { HttpContext } from '#src/http/env.ts'
import { sendOne } from '#src/http/gate.ts'
import { stopped } from '#src/http/meeting/stopped.ts'
import type { Pages } from '#src/http/page.ts'
import { savingsFacts } from '#src/desk/savings/facts.ts'
import { deskIn } from '#src/http/desk/desk-in.ts'
import { confirmingPlace, waysToAsk } from '#src/pages/confirming/parts.ts'
import { type RoundShown, roundPage } from '#src/pages/confirming/round-page.ts'
import { roundsPage } from '#src/pages/confirming/rounds-page.ts'
import { slipPapers, slipsPage } from '#src/pages/confirming/slips-page.ts'
import { deniedPage } from '#src/pages/denied.ts'
import { deskWordsAt } from '#src/pages/desk/parts.ts'
import type { Html } from '#src/pages/layout.ts'
import { behindMeetings } from '#src/pages/meeting/parts.ts'
import { paperOf } from '#src/pages/papers/paper.ts'
import { codeSaid } from '#src/words/code-words.ts'

const mayDispute = (context: HttpContext): boolean =>
  scopeFor('RaiseDispute', context.get('fund').held) === 'all'

/** Whoever keeps the book and holds another office besides is shown nobody who is asked. */
const denied = async (context: HttpContext): Promise<Response> =>
  context.html(deniedPage('not-allowed', await frameOf(context)), 403)

const roundsShown = ({ context, at, book, today }: Room, refused?: string): Html =>
  roundsPage(behindMeetings(at), {
    told: roundsTold(book, { asOf: today, ofVillage: isOfVillage(context.get('fund').held) }),
    formId: context.get('needs').ids(),
    mayAsk: today >= book.fund.openedOn && mayAskMembers(context.get('fund').held),
    refused,
  })

const rounds = async (context: HttpContext): Promise<Html | Response> => {
  const room = await roomOf(context)
  return room ? roundsShown(room) : notFound(context)
}

type Taken = { readonly told: string; readonly status: 400 | 409 | 503 } | undefined

type ConfirmationCommand = CommandOf<typeof beginConfirmation | typeof recordConfirmationAnswer>

/** Hands a command in; what stood in its way, in words. */
const taken = async (room: Room, command: ConfirmationCommand): Promise<Taken> => {
  const { at } = room
  try {
    const answer = await sendOne(room.context, command)
    if (isAccepted(answer)) return undefined
    const code = answer.outcome === 'conflict' ? undefined : codeSaid(answer.code, at.language)
    return { told: code ?? deskWordsAt(at).usedBefore, status: 409 }
  } catch (error) {
    if (!(error instanceof StorageUnavailable)) throw error
    return { told: deskWordsAt(at).busy, status: 503 }
  }
}

const begin = async (context: HttpContext): Promise<Html | Response> => {
  const room = await roomOf(context)
  const id = (await formOf(context))?.get('id')
  if (!room) return notFound(context)
  if (!mayAskMembers(context.get('fund').held)) return denied(context)
  if (!isUuid(id)) return stopped(context, { why: 'odd-form', status: 400 })
  const envelope = { id, v: 1, effectiveOn: room.today } as const
  const stop = await taken(room, { ...envelope, type: 'BeginConfirmation' })
  return stop
    ? context.html(roundsShown(room, stop.told), stop.status)
    : context.redirect(confirmingPlace.one(room.at, id), 303)
}

type Asking = { readonly room: Room; readonly round: Round }

const askingOf = async (context: HttpContext): Promise<Asking | Response> => {
  if (!mayAskMembers(context.get('fund').held)) return denied(context)
  const plain = await roomOf(context)
  const id = context.req.param('entryId')
  const round = plain?.book.fund.confirmations?.find((one) => one.id === id)
  if (!plain || !round) return notFound(context)
  return { room: { ...plain, ...(await withNames(plain)) }, round }
}

const cardOf = ({ book }: Room, memberId: string): string =>
  book.members.find((one) => one.memberId === memberId)?.card ?? ''

const roundShown = ({ room, round }: Asking, more: Partial<RoundShown> = {}): Html => {
  const { context, at, today } = room
  const { id: roundId, on, closesOn } = round
  return roundPage(at, {
    roundId,
    on,
    closesOn,
    isClosed: closesOn < today,
    formId: context.get('needs').ids(),
    asked: round.asked
      .map((memberId) => ({
        memberId,
        card: cardOf(room, memberId),
        isHeard: standingAnswer(round, memberId) !== undefined,
      }))
      .toSorted((a, b) => (a.card < b.card ? -1 : 1)),
    chosen: { member: '', answer: '', way: '' },
    told: undefined,
    refused: undefined,
    disputeOf: undefined,
    ...more,
  })
}

const round = async (context: HttpContext): Promise<Html | Response> => {
  const asking = await askingOf(context)
  if (asking instanceof Response) return asking
  const wrong = context.req.query('wrong')
  const isAsked = wrong !== undefined && asking.round.asked.includes(wrong)
  return roundShown(asking, {
    told: context.req.query('saved') === 'yes' ? 'saved' : undefined,
    disputeOf: isAsked && mayDispute(context) ? wrong : undefined,
  })
}

const answer = async (context: HttpContext): Promise<Html | Response> => {
  const asking = await askingOf(context)
  if (asking instanceof Response) return asking
  const { room } = asking
  const typed = await formOf(context)
  const of = (name: string): string => typed?.get(name) ?? ''
  const chosen = { member: of('member'), answer: of('answer'), way: of('way') }
  const said = confirmationAnswers.find((one) => one === chosen.answer)
  const by = waysToAsk.find((one) => one === chosen.way)
  const id = of('id')
  if (!isUuid(id) || !said || !by || !asking.round.asked.includes(chosen.member))
    return context.html(roundShown(asking, { chosen, told: 'fault' }), 400)
  const { ownMemberId } = context.get('fund')
  const stop = await taken(room, {
    id,
    v: 1,
    effectiveOn: room.today,
    type: 'RecordConfirmationAnswer',
    roundId: asking.round.id,
    memberId: chosen.member,
    answer: said,
    by,
    ...(ownMemberId === undefined ? {} : { askedBy: ownMemberId }),
  })
  if (stop) return context.html(roundShown(asking, { chosen, refused: stop.told }), stop.status)
  const next = said === 'wrong' ? `&wrong=${chosen.member}` : ''
  return context.redirect(`${confirmingPlace.one(room.at, asking.round.id)}?saved=yes${next}`, 303)
}

const slips = async (context: HttpContext): Promise<Html | Response> => {
  const asking = await askingOf(context)
  if (asking instanceof Response) return asking
  const { room, round: drawn } = asking
  const figures = figuresOn(await savingsFacts(deskIn(room)), drawn.on)
  return slipsPage(room.at, {
    roundId: drawn.id,
    on: drawn.on,
    fundName: await fundNameOf(context.get('needs').store, room.at.fundId),
    currency: charterOf(room.book, drawn.on).currency,
    paper: paperOf({ asked: context.req.query('paper'), papers: slipPapers }),
    slips: drawn.asked
      .map((memberId) => ({ card: cardOf(room, memberId), ...figures(memberId) }))
      .toSorted((a, b) => (a.card < b.card ? -1 : 1)),
  })
}

/** Members are drawn and asked whether their balance is right; whoever reads reports reads the numbers. */
export const confirmingPages = (pages: Pages): void => {
  pages.get('/funds/:fundId/confirmations', 'read-reports', rounds)
  pages.post('/funds/:fundId/confirmations', 'BeginConfirmation', begin)
  pages.get('/funds/:fundId/confirmations/:entryId', 'RecordConfirmationAnswer', round)
  pages.post('/funds/:fundId/confirmations/:entryId', 'RecordConfirmationAnswer', answer)
  pages.get('/funds/:fundId/confirmations/:entryId/slips', 'RecordConfirmationAnswer', slips)
}
