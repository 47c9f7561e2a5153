import { goingOver, sharedSums } from '#domain/cases/batch.ts'
import { type CaseFile, withReceipt } from '#domain/cases/file.ts'
import { decideCase } from '#domain/cases/operation.ts'
import { isUnderEighteen } from '#domain/cases/operations/person.ts'
import {
  type UsualSum,
  askForSupport,
  setSupportState,
  sumOf,
  supportOf,
} from '#domain/cases/operations/trade.ts'
import type { SupportKind } from '#domain/grants/kinds.ts'
import { type Support, endedForNothing, isGoingOn, paidOn } from '#domain/grants/support.ts'
import type { LocalDate } from '#domain/kernel/dates.ts'
import type { Ids } from '#domain/ports.ts'
import { type ActNeeds, type Told, caseOf, changed } from '#src/app/cases/cases.ts'
import type { OpenCase } from '#src/app/cases/covers.ts'
import { written } from '#src/app/cases/moving.ts'
import {
  type OutboxLine,
  type WentOver,
  type Wish,
  type Waiting,
  outboxChanges,
  outboxOf,
} from '#src/app/cases/outbox.ts'
import { type AtDesk, teamOf } from '#src/app/cases/team.ts'
import type { Marks } from '#src/app/support/claims.ts'
import type { GrantSource } from '#src/app/support/grant-source.ts'

/*
 * How what a case asks for gets into a book: it waits among all else that the team asks for, and goes over with it. Two
 * stores, two transactions; the case alone knows by which code it is known there (ADR 143).
 */

/** Whether what the team asks for waits: once anybody has a key, there can be cases, and all that it asks looks alike. */
export const isAskedTogether = async (needs: ActNeeds): Promise<boolean> =>
  (await teamOf(needs)).length > 0

/** What a worker asks for a case, and of whom. */
export type CaseWish = {
  readonly kind: SupportKind
  readonly sum: UsualSum
  readonly windowId: string
  readonly parts: number
  readonly withChildren: boolean
  readonly checker: string
  readonly marks: Marks
}

/** The sums that may be asked for of a window: those that others have from the same source in its currency. */
export const sumsOf = (
  { supports, currencyOf }: Pick<GrantSource, 'supports' | 'currencyOf'>,
  windowId: string,
  today: LocalDate,
): readonly UsualSum[] => {
  const currency = currencyOf(windowId, today)
  const others = supports.filter((one) => currencyOf(one.windowId, today) === currency)
  return sharedSums(
    currency,
    others.map(({ amount }) => amount),
  )
}

const wishOf = (
  file: CaseFile,
  { kind, sum, windowId, parts, withChildren, checker, marks }: CaseWish,
): Wish => ({
  windowId,
  amount: sumOf(sum).sum,
  parts,
  kind,
  isSurvivors: file.kind === 'survivor',
  memberId: '',
  withChildren,
  isAdult: !isUnderEighteen(file),
  // What the case says stays there: nobody who opens the file of a grant reads more of it than its kind.
  reason: '',
  way: 'cash',
  supplier: '',
  mentor: '',
  checker,
  marks,
})

/** Asks for a case: the case says what, and the wish waits among others, in one change of the store. */
export const askForCase = (
  needs: ActNeeds,
  desk: AtDesk,
  {
    code,
    source,
    asked,
  }: { readonly code: string; readonly source: GrantSource; readonly asked: CaseWish },
): Promise<Told> =>
  changed<string>(needs, desk, {
    code,
    make: async ({ file }) => {
      const { today } = needs
      const { kind, sum, windowId } = asked
      if (!sumsOf(source, windowId, today).includes(sum)) return { refused: 'sum-of-nobody' }
      const newItem = needs.keys.newId()
      const now = { file, today, by: desk.userId, newItem }
      const decision = decideCase(askForSupport, now, { kind, sum })
      if (decision.outcome !== 'recorded') return { refused: decision.code }
      const { scope } = source
      const whose = { wish: newItem, scope, asker: desk.userId, isOfCase: true, askedOn: today }
      const outbox = await outboxOf(needs)
      const line: Waiting = { is: 'waiting', ...whose, asks: wishOf(file, asked) }
      const also = await outboxChanges(needs, outbox, [...outbox.lines, line])
      return { file: decision.body, also }
    },
  })

