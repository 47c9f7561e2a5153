import { type CaseFile, withReceipt } from '#domain/cases/file.ts'
import type { LocalDate } from '#domain/kernel/dates.ts'
import type { ActNeeds, Told } from '#src/app/cases/cases.ts'
import {
  type Cover,
  type FoundCover,
  type OpenCase,
  caseChanges,
  coversOf,
  fileBy,
  holdersChanges,
  holdersOf,
  innerOpened,
  outerOpened,
  wrapped,
} from '#src/app/cases/covers.ts'
import { changesOf } from '#src/app/cases/leaf-pages.ts'
import { written } from '#src/app/cases/moving.ts'
import { rollChanges } from '#src/app/cases/rolls.ts'
import { type AtDesk, publicKeyOf, publicKeysOf } from '#src/app/cases/team.ts'

/** Why two of the holders open a case. */
export const openingReasons = ['worker-gone', 'passphrase-lost', 'in-danger'] as const
export type OpeningReason = (typeof openingReasons)[number]

export type Holders = readonly [string, string, string]

/** Names the three who hold spare keys, each with a key of the own. Cases are sealed to them when they are written next. */
export const nameHolders = (
  needs: ActNeeds,
  userIds: Holders,
): Promise<'named' | 'holder-twice' | 'holder-without-key'> =>
  written<'named' | 'holder-twice' | 'holder-without-key'>(needs, async () => {
    if (new Set(userIds).size < 3) return { answer: 'holder-twice', changes: [] }
    if ((await publicKeysOf(needs, userIds)).size < 3)
      return { answer: 'holder-without-key', changes: [] }
    return { answer: 'named', changes: await holdersChanges(needs, userIds) }
  })

export type OpeningRefusal =
  | 'not-found'
  | 'not-a-holder'
  | 'has-no-key'
  | 'opening-of-another'
  | 'half-missing'
  | 'not-of-this-pair'

const foundBy = async (needs: ActNeeds, code: string): Promise<FoundCover | undefined> =>
  (await coversOf(needs)).find(({ cover }) => cover.code === code)

/** Writes into a cover alone what the holders do; the file stays as it lies. */
const withOpening = async (
  needs: ActNeeds,
  { id, seen, cover }: FoundCover,
  opening: Cover['opening'],
) => {
  const { networkId, keys } = needs
  const place = keys.newId()
  const { opening: _before, ...kept } = cover
  const after: Cover = { ...kept, ...(opening ? { opening } : {}) }
  const owners = [
    { networkId },
    ...Object.keys(cover.wraps).map((userId) => ({ networkId, userId })),
  ]
  const rolls = await Promise.all(
    owners.map((owner) => rollChanges(needs, owner, { code: cover.code, cover: place })),
  )
  return [
    { id, seen, sealed: undefined },
    ...(await changesOf(needs, { id: place, seen: undefined, value: undefined }, after)),
    ...rolls.flat(),
  ]
}

type Asked = { readonly code: string; readonly to: string; readonly why: OpeningReason }

/** One of the holders asks that a case be opened to a worker, and says why. Nothing opens yet. */
export const askOpening = (
  needs: ActNeeds,
  desk: AtDesk,
  { code, to, why }: Asked,
): Promise<Told<OpeningRefusal>> =>
  written<Told<OpeningRefusal>>(needs, async () => {
    const refuse = (fault: OpeningRefusal) => ({
      answer: { outcome: 'refused', code: fault } as const,
      changes: [],
    })
    if (!(await holdersOf(needs)).includes(desk.userId)) return refuse('not-a-holder')
    if ((await publicKeyOf(needs, to)) === undefined) return refuse('has-no-key')
    const found = await foundBy(needs, code)
    if (!found) return refuse('not-found')
    const opening = { to, why, askedBy: desk.userId, on: needs.today }
    return {
      answer: { outcome: 'recorded', code } as const,
      changes: await withOpening(needs, found, opening),
    }
  })

/**
 * The second of a pair opens what only the first can open further. It is of no use to anybody else, and both have seen why.
 */
export const giveHalf = (
  needs: ActNeeds,
  desk: AtDesk,
  code: string,
): Promise<Told<OpeningRefusal>> =>
  written<Told<OpeningRefusal>>(needs, async () => {
    const refuse = (fault: OpeningRefusal) => ({
      answer: { outcome: 'refused', code: fault } as const,
      changes: [],
    })
    const found = await foundBy(needs, code)
    const opening = found?.cover.opening
    if (!found || !opening) return refuse('not-found')
    const nested = found.cover.holders.find(({ pair: [, second] }) => second === desk.userId)
    if (!nested) return refuse('not-of-this-pair')
    const sealed = await outerOpened(needs, desk, { code, sealed: nested.sealed })
    if (sealed === undefined) return refuse('not-of-this-pair')
    const half = { of: nested.pair[0], by: desk.userId, sealed }
    return {
      answer: { outcome: 'recorded', code } as const,
      changes: await withOpening(needs, found, { ...opening, half }),
    }
  })

/** The first of the pair opens it: the worker who was named is let in, and the file tells that it was opened and by whom. */
export const finishOpening = (
  needs: ActNeeds,
  desk: AtDesk,
  code: string,
): Promise<Told<OpeningRefusal | 'case-full'>> =>
  written<Told<OpeningRefusal | 'case-full'>>(needs, async () => {
    const refuse = (fault: OpeningRefusal | 'case-full') => ({
      answer: { outcome: 'refused', code: fault } as const,
      changes: [],
    })
    const found = await foundBy(needs, code)
    const { opening } = found?.cover ?? {}
    if (!found || !opening) return refuse('not-found')
    if (opening.half === undefined) return refuse('half-missing')
    if (opening.half.of !== desk.userId) return refuse('not-of-this-pair')
    const key = await innerOpened(needs, desk, { code, sealed: opening.half.sealed })
    const opened = key && (await fileBy(needs, found, key))
    const publicKey = await publicKeyOf(needs, opening.to)
    if (!key || !opened || publicKey === undefined) return refuse('not-of-this-pair')
    const wrap = await wrapped(needs, { code, userId: opening.to, publicKey, key })
    const {
      opening: _over,
      body: _body,
      version: _version,
      dues: _dues,
      isOpen: _isOpen,
      destroyOn: _destroyOn,
      ...kept
    } = found.cover
    const cover = { ...kept, wraps: { ...kept.wraps, [opening.to]: wrap } }
    const told: readonly [string, LocalDate][] = [
      [opening.half.by, needs.today],
      [desk.userId, needs.today],
    ]
    const line = { by: [opening.half.by, desk.userId], to: opening.to, why: opening.why }
    const named: CaseFile = {
      ...opened.file,
      opened: [...(opened.file.opened ?? []), { on: needs.today, ...line }],
    }
    const file = told.reduce((one, [by, on]) => withReceipt(one, by, on), named)
    const before: OpenCase = { ...found, ...opened, key }
    const changes = await caseChanges(needs, before, { cover, file, key })
    return changes === 'case-full'
      ? refuse(changes)
      : { answer: { outcome: 'recorded', code } as const, changes }
  })

/** Cases that two of the holders are opening. */
export const openingsOf = async (needs: ActNeeds): Promise<readonly Cover[]> =>
  (await coversOf(needs)).map(({ cover }) => cover).filter(({ opening }) => opening !== undefined)
