import { type MemberTaskName, placeOf } from '#src/desk/places.ts'
import { html } from 'hono/html'
import { type Candidate, type Contest, termEndOf, winnersOf } from '#domain/fund/elections.ts'
import { type Member, heldOn } from '#domain/fund/members.ts'
import { officerRulesOf } from '#domain/fund/officer-rules.ts'
import { type Office, endingReasons, offices } from '#domain/fund/tenures.ts'
import { charterOf } from '#domain/health/book.ts'
import type { Filled, Room } from '#src/http/desk/record.ts'
import { cardOf } from '#src/http/desk/tasks.ts'
import { memberOfCard, saidIn } from '#src/desk/typed.ts'
import { type Act, envelopeOf, ofMember } from '#src/http/lending/act.ts'
import {
  countedField,
  handsFaults,
  handsIn,
  memberFormsAt,
  ofFund,
  secondField,
  secondWhereAny,
  stepUpPart,
} from '#src/http/members/act.ts'
import { type Field, cardField, choiceField, choicesOf, dateField } from '#src/desk/fields.ts'
import type { Html } from '#src/pages/layout.ts'
import { formWordsAt } from '#src/pages/lending/act-pages.ts'
import { officeNamed } from '#src/pages/members/parts.ts'
import { dateInWords } from '#src/words/locale.ts'

/** Where the secret is given again, and the way back to this form. */
const wayToSecret = (room: Room, task: MemberTaskName, query: string): Html | string =>
  stepUpPart(room, `${placeOf.record(room.at, task)}?${query}`)

export const officeField = ({ at }: Room, among: readonly Office[]): Field => {
  const words = memberFormsAt(at)
  return choiceField({
    name: 'office',
    label: words.officeLabel,
    choices: choicesOf(among, (office) => officeNamed(at, office)),
    fault: words.chooseOne,
  })
}

const places = ['1', '2', '3', '4', '5'] as const
const exceptionNames = ['exPresent', 'exYes', 'exNo'] as const

const candidateFields = ({ at, book }: Room): Field[] => {
  const words = memberFormsAt(at)
  return places.flatMap((place) => [
    cardField(at, {
      name: `card${place}`,
      label: words.candidateLabel(place),
      members: book.members,
      isOptional: true,
    }),
    countedField(at, {
      name: `votes${place}`,
      label: words.votesLabel(place),
      isOptional: true,
    }),
  ])
}

const candidatesIn = ({ book }: Room, { of }: Filled): Candidate[] =>
  places.flatMap((place) => {
    const memberId = memberOfCard(book, of(`card${place}`))
    return memberId === '' ? [] : [{ memberId, votes: Number(of(`votes${place}`)) }]
  })

const electionFaults = (room: Room, filled: Filled): ReadonlyMap<string, string> => {
  const words = memberFormsAt(room.at)
  const { of } = filled
  const isNone = (field: string): boolean => of(field) === ''
  const uncounted = places.filter((one) => isNone(`card${one}`) !== isNone(`votes${one}`))
  return new Map([
    ...(candidatesIn(room, filled).length === 0
      ? [['card1', words.candidateMissing] as const]
      : []),
    ...uncounted.map((place) => [`votes${place}`, words.votesFault] as const),
    ...handsFaults(filled, exceptionNames, words.handsMissing),
  ])
}

const whoVotedFields = ({ at }: Room): Field[] => {
  const words = memberFormsAt(at)
  return [
    choiceField({
      name: 'electorate',
      label: words.electorateLabel,
      choices: choicesOf(['all', 'women'] as const, (who) => words[`electorate_${who}`]),
      fault: words.chooseOne,
      as: 'radios',
    }),
    choiceField({
      name: 'by',
      label: words.byLabel,
      choices: choicesOf(['hands', 'slips'] as const, (how) => words[`by_${how}`]),
      fault: words.chooseOne,
      as: 'radios',
    }),
    countedField(at, { name: 'present', label: words.presentLabel }),
  ]
}

const exceptionFields = ({ at }: Room): Field[] => {
  const words = memberFormsAt(at)
  const labels = [words.exceptionPresent, words.exceptionYes, words.exceptionNo]
  return exceptionNames.map((name, i) =>
    countedField(at, { name, label: labels[i]!, fold: words.exceptionFold, isOptional: true }),
  )
}

const contestIn = (room: Room, filled: Filled): Contest => ({
  office: filled.of('office') as Office,
  seats: Number(filled.of('seats')),
  candidates: candidatesIn(room, filled),
})

/** Who is elected by the votes as they were typed, and until when: the first thing that the meeting hears. */
const electedTold = (room: Room, filled: Filled): Html => {
  const { at, book } = room
  const words = memberFormsAt(at)
  const { candidates, ...contest } = contestIn(room, filled)
  const winners = winnersOf({ ...contest, candidates })
  const rules = officerRulesOf(charterOf(book, filled.day))
  const until = filled.of('until') || termEndOf(rules, filled.day)
  const said = (memberId: string): string => {
    const card = cardOf(book, memberId)
    const who = [card, at.nameOf?.(card)].filter(Boolean).join(' ')
    const votes = candidates.find((one) => one.memberId === memberId)?.votes ?? 0
    return words.electedWith(who, String(votes))
  }
  const elected = winners === 'election-tied' ? [] : winners
  return html`<p class="figure long elected">
      ${
        elected.length === 0
          ? words.electedNobody
          : html`${words.elected}:
              <bdi>${elected.map(({ memberId }) => said(memberId)).join('; ')}</bdi>`
      }
    </p>
    <p>${words.termLabel}: <b>${dateInWords(until, at.language)}</b></p>`
}

