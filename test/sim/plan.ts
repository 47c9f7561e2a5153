import type { Command } from '#domain/village.ts'
import { type Pool, drawsOf, memberOf, openedOn } from '#test/sim/draws.ts'
import {
  type Actor,
  type CommandType,
  commandTypes,
  drawn,
  kinds,
  livesOf,
} from '#test/sim/kinds.ts'
import { needLife } from '#test/sim/need-life.ts'
import { soundGrant } from '#test/sim/kinds-giving.ts'
import { refusedTwice } from '#test/sim/refused-twice.ts'
import { soundLife } from '#test/sim/sound-life.ts'
import { soundVenture } from '#test/sim/sound-venture.ts'
import { dayOf, textOf } from '#test/support/oracle/calendar.ts'
import { type Chance, chanceOf } from '#test/support/oracle/chance.ts'

export const faultKinds = [
  /** The store says no before anything is written. */
  'append-fails',
  /** All is written, and whoever asked never hears of it. */
  'answer-lost',
  /** A read fails, so that nothing can be decided. */
  'read-fails',
  /** The process ends after the step: its fold is gone, and what was not kept. */
  'crash',
  /** This step and the next go at once at two desks, their reads and writes interleaved. */
  'race',
  /** The server's clock is set back. */
  'clock-back',
] as const
export type FaultKind = (typeof faultKinds)[number]

/** One call of a recorder: plain data, which stays the same whatever is taken out around it. */
export type Step = {
  readonly n: number
  /** Minutes since the fund was opened. */
  readonly at: number
  readonly by: Actor
  readonly desk: 0 | 1
  readonly fund: 0 | 1
  readonly how: 'plain' | 'atomic' | 'dry'
  readonly commands: readonly Command[]
}
export type Fault = { readonly on: number; readonly kind: FaultKind }
type Swarm = Pool & {
  /** How many members have an office from the first day. */
  readonly officers: number
  /** Whether everybody has saved enough on the first day to be lent to. */
  readonly savers?: boolean
  readonly types: readonly CommandType[]
  readonly draws: number
  readonly phonePercent: number
  readonly thiefPercent: number
  readonly batchPercent: number
  readonly faults: readonly FaultKind[]
  readonly faultPercent: number
}
export type Plan = {
  readonly seed: number
  readonly cfg: Swarm
  readonly steps: readonly Step[]
  readonly faults: readonly Fault[]
}

/** A stream of chance for one concern: another draw in one of them moves none of the others. */
export const fork = (seed: number, concern: string): Chance =>
  chanceOf([...concern].reduce((hash, letter) => Math.imul(hash, 31) + letter.charCodeAt(0), seed))

/** Which kinds, sizes and faults a seed has: never all of them, so that each gets its turn. */
const swarmOf = (chance: Chance): Omit<Swarm, 'edgePercent'> => {
  const officers = chance.one([0, 2, 4, 5, 5, 6])
  return {
    // A committee that may vote by itself needs more people than there are in a tiny village.
    members: officers < 4 ? chance.whole(1, 5) : officers + chance.whole(1, 2),
    officers,
    savers: chance.happens(75),
    noPercent: chance.one([5, 15, 80]),
    loans: chance.whole(2, 16),
    days: chance.one([20, 90, 400, 900]),
    sumMax: chance.one([5, 40, 400, 4000]),
    types: commandTypes.filter(() => chance.happens(60)),
    draws: chance.whole(30, 70),
    phonePercent: chance.one([0, 20, 50]),
    thiefPercent: chance.one([0, 10, 30]),
    batchPercent: chance.one([0, 20, 50]),
    faults: faultKinds.filter(() => chance.happens(50)),
    faultPercent: chance.one([0, 5, 20]),
  }
}

const idAt = (n: number, chance: Chance): string =>
  `${String(chance.whole(0, 9999)).padStart(8, '0')}-0000-7000-8000-${String(n).padStart(12, '0')}`

const minutesOf = (day: string): number => (dayOf(day) - dayOf(openedOn)) * 1440

/** The last member to be admitted is the chair. */
const officeOf = (n: number): string =>
  n === 1 ? 'chair' : n === 2 ? 'record-keeper' : 'committee'

