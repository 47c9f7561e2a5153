import { meetingPlace } from '#src/desk/places.ts'
import { html } from 'hono/html'
import { isUuid } from '#domain/kernel/ids.ts'
import { scopeFor } from '#domain/access/table.ts'
import {
  type Dispute,
  type DisputeAnswer,
  type DisputeReason,
  disputeAnswers,
  disputeReasons,
} from '#domain/corrections/disputes.ts'
import { isReversible } from '#domain/corrections/reversible.ts'
import type { Entry } from '#domain/village.ts'
import { disputedFrom, disputedIn, disputesOf } from '#src/app/meeting/disputes.ts'
import { memberLinesOf } from '#src/app/member-lines.ts'
import { opened } from '#src/app/record.ts'
import { type Filled, type Room, type Task, notFound, roomOf } from '#src/http/desk/record.ts'
import { cardOf, deskOf } from '#src/http/desk/tasks.ts'
import type { HttpContext } from '#src/http/env.ts'
import { type Act, aboutAct, envelopeOf } from '#src/http/lending/act.ts'
import { officerChoices, secondsFor } from '#src/http/lending/officers.ts'
import type { Pages } from '#src/http/page.ts'
import { chooseMemberPage } from '#src/pages/desk/desk.ts'
import { type Choice, choiceField, choicesOf } from '#src/desk/fields.ts'
import { fact } from '#src/pages/desk/parts.ts'
import { formWordsAt } from '#src/pages/lending/act-pages.ts'
import { entryNamed } from '#src/words/entries.ts'
import { disputeWordsAt, disputesPage, kindTold } from '#src/pages/meeting/disputes.ts'
import type { Html } from '#src/pages/layout.ts'
import { dateInWords } from '#src/words/locale.ts'

const linesMax = 12

const lineNamed = ({ at }: Pick<Room, 'at'>, { seq, body, effectiveOn }: Entry): string =>
  disputeWordsAt(at).aboutLine(
    entryNamed(at.language, { type: body.type, seq }),
    dateInWords(effectiveOn, at.language),
  )

/** What of a member's book somebody can say is not right: savings, loans, the last lines. */
export const disputable = async (room: Room, memberId: string): Promise<Choice[]> => {
  const { at, book, context } = room
  const words = disputeWordsAt(at)
  const { store } = context.get('needs')
  const lines = await memberLinesOf(store, at.fundId, { book, memberId })
  const loans = book.loans.filter((loan) => loan.memberId === memberId)
  return [
    { value: 'savings', label: words.aboutSavings },
    ...loans.map(({ loanId, number }) => ({
      value: `loan/${loanId}`,
      label: words.aboutLoan(number),
    })),
    ...lines.slice(0, linesMax).map((entry) => ({
      value: `entry/${entry.id}`,
      label: lineNamed(room, entry),
    })),
  ]
}

/** What was told to an officer, about the book of one member. */
export const dispute: Task = {
  name: 'dispute',
  rule: 'RaiseDispute',
  subject: 'member',
  choose: (room) => chooseMemberPage(room.at, 'dispute', deskOf(room, true)),
  about: async (room, id) => {
    const { at, book } = room
    const member = book.members.find(({ memberId }) => memberId === id)
    if (!member) return undefined
    const words = disputeWordsAt(at)
    const act: Act = {
      shown: 'stop',
      facts: html`<p>${words.disputesMeaning}</p>`,
      dayLegend: formWordsAt(at).dayRaised,
      fields: [
        choiceField({
          name: 'about',
          label: words.aboutLabel,
          choices: await disputable(room, id),
          fault: words.aboutFault,
        }),
        choiceField({
          name: 'reason',
          label: words.reasonLabel,
          choices: choicesOf(disputeReasons, (reason) => words[`reason_${reason}`]),
          fault: words.reasonFault,
          as: 'radios',
        }),
      ],
      command: (filled) => ({
        ...envelopeOf(filled),
        type: 'RaiseDispute',
        about: disputedFrom(filled.of('about'), id)!,
        reason: filled.of('reason') as DisputeReason,
      }),
    }
    const safe = meetingPlace.disputes(at)
    const spoken = { task: 'dispute', subject: { field: 'member', id }, safe } as const
    return aboutAct(room, { ...spoken, about: { card: member.card } }, act)
  },
}

const portion = 300

/** Lines that were entered since a dispute was raised and can have put it right, the newest first. */
const correctionsSince = async ({ context, at }: Room, disputeId: string): Promise<Entry[]> => {
  const { store } = context.get('needs')
  const [raised] = await store.find(at.fundId, [disputeId])
  const rows = raised ? await store.read(at.fundId, raised.seq, portion) : []
  return rows
    .map((row) => opened(row))
    .filter(({ body }) => isReversible(body) || body.type === 'EntryReversed')
    .toReversed()
}

