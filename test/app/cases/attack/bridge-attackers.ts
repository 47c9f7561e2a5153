import { isBatchDay } from '#domain/cases/batch.ts'
import { daysAfter } from '#domain/kernel/dates.ts'
import type { Attacker } from '#test/app/cases/attack/attackers.ts'
import type { Entry, Stolen } from '#test/app/cases/attack/world.ts'

const grantsIn = ({ book }: Stolen): readonly Entry[] => book.filter(({ kind }) => kind === 'grant')

const suspects = (stolen: Stolen, isOdd: (one: Entry, all: readonly Entry[]) => boolean) => {
  const grants = grantsIn(stolen)
  const found = grants.filter((one) => isOdd(one, grants))
  const all = Array.from({ length: stolen.members }, (_, member) => member)
  return found.length === 0 ? all : [...new Set(found.map(({ member }) => member))]
}

const dayOf = (minute: number) => daysAfter('2026-01-01', Math.floor(minute / (24 * 60)))

/** Codes that came into the book on another day than all that come together. */
const byBatch: Attacker = (stolen) => suspects(stolen, ({ at }) => !isBatchDay(dayOf(at)))

/** Codes with a sum that nobody else has. */
const bySum: Attacker = (stolen) =>
  suspects(stolen, (one, all) => !all.some((other) => other !== one && other.amount === one.amount))

/** Codes of the very days on which leaves came: whoever was given support between the two copies, and then only. */
const bySupport: Attacker = (stolen) => {
  const [from, to] = stolen.copiedAt
  const some = grantsIn(stolen).filter(({ at }) => at >= from && at < to)
  const isNew = !stolen.copies[0].leaves.has(stolen.target)
  const all = Array.from({ length: stolen.members }, (_, member) => member)
  const members = new Set(some.map(({ member }) => member))
  const named = all.filter((member) => members.has(member) === isNew)
  return named.length === 0 ? all : named
}

export const bridgeAttackers = { byBatch, bySum, bySupport } as const