export const election = ofFund(
  { name: 'election', rule: 'ElectOfficers', safe: placeOf.officers },
  (room): Act => {
    const { at, book, today } = room
    const words = memberFormsAt(at)
    const rules = officerRulesOf(charterOf(book, today))
    return {
      shown: 'meeting',
      facts: html`<p>${words.electionMeaning(String(rules.womenMin), String(rules.seats))}</p>
        ${wayToSecret(room, 'election', `fund=${at.fundId}`)}`,
      fields: [
        officeField(room, offices),
        ...whoVotedFields(room),
        countedField(at, { name: 'seats', label: words.seatsLabel }),
        ...candidateFields(room),
        dateField(at, {
          name: 'until',
          label: words.termLabel,
          hint: words.termHint(String(rules.termMonths)),
          fault: words.dayFault,
          isOptional: true,
        }),
        ...exceptionFields(room),
        secondField(room, { name: 'confirmedBy', concerned: [] }),
      ],
      prefilled: { seats: '1' },
      dayLegend: formWordsAt(at).dayVoted,
      lead: (filled) => electedTold(room, filled),
      readAloud: words.readToMeeting,
      check: (filled) => electionFaults(room, filled),
      command: (filled) => {
        const exception = handsIn(filled, exceptionNames)
        return {
          ...envelopeOf(filled),
          type: 'ElectOfficers',
          by: filled.of('by') as 'hands' | 'slips',
          electorate: filled.of('electorate') as 'all' | 'women',
          present: Number(filled.of('present')),
          contests: [contestIn(room, filled)],
          ...saidIn<{ until: string }>({ until: filled.of('until') }),
          ...(exception === undefined ? {} : { exception }),
          confirmedBy: filled.of('confirmedBy'),
        }
      },
    }
  },
)

export const appointment = ofMember(
  { name: 'appointment', rule: 'AppointOfficer' },
  (room, memberId): Act => {
    const { at, book } = room
    const words = memberFormsAt(at)
    const toSecret = wayToSecret(room, 'appointment', `member=${memberId}`)
    return {
      shown: 'person',
      facts: html`<p>${words.appointmentMeaning}</p>
        ${toSecret}`,
      fields: [
        officeField(room, offices),
        dateField(at, {
          name: 'until',
          label: words.termLabel,
          hint: words.termHintOpen,
          fault: words.dayFault,
          isOptional: true,
        }),
        cardField(at, {
          name: 'replaces',
          label: words.replacesLabel,
          hint: words.replacesHint,
          members: book.members.filter((one) => one.memberId !== memberId),
          isOptional: true,
        }),
        ...secondWhereAny(room, [memberId]),
      ],
      command: (filled) => ({
        ...envelopeOf(filled),
        type: 'AppointOfficer',
        memberId,
        office: filled.of('office') as Office,
        ...saidIn<{ until: string; replaces: string; confirmedBy: string }>({
          until: filled.of('until'),
          replaces: memberOfCard(book, filled.of('replaces')),
          confirmedBy: filled.of('confirmedBy'),
        }),
      }),
    }
  },
)

export const handsNames = ['present', 'yes', 'no'] as const

/** A vote by hands in three fields; `hint` says when they may be left empty. */
export const handsFields = ({ at }: Room, isOptional: boolean, hint?: string): Field[] => {
  const words = memberFormsAt(at)
  const labels = [words.handsPresent, words.handsYes, words.handsNo]
  return handsNames.map((name, i) =>
    countedField(at, {
      name,
      label: labels[i]!,
      ...(i === 0 && isOptional ? { hint: hint ?? words.handsHint } : {}),
      isOptional,
    }),
  )
}

export const allHandsFields = (room: Room): Field[] => handsFields(room, false)
export const allHandsIn = (filled: Filled) => handsIn(filled, handsNames)!

const officesOf = ({ book, today }: Room, memberId: string): readonly Office[] => {
  const member: Member = book.members.find((one) => one.memberId === memberId)!
  const held = heldOn(member, today).map(({ office }) => office)
  return offices.filter((office) => held.includes(office))
}

export const officeEnd = ofMember(
  { name: 'office-end', rule: 'EndOffice' },
  (room, memberId): Act => {
    const { at } = room
    const words = memberFormsAt(at)
    const held = officesOf(room, memberId)
    return {
      shown: 'stop',
      facts: html`${held.length === 0 ? html`<p>${words.holdsNothing}</p>` : ''}
      ${wayToSecret(room, 'office-end', `member=${memberId}`)}`,
      fields: [
        officeField(room, held),
        choiceField({
          name: 'why',
          label: words.whyLabel,
          choices: choicesOf(endingReasons, (why) => words[`why_${why}`]),
          fault: words.chooseOne,
          as: 'radios',
        }),
        ...handsFields(room, true),
        secondField(room, { name: 'approvedBy', concerned: [memberId] }),
      ],
      check: (filled) => handsFaults(filled, handsNames, words.handsMissing),
      command: (filled) => {
        const votes = handsIn(filled, handsNames)
        return {
          ...envelopeOf(filled),
          type: 'EndOffice',
          memberId,
          office: filled.of('office') as Office,
          why: filled.of('why') as (typeof endingReasons)[number],
          approvedBy: filled.of('approvedBy'),
          ...(votes === undefined ? {} : { votes }),
        }
      },
    }
  },
)
