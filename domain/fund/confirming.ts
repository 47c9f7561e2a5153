import { type Decision, invalid, recorded, refused } from '#domain/kernel/decision.ts'
import { type LocalDate, daysAfter, later } from '#domain/kernel/dates.ts'
import { type ComparisonShelf, expectedOn } from '#domain/fund/comparing.ts'
import { byCard, drawnOf, numberAsked } from '#domain/fund/drawing.ts'
import type { Fund } from '#domain/fund/fund.ts'
import { inOrder } from '#domain/fund/life.ts'
import { heldOn } from '#domain/fund/members.ts'
import type { EntryId, Envelope } from '#domain/ledger/entry.ts'

/** So long a round is open: at least one meeting lies in it. What was answered is counted when it has closed. */
export const roundDays = 31
/** So long after a round, and after the day it was written down, no other one begins: nobody draws until it suits. */
export const daysBetweenRounds = 90

export const confirmationAnswers = ['right', 'wrong', 'not-reached', 'no-answer'] as const
export type ConfirmationAnswer = (typeof confirmationAnswers)[number]

/** Whether somebody asked in person or gave a slip, or the household answered on its own page or by text from its phone. */
export const confirmationWays = ['page', 'message', 'slip', 'in-person'] as const
export type ConfirmationWay = (typeof confirmationWays)[number]

/**
 * Members are asked whether their balance is right. Who is asked follows from the hash of this very entry, which
 * nobody knows before it is written: it covers the entry before, the round's id and the instant of the server.
 */
export type ConfirmationBegun = {
  readonly type: 'ConfirmationBegun'
  readonly v: 1
  /** Everybody who could be drawn, by card. */
  readonly among: readonly string[]
  readonly number: number
  readonly flags: readonly never[]
  readonly postings: readonly never[]
}

/** Names nobody and no number: whoever begins a round has no say in whom it asks. */
export type BeginConfirmation = Envelope & { readonly type: 'BeginConfirmation' }

type Answer = {
  readonly roundId: EntryId
  readonly memberId: string
  readonly answer: ConfirmationAnswer
  readonly by: ConfirmationWay
  /** Who asked; absent where an auditor did, and where the household answered by itself. */
  readonly askedBy?: string
}

export type ConfirmationFlag = 'after-the-round' | 'differs-from-slip'

export type ConfirmationAnswered = Answer & {
  readonly type: 'ConfirmationAnswered'
  readonly v: 1
  readonly flags: readonly ConfirmationFlag[]
  readonly postings: readonly never[]
}

export type RecordConfirmationAnswer = Envelope &
  Answer & { readonly type: 'RecordConfirmationAnswer' }

export type ConfirmationCommand = BeginConfirmation | RecordConfirmationAnswer
export type ConfirmationBody = ConfirmationBegun | ConfirmationAnswered

export type ConfirmationRefusal =
  | 'round-too-soon'
  | 'not-asked'
  | 'already-answered'
  | 'asker-holds-no-office'
  | 'asker-keeps-the-book'
  | 'asker-is-asked'

type Given = Pick<Answer, 'memberId' | 'answer' | 'by'> & {
  readonly id: EntryId
  readonly on: LocalDate
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

export type ConfirmationShelf = ComparisonShelf & {
  readonly rounds: readonly Round[]
}

const beginConfirmation = (
  shelf: ConfirmationShelf,
  { effectiveOn: on }: BeginConfirmation,
): Decision<ConfirmationBegun, ConfirmationRefusal> => {
  if (shelf.rounds.some(({ nextOn }) => on < nextOn)) return refused('round-too-soon')
  const among = byCard(expectedOn(shelf, on)).map(({ memberId }) => memberId)
  const number = numberAsked(among.length)
  return recorded({
    type: 'ConfirmationBegun',
    v: 1,
    among,
    number,
    flags: [],
    postings: [],
  })
}

const isSaid = ({ answer }: Pick<Given, 'answer'>): boolean =>
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
  return own.find(({ by }) => by === 'page') ?? own.find(isSaid) ?? own.at(-1)
}

