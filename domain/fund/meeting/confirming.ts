import { type LocalDate, daysAfter, later } from '#domain/kernel/dates.ts'
import type { ComparisonState } from '#domain/fund/meeting/comparing.ts'
import { drawnOf } from '#domain/fund/meeting/drawing.ts'
import { inOrder } from '#domain/fund/people/life.ts'
import type { EntryId } from '#domain/ledger/entry.ts'

/** So long a round is open: at least one meeting lies in it. What was answered is counted when it has closed. */
export const roundDays = 31
/** So long after a round, and after the day it was written down, no other one begins: nobody draws until it suits. */
export const daysBetweenRounds = 90

export const confirmationAnswers = ['right', 'wrong', 'not-reached', 'no-answer'] as const
export type ConfirmationAnswer = (typeof confirmationAnswers)[number]

/** Whether somebody asked in person or gave a slip, or the household answered on its own page or by text from its phone. */
export const confirmationWays = ['slip', 'in-person', 'page', 'message'] as const
export type ConfirmationWay = (typeof confirmationWays)[number]

type Given = {
  readonly id: EntryId
  readonly on: LocalDate
  readonly memberId: string
  readonly answer: ConfirmationAnswer
  readonly by: ConfirmationWay
}

/** A round as the fund keeps it. */
export type Round = {
  readonly id: EntryId
  readonly on: LocalDate
  readonly closesOn: LocalDate
  /** The first day on which another round may begin. */
  readonly nextOn: LocalDate
  /** Who was drawn, in the order of the draw. */
  readonly asked: readonly string[]
  readonly answers: readonly Given[]
}

/** A fund as far as members of it were asked. */
type WithRounds = { readonly confirmations?: readonly Round[] }

export type ConfirmationState = ComparisonState & { readonly fund: WithRounds }

export const roundsOf = ({ fund }: Pick<ConfirmationState, 'fund'>): readonly Round[] =>
  fund.confirmations ?? []

/** True where somebody has said it, the one or the other. */
export const isSaid = ({ answer }: Pick<Given, 'answer'>): boolean =>
  answer === 'right' || answer === 'wrong'

/**
 * The answer of one member that counts, of those given while the round was open: what a household said on its own
 * page stands before what somebody wrote down for it.
 */
export const standingAnswer = (
  { answers, closesOn }: Pick<Round, 'answers' | 'closesOn'>,
  memberId: string,
): Given | undefined => {
  const own = answers.filter((one) => one.memberId === memberId && one.on <= closesOn)
  const bySelf = (way: ConfirmationWay) => own.find(({ by }) => by === way)
  return bySelf('page') ?? bySelf('message') ?? own.find(isSaid) ?? own.at(-1)
}

/** What an entry says beside its facts: the draw needs its hash, and the pause the day it was written down. */
export type RoundEntry = {
  readonly entryId: EntryId
  readonly on: LocalDate
  readonly hash: string
  readonly recordedAt: string
}

type Begun = { readonly among: readonly string[]; readonly number: number }
type ConfirmationBody =
  | ({ readonly type: 'ConfirmationBegun' } & Begun)
  | ({ readonly type: 'ConfirmationAnswered'; readonly roundId: EntryId } & Omit<
      Given,
      'id' | 'on'
    >)

const roundOf = (body: Begun, { entryId: id, on, hash, recordedAt }: RoundEntry): Round => {
  // A round that is dated back would else open the way to the next one at once.
  const begun = later(on, recordedAt.slice(0, 10))
  return {
    id,
    on,
    closesOn: daysAfter(begun, roundDays),
    nextOn: daysAfter(begun, daysBetweenRounds),
    asked: drawnOf(hash, body),
    answers: [],
  }
}

/** The fund after a round has begun or somebody has answered. */
export const fundAfterConfirmation = <Of extends WithRounds>(
  fund: Of,
  body: ConfirmationBody,
  told: RoundEntry,
): Of => {
  const rounds = fund.confirmations ?? []
  if (body.type === 'ConfirmationBegun')
    return { ...fund, confirmations: inOrder([...rounds, roundOf(body, told)]) }
  const { roundId, memberId, answer, by } = body
  const given = { id: told.entryId, on: told.on, memberId, answer, by }
  const confirmations = rounds.map((round) =>
    round.id === roundId ? { ...round, answers: inOrder([...round.answers, given]) } : round,
  )
  return { ...fund, confirmations }
}