const saversIn = ({ savers, members }: Swarm): number => (savers ? members : 0)

/** What the village does, in the order in which it was drawn: founded and peopled first, mostly. */
const lifeOf = (seed: number, cfg: Swarm): readonly Command[] => {
  const [chance, ids] = [fork(seed, 'life'), fork(seed, 'ids')]
  const made: Command[] = []
  const draws = drawsOf({ chance, edges: fork(seed, 'edges'), pool: cfg, made })
  const types = cfg.types.length > 0 ? cfg.types : commandTypes
  const weighted = types.flatMap((type) => Array.from({ length: kinds[type].weight }, () => type))
  const make = (type: CommandType, effectiveOn: string, more: object = {}): void => {
    const id = idAt(made.length, ids)
    made.push({ ...drawn(type, { id, effectiveOn }, draws), ...more } as Command)
  }
  make('FoundFund', openedOn)
  for (let n = 0; n < cfg.members; n += 1)
    make('AdmitMember', openedOn, { memberId: memberOf(n), card: `ក${n}` })
  for (let n = Math.max(cfg.members - cfg.officers, 0); n < cfg.members; n += 1)
    make('AppointOfficer', openedOn, { memberId: memberOf(n), office: officeOf(cfg.members - n) })
  for (let n = 0; n < saversIn(cfg); n += 1)
    make('BuyShares', openedOn, { memberId: memberOf(n), shares: 100_000 })
  const tell = (life: ReturnType<typeof soundLife>): void => {
    for (const [type, command] of life)
      made.push({ type, id: idAt(made.length, ids), v: 1, ...command } as Command)
  }
  for (let n = 0; n < cfg.draws; n += 1) {
    if (saversIn(cfg) > 0 && chance.happens(4))
      tell(chance.happens(20) ? soundGrant(draws) : soundLife(draws))
    const type = chance.one(weighted)
    const life = chance.happens(70) ? livesOf[type]?.(draws) : undefined
    const steps = life ?? [type]
    for (const step of steps) make(step, draws.day())
    if (chance.happens(1)) made.push(...needLife(draws, (more) => idAt(made.length + more, ids)))
  }
  if (chance.happens(40)) made.push(...needLife(draws, (more) => idAt(made.length + more, ids)))
  if (chance.happens(8)) tell(refusedTwice(draws))
  if (chance.happens(8)) tell(soundVenture(draws))
  return made
}

const badNumbers = [-1, 0, 0.5, 1_000_000_000_000, 999_999_999_999, 2 ** 53]
const badTexts = ['', 'nobody', '2026-02-30', '1999-01-01', '2150-01-01', '🙂', 'x'.repeat(50)]
/** Names that make something new are judged at the edge, before any of this. */
const isJudgedBefore = (type: string, key: string): boolean =>
  /^(id|v)$/.test(key) ||
  /^(by|repayment|remainder|mode|unit|is|direction|days)$/.test(key) ||
  (type === 'FoundFund' && key === 'windows') ||
  (/^(AdmitMember|TakeOverLoan|RecordPayout|RequestLoan)$/.test(type) &&
    /^(memberId|loanId)$/.test(key))

const badValue = (key: string, value: unknown, chance: Chance): unknown => {
  if (typeof value === 'number') return chance.one(badNumbers)
  if (typeof value === 'string') return key === 'type' ? 'StealCash' : chance.one(badTexts)
  return Array.isArray(value) ? [] : value
}

/** A command with one value in it that cannot be. */
const spoilt = (command: Command, chance: Chance): Command => {
  const spoil = (value: object): unknown => {
    const keys = Object.keys(value).filter((key) => !isJudgedBefore(command.type, key))
    if (keys.length === 0) return value
    const key = chance.one(keys)
    const own = (value as Record<string, unknown>)[key]
    const isDeep = typeof own === 'object' && own !== null && !chance.happens(20)
    const bad = isDeep ? spoil(own) : badValue(key, own, chance)
    return Array.isArray(value) ? value.with(Number(key), bad) : { ...value, [key]: bad }
  }
  return spoil(command) as Command
}