/** Lets something that is of no case wait among the rest. */
export const askLater = (
  needs: ActNeeds,
  { asker, scope, asks }: Pick<Waiting, 'asker' | 'scope' | 'asks'>,
): Promise<void> =>
  written(needs, async () => {
    const outbox = await outboxOf(needs)
    const whose = { wish: needs.keys.newId(), scope, asker, isOfCase: false, asks }
    const line: Waiting = { is: 'waiting', ...whose, askedOn: needs.today }
    return {
      answer: undefined,
      changes: await outboxChanges(needs, outbox, [...outbox.lines, line]),
    }
  })

const isWaiting = (line: OutboxLine): line is Waiting => line.is === 'waiting'
const isOfSupport = (line: OutboxLine): line is Waiting | WentOver =>
  isWaiting(line) || line.is === 'went-over'

export const waitingIn = async (needs: ActNeeds): Promise<readonly Waiting[]> =>
  (await outboxOf(needs)).lines.filter(isWaiting)

const shuffled = <T>(all: readonly T[], { below }: ActNeeds['random']): readonly T[] => {
  const left = [...all]
  return all.map(() => left.splice(below(left.length), 1)[0]!)
}

export type Going = Waiting & { readonly going: NonNullable<Waiting['going']> }
const hasBegun = (line: Waiting): line is Going => line.going !== undefined

/**
 * Gives an id and a day to all that goes over today, in an order of chance; first what was cut off before. Written down
 * before anything is sent, so that what comes twice is one.
 */
const begun = (needs: ActNeeds, ids: Ids): Promise<readonly Going[]> =>
  written(needs, async () => {
    const outbox = await outboxOf(needs)
    const waiting = outbox.lines.filter(isWaiting)
    const fresh = waiting.filter((line) => !hasBegun(line))
    const drawn = shuffled(goingOver(fresh, needs.today), needs.random).map((line): Going => ({
      ...line,
      going: { id: ids(), on: needs.today },
    }))
    const drawnOf = new Map(drawn.map((line) => [line.wish, line]))
    const lines = outbox.lines.map((line) =>
      isWaiting(line) ? (drawnOf.get(line.wish) ?? line) : line,
    )
    return {
      answer: [...waiting.filter(hasBegun), ...drawn],
      changes: drawn.length === 0 ? [] : await outboxChanges(needs, outbox, lines),
    }
  })

/** What of a network's answer is kept. */
export type BookAnswer = Pick<WentOver, 'code' | 'refusal'>

/** So many of those that are of no case are told to the team afterwards. */
const toldMax = 30

const wentOver = (needs: ActNeeds, { going, ...line }: Going, answer: BookAnswer): Promise<void> =>
  written(needs, async () => {
    const outbox = await outboxOf(needs)
    const { wish, scope, asker, isOfCase } = line
    const told: WentOver = {
      is: 'went-over',
      wish,
      scope,
      asker,
      isOfCase,
      on: going.on,
      ...answer,
    }
    const lines = outbox.lines.map((one) => (isWaiting(one) && one.wish === wish ? told : one))
    const ofNone = lines.filter((one) => one.is === 'went-over' && !one.isOfCase)
    const old: ReadonlySet<OutboxLine> = new Set(
      ofNone.slice(0, Math.max(0, ofNone.length - toldMax)),
    )
    const left = lines.filter((one) => !old.has(one))
    return { answer: undefined, changes: await outboxChanges(needs, outbox, left) }
  })

/**
 * Hands over all that is due, one after another, as ordinary commands of whoever hands it over: the fund checks it and
 * votes. What fails half-way waits and is the same command when it comes again. Tells how many went.
 */
export const handOver = async (
  needs: ActNeeds,
  ids: Ids,
  ask: (line: Going) => Promise<BookAnswer>,
): Promise<number> => {
  const going = await begun(needs, ids)
  for (const line of going) await wentOver(needs, line, await ask(line))
  return going.length
}