export type Counts = {
  readonly asked: number
  readonly right: number
  readonly wrong: number
  readonly notReached: number
  /** Who gave none, and who has not been heard of. */
  readonly noAnswer: number
}

/** What a dispute is about, as far as it names an account. */
type DisputedAccount =
  | { readonly kind: 'savings'; readonly memberId: string }
  | { readonly kind: 'loan'; readonly loanId: string }
  | { readonly kind: 'entry' }

type Told = {
  readonly about: DisputedAccount
  readonly raisedOn: LocalDate
  readonly byHand?: true
  readonly answers: readonly { readonly on: LocalDate; readonly answer: string }[]
}

type Disputes = {
  readonly disputes: readonly Told[]
  readonly loans: readonly { readonly loanId: string; readonly memberId: string }[]
}

/**
 * Who said of the own savings or loan that it is not right, and when last: in a round, or before it where nobody had given
 * the last word when it began. What an officer wrote down for somebody is no answer of hers. A no of the own page is that, and nothing that tells who said it: whom to look at is told, and
 * who complained is not.
 */
const disputedIn = (
  { on, closesOn }: Pick<Round, 'on' | 'closesOn'>,
  { disputes, loans }: Disputes,
): ReadonlyMap<string | undefined, LocalDate> => {
  // An NGO that is asked has the last word still before it.
  const wasOpen = ({ answers }: Told): boolean =>
    (answers.findLast((one) => one.on < on)?.answer ?? 'to-the-ngo') === 'to-the-ngo'
  const isOpen = (one: Told): boolean =>
    one.byHand === undefined && one.raisedOn <= closesOn && (on <= one.raisedOn || wasOpen(one))
  const whose = ({ about }: Told): string | undefined => {
    if (about.kind === 'savings') return about.memberId
    if (about.kind === 'entry') return undefined
    return loans.find(({ loanId }) => loanId === about.loanId)?.memberId
  }
  return new Map(
    inOrder(disputes.filter(isOpen).map((one) => ({ whose: whose(one), on: one.raisedOn }))).map(
      (one) => [one.whose, one.on],
    ),
  )
}

/** True where a member said it without anybody who asked. */
export const isOwnWord = ({ by }: Pick<Given, 'by'>): boolean => by === 'page' || by === 'message'

/** Of whom somebody wrote down that it is right, while it was said in the round that it is not. */
export const answeredOtherwise = (round: Round, told: Disputes): readonly string[] => {
  const disputed = disputedIn(round, told)
  const isDisputed = (memberId: string): boolean => (disputed.get(memberId) ?? '') >= round.on
  return round.asked.filter((memberId) => {
    const standing = standingAnswer(round, memberId)
    return standing?.answer === 'right' && !isOwnWord(standing) && isDisputed(memberId)
  })
}

/**
 * What a round came to, by answers that count. That it is not right outweighs that it is, whoever says so and whichever came
 * first: but for a yes of the own page of a later day.
 */
export const countsOf = (round: Round, told: Disputes): Counts => {
  const disputed = disputedIn(round, told)
  const said = round.asked.map((memberId) => {
    const standing = standingAnswer(round, memberId)
    const disputedOn = disputed.get(memberId)
    if (standing === undefined || disputedOn === undefined)
      return disputedOn === undefined ? standing?.answer : 'wrong'
    const { by, answer, on } = standing
    return by === 'page' && answer === 'right' && on > disputedOn ? answer : 'wrong'
  })
  const of = (answer: ConfirmationAnswer): number => said.filter((one) => one === answer).length
  const [right, wrong, notReached] = [of('right'), of('wrong'), of('not-reached')]
  const asked = round.asked.length
  return { asked, right, wrong, notReached, noAnswer: asked - right - wrong - notReached }
}

/** The round that is open on a day, and asks this member. */
export const openRoundFor = (
  rounds: readonly Round[],
  { memberId, day }: { readonly memberId: string; readonly day: LocalDate },
): Round | undefined =>
  rounds.find(({ on, closesOn, asked }) => on <= day && day <= closesOn && asked.includes(memberId))

/** A last round older than this asks for a new one. */
export const yearDays = 365
/** More than so many of a hundred who did not say that it is right are worth a look. */
export const notRightPercentMax = 20

/** True where more than that said wrong, were not reached or were not heard of. */
export const isOftenNotRight = (counts: Counts): boolean =>
  (counts.asked - counts.right) * 100 > notRightPercentMax * counts.asked
