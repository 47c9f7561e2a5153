import type { Member } from '#domain/fund/people/members.ts'
import { officerRulesOf } from '#domain/fund/people/officer-rules.ts'
import type { LocalDate } from '#domain/kernel/dates.ts'
import { againstList } from '#domain/fund/meeting/raised.ts'
import type { Ballot } from '#domain/fund/meeting/voting.ts'
import { charterOf } from '#domain/health/book.ts'
import { meetingOn } from '#domain/health/meetings.ts'
import type { Filled, Own } from '#src/desk/asking.ts'
import type { Desk } from '#src/desk/desk.ts'
import { unlistedHint } from '#src/desk/fund/hands.ts'
import { type Field, choiceField, choicesOf, countField, faultsAll } from '#src/desk/fields.ts'
import { officerChoices, officerNamed, officersOn, secondsFor } from '#src/desk/officers.ts'
import type { Content } from '#src/desk/content.ts'
import { lendingFormWords } from '#src/words/words.ts'

type Kin = ReadonlySet<string>

const nobody: Kin = new Set()

/** Officers who have stepped out before anything is asked, because they are kin of the borrower; why, nobody is told. */
export const steppedOut = (desk: Desk, kin: Kin): Content => {
  const out = officersOn(desk, desk.today).filter(({ memberId }) => kin.has(memberId))
  return out.length === 0
    ? []
    : [{ is: 'stepped-out', officers: out.map((member) => officerNamed(desk, member)) }]
}

/** What the list of a day says of who may raise a hand in somebody's matter; undefined where nobody has written one. */
const listOn = (desk: Desk, { memberId, kin = nobody }: Matter, day: LocalDate) => {
  const out = officersOn(desk, day).flatMap((one) => (kin.has(one.memberId) ? [one.memberId] : []))
  const whose = memberId === undefined ? {} : { whose: memberId }
  return againstList({ out, ...whose }, meetingOn(desk.book, day), desk.book.members)
}

/** Whether officers enough are left to decide anything by themselves. */
export const areTooFew = (desk: Desk, borrower: string, kin: Kin): boolean =>
  officersOn(desk, desk.today).filter(({ memberId }) => memberId !== borrower && !kin.has(memberId))
    .length < officerRulesOf(charterOf(desk.book, desk.today)).votingMin

const voteName = ({ memberId }: Member): string => `vote-${memberId}`

type Matter = {
  /** Whose loan it is; nobody's where it is about the whole fund. */
  readonly memberId?: string
  readonly kin?: Kin
  readonly isForTheMeeting: boolean
  /** About the whole fund: there is no borrower, and no kin who step out. */
  readonly isOfAll?: boolean
  /** Only what every such vote needs stands open. */
  readonly isShort?: boolean
}

/** Of whom the hint of a vote tells: of the borrower’s kin, of whoever steps out, or of all. */
const hintOf = ({ isForTheMeeting, isOfAll = false }: Matter) => {
  if (!isOfAll) return ''
  return isForTheMeeting ? 'ShareOut' : 'OfAll'
}

/** Who may write down what was decided: where all who hold an office are kin, one of them who does not borrow. */
const confirmersFor = (desk: Desk, { memberId = '', kin = nobody }: Matter): Member[] => {
  const free = secondsFor(desk, [memberId, ...kin])
  return free.length === 0 ? secondsFor(desk, [memberId]) : free
}

const handsField = (
  { language }: Desk,
  named: { readonly name: string; readonly label: string; readonly hint?: string },
): Field =>
  countField({
    ...named,
    faults: faultsAll(lendingFormWords.in(language).handsFault),
    mayBeZero: true,
    isOptional: true,
  })

/** Hands of a meeting. Whoever was there stands on the list; where there is none of the day, they are counted. */
const handsFields = (desk: Desk, list: ReturnType<typeof listOn>): readonly Field[] => {
  const words = lendingFormWords.in(desk.language)
  const hint = [words.handsHint, unlistedHint(desk)].filter((one) => one !== undefined).join(' ')
  const present = handsField(desk, { name: 'present', label: words.handsPresent, hint })
  return [
    ...(list ? [] : [present]),
    handsField(desk, {
      name: 'yes',
      label: words.handsYes,
      ...(list && { hint: words.mayVote(String(list.free), String(list.there)) }),
    }),
    handsField(desk, { name: 'no', label: words.handsNo }),
    // The list of today counts for today alone.
    ...(list ? [{ ...present, fold: words.ballotMore }] : []),
  ]
}

