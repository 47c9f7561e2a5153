import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chanceOf } from '#test/support/oracle/chance.ts'

/** What one seed came to: how much it counts for, and what broke; nothing where all held. */
export type Played = { readonly count: number; readonly broken?: string | undefined }

/** One of the long runs: the same code as the tests, on seeds that they do not take. */
export type Track = {
  readonly promise: string
  readonly tried: string
  readonly goal: number
  /** Whether a seed plays the same again; where the moment of a kill or a new id is the system's, it does not. */
  readonly isSame: boolean
  readonly play: (seed: number) => Promise<Played>
}

const inFolder = async (work: (folder: string) => Promise<Played>): Promise<Played> => {
  const folder = mkdtempSync(join(tmpdir(), 'village-fund-long-'))
  try {
    return await work(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const village = async (seed: number): Promise<Played> => {
  const { planOf } = await import('#test/sim/plan.ts')
  const { run } = await import('#test/sim/world.ts')
  const { robbed } = await import('#test/sim/one-hand.ts')
  const { operations, failure } = await run(planOf(seed), {}, robbed)
  return { count: operations, broken: failure && `${failure.law}: ${failure.what}` }
}

/** Loans at a time: a seed of its own for each would write down more than it counts. */
const loansEach = 10_000

const loans = async (seed: number): Promise<Played> => {
  const { firstDiffering } = await import('#test/support/oracle/agreeing.ts')
  const { planRows } = await import('#domain/loans/plan/plan-rows.ts')
  const from = seed * loansEach
  const differing = firstDiffering(planRows, from + loansEach - 1, from)
  return {
    count: loansEach,
    broken: differing === undefined ? undefined : `the plans of loan ${differing} differ`,
  }
}

const phones = async (seed: number): Promise<Played> => {
  const { stormOf } = await import('#test/sim/phones/world.ts')
  return { count: 1, broken: (await stormOf(seed)).failure }
}

const kills = (seed: number): Promise<Played> =>
  inFolder(async (folder) => {
    const { livesOf } = await import('#test/sim/killing.ts')
    const files = { path: join(folder, 'fund.db'), heard: join(folder, 'heard') }
    writeFileSync(files.heard, '')
    const lived = await livesOf(files, { from: 0, kills: 20, chance: chanceOf(seed) })
    return { count: lived.kills, broken: lived.faults[0] }
  })

const power = async (seed: number): Promise<Played> => {
  const { books, powerCuts } = await import('#test/power/cuts.ts')
  const cuts = powerCuts()
  try {
    const looked = await cuts.ofLife(books, seed)
    return { count: looked.length, broken: looked.flatMap(({ faults }) => faults)[0] }
  } finally {
    cuts.remove()
  }
}

const requests = async (seed: number): Promise<Played> => {
  const { attack, judgedIn, nothingSeen, plansFor } = await import('#test/hostile/attacking.ts')
  const { attacked } = await import('#test/hostile/sending.ts')
  const [attackedHere, seen, numRuns] = [await attacked(), nothingSeen(), 1000]
  const plans = await plansFor(attackedHere, seen)
  const judge = await judgedIn(attackedHere, seen)
  return { count: numRuns, broken: await attack(plans, { numRuns, seed }, judge) }
}

/** Seconds that a million entries may take, as many as ten villages write in fifty years. */
const restoredWithin = 300

const restores = (): Promise<Played> =>
  inFolder(async (folder) => {
    const { entriesEach, fillWithVillages } = await import('#test/support/many-villages.ts')
    const { fundAnew } = await import('#test/support/command-line.ts')
    mkdirSync(join(folder, 'data'))
    await fillWithVillages(join(folder, 'data', 'fund.db'), 500)
    const environment = { BACKUP_SECRET: 'the secret of a long run, kept nowhere', TMPDIR: folder }
    const seconds = async (...args: readonly string[]): Promise<number> => {
      const began = performance.now()
      const { status, out, err } = await fundAnew(args, { folder, environment })
      if (status !== 0) throw new Error(err || out)
      return Math.round((performance.now() - began) / 1000)
    }
    const [backup, restored] = [
      await seconds('backup', '--out', 'one.backup'),
      await seconds('restore', 'one.backup', '--to', 'sqlite:restored.db'),
    ]
    console.error(`restores: backed up in ${backup} s, restored and audited in ${restored} s`)
    const broken = restored > restoredWithin ? `a million took ${restored} s` : undefined
    return { count: 500 * entriesEach, broken }
  })

export const tracks: Readonly<Record<string, Track>> = {
  village: {
    promise: 'P4, P5, P18',
    tried: 'operations of random villages, each robbed by one hand at its end',
    goal: 100_000_000,
    isSame: true,
    play: village,
  },
  loans: {
    promise: 'P6',
    tried: 'loans held against a second implementation',
    goal: 1_000_000,
    isSame: true,
    play: loans,
  },
  phones: {
    promise: 'P7',
    tried: 'storms of two to five phones',
    goal: 1_000_000,
    isSame: true,
    play: phones,
  },
  kills: {
    promise: 'P1',
    tried: 'kills of a program that writes',
    goal: 10_000,
    isSame: false,
    play: kills,
  },
  power: {
    promise: 'P2',
    tried: 'states of a disk with a ledger after a power cut',
    goal: 5_000,
    isSame: false,
    play: power,
  },
  requests: {
    promise: 'P11',
    tried: 'odd requests',
    goal: 1_000_000,
    isSame: false,
    play: requests,
  },
  restores: {
    promise: 'P14',
    tried:
      'entries backed up and restored with their audit, a million at a time within five minutes',
    goal: 1_000_000,
    isSame: false,
    play: restores,
  },
}
