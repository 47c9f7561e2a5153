import type { LeafChange } from '#domain/cases/leaves.ts'
import type { LocalDate } from '#domain/kernel/dates.ts'
import { type FoundCover, coversOf } from '#src/app/cases/covers.ts'
import { changesOf, readPage, untilKept } from '#src/app/cases/leaf-pages.ts'
import { destroyedKept as keptBeside } from '#src/app/cases/kept-beside.ts'
import { ownLeaf, ownLeafChanges } from '#src/app/cases/own-places.ts'
import { rollChanges } from '#src/app/cases/rolls.ts'
import type { CaseNeeds } from '#src/app/cases/team.ts'

/** Cases that were destroyed: by which code nobody finds anything any more, and why. */
type Destroyed = readonly {
  readonly code: string
  readonly on: LocalDate
  readonly why: DestroyedWhy
}[]
type DestroyedWhy = 'asked' | 'kept-long-enough'

const destroyedKept = 40
/** Where it stands what was destroyed. */
export const destroyedName = (networkId: string): string => `destroyed/${networkId}`

/** What was destroyed last. */
export const destroyedOf = async (needs: CaseNeeds): Promise<Destroyed> =>
  (await readPage<Destroyed>(needs, destroyedName(needs.networkId))).value ?? []

/** What has to go so that nothing is left of a case: file, keys, place and the person's own page. */
export const goneChanges = async (
  needs: CaseNeeds,
  { id, seen, cover: { code, wraps, body, own } }: FoundCover,
): Promise<readonly LeafChange[]> => {
  const { networkId } = needs
  const owners = [{ networkId }, ...Object.keys(wraps).map((userId) => ({ networkId, userId }))]
  const rolls = await Promise.all(
    owners.map((owner) => rollChanges(needs, owner, { code, cover: undefined })),
  )
  const pieces = await needs.leaves.read(body)
  const page = own === undefined ? undefined : await ownLeaf(needs, own)
  return [
    { id, seen, sealed: undefined },
    ...(page ? await ownLeafChanges(needs, page, undefined) : []),
    ...[...pieces].map(([leaf, sealed]) => ({ id: leaf, seen: sealed, sealed: undefined })),
    ...rolls.flat(),
  ]
}

/** What destroys a case for ever; the log keeps its code. */
export const destroyChanges = async (
  needs: CaseNeeds,
  found: FoundCover,
  { why, on }: { readonly why: DestroyedWhy; readonly on: LocalDate },
): Promise<readonly LeafChange[]> => {
  const { code } = found.cover
  await keptBeside(needs, code)
  const log = await readPage<Destroyed>(needs, destroyedName(needs.networkId))
  const lines = [...(log.value ?? []), { code, on, why }].slice(-destroyedKept)
  return [...(await goneChanges(needs, found)), ...(await changesOf(needs, log, lines))]
}

const isOver = ({ cover: { destroyOn } }: FoundCover, today: LocalDate): boolean =>
  destroyOn !== undefined && destroyOn <= today

/** Destroys what was kept long enough; tells how many. */
export const sweep = async (needs: CaseNeeds, today: LocalDate): Promise<number> => {
  const over = (await coversOf(needs)).filter((one) => isOver(one, today))
  let gone = 0
  for (const { cover } of over)
    gone += await untilKept(needs, async () => {
      const now = (await coversOf(needs)).find(
        (one) => one.cover.code === cover.code && isOver(one, today),
      )
      return now
        ? {
            answer: 1,
            changes: await destroyChanges(needs, now, { why: 'kept-long-enough', on: today }),
          }
        : { answer: 0, changes: [] }
    })
  return gone
}
