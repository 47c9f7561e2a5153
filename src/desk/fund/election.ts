import { type Contest, electedBy, termEndOf } from '#domain/fund/people/elections.ts'
import { officerRulesOf } from '#domain/fund/people/officer-rules.ts'
import { electOfficers } from '#domain/fund/operations/elections.ts'
import { offices } from '#domain/fund/people/tenures.ts'
import { charterOf } from '#domain/health/book.ts'
import type { LocalDate } from '#domain/kernel/dates.ts'
import { aboutFund } from '#src/desk/about.ts'
import { atDesk } from '#src/desk/act.ts'
import type { Filled, Own } from '#src/desk/asking.ts'
import { type Desk, cardOf } from '#src/desk/desk.ts'
import { type Field, choiceField, choicesOf } from '#src/desk/fields.ts'
import { cardField } from '#src/desk/person-field.ts'
import { countedField, handsFaults, handsIfRaised } from '#src/desk/fund/hands.ts'
import { officeOf } from '#src/desk/fund/offices.ts'
import { secondOf, secretFirst } from '#src/desk/fund/power.ts'
import { placeOf } from '#src/desk/places.ts'
import { type Part, note } from '#src/desk/content.ts'
import { memberOfCard } from '#src/desk/typed.ts'
import { deskWords, lendingFormWords, memberFormWords } from '#src/words/words.ts'

const places = ['1', '2', '3', '4', '5'] as const

const candidateFields = (desk: Desk): Field[] => {
  const words = memberFormWords.in(desk.language)
  const { seldomAsked: fold } = deskWords.in(desk.language)
  const folded = (place: (typeof places)[number]) => (place === '5' ? { fold } : {})
  return places.flatMap((place) => [
    cardField(desk, {
      name: `card${place}`,
      label: words.candidateLabel(place),
      members: desk.book.members,
      isOptional: true,
      ...folded(place),
    }),
    countedField(desk, {
      name: `votes${place}`,
      label: words.votesLabel(place),
      isOptional: true,
      ...folded(place),
    }),
  ])
}

/** One office is elected on one form; it is asked first of all, apart from those who stood for it. */
const officeField = (desk: Desk): Field => {
  const { each, ...named } = officeOf(desk)
  return choiceField({ ...named, name: 'office', choices: choicesOf(offices, each) })
}

const contestOf = (desk: Desk): Own<readonly Contest[]> => ({
  fields: [
    countedField(desk, { name: 'seats', label: memberFormWords.in(desk.language).seatsLabel }),
    ...candidateFields(desk),
  ],
  said: ({ of }) =>
    offices
      .filter((office) => office === of('office'))
      .map((office) => ({
        office,
        seats: Number(of('seats')),
        candidates: places.flatMap((place) => {
          const memberId = memberOfCard(desk.book, of(`card${place}`))
          return memberId === '' ? [] : [{ memberId, votes: Number(of(`votes${place}`)) }]
        }),
      })),
})

/** A card without its votes, votes without a card, or nobody at all. */
const candidateFaults = ({ language }: Desk, { of }: Filled): (readonly [string, string])[] => {
  const words = memberFormWords.in(language)
  const isNone = (field: string): boolean => of(field) === ''
  const uncounted = places.filter((one) => isNone(`card${one}`) !== isNone(`votes${one}`))
  return [
    ...(places.every((one) => isNone(`card${one}`))
      ? [['card1', words.candidateMissing] as const]
      : []),
    ...uncounted.map((place) => [`votes${place}`, words.votesFault] as const),
  ]
}

const exceptionNames = ['exPresent', 'exYes', 'exNo'] as const

/** Hands by which the meeting agreed to fewer women. */
const exceptionOf = (desk: Desk) => {
  const words = memberFormWords.in(desk.language)
  return handsIfRaised(desk, {
    names: exceptionNames,
    labels: [words.exceptionPresent, words.exceptionYes, words.exceptionNo],
    fold: words.exceptionFold,
  })
}

/** Who is elected by the votes as they were typed, and until when: the first thing that the meeting hears. */
const electedPart = (
  { language, book, nameOf }: Desk,
  contests: readonly Contest[],
  until: LocalDate,
): Part => {
  const elected = electedBy(contests)
  const votes = new Map(
    contests.flatMap(({ candidates }) =>
      candidates.map((one) => [one.memberId, one.votes] as const),
    ),
  )
  const said = (memberId: string): string => {
    const card = cardOf(book, memberId)
    const who = [card, nameOf?.(card)].filter(Boolean).join(' ')
    return memberFormWords.in(language).electedWith(who, String(votes.get(memberId)))
  }
  return {
    is: 'elected',
    elected: typeof elected === 'string' ? [] : elected.map(({ memberId }) => said(memberId)),
    until,
  }
}

/** The meeting elects: whoever held the office before holds it no more. */
export const election = atDesk(electOfficers, {
  name: 'election',
  about: { ...aboutFund, back: placeOf.officers },
  shown: (desk) => {
    const { language, book, today } = desk
    const words = memberFormWords.in(language)
    const { womenMin, seats, termMonths } = officerRulesOf(charterOf(book, today))
    const count = { fault: words.countFault, mayBeZero: true }
    const choice = { fault: words.chooseOne, as: 'radios' } as const
    return {
      shown: 'meeting',
      told: [
        note(words.electionMeaning(String(womenMin), String(seats))),
        ...secretFirst(desk, 'election'),
      ],
      dayLegend: lendingFormWords.in(language).dayVoted,
      readAloud: words.readToMeeting,
      prefilled: { seats: '1' },
      asks: {
        electorate: {
          before: [officeField(desk)],
          label: words.electorateLabel,
          each: (who) => words[`electorate_${who}`],
          ...choice,
        },
        by: { label: words.byLabel, each: (how) => words[`by_${how}`], ...choice },
        present: { label: words.presentLabel, ...count },
        contests: contestOf(desk),
        until: {
          label: words.termLabel,
          hint: words.termHint(String(termMonths)),
          fault: words.dayFault,
        },
        exception: exceptionOf(desk),
        confirmedBy: secondOf(desk),
      },
      check: (_, filled) =>
        new Map([...candidateFaults(desk, filled), ...handsFaults(desk, filled, exceptionNames)]),
      effect: ({ contests, until, effectiveOn: on }) => ({
        lead: [
          electedPart(desk, contests, until ?? termEndOf(officerRulesOf(charterOf(book, on)), on)),
        ],
      }),
    }
  },
})
