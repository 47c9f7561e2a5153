import { type Journal, StorageUnavailable } from '#domain/ports.ts'
import type { JournalRow } from '#domain/ledger/entry.ts'
import { type Command, type Village, emptyVillage } from '#domain/village.ts'
import { type MemoryStore, memoryStore } from '#infra/memory/store.ts'
import { sha256 } from '#infra/system/system.ts'
import type { Answer } from '#src/app/answer.ts'
import { fundRealm } from '#src/app/realm.ts'
import type { Session } from '#src/app/standing.ts'
import { type Desk, type Sabotage, deskOn, timeOf } from '#test/sim/desk.ts'
import { checkBooks, checkViews } from '#test/sim/end-laws.ts'
import { checkKeptBooks } from '#test/sim/kept-books-law.ts'
import { Broken, law } from '#test/sim/law.ts'
import {
  type Look,
  type Watch,
  allAccepted,
  checkAnswers,
  rowsExpected,
  takeRow,
} from '#test/sim/laws.ts'
import { type FaultKind, type Plan, type Step, fork } from '#test/sim/plan.ts'
import { isSame } from '#test/support/same.ts'

type Failure = {
  readonly law: string
  readonly what: string
  readonly at: number | 'calm' | 'end'
}
export type Outcome = {
  /** Hash over every answer and every head: the same for the same plan. */
  readonly trace: string
  readonly marks: ReadonlySet<string>
  /** Commands that were sent in the storm; what the calm sends again is not counted. */
  readonly operations: number
  readonly accepted: number
  readonly failure: Failure | undefined
}

const fundIds = ['fund-a', 'fund-b'] as const

/** After how many steps somebody looks at the books: a longer run has so many villages that fewer of their days will do. */
const looksOneOf = process.env['TEST_BUDGET'] === undefined ? 36 : 144

const watchOf = (fundId: string): Watch => ({
  fundId,
  sent: new Map(),
  answered: new Map(),
  rows: [],
  byId: new Map(),
  log: [],
  bodies: new Map(),
  village: emptyVillage(),
  statuses: new Map(),
})

type Call = Pick<Step, 'by' | 'desk' | 'fund' | 'how' | 'commands'>

const worldOf = (plan: Plan, sabotage: Sabotage) => {
  const store: MemoryStore = memoryStore()
  const marks = new Set<string>()
  const time = timeOf(plan.seed, () => void marks.add('stale, and tried again'))
  const journal: Journal = sabotage.journal?.(store) ?? store
  const newDesk = (): Desk => deskOn(journal, time, sabotage)
  const desks: Desk[] = [newDesk(), newDesk()]
  const watches = fundIds.map(watchOf)
  const traced: string[] = []
  const { evolve } = sabotage.realm?.(fundRealm) ?? fundRealm
  let operations = 0
  const lookAt = (fund: 0 | 1): Look => ({
    watch: watches[fund]!,
    evolve,
    mark: (what) => void marks.add(what),
  })
  const call = async ({
    by,
    desk,
    fund,
    how,
    commands,
  }: Call): Promise<readonly Answer[] | undefined> => {
    const watch = watches[fund]!
    for (const command of commands)
      watch.sent.set(command.id, [...(watch.sent.get(command.id) ?? []), command])
    operations += commands.length
    const options = { ...sessionOf(by), atomic: how === 'atomic', dryRun: how === 'dry' }
    try {
      return await desks[desk]!.record(watch.fundId, commands, options)
    } catch (error) {
      if (!(error instanceof StorageUnavailable)) throw error
      return undefined
    }
  }
  const crash = (desk: 0 | 1): void => {
    desks[desk] = newDesk()
    sabotage.crashed?.()
  }
  return {
    store,
    journal,
    looks: fork(plan.seed, 'kept books'),
    time,
    desks,
    watches,
    marks,
    traced,
    lookAt,
    call,
    crash,
    operations: () => operations,
  }
}
export type World = ReturnType<typeof worldOf>

const sessionOf = (by: string): Session => ({ actor: by, device: `${by}'s` })

/** All rows that are new, each held against the laws; a row that was there must be there still. */
const newRows = async (
  world: World,
  fund: 0 | 1,
  calls: readonly Call[],
): Promise<readonly JournalRow[]> => {
  const look = world.lookAt(fund)
  const { rows, fundId } = look.watch
  const last = rows.at(-1)
  const read = await world.journal.read(fundId, Math.max(rows.length - 1, 0), 1000)
  const news = last ? read.slice(1) : read
  law('no entry changes or disappears', !last || read[0]?.hash === last.hash, () => read[0] ?? last)
  for (const row of news) {
    const who = calls.find(({ commands }) => commands.some(({ id }) => id === row.id))
    law('only the call writes', who !== undefined, () => row)
    const session = calls
      .map(({ by }) => sessionOf(by))
      .find(({ actor }) => actor === row.recordedBy)
    takeRow(look, row, session ?? sessionOf(who!.by))
  }
  return news
}

/** What can be taken back is held by id and by whether it was: its texts are the journal's, compared there. */
const isSameVillage = (ours: Village, told: Village): boolean => {
  const { kept, ...rest } = ours
  const { kept: keptThere, ...restThere } = told
  const isSameKept = [...kept].every(
    ([id, one]) => one.reversedBy === keptThere.get(id)?.reversedBy && keptThere.has(id),
  )
  return kept.size === keptThere.size && isSameKept && isSame(rest, restThere)
}