/** Who votes as is usual: where the rules leave it to officers, they do, until a meeting has written down who is there. */
const usuallyBy = ({ book, today }: Desk, { isForTheMeeting }: Matter): 'officers' | 'meeting' =>
  isForTheMeeting || meetingOn(book, today)?.present.length ? 'meeting' : 'officers'

/** How a vote is asked for: who voted, each officer by name, the hands of a meeting, who confirms it. */
const fieldsOf = (desk: Desk, matter: Matter): readonly Field[] => {
  const { isForTheMeeting, isOfAll = false, kin = nobody, isShort = false } = matter
  const list = listOn(desk, matter, desk.today)
  const folded = (fold: string) => (isShort ? { fold } : {})
  const words = lendingFormWords.in(desk.language)
  const officers = officersOn(desk, desk.today).filter((one) => !kin.has(one.memberId))
  const by: readonly ('officers' | 'meeting')[] = isForTheMeeting
    ? ['meeting']
    : ['officers', 'meeting']
  return [
    choiceField({
      name: 'by',
      label: words.ballotBy,
      ...(isForTheMeeting ? folded(words.ballotMore) : {}),
      ...(isForTheMeeting ? { hint: words.meetingMust } : {}),
      choices: choicesOf(by, (name) => words[`ballot_${name}`]),
      fault: words.ballotByFault,
      as: 'radios',
    }),
    ...handsFields(desk, list),
    ...officers.map((officer, i) =>
      choiceField({
        name: voteName(officer),
        label: officerNamed(desk, officer),
        isOfPeople: true,
        fold: words.ballotOfficers,
        // Nobody reads twenty choices who counts hands.
        ...(isForTheMeeting ? {} : { openWhile: { name: 'by', is: 'officers' } }),
        ...(i === 0 ? { hint: words[`voteHint${hintOf(matter)}`] } : {}),
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
    choiceField({
      name: 'confirmedBy',
      ...folded(words.ballotMore),
      label: words.confirmedByLabel,
      hint: isOfAll ? words.confirmedByHintShareOut : words.confirmedByHint,
      ...officerChoices(desk, confirmersFor(desk, matter)),
      fault: words.confirmedByFault,
    }),
  ]
}

/** Where officers do not vote by name, each was there until the form says otherwise. */
export const allThere = (desk: Desk, kin: Kin = nobody): Readonly<Record<string, string>> =>
  Object.fromEntries(
    officersOn(desk, desk.today)
      .filter((one) => !kin.has(one.memberId))
      .map((one) => [voteName(one), 'there']),
  )

/** The ballot that a form tells of. Whoever stepped out is said so, whoever voted; kin have. */
const ballotIn = (desk: Desk, matter: Matter, { of, day }: Filled): Ballot => {
  const { kin = nobody } = matter
  const officers = officersOn(desk, desk.today)
  const outside = {
    recused: officers
      .filter((one) => kin.has(one.memberId) || of(voteName(one)) === 'out')
      .map(({ memberId }) => memberId),
    confirmedBy: of('confirmedBy'),
  }
  if (of('by') === 'meeting') {
    const typed = of('present')
    const present = typed === '' ? (listOn(desk, matter, day)?.there ?? 0) : Number(typed)
    const hands = { present, yes: Number(of('yes')), no: Number(of('no')) }
    return { by: 'meeting', hands, ...outside }
  }
  const votes = officers.flatMap((one) => {
    const vote = of(voteName(one))
    return vote === 'yes' || vote === 'no' ? [{ memberId: one.memberId, vote } as const] : []
  })
  return { by: 'officers', votes, ...outside }
}

/** A vote, as a form asks for it. */
export const ballotOf = (desk: Desk, matter: Matter): Own<Ballot> => ({
  fields: fieldsOf(desk, matter),
  said: (filled) => ballotIn(desk, matter, filled),
})

/** What is usual in a vote: those vote whose it is, and the first who may confirm it does. */
export const usualBallot = (desk: Desk, matter: Matter): Readonly<Record<string, string>> => ({
  by: usuallyBy(desk, matter),
  confirmedBy: confirmersFor(desk, matter)[0]?.memberId ?? '',
})
