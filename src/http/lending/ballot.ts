import type { Member } from '#domain/fund/members.ts'
import type { Ballot } from '#domain/fund/voting.ts'
import type { Filled, Room } from '#src/http/desk/record.ts'
import { officerChoices, officerNamed, officersOn, secondsFor } from '#src/http/lending/officers.ts'
import {
  type Field,
  choiceField,
  choicesOf,
  countField,
  faultsAll,
} from '#src/pages/desk/fields.ts'
import { formWordsAt } from '#src/pages/lending/act-pages.ts'

const voteName = ({ memberId }: Member): string => `vote-${memberId}`

const handsField = (
  room: Room,
  { name, label, hint }: { name: string; label: string; hint?: string },
): Field => {
  return countField({
    name,
    label,
    ...(hint === undefined ? {} : { hint }),
    faults: faultsAll(formWordsAt(room.at).handsFault),
    mayBeNought: true,
    isOptional: true,
  })
}

/** How a vote is asked for: who voted, each officer by name, the hands of a meeting, who confirms it. */
export const ballotFields = (
  room: Room,
  { memberId, isForTheMeeting }: { readonly memberId: string; readonly isForTheMeeting: boolean },
): readonly Field[] => {
  const { at, today } = room
  const words = formWordsAt(at)
  const officers = officersOn(room, today)
  const by: readonly ('officers' | 'meeting')[] = isForTheMeeting
    ? ['meeting']
    : ['officers', 'meeting']
  return [
    choiceField({
      name: 'by',
      label: words.ballotBy,
      ...(isForTheMeeting ? { hint: words.meetingMust } : {}),
      choices: choicesOf(by, (name) => words[`ballot_${name}`]),
      fault: words.ballotByFault,
      as: 'radios',
    }),
    ...officers.map((officer, i) =>
      choiceField({
        name: voteName(officer),
        label: officerNamed(at, officer),
        ...(i === 0 ? { hint: words.voteHint } : {}),
        choices: choicesOf(
          isForTheMeeting ? (['out', 'away'] as const) : (['yes', 'no', 'out', 'away'] as const),
          (vote) => words[`vote_${vote}`],
        ),
        fault: words.chooseOne,
        as: 'radios',
        isOptional: true,
      }),
    ),
    handsField(room, { name: 'present', label: words.handsPresent, hint: words.handsHint }),
    handsField(room, { name: 'yes', label: words.handsYes }),
    handsField(room, { name: 'no', label: words.handsNo }),
    choiceField({
      name: 'confirmedBy',
      label: words.confirmedByLabel,
      hint: words.confirmedByHint,
      choices: officerChoices(at, secondsFor(room, [memberId])),
      fault: words.confirmedByFault,
    }),
  ]
}

/** The ballot that a form tells of. Whoever stepped out is said so, whoever voted. */
export const ballotIn = (room: Room, { of }: Filled): Ballot => {
  const officers = officersOn(room, room.today)
  const outside = {
    recused: officers.filter((one) => of(voteName(one)) === 'out').map(({ memberId }) => memberId),
    confirmedBy: of('confirmedBy'),
  }
  if (of('by') === 'meeting') {
    const hands = { present: Number(of('present')), yes: Number(of('yes')), no: Number(of('no')) }
    return { by: 'meeting', hands, ...outside }
  }
  const votes = officers.flatMap((one) => {
    const vote = of(voteName(one))
    return vote === 'yes' || vote === 'no' ? [{ memberId: one.memberId, vote }] : []
  })
  return {
    by: 'officers',
    votes: votes as Extract<Ballot, { by: 'officers' }>['votes'],
    ...outside,
  }
}
