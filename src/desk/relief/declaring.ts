import { isCode } from '#domain/kernel/shape.ts'
import type { Evidence } from '#domain/relief/evidence.ts'
import { declareEvent } from '#domain/relief/operations/declaring.ts'
import { type ProposedEvent, alertsOf, proposedBy } from '#src/app/alerts.ts'
import { reasonsOfService } from '#src/app/cases/roof.ts'
import { type Proof, proofsOf } from '#src/app/relief-reasons.ts'
import { householdOf } from '#src/app/relief-view.ts'
import { aboutFund } from '#src/desk/about.ts'
import { atDesk } from '#src/desk/act.ts'
import { type Filled, type Own, known } from '#src/desk/asking.ts'
import { cardsField, partsOf } from '#src/desk/cards-field.ts'
import type { Desk } from '#src/desk/desk.ts'
import { type Field, choiceField, choicesOf, lineField } from '#src/desk/fields.ts'
import { cardField } from '#src/desk/person-field.ts'
import { reliefPlace } from '#src/desk/places.ts'
import { gaugeFields, gaugeIn } from '#src/desk/relief/gauge.ts'
import { note } from '#src/desk/content.ts'
import { memberOfCard } from '#src/desk/typed.ts'
import { reliefWords } from '#src/words/words.ts'

const reasons = ['death', 'illness', 'birth', 'wage-theft', 'other'] as const
const proofs = ['gauge', 'commune-note', 'photo', 'cap-alert', 'reason'] as const

/** The next name of an event of a year: E2026-1, E2026-2. */
const nextName = ({ book }: Desk, day: string): string => {
  const year = day.slice(0, 4)
  const used = new Set(book.events.map(({ eventId }) => eventId))
  let n = 1
  while (used.has(`E${year}-${n}`)) n += 1
  return `E${year}-${n}`
}

/** Where it happened, by places. */
const placesOf = ({ language, book }: Desk): Own<readonly string[] | undefined> => {
  const words = reliefWords.in(language)
  const zones = [...new Set(book.members.map(({ zone }) => zone))].toSorted().slice(0, 12)
  return {
    fields: [
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
    ],
    said: ({ of }) => (of('places') === '' ? undefined : partsOf(of('places'))),
  }
}

/** To whom it happened instead: everybody of the households that are named, each once. */
const householdsOf = (desk: Desk): Own<readonly string[] | undefined> => {
  const words = reliefWords.in(desk.language)
  const { book } = desk
  return {
    fields: [
      cardsField(desk, {
        name: 'card',
        label: words.householdLabel,
        hint: words.householdHint,
        members: book.members,
      }),
    ],
    said: ({ of, day }) => {
      const ids = partsOf(of('card')).flatMap((card) =>
        householdOf(book, memberOfCard(book, card), day),
      )
      return ids.length === 0 ? undefined : [...new Set(ids)]
    },
  }
}

const evidenceFields = (desk: Desk, alerts: readonly ProposedEvent[]): readonly Field[] => {
  const words = reliefWords.in(desk.language)
  const { members } = desk.book
  const witness = (name: 'witness1' | 'witness2'): Field =>
    cardField(desk, { name, label: words[`${name}Label`], members, isOptional: true })
  return [
    choiceField({
      name: 'proof',
      label: words.evidenceLabel,
      choices: choicesOf(proofs, (proof) => words[`evidence_${proof}`]),
      fault: words.chooseOne,
    }),
    ...gaugeFields(desk),
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
      choices: alerts.map(({ hash, infos, sender }) => ({
        value: hash,
        label: `${infos[0]?.headline || (infos[0]?.event ?? '')} · ${sender}`,
      })),
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

type ProofOf = (entryId: string) => Proof

const evidenceIn = ({ book }: Desk, filled: Filled, proofOf: ProofOf): Evidence => {
  const { of } = filled
  const hash = proofOf(filled.id).hashOf(besideOf(filled))
  // The form lets nothing pass that is not in the list.
  const is = proofs.find((one) => one === of('proof'))!
  switch (is) {
    case 'gauge':
      return { is, ...gaugeIn(filled) }
    case 'photo': {
      const seenBy = [of('witness1'), of('witness2')]
      return { is, hash, witnesses: seenBy.map((card) => memberOfCard(book, card)) }
    }
    case 'cap-alert':
      return { is, hash: of('alert') }
    case 'commune-note':
    case 'reason':
      return { is, hash }
  }
}

/** What shows that it happened. */
const evidenceOf = (
  desk: Desk,
  alerts: readonly ProposedEvent[],
  proofOf: ProofOf,
): Own<Evidence> => ({
  fields: evidenceFields(desk, alerts),
  said: (filled) => evidenceIn(desk, filled, proofOf),
})

/** The fields without which something shows nothing. */
const needed: Readonly<Record<Evidence['is'], readonly string[]>> = {
  gauge: ['station', 'level'],
  'commune-note': ['mark'],
  photo: ['mark', 'witness1', 'witness2'],
  'cap-alert': ['alert'],
  reason: ['reason'],
}

/** An officer declares an event, by hand or from an alert. */
export const event = atDesk(declareEvent, {
  name: 'event',
  about: { ...aboutFund, back: reliefPlace.all },
  shown: async (desk) => {
    const { needs, fundId, book, language, along } = desk
    const words = reliefWords.in(language)
    const alerts = proposedBy(await alertsOf(needs, fundId), book)
    const usable = alerts.filter(({ isTest, isCancelled }) => !isTest && !isCancelled)
    // The alert that the page was opened from.
    const proposed = alerts.find(({ alertId }) => alertId === along['alert'])
    const proofOf = await proofsOf({ ...needs, store: reasonsOfService(needs) }, fundId)
    return {
      shown: 'postponed',
      told: [note(words.reliefMeaning)],
      ...(proposed && {
        prefilled: {
          kind: proposed.kind,
          places: proposed.places.join(', '),
          from: proposed.from,
          proof: 'cap-alert',
          alert: proposed.hash,
        },
      }),
      asks: {
        eventId: known(({ day }) => nextName(desk, day)),
        kind: {
          label: words.kindLabel,
          each: (kind) => words[`kind_${kind}`],
          fault: words.chooseOne,
        },
        places: placesOf(desk),
        memberIds: householdsOf(desk),
        from: { label: words.fromLabel, hint: words.dayHint, fault: words.dateFault },
        to: { label: words.toLabel, hint: words.dayHint, fault: words.dateFault },
        evidence: evidenceOf(desk, usable, proofOf),
      },
      check: ({ kind, places, memberIds, evidence }, { of }) => {
        const isOwn = kind === 'personal'
        const isUnclear = (places === undefined) === (memberIds === undefined)
        const missing = needed[evidence.is].filter((name) => of(name) === '')
        return new Map([
          ...(isUnclear || (isOwn && !memberIds) ? [['places', words.scopeFault] as const] : []),
          ...(isOwn === (evidence.is === 'reason')
            ? []
            : [['proof', words.evidenceFault] as const]),
          ...missing.map((name) => [name, words.evidenceFault] as const),
        ])
      },
      // What the entry vouches for by a hash stands beside the book, where it can be corrected and erased.
      beside: {
        keep: async (filled) =>
          besideOf(filled) === '' ? undefined : proofOf(filled.id).keep(besideOf(filled)),
        drop: async (filled) => (besideOf(filled) === '' ? undefined : proofOf(filled.id).drop()),
      },
    }
  },
})
