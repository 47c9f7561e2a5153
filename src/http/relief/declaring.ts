import { reliefPlace } from '#src/desk/places.ts'
import { html } from 'hono/html'
import { isCode } from '#domain/fund/members.ts'
import type { Evidence } from '#domain/relief/evidence.ts'
import { type EventKind, eventKinds } from '#domain/relief/relief.ts'
import { alertsOf, proposedBy } from '#src/app/alerts.ts'
import type { ProposedEvent } from '#src/app/alerts.ts'
import { type Proof, proofsOf } from '#src/app/relief-reasons.ts'
import { householdOf } from '#src/app/relief-view.ts'
import type { Filled, Room, Task } from '#src/http/desk/record.ts'
import { type Act, aboutAct, envelopeOf } from '#src/http/lending/act.ts'
import { memberOf } from '#src/http/relief/acts.ts'
import { gaugeFields } from '#src/http/relief/gauge.ts'
import {
  type Field,
  cardField,
  choiceField,
  choicesOf,
  dateField,
  lineField,
} from '#src/desk/fields.ts'
import { cardsField, partsOf } from '#src/desk/cards-field.ts'
import { reliefWordsAt } from '#src/pages/relief/parts.ts'

const reasons = ['death', 'illness', 'birth', 'wage-theft', 'other'] as const
const proofs = ['gauge', 'commune-note', 'photo', 'cap-alert', 'reason'] as const

const alertChoices = (alerts: readonly ProposedEvent[]) =>
  alerts.map(({ hash, infos, sender }) => ({
    value: hash,
    label: `${infos[0]?.headline || (infos[0]?.event ?? '')} · ${sender}`,
  }))

const placeFields = (room: Room): readonly Field[] => {
  const { at, book } = room
  const words = reliefWordsAt(at)
  const zones = [...new Set(book.members.map(({ zone }) => zone))].toSorted().slice(0, 12)
  return [
    choiceField({
      name: 'kind',
      label: words.kindLabel,
      choices: choicesOf(eventKinds, (kind) => words[`kind_${kind}`]),
      fault: words.chooseOne,
    }),
    lineField({
      name: 'places',
      label: words.placesLabel,
      hint: zones.join(', '),
      rule: (line) =>
        partsOf(line).every((code) => isCode(code)) ? partsOf(line).join(', ') : undefined,
      fault: words.codeFault,
      lengthMax: 190,
      isOptional: true,
    }),
    cardsField({
      name: 'card',
      label: words.householdLabel,
      hint: words.householdHint,
      fault: words.cardsFault,
      members: book.members,
    }),
    dateField(at, { name: 'from', label: words.fromLabel, fault: words.dateFault }),
    dateField(at, { name: 'to', label: words.toLabel, fault: words.dateFault, isOptional: true }),
  ]
}

const proofFields = (room: Room, alerts: readonly ProposedEvent[]): readonly Field[] => {
  const { at, book } = room
  const words = reliefWordsAt(at)
  const witness = (name: 'witness1' | 'witness2'): Field =>
    cardField(at, { name, label: words[`${name}Label`], members: book.members, isOptional: true })
  return [
    choiceField({
      name: 'proof',
      label: words.evidenceLabel,
      choices: choicesOf(proofs, (proof) => words[`evidence_${proof}`]),
      fault: words.chooseOne,
    }),
    ...gaugeFields(room),
    lineField({
      name: 'mark',
      label: words.markLabel,
      hint: words.markHint,
      rule: (line) => line,
      fault: words.codeFault,
      lengthMax: 80,
      isOptional: true,
    }),
    witness('witness1'),
    witness('witness2'),
    choiceField({
      name: 'alert',
      label: words.alertLabel,
      choices: alertChoices(alerts),
      fault: words.chooseOne,
      isOptional: true,
    }),
    choiceField({
      name: 'reason',
      label: words.reasonLabel,
      choices: choicesOf(reasons, (reason) => words[`reason_${reason}`]),
      fault: words.chooseOne,
      isOptional: true,
    }),
  ]
}

/** What stands beside the book for an event: a reason, or what the paper says. */
const besideOf = ({ of }: Filled): string => (of('proof') === 'reason' ? of('reason') : of('mark'))

const evidenceIn = (room: Room, filled: Filled, proof: Proof): Evidence => {
  const { of } = filled
  const hash = proof.hashOf(besideOf(filled))
  switch (of('proof') as (typeof proofs)[number]) {
    case 'gauge':
      return { is: 'gauge', station: of('station'), levelCm: Number(of('level')) }
    case 'photo': {
      const witnesses = [of('witness1'), of('witness2')].map((card) => memberOf(room, card))
      return { is: 'photo', hash, witnesses }
    }
    case 'cap-alert':
      return { is: 'cap-alert', hash: of('alert') }
    case 'commune-note':
      return { is: 'commune-note', hash }
    case 'reason':
      return { is: 'reason', hash }
  }
}

