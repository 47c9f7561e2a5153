import { html } from 'hono/html'
import { type Visit, notFound, visitOf } from '#src/http/desk/visit.ts'
import { scopeFor } from '#domain/access/table.ts'
import { type Round, confirmationAnswers, standingAnswer } from '#domain/fund/meeting/confirming.ts'
import type {
  beginConfirmation,
  recordConfirmationAnswer,
} from '#domain/fund/operations/confirming.ts'
import type { CommandOf } from '#domain/operations/operation.ts'
import { charterOf } from '#domain/health/book.ts'
import { mayAskMembers } from '#src/app/health/asking-members.ts'
import { isOfVillage } from '#src/app/health/by-sex.ts'
import { figuresOn } from '#src/app/health/comparing.ts'
import { roundsReport } from '#src/app/health/confirmations.ts'
import { fundNameIn } from '#src/http/entrance/fund-name.ts'
import { isAccepted } from '#src/app/answer.ts'
import {
  type FormOf,
  type Taken,
  type Typed,
  emptyForm,
  formPages,
  sentForm,
} from '#src/http/form-pages.ts'
import { frameOf } from '#src/http/entrance/frame.ts'
import { withNames } from '#src/http/desk/names.ts'
import type { HttpContext } from '#src/http/env.ts'
import { sendOne } from '#src/http/gate.ts'
import type { Pages } from '#src/http/page.ts'
import { choiceField, choicesOf } from '#src/desk/fields.ts'
import { savingsFacts } from '#src/desk/savings/facts.ts'
import { deskIn } from '#src/http/desk/desk-in.ts'
import { confirmingAt, confirmingPlace, waysToAsk } from '#src/pages/confirming/parts.ts'
import { type RoundShown, roundPage } from '#src/pages/confirming/round-page.ts'
import { roundsPage } from '#src/pages/confirming/rounds-page.ts'
import { slipPapers, slipsPage } from '#src/pages/confirming/slips-page.ts'
import { deniedPage } from '#src/pages/denied.ts'
import { deskWordsAt } from '#src/pages/desk/parts.ts'
import { type FormText, formPart } from '#src/pages/forms/form.ts'
import type { Html } from '#src/pages/layout.ts'
import { behindMeetings } from '#src/pages/meeting/parts.ts'
import { paperOf } from '#src/pages/papers/paper.ts'
import { codeSaid } from '#src/words/code-words.ts'

const mayDispute = (context: HttpContext): boolean =>
  scopeFor('RaiseDispute', context.get('fund').held) === 'all'

/** Whoever keeps the book and holds another office besides is shown nobody who is asked. */
const denied = async (context: HttpContext): Promise<Response> =>
  context.html(deniedPage('not-allowed', await frameOf(context)), 403)

type Beginning = Visit & { readonly mayAsk: boolean }

const roundsVisit = async (context: HttpContext): Promise<Beginning | Response> => {
  const visit = await visitOf(context)
  if (!visit) return notFound(context)
  const isBegun = visit.today >= visit.book.fund.openedOn
  return { ...visit, mayAsk: isBegun && mayAskMembers(context.get('fund').held) }
}

type ConfirmationCommand = CommandOf<typeof beginConfirmation | typeof recordConfirmationAnswer>

/** Hands a command in; what stood in its way, in words. */
const taken = async (
  { context, at }: Visit,
  command: ConfirmationCommand,
  next: string,
): Promise<Taken> => {
  const answer = await sendOne(context, command)
  if (isAccepted(answer)) return { next }
  const isUsed = answer.outcome === 'conflict'
  const code = isUsed ? undefined : codeSaid(answer.code, at.language)
  return { fault: code ?? deskWordsAt(at).usedBefore, status: 409, isUsed }
}

/** All rounds in numbers, and the button with which another one begins. */
const beginning: Omit<FormOf<Beginning>, 'path' | 'rule'> = {
  find: roundsVisit,
  frame: async ({ at }) => at,
  form: ({ context, at }) => {
    const words = confirmingAt(at)
    return {
      heading: words.heading,
      told: html`<p>${words.beginMeaning}</p>`,
      action: confirmingPlace.all(at),
      hidden: { id: context.get('needs').ids() },
      fields: [],
      submit: words.begin,
    }
  },
  page: ({ context, at, book, today, mayAsk }, form, { fault, ...filling }) =>
    roundsPage(behindMeetings(at), {
      told: roundsReport(book, { asOf: today, ofVillage: isOfVillage(context.get('fund').held) }),
      mayAsk,
      form: formPart(at.language, form, filling),
      fault,
    }),
  take: (visit, of) => {
    const envelope = { id: of('id'), v: 1, effectiveOn: visit.today } as const
    const next = confirmingPlace.one(visit.at, of('id'))
    return taken(visit, { ...envelope, type: 'BeginConfirmation' }, next)
  },
}

/** Whoever keeps the book and holds another office besides begins none. */
const begin = async (context: HttpContext): Promise<Response> =>
  mayAskMembers(context.get('fund').held) ? sentForm(beginning)(context) : denied(context)

type Asking = { readonly context: HttpContext; readonly visit: Visit; readonly round: Round }

const askingOf = async (context: HttpContext): Promise<Asking | Response> => {
  if (!mayAskMembers(context.get('fund').held)) return denied(context)
  const plain = await visitOf(context)
  const id = context.req.param('entryId')
  const round = plain?.book.fund.confirmations?.find((one) => one.id === id)
  if (!plain || !round) return notFound(context)
  return { context, visit: { ...plain, ...(await withNames(plain)) }, round }
}