/** One call, or two at once, and what must be true after it. */
const play = async (
  world: World,
  calls: readonly Call[],
  fault: FaultKind | undefined,
): Promise<void> => {
  const known = calls.map(({ fund, commands }) => {
    const { byId } = world.watches[fund]!
    return new Set(commands.map(({ id }) => id).filter((id) => byId.has(id)))
  })
  const first = world.desks[calls[0]!.desk]!
  first.arm(fault)
  const answers =
    calls.length > 1
      ? await world.time.turns.race(calls.map((call) => () => world.call(call)))
      : [await world.call(calls[0]!)]
  const hasStruck = fault !== undefined && first.hasStruck()
  first.arm(undefined)
  if (hasStruck) world.marks.add(`fault ${fault}`)
  for (const fund of new Set(calls.map((call) => call.fund))) {
    const news = await newRows(world, fund, calls)
    const here = calls.flatMap((call, i) =>
      call.fund === fund ? [{ ...call, answers: answers[i] }] : [],
    )
    for (const { commands, answers: told, how } of here) {
      const isKept = how !== 'dry' && (how !== 'atomic' || !told || allAccepted(told))
      if (told)
        checkAnswers(world.lookAt(fund), {
          commands,
          answers: told,
          isAlone: calls.length === 1,
          isKept,
        })
      if (calls.length > 1) continue
      const expected = !isKept ? 0 : told ? rowsExpected(known[0]!, told) : undefined
      if (expected !== undefined)
        law('what is refused writes nothing', news.length === expected, () => ({ news, told }))
      if (!told && hasStruck && fault !== 'answer-lost')
        law('what fails writes nothing', news.length === 0, () => news)
      law('nobody is turned away without a fault', told !== undefined || hasStruck)
      const held = first.heldSince()
      if (told && how !== 'dry' && isKept && held)
        law('the fold is what the journal tells', isSameVillage(held, world.watches[fund]!.village))
      if (told) world.marks.add(`how ${how}`)
    }
  }
  for (const desk of world.desks) desk.heldSince()
  // What is kept wrong stays so: the end of the storm and of the calm are looked at whatever is drawn.
  if (world.looks.whole(1, looksOneOf) === 1) await checkKeptBooks(world, world.looks)
  const heads = world.watches.map(({ rows }) => rows.at(-1)?.hash ?? '')
  world.traced.push(JSON.stringify([answers, heads]))
}

const storm = async (world: World, plan: Plan, at: (n: number) => void): Promise<void> => {
  const faults = new Map(plan.faults.map(({ on, kind }) => [on, kind]))
  for (let i = 0; i < plan.steps.length; i += 1) {
    const step = plan.steps[i]!
    const fault = faults.get(step.n)
    at(step.n)
    world.marks.add(`by ${step.by}`)
    world.time.set(step.at - (fault === 'clock-back' ? 43_200 : 0))
    const next = plan.steps[i + 1]
    const isRace = fault === 'race' && next !== undefined
    if (isRace) {
      const other = { ...next, desk: step.desk === 0 ? (1 as const) : (0 as const) }
      await play(world, [step, other], undefined)
      i += 1
    } else await play(world, [step], fault === 'race' ? undefined : fault)
    if (fault === 'crash') world.crash(step.desk)
    if (isRace || fault === 'crash' || fault === 'clock-back') world.marks.add(`fault ${fault}`)
  }
}

/** Everything is sent again until nothing is new; then once more, which changes nothing. */
const calm = async (world: World): Promise<void> => {
  world.crash(0)
  world.crash(1)
  for (const fund of [0, 1] as const) {
    const watch = world.watches[fund]!
    const all = [...watch.sent.values()].flatMap((sent): Command[] => sent.slice(0, 1))
    let before = -1
    for (let round = 0; before < watch.rows.length; round += 1) {
      law('the calm comes to an end', round <= all.length + 1)
      before = watch.rows.length
      for (let i = 0; i < all.length; i += 10) {
        const commands = all.slice(i, i + 10)
        await play(
          world,
          [{ by: 'forgetful-phone', desk: 0, fund, how: 'plain', commands }],
          undefined,
        )
      }
    }
  }
}

const failureOf = (error: unknown, at: Failure['at']): Failure =>
  error instanceof Broken
    ? { law: error.law, what: error.message, at }
    : { law: 'nothing breaks', what: String((error as Error).stack), at }

/** Plays a plan from beginning to end; the first law that does not hold ends it. */
export const run = async (
  plan: Plan,
  sabotage: Sabotage = {},
  afterwards?: (world: World, seed: number) => void,
): Promise<Outcome> => {
  const world = worldOf(plan, sabotage)
  const realm = sabotage.realm?.(fundRealm) ?? fundRealm
  let at: Failure['at'] = 0
  let failure: Failure | undefined
  let operations = 0
  try {
    await storm(world, plan, (n) => (at = n))
    operations = world.operations()
    at = 'end'
    await checkKeptBooks(world, world.looks)
    await checkBooks(world, { plan, realm })
    at = 'calm'
    await calm(world)
    await checkKeptBooks(world, world.looks)
    await checkBooks(world, { plan, realm })
    await checkViews(world, { plan, realm, isHonest: sabotage.realm === undefined })
    afterwards?.(world, plan.seed)
  } catch (error) {
    failure = failureOf(error, at)
  }
  const { marks, traced, watches } = world
  const accepted = watches.reduce((sum, { rows }) => sum + rows.length, 0)
  return { trace: sha256(traced.join('\n')), marks, operations, accepted, failure }
}
