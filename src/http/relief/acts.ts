import { reliefPlace } from '#src/desk/places.ts'
import { html } from 'hono/html'
import { canonicalJson } from '#domain/kernel/canonical.ts'
import { charterOf } from '#domain/health/book.ts'
import type { TouchedLoan } from '#domain/relief/relief.ts'
import { type EventView, eventViewOf } from '#src/app/relief-view.ts'
import { householdOfEvent } from '#src/app/stepping-out.ts'
import type { Room, Task } from '#src/http/desk/record.ts'
import { type Act, aboutAct, envelopeOf } from '#src/http/lending/act.ts'
import { allThere, ballotFields, ballotIn, steppedOutPart } from '#src/http/lending/ballot.ts'
import {
  type KinRoom,
  officerChoices,
  secondsFor,
  withKinOfAll,
} from '#src/http/lending/officers.ts'
import { type Field, cardField, choiceField } from '#src/desk/fields.ts'
import type { ActShown } from '#src/pages/lending/act-pages.ts'
import { formWordsAt } from '#src/pages/lending/act-pages.ts'
import { eventFacts, movedTable } from '#src/pages/relief/event-page.ts'
import { reliefWordsAt } from '#src/pages/relief/parts.ts'
import type { Html } from '#src/pages/layout.ts'

/** A matter of the whole village: nobody steps out of it as kin. */
export const forAll = (room: Room): KinRoom => ({ ...room, kin: new Set() })

const windowsOf = (list: readonly TouchedLoan[]): readonly TouchedLoan[] =>
  list.map(({ loanId, from, to }) => ({ loanId, from, to }))

/** No borrower steps out of what befell a whole village; of what is for one household its own and its kin do. */
const isOfAll = ({ kin }: KinRoom): boolean => kin.size === 0

/** Of one household's relief its kin have no part; of the whole village's nobody steps out. */
const withKinOfEvent = async (room: Room, { event }: EventView): Promise<KinRoom> => {
  const { context, at, book, today: day } = room
  const kin = await context.get('needs').store.kinships(at.fundId)
  return withKinOfAll(room, householdOfEvent(event, { members: book.members, kin, day }))
}

/** A short mark of a list: another list has another one. */
const markOf = ({ context }: Room, list: readonly TouchedLoan[]): string =>
  context
    .get('needs')
    .hash(canonicalJson(windowsOf(list)))
    .slice(0, 16)

/** The list was read; where it has changed since, the form asks again. */
const readField = (room: Room, view: EventView): Field => {
  const words = reliefWordsAt(room.at)
  const loans = new Set(view.list.map(({ loanId }) => loanId)).size
  return choiceField({
    name: 'read',
    label: words.readLabel,
    choices:
      loans === 0
        ? []
        : [{ value: markOf(room, view.list), label: `${words.loansMoved}: ${String(loans)}` }],
    fault: words.readFault,
    as: 'radios',
  })
}

/** Which event it is, and how far it has come: on the form and again where everything is read back. */
const eventTold = ({ at }: Room, view: EventView): Html =>
  html`<p>
      <b>${reliefWordsAt(at)[`kind_${view.kind}`]} · <bdi>${view.eventId}</bdi></b>
    </p>
    ${eventFacts(at, view)}`

const listPart = (room: Room, view: EventView): Html => {
  const { at, book, today } = room
  const words = reliefWordsAt(at)
  const { currency } = charterOf(book, today)
  return html`${eventTold(room, view)}
    <p>${words.reliefRule}</p>
    ${view.rows.length === 0 ? html`<p>${words.listNone}</p>` : movedTable(at, view.rows, currency)}`
}

type Name = Extract<
  ActShown['task'],
  'relief' | 'relief-again' | 'relief-word' | 'relief-lapse' | 'relief-undo' | 'relief-decline'
>

/** An act about an event, which is chosen from the list of events. */
const ofEvent = (
  { name, rule }: { readonly name: Name; readonly rule: Task['rule'] },
  act: (room: KinRoom, view: EventView) => Act,
): Task => ({
  name,
  rule,
  subject: 'event',
  choose: ({ context, at }) => context.redirect(reliefPlace.all(at), 303),
  about: async (plainRoom, id) => {
    const view = eventViewOf(plainRoom.book, id, plainRoom.today)
    if (!view) return undefined
    const room = await withKinOfEvent(plainRoom, view)
    const safe = reliefPlace.event(room.at, id)
    const spoken = { task: name, subject: { field: 'event', id }, safe } as const
    return aboutAct(room, { ...spoken, about: undefined }, act(room, view))
  },
})