/** A vote that is neither yes nor no. */
const spoiltVote = (command: Command, chance: Chance): Command => {
  if (!('ballot' in command) || command.ballot.by === 'meeting') return spoilt(command, chance)
  const votes = command.ballot.votes.map((vote, i) => (i === 0 ? { ...vote, vote: 'maybe' } : vote))
  return { ...command, ballot: { ...command.ballot, votes } } as Command
}

/** What a thief sends who has seen this command: it is refused, or it does no more than it says. */
const stolen = (command: Command, life: readonly Command[], chance: Chance): Command => {
  const before = textOf(dayOf(openedOn) - chance.whole(1, 900))
  const fresh = { ...command, id: idAt(chance.whole(1000, 999_999), chance) }
  return chance.one([
    () => ({ ...chance.one(life), id: command.id }),
    () => ({ ...command, effectiveOn: before }),
    () => ({ ...fresh, effectiveOn: before }),
    () => spoilt(fresh, chance),
    () => spoilt(fresh, chance),
    () => spoilt(fresh, chance),
    () => spoiltVote(fresh, chance),
    () => fresh,
  ])()
}

type Delivery = Omit<Step, 'n'>

const deliveriesOf = (seed: number, cfg: Swarm): Delivery[] => {
  const life = lifeOf(seed, cfg)
  const [phone, thief] = [fork(seed, 'phone'), fork(seed, 'thief')]
  return life.flatMap((command, n): Delivery[] => {
    const isFirst = n <= cfg.members + Math.min(cfg.officers, cfg.members) + saversIn(cfg)
    const isBeginning = isFirst && !phone.happens(3)
    const asked = { at: isBeginning ? 0 : minutesOf(command.effectiveOn) + phone.whole(1, 1439) }
    const by = kinds[command.type as CommandType].by
    const sent = (at: number, who: Actor, what: Command, fund: 0 | 1 = 0): Delivery => ({
      at,
      by: who,
      desk: phone.happens(50) ? 1 : 0,
      fund,
      how: phone.happens(92) ? 'plain' : phone.happens(50) ? 'dry' : 'atomic',
      commands: [what],
    })
    const own = sent(asked.at, by, command)
    const late = () => asked.at + phone.whole(0, 60 * 1440)
    // Before the fund is founded a thief may found it first, or try to.
    const someTime = () => asked.at + thief.whole(-20 * 1440, n === 0 ? 0 : 60 * 1440)
    const again = Array.from({ length: phone.whole(1, 3) }, () => late())
    const takes = thief.happens(cfg.thiefPercent)
    return [
      isBeginning ? { ...own, how: 'plain' } : own,
      ...(phone.happens(cfg.phonePercent)
        ? again.map((at) => sent(at, 'forgetful-phone', command))
        : []),
      ...(isFirst || phone.happens(10) ? [sent(asked.at, by, command, 1)] : []),
      ...(takes
        ? [sent(someTime(), 'thief', stolen(command, life, thief), thief.happens(20) ? 1 : 0)]
        : []),
    ]
  })
}

/** Neighbours that go to the same desk go in one call now and then, as an import or a phone's outbox does. */
const inBatches = (deliveries: readonly Delivery[], seed: number, percent: number): Delivery[] => {
  const chance = fork(seed, 'batches')
  const steps: Delivery[] = []
  for (const next of deliveries) {
    const last = steps.at(-1)
    if (last && last.fund === next.fund && last.commands.length < 4 && chance.happens(percent))
      steps[steps.length - 1] = { ...last, commands: [...last.commands, ...next.commands] }
    else steps.push(next)
  }
  return steps
}

/** The whole run, fixed before it starts: the same seed makes the same plan. */
export const planOf = (seed: number): Plan => {
  const edgePercent = fork(seed, 'edge-percent').one([0, 10, 25, 50])
  const cfg = { ...swarmOf(fork(seed, 'swarm')), edgePercent }
  const deliveries = deliveriesOf(seed, cfg).toSorted((a, b) => a.at - b.at)
  const steps = inBatches(deliveries, seed, cfg.batchPercent).map((step, n) => ({ n, ...step }))
  const chance = fork(seed, 'faults')
  const faults = steps
    .filter(() => cfg.faults.length > 0 && chance.happens(cfg.faultPercent))
    .map(({ n }) => ({ on: n, kind: chance.one(cfg.faults) }))
  return { seed, cfg, steps, faults }
}