const cardOf = ({ book }: Visit, memberId: string): string =>
  book.members.find((one) => one.memberId === memberId)?.card ?? ''

/** Who was drawn; what each of them said stands nowhere. */
const drawnIn = ({ visit, round }: Asking): RoundShown['asked'] =>
  round.asked
    .map((memberId) => ({
      memberId,
      card: cardOf(visit, memberId),
      isHeard: standingAnswer(round, memberId) !== undefined,
    }))
    .toSorted((a, b) => (a.card < b.card ? -1 : 1))

/** The next answer: of somebody who was not heard of yet, or who was chosen by now. */
const answerText = (asking: Asking, of: Typed): FormText => {
  const { context, visit, round } = asking
  const { at } = visit
  const words = confirmingAt(at)
  const { chooseOne: fault } = words
  const isOffered = ({ isHeard, memberId }: RoundShown['asked'][number]): boolean =>
    !isHeard || memberId === of('member')
  const named = (card: string): string => [card, at.nameOf?.(card) ?? ''].join(' ').trim()
  return {
    heading: words.recordHeading,
    mended: words.fault,
    action: confirmingPlace.one(at, round.id),
    hidden: { id: context.get('needs').ids() },
    fields: [
      choiceField({
        name: 'member',
        label: words.member,
        choices: drawnIn(asking)
          .filter(isOffered)
          .map(({ memberId, card }) => ({ value: memberId, label: named(card) })),
        fault,
      }),
      choiceField({
        name: 'answer',
        label: words.answer,
        choices: choicesOf(confirmationAnswers, (one) => words[`answer_${one}`]),
        fault,
        as: 'radios',
      }),
      choiceField({
        name: 'way',
        label: words.way,
        choices: choicesOf(waysToAsk, (one) => words[`way_${one}`]),
        fault,
        as: 'radios',
      }),
    ],
    submit: words.save,
  }
}

/** Whom to write a dispute down for, where the last answer was a no and the reader may. */
const disputeOf = ({ context, round }: Asking): string | undefined => {
  const wrong = context.req.query('wrong')
  const isAsked = wrong !== undefined && round.asked.includes(wrong)
  return isAsked && mayDispute(context) ? wrong : undefined
}

/** One round for whoever asks, with a form for the next answer. */
const answering: FormOf<Asking> = {
  path: '/funds/:fundId/confirmations/:entryId',
  rule: 'RecordConfirmationAnswer',
  find: askingOf,
  frame: async ({ visit }) => visit.at,
  form: answerText,
  page: (asking, form, { fault, ...filling }) => {
    const { context, visit, round } = asking
    const { id: roundId, on, closesOn } = round
    const [member] = form.fields
    const isWaiting = member !== undefined && 'choices' in member && member.choices.length > 0
    const isClosed = closesOn < visit.today
    const isUntold = filling.faults.size > 0 && (isClosed || !isWaiting)
    return roundPage(visit.at, {
      roundId,
      on,
      closesOn,
      isClosed,
      asked: drawnIn(asking),
      form: isWaiting ? formPart(visit.at.language, form, filling) : undefined,
      isSaved: context.req.query('saved') === 'yes',
      fault: fault ?? (isUntold ? confirmingAt(visit.at).fault : undefined),
      disputeOf: disputeOf(asking),
    })
  },
  take: ({ context, visit, round }, of) => {
    const answer = confirmationAnswers.find((one) => one === of('answer'))
    const by = waysToAsk.find((one) => one === of('way'))
    const { ownMemberId } = context.get('fund')
    const memberId = of('member')
    const next = answer === 'wrong' ? `&wrong=${memberId}` : ''
    const command = {
      id: of('id'),
      v: 1,
      effectiveOn: visit.today,
      type: 'RecordConfirmationAnswer',
      roundId: round.id,
      memberId,
      answer: answer!,
      by: by!,
      ...(ownMemberId === undefined ? {} : { askedBy: ownMemberId }),
    } as const
    return taken(visit, command, `${confirmingPlace.one(visit.at, round.id)}?saved=yes${next}`)
  },
}

const slips = async (context: HttpContext): Promise<Html | Response> => {
  const asking = await askingOf(context)
  if (asking instanceof Response) return asking
  const { visit, round: drawn } = asking
  const figures = figuresOn(await savingsFacts(deskIn(visit)), drawn.on)
  return slipsPage(visit.at, {
    roundId: drawn.id,
    on: drawn.on,
    fundName: await fundNameIn(context, visit.at.fundId),
    currency: charterOf(visit.book, drawn.on).currency,
    paper: paperOf({ asked: context.req.query('paper'), papers: slipPapers }),
    slips: drawn.asked
      .map((memberId) => ({ card: cardOf(visit, memberId), ...figures(memberId) }))
      .toSorted((a, b) => (a.card < b.card ? -1 : 1)),
  })
}

/** Members are drawn and asked whether their balance is right; whoever reads reports reads the numbers. */
export const confirmingPages = (pages: Pages): void => {
  pages.get('/funds/:fundId/confirmations', 'read-reports', emptyForm(beginning))
  pages.post('/funds/:fundId/confirmations', 'BeginConfirmation', begin)
  formPages(pages, answering)
  pages.get('/funds/:fundId/confirmations/:entryId/slips', 'RecordConfirmationAnswer', slips)
}