const answerFault = (
  { members, rounds }: ConfirmationShelf,
  { roundId, answer, by, askedBy, effectiveOn }: RecordConfirmationAnswer,
) => {
  const round = rounds.find(({ id }) => id === roundId)
  if (!round) return { code: 'round-unknown', at: '/roundId' }
  if (effectiveOn < round.on) return { code: 'before-the-round', at: '/effectiveOn' }
  if (!confirmationWays.includes(by)) return { code: 'word-unknown', at: '/by' }
  const isOwnWord = by === 'page' || by === 'message'
  if (!confirmationAnswers.includes(answer) || (isOwnWord && !isSaid({ answer })))
    return { code: 'answer-unknown', at: '/answer' }
  if (askedBy === undefined) return undefined
  if (isOwnWord) return { code: 'asker-without-need', at: '/askedBy' }
  return members.has(askedBy) ? undefined : { code: 'member-unknown', at: '/askedBy' }
}

const askerRefusal = (
  { members }: ConfirmationShelf,
  { memberId, askedBy, effectiveOn: on }: RecordConfirmationAnswer,
): ConfirmationRefusal | undefined => {
  if (askedBy === undefined) return undefined
  const held = heldOn(members.get(askedBy)!, on)
  if (held.length === 0) return 'asker-holds-no-office'
  // Whoever answers for the book's figures is not the one to hear whether they are right.
  if (held.some(({ office }) => office === 'record-keeper')) return 'asker-keeps-the-book'
  return askedBy === memberId ? 'asker-is-asked' : undefined
}

const recordConfirmationAnswer = (
  shelf: ConfirmationShelf,
  command: RecordConfirmationAnswer,
): Decision<ConfirmationAnswered, ConfirmationRefusal> => {
  const fault = answerFault(shelf, command)
  if (fault) return invalid(fault.code, fault.at)
  const { roundId, memberId, answer, by, askedBy, effectiveOn: on } = command
  const round = shelf.rounds.find(({ id }) => id === roundId)!
  if (!round.asked.includes(memberId)) return refused('not-asked')
  const code = askerRefusal(shelf, command)
  if (code !== undefined) return refused(code)
  const before = standingAnswer(round, memberId)
  if (before && isSaid(before) && (by !== 'page' || before.by === 'page'))
    return refused('already-answered')
  const differs = before !== undefined && isSaid(before) && before.answer !== answer
  return recorded({
    type: 'ConfirmationAnswered',
    v: 1,
    roundId,
    memberId,
    answer,
    by,
    ...(askedBy === undefined ? {} : { askedBy }),
    flags: [
      ...(on > round.closesOn ? (['after-the-round'] as const) : []),
      ...(differs ? (['differs-from-slip'] as const) : []),
    ],
    postings: [],
  })
}

export const decideConfirmation = (
  shelf: ConfirmationShelf,
  command: ConfirmationCommand,
): Decision<ConfirmationBody, ConfirmationRefusal> =>
  command.type === 'BeginConfirmation'
    ? beginConfirmation(shelf, command)
    : recordConfirmationAnswer(shelf, command)

/** What an entry says beside its facts: the draw needs its hash, and the pause the day it was written down. */
export type Told = {
  readonly entryId: EntryId
  readonly on: LocalDate
  readonly hash: string
  readonly recordedAt: string
}

const roundOf = (body: ConfirmationBegun, { entryId: id, on, hash, recordedAt }: Told): Round => {
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
export const fundAfterConfirmation = (fund: Fund, body: ConfirmationBody, told: Told): Fund => {
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

/** What a round came to, by answers that count. */
export const countsOf = (round: Round): Counts => {
  const said = round.asked.map((memberId) => standingAnswer(round, memberId)?.answer)
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
