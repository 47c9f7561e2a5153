import type { LeafChange, LeafId } from '#domain/cases/leaves.ts'
import { type FoundCover, coversOf } from '#src/app/cases/covers.ts'
import { sweep } from '#src/app/cases/destroying.ts'
import { changesOf, readPage, readPages, untilKept } from '#src/app/cases/leaf-pages.ts'
import { ownName } from '#src/app/cases/own-line.ts'
import { outboxChanges, outboxOf } from '#src/app/cases/outbox.ts'
import { movedRolls } from '#src/app/cases/rolls.ts'
import type { CaseNeeds } from '#src/app/cases/team.ts'

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
    ...(await changesOf(needs, { id, seen: undefined, value: undefined }, { ...cover, body })),
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

const moveAll = (needs: CaseNeeds, codes: ReadonlySet<string>): Promise<void> =>
  untilKept(needs, async () => {
    const covers = await coversOf(needs)
    const some = covers.filter(({ cover }) => codes.has(cover.code))
    const moves = (await Promise.all(some.map((found) => moveOf(needs, found)))).filter(
      (one) => one !== undefined,
    )
    const { networkId } = needs
    const userIds = [...new Set(covers.flatMap(({ cover }) => Object.keys(cover.wraps)))]
    const to = new Map(moves.map(({ code, id }) => [code, id] as const))
    const rolls = await movedRolls(needs, { networkId, userIds }, to)
    // What lies outside of cases is sealed anew with them: one that was not would tell in which nothing was written.
    const owns = some.flatMap(({ cover: { own } }) => (own === undefined ? [] : [ownName(own)]))
    const pages = await readPages(needs, owns)
    const sealed = await Promise.all(pages.map((page) => changesOf(needs, page, page.value)))
    const changes = [...moves.flatMap((move) => move.changes), ...rolls, ...sealed.flat()]
    return { answer: undefined, changes }
  })

/**
 * What is done once a day, with whatever is written first: what was kept long enough is destroyed, and all cases of the
 * network move.
 */
export const daily = async (needs: CaseNeeds): Promise<void> => {
  const day = needs.clock().slice(0, 10)
  const name = `moved/${needs.networkId}`
  if ((await readPage<string>(needs, name)).value === day) return
  await sweep(needs, day)
  const codes = (await coversOf(needs)).map(({ cover }) => cover.code)
  for (let from = 0; from < codes.length; from += atOnce)
    await moveAll(needs, new Set(codes.slice(from, from + atOnce)))
  // What waits to go over lies where it lay and is sealed anew: no two copies of different days tell whether anything came.
  await untilKept(needs, async () => {
    const outbox = await outboxOf(needs)
    return { answer: undefined, changes: await outboxChanges(needs, outbox, outbox.lines) }
  })
  // Only now: what was cut off half-way begins again with the next write, and to move twice does no harm.
  await untilKept(needs, async () => {
    const page = await readPage<string>(needs, name)
    return { answer: undefined, changes: await changesOf(needs, page, day) }
  })
}

/** Reads, decides and writes into cases, once more where somebody was quicker (`untilKept`), after all have moved. */
export const written = async <Answer>(
  needs: CaseNeeds,
  make: Parameters<typeof untilKept<Answer>>[1],
): Promise<Answer> => {
  await daily(needs)
  return untilKept(needs, make)
}
