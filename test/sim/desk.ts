import type { Hasher, Journal } from '#domain/ports.ts'
import type { Village } from '#domain/village.ts'
import { sha256 } from '#infra/system/system.ts'
import { type FundRealm, fundRealm } from '#src/app/realm.ts'
import { type Recorder, recorderOf } from '#src/app/record.ts'
import { faultJournal, interleaving } from '#test/sim/fault-journal.ts'
import { fork } from '#test/sim/plan.ts'

/** A small wrong variant of a part, to see whether the laws notice. */
export type Sabotage = {
  readonly realm?: (realm: FundRealm) => FundRealm
  readonly journal?: (journal: Journal) => Journal
  /** What a crash does to the journal. */
  readonly crashed?: () => void
  readonly record?: (record: Recorder, now: () => number) => Recorder
  readonly hash?: Hasher
}
const began = Date.UTC(2025, 0, 10)

/** A recorder on a journal that can fail, and the fold that it last decided on. */
export const deskOn = (store: Journal, world: Time, sabotage: Sabotage) => {
  const faults = faultJournal(store, world.turns, world.onStale)
  let held: Village | undefined
  const realm = sabotage.realm?.(fundRealm) ?? fundRealm
  const watched: FundRealm = {
    ...realm,
    decide: (village, command) => {
      held = village
      return realm.decide(village, command)
    },
  }
  const ports = { journal: faults.journal, clock: world.clock, hash: sabotage.hash ?? sha256 }
  const made = recorderOf(ports, watched)
  const record = sabotage.record?.(made, world.minutes) ?? made
  const heldSince = (): Village | undefined => {
    const village = held
    held = undefined
    return village
  }
  return { ...faults, record, heldSince }
}
export type Desk = ReturnType<typeof deskOn>

/** The server's clock, moved by hand, and whose turn it is. */
export const timeOf = (seed: number, onStale: () => void) => {
  let now = 0
  return {
    onStale,
    turns: interleaving(fork(seed, 'turns')),
    clock: () => new Date(began + now * 60_000).toISOString(),
    minutes: () => now,
    set: (minutes: number): void => {
      now = minutes
    },
  }
}

type Time = ReturnType<typeof timeOf>
