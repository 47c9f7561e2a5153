import type { LeafChange, LeafId } from '#domain/cases/leaves.ts'
import { type FoundCover, coversOf } from '#src/app/cases/covers.ts'
import { goneChanges, sweep } from '#src/app/cases/destroying.ts'
import { changesOf, untilKept } from '#src/app/cases/leaf-pages.ts'
import { ownLeavesMoved } from '#src/app/cases/own-places.ts'
import { outboxChanges, outboxOf, stillWanted } from '#src/app/cases/outbox.ts'
import { movedRolls } from '#src/app/cases/rolls.ts'
import {
  type Moved,
  besideIn,
  dayKept,
  movedOf,
  movedOn,
  networksBeside,
} from '#src/app/cases/kept-beside.ts'
import { type CaseNeeds, teamOf } from '#src/app/cases/team.ts'

/*
 * Of two copies of the store whoever has both sees which leaves are others, and could hold that against what a fund's book
 * says of the days in between. So all cases move, with the first write of a day: afterwards every leaf of every case is
 * another one, written in or not.
 */

/** So many cases move in one change: what goes to an object elsewhere at once has a limit. */
const atOnce = 100

type Move = { readonly code: string; readonly id: LeafId; readonly changes: readonly LeafChange[] }

/** One case under other ids, by the secret of the service alone; what is sealed to workers inside stays as it is. */
const moveOf = async (
  needs: CaseNeeds,
  { id: from, seen, cover }: FoundCover,
  day: number,
): Promise<Move | undefined> => {
  const { keys, leaves } = needs
  const found = await leaves.read(cover.body)
  const inner = await Promise.all(
    cover.body.map(async (id) => (found.has(id) ? keys.openHere(id, found.get(id)!) : undefined)),
  )
  const body = cover.body.map(() => keys.newId())
  const pieces = inner.flatMap((piece, place) => (piece ? [{ id: body[place]!, piece }] : []))
  // What is not whole stays where it is, as it was found.
  if (pieces.length < body.length) return undefined
  const id = keys.newId()
  const changes = [
    { id: from, seen, sealed: undefined },
    ...[...found].map(([leaf, sealed]) => ({ id: leaf, seen: sealed, sealed: undefined })),
    ...(await changesOf(needs, { id, seen: undefined, value: undefined }, { ...cover, body, day })),
    ...(await Promise.all(
      pieces.map(async (one) => ({
        id: one.id,
        seen: undefined,
        sealed: await keys.sealHere(one.id, one.piece),
      })),
    )),
  ]
  return { code: cover.code, id, changes }
}

const moveAll = (needs: CaseNeeds, codes: ReadonlySet<string>, day: number): Promise<void> =>
  untilKept(needs, async () => {
    const covers = await coversOf(needs)
    const some = covers.filter(({ cover }) => codes.has(cover.code))
    const moves = (await Promise.all(some.map((found) => moveOf(needs, found, day)))).filter(
      (one) => one !== undefined,
    )
    const { networkId } = needs
    const assigned = covers.flatMap(({ cover }) => Object.keys(cover.wraps))
    const userIds = [...new Set([...assigned, ...(await teamOf(needs))])]
    const to = new Map(moves.map(({ code, id }) => [code, id] as const))
    const rolls = await movedRolls(needs, { networkId, userIds }, to)
    // What lies beside cases moves with them: one that did not would tell when it came, and in which nothing was written.
    const owns = await ownLeavesMoved(
      needs,
      some.flatMap(({ cover: { own } }) => (own === undefined ? [] : [own])),
    )
    const changes = [...moves.flatMap((move) => move.changes), ...rolls, ...owns]
    return { answer: undefined, changes }
  })

/** Moves all cases of a network and what waits to go over; `day` is the number that they bear from now on. */
export const moveEverything = async (needs: CaseNeeds, day: number): Promise<void> => {
  const codes = (await coversOf(needs)).map(({ cover }) => cover.code)
  for (let from = 0; from === 0 || from < codes.length; from += atOnce)
    await moveAll(needs, new Set(codes.slice(from, from + atOnce)), day)
  // What waits to go over lies where it lay and is sealed anew: no two copies of different days tell whether anything came.
  await untilKept(needs, async () => {
    const outbox = await outboxOf(needs)
    const lines = stillWanted(outbox.lines, needs.clock().slice(0, 10))
    return { answer: undefined, changes: await outboxChanges(needs, outbox, lines) }
  })
}

/** Stores whose cases were looked at since this program began. */
const looked = new WeakMap<CaseNeeds['leaves'], Set<string>>()

/**
 * Destroys again what was destroyed, where the store was put back from an older copy, and says so from then on. Looked at
 * when a program first writes, and with the first write of a day.
 */
const replayed = async (
  needs: CaseNeeds,
): Promise<{ readonly last: Moved; readonly found?: NonNullable<Moved['older']> }> => {
  const [last, beside] = [await movedOf(needs), await besideIn(needs)]
  const { networkId, leaves } = needs
  looked.set(leaves, (looked.get(leaves) ?? new Set()).add(networkId))
  const gone = new Set(beside.destroyed)
  const back = (await coversOf(needs)).filter(({ cover }) => gone.has(cover.code))
  for (const { cover } of back)
    await untilKept(needs, async () => {
      const found = (await coversOf(needs)).find((one) => one.cover.code === cover.code)
      return { answer: undefined, changes: found ? await goneChanges(needs, found) : [] }
    })
  if (beside.number <= last.number && back.length === 0) return { last }
  const days = Math.max(0, beside.number - last.number)
  const found = { on: needs.clock().slice(0, 10), days, again: back.length }
  const after = { ...last, number: Math.max(beside.number, last.number), older: found }
  await movedOn(needs, after)
  return { last: after, found }
}

/** The same of every network that anything is kept of; how many days of writing are missing at most, and what is gone again. */
export const replayedAll = async (
  needs: Omit<CaseNeeds, 'networkId'>,
): Promise<{ readonly again: number; readonly days: number }> => {
  const told = { again: 0, days: 0 }
  for (const networkId of await networksBeside(needs)) {
    const { found } = await replayed({ ...needs, networkId })
    told.again += found?.again ?? 0
    told.days = Math.max(told.days, found?.days ?? 0)
  }
  return told
}

/**
 * What is done once a day, with whatever is written first: what was kept long enough is destroyed, and all cases of the
 * network move.
 */
export const daily = async (needs: CaseNeeds): Promise<void> => {
  const day = needs.clock().slice(0, 10)
  const isFirst = looked.get(needs.leaves)?.has(needs.networkId) !== true
  const last = await movedOf(needs)
  if (last.day === day && !isFirst) return
  const { number, ...before } = (await replayed(needs)).last
  if (last.day === day) return
  await sweep(needs, day)
  await moveEverything(needs, number + 1)
  // Only now: what was cut off half-way begins again with the next write, and to move twice does no harm.
  await dayKept(needs, number + 1)
  await movedOn(needs, { ...before, day, number: number + 1 })
}

/** How many cases lie as they lay on an earlier day: all move together, so that somebody has put these back. */
export const putBackIn = async (needs: CaseNeeds): Promise<number> => {
  const { number } = await movedOf(needs)
  return (await coversOf(needs)).filter(({ cover: { day = number } }) => day < number).length
}

/** Reads, decides and writes into cases, once more where somebody was quicker (`untilKept`), after all have moved. */
export const written = async <Answer>(
  needs: CaseNeeds,
  make: Parameters<typeof untilKept<Answer>>[1],
): Promise<Answer> => {
  await daily(needs)
  return untilKept(needs, make)
}