/** How a grant stands in the book, by its code there. */
export type Standing = (scope: string, code: string) => Support | undefined

type Became = { readonly state: 'batched' | 'answered' } & Readonly<Record<string, string>>

const becameOf = (line: Waiting | WentOver | undefined): readonly Became[] => {
  if (line?.is === 'waiting') return []
  const { scope, code, refusal } = line ?? { refusal: 'taken-back' }
  if (scope !== undefined && code !== undefined)
    return [{ state: 'batched', scope, supportCode: code }]
  const answer = { state: 'answered', answer: 'not-given' } as const
  return [{ state: 'batched' }, { ...answer, refusal: refusal ?? 'not-taken' }]
}

const answerOf = (support: Support | undefined): readonly Became[] => {
  if (support && endedForNothing(support)) return [{ state: 'answered', answer: 'not-given' }]
  const isGiven =
    support && paidOn(support) > 0 && (!isGoingOn(support) || paidOn(support) >= support.amount)
  return isGiven ? [{ state: 'answered', answer: 'given' }] : []
}

/** A file that says of each wish how far it is. */
const answeredIn = (file: CaseFile, { needs, desk, lines, standing }: Reading): CaseFile => {
  let now = file
  for (const { item, value } of supportOf(file)) {
    const line = lines.filter(isOfSupport).find(({ wish }) => wish === item)
    const became = value.state === 'asked' ? becameOf(line) : []
    const { scope = '', supportCode = '' } = value
    const answered = value.state === 'batched' ? answerOf(standing(scope, supportCode)) : []
    for (const said of [...became, ...answered]) {
      const seen = now.lists['support']!.find((one) => one.item === item)!.version
      const who = { file: now, today: needs.today, by: desk.userId, newItem: '' }
      const decision = decideCase(setSupportState, who, { item, seen, ...said })
      if (decision.outcome === 'recorded') now = decision.body
    }
  }
  return now
}

type Reading = {
  readonly needs: ActNeeds
  readonly desk: AtDesk
  readonly lines: readonly OutboxLine[]
  readonly standing: Standing
}

/** Looks at what a case asked for: what the book answered is written into the case, and waits nowhere else any more. */
export const supportRead = async (
  needs: ActNeeds,
  desk: AtDesk,
  { code, standing }: { readonly code: string; readonly standing: Standing },
): Promise<OpenCase | undefined> => {
  const told = await changed(needs, desk, {
    code,
    make: async ({ file }) => {
      const outbox = await outboxOf(needs)
      const { lines } = outbox
      const after = file.closed ? file : answeredIn(file, { needs, desk, lines, standing })
      const read = supportOf(after).filter(({ value }) => value.state !== 'asked')
      const own = new Set(read.map(({ item }) => item))
      const left = lines.filter((line) => line.is !== 'went-over' || !own.has(line.wish))
      const also = left.length === lines.length ? [] : await outboxChanges(needs, outbox, left)
      return { file: withReceipt(after, desk.userId, needs.today), isNeeded: true, also }
    },
  })
  return told.outcome === 'recorded' ? caseOf(needs, desk, code) : undefined
}

/** Takes back what still waits; undefined where nothing of that name does. */
export const takeBack = (
  needs: ActNeeds,
  desk: AtDesk,
  { code, item }: { readonly code: string; readonly item: string },
): Promise<Told> =>
  changed<string>(needs, desk, {
    code,
    make: async ({ file }) => {
      const outbox = await outboxOf(needs)
      const line = outbox.lines.filter(isWaiting).find(({ wish }) => wish === item)
      const isOwn = supportOf(file).some((one) => one.item === item)
      if (!isOwn || !line || hasBegun(line)) return { refused: 'not-waiting' }
      const lines = outbox.lines.filter((one) => one !== line)
      const after = answeredIn(file, { needs, desk, lines, standing: () => undefined })
      return { file: after, also: await outboxChanges(needs, outbox, lines) }
    },
  })