const needed: Readonly<Record<(typeof proofs)[number], readonly string[]>> = {
  gauge: ['station', 'level'],
  'commune-note': ['mark'],
  photo: ['mark', 'witness1', 'witness2'],
  'cap-alert': ['alert'],
  reason: ['reason'],
}

const faultsIn = (room: Room, { of }: Filled): ReadonlyMap<string, string> => {
  const words = reliefWordsAt(room.at)
  const isBoth = (of('places') === '') === (of('card') === '')
  const isOwn = of('kind') === 'personal'
  const missing = needed[of('proof') as (typeof proofs)[number]].filter((name) => of(name) === '')
  return new Map([
    ...(isBoth || (isOwn && of('card') === '') ? [['places', words.scopeFault] as const] : []),
    ...(isOwn !== (of('proof') === 'reason') ? [['proof', words.evidenceFault] as const] : []),
    ...missing.map((name) => [name, words.evidenceFault] as const),
  ])
}

/** Everybody of the households that were named, each once. */
const livingWith = (room: Room, cards: readonly string[], day: string): string[] => [
  ...new Set(cards.flatMap((card) => householdOf(room.book, memberOf(room, card), day))),
]

/** The next name of an event of a year: E2026-1, E2026-2. */
const nextName = ({ book }: Room, day: string): string => {
  const year = day.slice(0, 4)
  const used = new Set(book.events.map(({ eventId }) => eventId))
  let n = 1
  while (used.has(`E${year}-${n}`)) n += 1
  return `E${year}-${n}`
}

type Known = {
  readonly alerts: readonly ProposedEvent[]
  /** The alert that the page was opened from. */
  readonly shown: ProposedEvent | undefined
  readonly proofOf: (entryId: string) => Proof
}

const declaring = (room: Room, { alerts, shown, proofOf }: Known): Act => ({
  shown: 'postponed',
  facts: html`<p>${reliefWordsAt(room.at).reliefMeaning}</p>`,
  fields: [...placeFields(room), ...proofFields(room, alerts)],
  ...(shown && {
    prefilled: {
      kind: shown.kind,
      places: shown.places.join(', '),
      from: shown.from,
      proof: 'cap-alert',
      alert: shown.hash,
    },
  }),
  check: (filled) => faultsIn(room, filled),
  command: (filled) => {
    const { of } = filled
    const card = of('card')
    const where =
      card === ''
        ? { places: partsOf(of('places')) }
        : { memberIds: livingWith(room, partsOf(card), filled.day) }
    return {
      ...envelopeOf(filled),
      type: 'DeclareEvent',
      eventId: nextName(room, filled.day),
      kind: of('kind') as EventKind,
      ...where,
      from: of('from'),
      ...(of('to') === '' ? {} : { to: of('to') }),
      evidence: evidenceIn(room, filled, proofOf(filled.id)),
    }
  },
  // What the entry vouches for by a hash stands beside the book, where it can be corrected and erased.
  beside: {
    keep: async (filled) =>
      besideOf(filled) === '' ? undefined : proofOf(filled.id).keep(besideOf(filled)),
    drop: async (filled) => (besideOf(filled) === '' ? undefined : proofOf(filled.id).drop()),
  },
})

/** An officer declares an event, by hand or from an alert. */
export const eventTask: Task = {
  name: 'event',
  rule: 'DeclareEvent',
  subject: 'fund',
  choose: ({ context, at }) =>
    context.redirect(`/funds/${at.fundId}/record/event?fund=${at.fundId}`, 303),
  about: async (room, id) => {
    if (id !== room.at.fundId) return undefined
    const needs = room.context.get('needs')
    const alerts = proposedBy(await alertsOf(needs, room.at.fundId), room.book)
    const asked = room.context.req.query('alert')
    const shown = alerts.find(({ alertId }) => alertId === asked)
    const safe = reliefPlace.all(room.at)
    const spoken = { task: 'event', subject: { field: 'fund', id }, safe } as const
    const usable = alerts.filter(({ isTest, isCancelled }) => !isTest && !isCancelled)
    const proofOf = await proofsOf(needs, room.at.fundId)
    return aboutAct(
      room,
      { ...spoken, about: undefined },
      declaring(room, { alerts: usable, shown, proofOf }),
    )
  },
}
