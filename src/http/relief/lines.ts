import { reliefPlace } from '#src/desk/places.ts'
import { html } from 'hono/html'
import { isCode } from '#domain/fund/members.ts'
import type { Season } from '#domain/relief/emergency-line.ts'
import type { Evidence } from '#domain/relief/evidence.ts'
import { alertsOf } from '#src/app/alerts.ts'
import { type LineOffered, linesOfferedOn } from '#src/app/relief-view.ts'
import type { Filled, Room, Task } from '#src/http/desk/record.ts'
import { type Act, aboutAct, envelopeOf } from '#src/http/lending/act.ts'
import { allThere, ballotFields, ballotIn } from '#src/http/lending/ballot.ts'
import { officerChoices, secondsFor } from '#src/http/lending/officers.ts'
import { forAll } from '#src/http/relief/acts.ts'
import { gaugeFields } from '#src/http/relief/gauge.ts'
import type { Html } from '#src/pages/layout.ts'
import { charterOf } from '#domain/health/book.ts'
import { fact, figure } from '#src/pages/desk/parts.ts'
import { choiceField, dateField, lineField } from '#src/desk/fields.ts'
import { cardsField, partsOf } from '#src/desk/cards-field.ts'
import { reliefWordsAt } from '#src/pages/relief/parts.ts'

const ofFundTask = (
  name: 'emergency-promise' | 'emergency-open',
  rule: Task['rule'],
  act: (room: Room) => Act | Promise<Act>,
): Task => ({
  name,
  rule,
  subject: 'fund',
  choose: ({ context, at }) =>
    context.redirect(`/funds/${at.fundId}/record/${name}?fund=${at.fundId}`, 303),
  about: async (room, id) => {
    if (id !== room.at.fundId) return undefined
    const safe = reliefPlace.lines(room.at)
    const spoken = { task: name, subject: { field: 'fund', id }, safe } as const
    return aboutAct(room, { ...spoken, about: undefined }, await act(room))
  },
})

/** Those who were named by card, or everybody to whom something can be promised. */
const linesIn = ({ book }: Room, filled: Filled): LineOffered[] => {
  const offered = linesOfferedOn(book, filled.day)
  const cards = partsOf(filled.of('cards'))
  return cards.length === 0
    ? offered.filter(({ amount }) => amount > 0)
    : offered.filter(({ card }) => cards.includes(card))
}

/** To how many, and how much in all. */
const promisedPart = ({ at, book, today }: Room, lines: readonly LineOffered[]): Html => {
  const words = reliefWordsAt(at)
  const amount = lines.reduce((sum, line) => sum + line.amount, 0)
  const { currency } = charterOf(book, today)
  return html`<dl class="facts">
    ${fact(words.members, String(lines.length))}
    ${fact(words.promisedSum, html`<b class="figure">${figure({ amount, currency })}</b>`)}
  </dl>`
}

const promising = (room: Room): Act => {
  const { at, book } = room
  const words = reliefWordsAt(at)
  return {
    shown: 'savings',
    facts: html`<p>${words.linesMeaning}</p>`,
    fields: [
      lineField({
        name: 'season',
        label: words.seasonLabel,
        hint: words.seasonHint,
        rule: (line) => (isCode(line) ? line : undefined),
        fault: words.codeFault,
      }),
      dateField(at, {
        name: 'from',
        label: words.seasonFrom,
        hint: words.dayHint,
        fault: words.dateFault,
      }),
      dateField(at, {
        name: 'to',
        label: words.seasonTo,
        hint: words.dayHint,
        fault: words.dateFault,
      }),
      ...gaugeFields(room, words.triggerHint),
      cardsField({
        name: 'cards',
        label: words.whoLabel,
        fault: words.cardsFault,
        members: book.members,
      }),
      ...ballotFields(forAll(room), { memberId: '', isForTheMeeting: true, isOfAll: true }),
    ],
    prefilled: allThere(forAll(room)),
    more: (filled) => promisedPart(room, linesIn(room, filled)),
    command: (filled) => ({
      ...envelopeOf(filled),
      type: 'PromiseEmergencyLines',
      seasonId: filled.of('season'),
      from: filled.of('from'),
      to: filled.of('to'),
      ...(filled.of('station') === '' || filled.of('level') === ''
        ? {}
        : {
            trigger: { station: filled.of('station'), levelCm: Number(filled.of('level')) },
          }),
      lines: linesIn(room, filled).map(({ memberId, amount }) => ({ memberId, amount })),
      ballot: ballotIn(forAll(room), filled),
    }),
  }
}

const measureIn = ({ of }: Filled): Evidence =>
  of('alert') === ''
    ? { is: 'gauge', station: of('station'), levelCm: Number(of('level')) }
    : { is: 'cap-alert', hash: of('alert') }

/** Its name, with the measure from which on its loans may be opened. */
const seasonTold = ({ seasonId, trigger }: Season): string =>
  trigger === undefined
    ? seasonId
    : `${seasonId} · ${trigger.station} ${String(trigger.levelCm)} cm`

const opening = async (room: Room): Promise<Act> => {
  const { at, book, context } = room
  const words = reliefWordsAt(at)
  const { store } = context.get('needs')
  const alerts = (await alertsOf({ store }, at.fundId)).filter(({ status }) => status === 'Actual')
  const events = book.events.filter(({ told, kind }) => told && kind !== 'personal')
  return {
    shown: 'key',
    facts: html`<p>${words.linesMeaning}</p>`,
    fields: [
      choiceField({
        name: 'season',
        label: words.whichSeason,
        choices: book.seasons.map((season) => ({
          value: season.seasonId,
          label: seasonTold(season),
        })),
        fault: words.chooseOne,
      }),
      choiceField({
        name: 'event',
        label: words.kindLabel,
        choices: events.map(({ eventId, kind }) => ({
          value: eventId,
          label: `${words[`kind_${kind}`]} · ${eventId}`,
        })),
        fault: words.chooseOne,
      }),
      ...gaugeFields(room, words.measureHint),
      choiceField({
        name: 'alert',
        label: words.alertLabel,
        choices: alerts.map(({ hash, infos, sender }) => ({
          value: hash,
          label: `${infos[0]?.headline ?? ''} · ${sender}`,
        })),
        fault: words.chooseOne,
        isOptional: true,
      }),
      choiceField({
        name: 'witness',
        label: words.witnessLabel,
        choices: officerChoices(at, secondsFor(room, [])),
        fault: words.chooseOne,
      }),
    ],
    check: ({ of }) =>
      of('alert') === '' && (of('station') === '' || of('level') === '')
        ? new Map([['station', words.evidenceFault]])
        : new Map(),
    command: (filled) => ({
      ...envelopeOf(filled),
      type: 'OpenEmergencyLine',
      seasonId: filled.of('season'),
      eventId: filled.of('event'),
      measure: measureIn(filled),
      witnessId: filled.of('witness'),
    }),
  }
}

export const lineTasks: readonly Task[] = [
  ofFundTask('emergency-promise', 'PromiseEmergencyLines', promising),
  ofFundTask('emergency-open', 'OpenEmergencyLine', opening),
]