const answerFaults = (room: Room, { of }: Filled): ReadonlyMap<string, string> => {
  const words = disputeWordsAt(room.at)
  const isNamed = of('line') !== ''
  if (of('answer') === 'corrected' && !isNamed) return new Map([['line', words.correctionNeeded]])
  return of('answer') !== 'corrected' && isNamed
    ? new Map([['line', words.correctionNotNeeded]])
    : new Map()
}

type Asked = {
  readonly dispute: Dispute
  readonly memberId: string | undefined
  readonly entry: Entry | undefined
}

const answering = async (room: Room, { dispute: asked, memberId, entry }: Asked): Promise<Act> => {
  const { at, book } = room
  const words = disputeWordsAt(at)
  const { about, reason, disputeId, raisedOn } = asked
  const number =
    'loanId' in about && book.loans.find(({ loanId }) => loanId === about.loanId)?.number
  const what = entry
    ? lineNamed(room, entry)
    : number
      ? words.aboutLoan(number)
      : kindTold(at, about.kind)
  const corrections = await correctionsSince(room, disputeId)
  return {
    shown: 'stop',
    facts: html`<dl class="facts">
      ${fact(words.aboutLabel, html`<b>${what}</b>`)}
      ${fact(words.reasonLabel, words[`reason_${reason}`])}
      ${fact(words.open, words.raisedOn(dateInWords(raisedOn, at.language)))}
    </dl>`,
    dayLegend: formWordsAt(at).dayAnswered,
    fields: [
      choiceField({
        name: 'answer',
        label: words.answerLabel,
        choices: choicesOf(disputeAnswers, (answer) => words[`answer_${answer}`]),
        fault: words.answerFault,
        as: 'radios',
      }),
      choiceField({
        name: 'line',
        label: words.correctionLabel,
        hint: words.correctionHint,
        choices: corrections.map((one) => ({ value: one.id, label: lineNamed(room, one) })),
        fault: words.correctionNeeded,
        isOptional: true,
      }),
      choiceField({
        name: 'approvedBy',
        label: formWordsAt(at).approvedBy,
        choices: officerChoices(at, secondsFor(room, memberId === undefined ? [] : [memberId])),
        fault: formWordsAt(at).approvedByFault,
      }),
    ],
    check: (filled) => answerFaults(room, filled),
    command: (filled) => ({
      ...envelopeOf(filled),
      type: 'AnswerDispute',
      disputeId,
      answer: filled.of('answer') as DisputeAnswer,
      ...(filled.of('line') === '' ? {} : { correctedBy: filled.of('line') }),
      approvedBy: filled.of('approvedBy'),
    }),
  }
}

/** The officers' answer, by two of them of whom the second is not concerned. */
export const disputeAnswer: Task = {
  name: 'dispute-answer',
  rule: 'AnswerDispute',
  subject: 'dispute',
  choose: ({ context, at }) => context.redirect(meetingPlace.disputes(at), 303),
  about: async (room, id) => {
    const { at, book, context } = room
    const asked = book.disputes.find(({ disputeId }) => disputeId === id)
    if (!isUuid(id) || !asked) return undefined
    const { store } = context.get('needs')
    const found = await disputedIn(store, { book, fundId: at.fundId, about: asked.about })
    const card = found.memberId === undefined ? undefined : cardOf(book, found.memberId)
    const spoken = {
      task: 'dispute-answer',
      subject: { field: 'dispute', id },
      about: card === undefined ? undefined : { card },
      safe: meetingPlace.disputes(at),
    } as const
    return aboutAct(room, spoken, await answering(room, { dispute: asked, ...found }))
  },
}

const list = async (context: HttpContext): Promise<Html | Response> => {
  const room = await roomOf(context)
  if (!room) return notFound(context)
  const { at, book, today } = room
  const { held } = context.get('fund')
  const { store } = context.get('needs')
  const may = (action: 'AnswerDispute' | 'RaiseDispute'): boolean =>
    scopeFor(action, held) === 'all'
  const disputes = await Promise.all(
    disputesOf(book, today).map(async (one) => {
      const { about } = book.disputes.find(({ disputeId }) => disputeId === one.disputeId)!
      // Whoever has to look into it needs to know whose it is: an officer, and an NGO that was asked.
      const isNeeded = may('AnswerDispute') || one.isWithNgo
      const { memberId } = isNeeded
        ? await disputedIn(store, { book, fundId: at.fundId, about })
        : { memberId: undefined }
      return { ...one, card: memberId === undefined ? undefined : cardOf(book, memberId) }
    }),
  )
  return disputesPage(at, {
    disputes,
    mayAnswer: may('AnswerDispute'),
    mayRaise: may('RaiseDispute'),
  })
}

export const disputePages = (pages: Pages): void => {
  pages.get('/funds/:fundId/disputes', 'read-members', list)
}
