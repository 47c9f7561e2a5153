import { html } from 'hono/html'
import type { Member } from '#domain/fund/members.ts'
import { officerRulesOf } from '#domain/fund/officer-rules.ts'
import type { Ballot } from '#domain/fund/voting.ts'
import { charterOf } from '#domain/health/book.ts'
import type { Filled, Room } from '#src/http/desk/record.ts'
import {
  type KinRoom,
  officerChoices,
  officerNamed,
  officersOn,
  secondsFor,
} from '#src/http/lending/officers.ts'
import { type Field, choiceField, choicesOf, countField, faultsAll } from '#src/desk/fields.ts'
import { picture } from '#src/pages/pictures.ts'
import type { Html } from '#src/pages/layout.ts'
import { formWordsAt } from '#src/pages/lending/act-pages.ts'

/** Officers who have stepped out before anything is asked, because they are kin of the borrower. */
const steppedOut = (room: KinRoom): Member[] =>
  officersOn(room, room.today).filter(({ memberId }) => room.kin.has(memberId))

/** Those who step out, by card and office; why, nobody is told. */
export const steppedOutPart = (room: KinRoom): Html | string => {
  const out = steppedOut(room)
  const words = formWordsAt(room.at)
  return out.length === 0
    ? ''
    : html`<div class="told">
        ${picture('away')}
        <div>
          <p>${words.stepOut}</p>
          <ul>
            ${out.map((member) => html`<li>${officerNamed(room.at, member)}</li>`)}
          </ul>
        </div>
      </div>`
}

/** Whether officers enough are left to decide anything by themselves. */
export const areTooFew = (room: KinRoom, borrower: string): boolean =>
  officersOn(room, room.today).filter(
    ({ memberId }) => memberId !== borrower && !room.kin.has(memberId),
  ).length < officerRulesOf(charterOf(room.book, room.today)).votingMin

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
const hintOf = ({
  isForTheMeeting,
  isOfAll,
}: {
  readonly isForTheMeeting: boolean
  readonly isOfAll: boolean
}) => {
  if (!isOfAll) return 'voteHint'
  return isForTheMeeting ? 'voteHintShareOut' : 'voteHintOfAll'
}

/** Who may write down what was decided: where all who hold an office are kin, one of them who does not borrow. */
const confirmersFor = (room: KinRoom, borrower: string): Member[] => {
  const free = secondsFor(room, [borrower, ...room.kin])
  return free.length === 0 ? secondsFor(room, [borrower]) : free
}

export const ballotFields = (
  room: KinRoom,
  {
    memberId,
    isForTheMeeting,
    isOfAll = false,
  }: {
    readonly memberId: string
    readonly isForTheMeeting: boolean
    /** About the whole fund: there is no borrower, and no kin who step out. */
    readonly isOfAll?: boolean
  },
): readonly Field[] => {
  const { at, today, kin } = room
  const words = formWordsAt(at)
  const officers = officersOn(room, today).filter((one) => !kin.has(one.memberId))
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
        ...(i === 0 ? { hint: words[hintOf({ isForTheMeeting, isOfAll })] } : {}),
        choices: choicesOf(
          isForTheMeeting
            ? (['there', 'out', 'away'] as const)
            : (['yes', 'no', 'out', 'away'] as const),
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
      hint: isOfAll ? words.confirmedByHintShareOut : words.confirmedByHint,
      choices: officerChoices(at, confirmersFor(room, memberId)),
      fault: words.confirmedByFault,
    }),
  ]
}

/** Where officers do not vote by name, each was there until the form says otherwise. */
export const allThere = (room: KinRoom): Readonly<Record<string, string>> =>
  Object.fromEntries(
    officersOn(room, room.today)
      .filter((one) => !room.kin.has(one.memberId))
      .map((one) => [voteName(one), 'there']),
  )

/** The ballot that a form tells of. Whoever stepped out is said so, whoever voted; kin have. */
export const ballotIn = (room: KinRoom, { of }: Filled): Ballot => {
  const officers = officersOn(room, room.today)
  const outside = {
    recused: officers
      .filter((one) => room.kin.has(one.memberId) || of(voteName(one)) === 'out')
      .map(({ memberId }) => memberId),
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