const giving =
  (type: 'ActivateRelief' | 'RenewRelief') =>
  (room: KinRoom, view: EventView): Act => ({
    shown: 'postponed',
    facts: html`${listPart(room, view)}
      <p>${reliefWordsAt(room.at).officersMay}</p>
      ${steppedOutPart(room)}`,
    fields: [
      readField(room, view),
      ...ballotFields(room, { memberId: '', isForTheMeeting: false, isOfAll: isOfAll(room) }),
    ],
    command: (filled) => ({
      ...envelopeOf(filled),
      type,
      eventId: view.eventId,
      touched: windowsOf(view.list),
      ballot: ballotIn(room, filled),
    }),
    more: () => listPart(room, view),
  })

const activation = ofEvent({ name: 'relief', rule: 'ActivateRelief' }, giving('ActivateRelief'))
const renewal = ofEvent({ name: 'relief-again', rule: 'RenewRelief' }, giving('RenewRelief'))

const ratification = ofEvent({ name: 'relief-word', rule: 'RatifyRelief' }, (room, view): Act => ({
  shown: 'meeting',
  facts: html`<p>${reliefWordsAt(room.at).ratifyMeaning}</p>
    ${eventTold(room, view)} ${steppedOutPart(room)}`,
  fields: ballotFields(room, { memberId: '', isForTheMeeting: true, isOfAll: isOfAll(room) }),
  prefilled: allThere(room),
  command: (filled) => ({
    ...envelopeOf(filled),
    type: 'RatifyRelief',
    eventId: view.eventId,
    ballot: ballotIn(room, filled),
  }),
  more: () => eventTold(room, view),
}))

const lapse = ofEvent({ name: 'relief-lapse', rule: 'LapseRelief' }, (room, view): Act => ({
  shown: 'stop',
  facts: html`<p>${reliefWordsAt(room.at).lapseMeaning}</p>
    ${eventTold(room, view)}`,
  fields: [],
  command: (filled) => ({ ...envelopeOf(filled), type: 'LapseRelief', eventId: view.eventId }),
  more: () => eventTold(room, view),
}))

const undoing = ofEvent({ name: 'relief-undo', rule: 'UndoRelief' }, (room, view): Act => ({
  shown: 'stop',
  facts: html`<p>${reliefWordsAt(room.at).undoMeaning}</p>
    ${eventTold(room, view)}`,
  fields: [
    choiceField({
      name: 'approvedBy',
      label: formWordsAt(room.at).approvedBy,
      choices: officerChoices(room.at, secondsFor(room, [])),
      fault: formWordsAt(room.at).approvedByFault,
    }),
  ],
  command: (filled) => ({
    ...envelopeOf(filled),
    type: 'UndoRelief',
    eventId: view.eventId,
    approvedBy: filled.of('approvedBy'),
  }),
  more: () => eventTold(room, view),
}))

const declining = ofEvent({ name: 'relief-decline', rule: 'DeclineRelief' }, (room, view): Act => ({
  shown: 'house',
  facts: html`<p>${reliefWordsAt(room.at).declineMeaning}</p>
    ${eventTold(room, view)}`,
  fields: [
    cardField(room.at, {
      name: 'card',
      label: reliefWordsAt(room.at).declineLabel,
      members: room.book.members,
    }),
  ],
  command: (filled) => ({
    ...envelopeOf(filled),
    type: 'DeclineRelief',
    eventId: view.eventId,
    memberId: memberOf(room, filled.of('card')),
  }),
  more: () => eventTold(room, view),
}))

/** Who has a card; whoever reads a field has found one. */
export const memberOf = ({ book }: Room, card: string): string =>
  book.members.find((one) => one.card === card)?.memberId ?? ''

export const eventTasks: readonly Task[] = [
  activation,
  renewal,
  ratification,
  lapse,
  undoing,
  declining,
]
