import { type CaseFile, type CaseKind } from '#domain/cases/file.ts'
import { type Due, duesOf } from '#domain/cases/dues.ts'
import type { LeafChange, LeafId } from '#domain/cases/leaves.ts'
import { keptMonths } from '#domain/cases/operations/life.ts'
import { type LocalDate, monthlyDay } from '#domain/kernel/dates.ts'
import { movedOf } from '#src/app/cases/kept-beside.ts'
import { changesOf, openedLeaf, plainBytes, sealBytes } from '#src/app/cases/leaf-pages.ts'
import { type OwnCard, ownChanges } from '#src/app/cases/own-line.ts'
import { type RollOwner, rollChanges, rollOfAll } from '#src/app/cases/rolls.ts'
import type { AtDesk, CaseNeeds } from '#src/app/cases/team.ts'

type Bytes = Uint8Array<ArrayBuffer>

/** The key of a case for two holders together: sealed to the first, and what came of it to the second. */
export type Nested = { readonly pair: readonly [string, string]; readonly sealed: string }

/** What the second of a pair has opened, for whom it may be the first of: only that one opens it further. */
export type Half = { readonly of: string; readonly by: string; readonly sealed: string }

/** What two of the holders are doing with a case that nobody assigned can open. */
export type Opening = {
  readonly to: string
  readonly why: string
  readonly askedBy: string
  readonly on: LocalDate
  /** What the second of a pair has opened, for each whom it may be the first of: either opens it further. */
  readonly halves?: readonly Half[]
}

/**
 * What the service itself knows of a case: who is assigned, where its file lies, and what is due, so that a supervisor sees
 * work and no contents. What the file says is under a key that stands here for those alone who may have it.
 */
export type Cover = {
  readonly code: string
  readonly version: number
  readonly wraps: Readonly<Record<string, string>>
  readonly holders: readonly Nested[]
  readonly body: readonly LeafId[]
  readonly dues: readonly Pick<Due, 'what' | 'on'>[]
  readonly isOpen: boolean
  /** The number of the last day on which all cases moved: one that is behind was put back from an older copy. */
  readonly day?: number
  readonly destroyOn?: LocalDate
  /** Who has said that they are kin, and is asked no more. */
  readonly kin: readonly string[]
  /** Under which id the own page of the person lies, where there is one. */
  readonly own?: string
  readonly opening?: Opening
  /** Halves for the new key of somebody who is assigned. */
  readonly renewing?: readonly (Half & { readonly to: string })[]
}

/** A case as it lies in the store. */
export type FoundCover = { readonly id: LeafId; readonly seen: Uint8Array; readonly cover: Cover }

/** A case that is open for somebody. */
export type OpenCase = FoundCover & {
  readonly key: Bytes
  readonly file: CaseFile
  readonly leaves: ReadonlyMap<LeafId, Uint8Array>
}

const duesShown = 8
const pieceBytes = plainBytes - sealBytes
export const piecesMax = 36
/** Kept free for what must always be possible: a receipt, a yes taken back, somebody let out, an end. */
const piecesKept = 4

const wrapAbout = (networkId: string, code: string, userId: string): string =>
  `case key\n${networkId}\n${code}\n${userId}`
const pieceAbout = (
  networkId: string,
  { code, version }: Pick<Cover, 'code' | 'version'>,
  place: number,
): string => `file\n${networkId}\n${code}\n${version}\n${place}`

/** The cover under a leaf; undefined where it has moved or there is none. */
export const coverAt = async (needs: CaseNeeds, id: LeafId): Promise<FoundCover | undefined> => {
  const seen = (await needs.leaves.read([id])).get(id)
  const cover = await openedLeaf<Cover>(needs, id, seen)
  return seen && cover && { id, seen, cover }
}

/** All covers of a network: who has how much to do, and nothing of what for. */
export const coversOf = async (needs: CaseNeeds): Promise<readonly FoundCover[]> => {
  const ids = (await rollOfAll(needs, needs.networkId)).map(({ cover }) => cover)
  const sealed = await needs.leaves.read(ids)
  const found = await Promise.all(
    [...sealed].map(async ([id, seen]) => {
      const cover = await openedLeaf<Cover>(needs, id, seen)
      return cover && { id, seen, cover }
    }),
  )
  return found.filter((one) => one !== undefined)
}

/** The key of a case to somebody. */
export const wrapped = (
  { keys, networkId }: CaseNeeds,
  { code, userId, publicKey, key }: { code: string; userId: string; publicKey: string; key: Bytes },
): Promise<string> => keys.sealTo(publicKey, wrapAbout(networkId, code, userId), key)

/** Writes into a cover alone; the file stays as it lies. */
export const coverChanges = async (
  needs: CaseNeeds,
  { id, seen, cover: before }: FoundCover,
  after: Cover,
): Promise<readonly LeafChange[]> => {
  const { networkId, keys } = needs
  const { code, wraps } = before
  const place = keys.newId()
  const owners = [{ networkId }, ...Object.keys(wraps).map((userId) => ({ networkId, userId }))]
  const rolls = await Promise.all(
    owners.map((owner) => rollChanges(needs, owner, { code, cover: place })),
  )
  return [
    { id, seen, sealed: undefined },
    ...(await changesOf(needs, { id: place, seen: undefined, value: undefined }, after)),
    ...rolls.flat(),
  ]
}

/** The file of a case, by its key. */
export const fileBy = async (
  { keys, leaves, networkId }: CaseNeeds,
  { cover }: FoundCover,
  key: Bytes,
): Promise<Pick<OpenCase, 'file' | 'leaves'> | undefined> => {
  const found = await leaves.read(cover.body)
  const pieces = await Promise.all(
    cover.body.map(async (id, place) => {
      const sealed = found.get(id)
      const inner = sealed && (await keys.openHere(id, sealed))
      return inner && keys.open(key, pieceAbout(networkId, cover, place), inner)
    }),
  )
  const whole = new Uint8Array(pieces.length * pieceBytes)
  for (const [place, piece] of pieces.entries()) {
    if (!piece) return undefined
    whole.set(piece, place * pieceBytes)
  }
  // Decoded as one: a sign of Khmer may begin in one piece and end in the next.
  return { file: JSON.parse(new TextDecoder().decode(whole)) as CaseFile, leaves: found }
}

/** Opens a case with somebody's own key; undefined where they are not assigned to it. */
export const openedBy = async (
  needs: CaseNeeds,
  { userId, privateKey }: AtDesk,
  found: FoundCover,
): Promise<OpenCase | undefined> => {
  const { code, wraps } = found.cover
  const wrap = Object.hasOwn(wraps, userId) ? wraps[userId] : undefined
  if (wrap === undefined) return undefined
  const about = wrapAbout(needs.networkId, code, userId)
  const key = await needs.keys.openWith(privateKey, about, wrap)
  const opened = key && (await fileBy(needs, found, key))
  return opened && { ...found, ...opened, key }
}

const piecesOf = (file: CaseFile): readonly Uint8Array[] => {
  const bytes = new TextEncoder().encode(JSON.stringify(file))
  const count = Math.ceil(bytes.length / pieceBytes)
  return Array.from({ length: count }, (_, place) => {
    const piece = new Uint8Array(pieceBytes).fill(0x20)
    piece.set(bytes.subarray(place * pieceBytes, (place + 1) * pieceBytes))
    return piece
  })
}

const destroyedOn = ({ closed, kind }: CaseFile): { readonly destroyOn?: LocalDate } =>
  closed
    ? { destroyOn: monthlyDay(closed.on, keptMonths[kind as CaseKind], Number(closed.on.slice(8))) }
    : {}

/** What a cover says of a file, for whoever sees work and no contents. */
const told = (file: CaseFile) => ({
  dues: duesOf(file)
    .filter(({ onlyFor }) => onlyFor === undefined)
    .slice(0, duesShown)
    .map(({ what, on }) => ({ what, on })),
  isOpen: file.closed === undefined,
  ...(file.own && !file.closed ? { own: file.own.id } : {}),
  ...destroyedOn(file),
})

/** A cover without what its file says anew each time. */
type Kept = Omit<Cover, 'body' | 'version' | 'dues' | 'isOpen' | 'destroyOn' | 'own' | 'day'>

export const keptOf = ({
  body: _body,
  version: _version,
  dues: _dues,
  isOpen: _isOpen,
  destroyOn: _destroyOn,
  own: _own,
  day: _day,
  ...kept
}: Cover): Kept => kept

export type Rewritten = {
  readonly cover: Kept
  readonly file: CaseFile
  readonly key: Bytes
  /** A full file takes it too. */
  readonly isNeeded?: boolean
  /** How much of what came in of itself stands in the file now. */
  readonly heard?: number
  /** A new card of the person. */
  readonly card?: OwnCard
}

/**
 * Writes a case under leaves that nobody has seen before, and takes those away that it had: of two copies of the store
 * nobody can say which case of one is which of the other. Rolls are made to name the new place.
 */
export const caseChanges = async (
  needs: CaseNeeds,
  before: OpenCase | undefined,
  { cover: kept, file, key, isNeeded = false, ...own }: Rewritten,
): Promise<readonly LeafChange[] | 'case-full'> => {
  const { keys, networkId } = needs
  const { code } = kept
  const pieces = piecesOf(file)
  if (pieces.length > piecesMax + (isNeeded ? piecesKept : 0)) return 'case-full'
  const version = (before?.cover.version ?? 0) + 1
  const body = pieces.map(() => keys.newId())
  const day = before?.cover.day ?? (await movedOf(needs)).number
  const cover: Cover = { ...kept, version, body, day, ...told(file) }
  const id = keys.newId()
  const written = await Promise.all(
    pieces.map(async (piece, place) => {
      const inner = await keys.seal(key, pieceAbout(networkId, cover, place), piece)
      return { id: body[place]!, seen: undefined, sealed: await keys.sealHere(body[place]!, inner) }
    }),
  )
  const gone = before
    ? [...before.leaves].map(([leaf, seen]) => ({ id: leaf, seen, sealed: undefined }))
    : []
  const owners = (wraps: Cover['wraps']): readonly RollOwner[] => [
    { networkId },
    ...Object.keys(wraps).map((userId) => ({ networkId, userId })),
  ]
  const left = owners(before?.cover.wraps ?? {}).filter(
    ({ userId }) => userId !== undefined && !Object.hasOwn(cover.wraps, userId),
  )
  const rolls = await Promise.all([
    ...owners(cover.wraps).map((owner) => rollChanges(needs, owner, { code, cover: id })),
    ...left.map((owner) => rollChanges(needs, owner, { code, cover: undefined })),
  ])
  return [
    ...(before ? [{ id: before.id, seen: before.seen, sealed: undefined }] : []),
    ...gone,
    ...(await changesOf(needs, { id, seen: undefined, value: undefined }, cover)),
    ...written,
    ...rolls.flat(),
    ...(await ownChanges(needs, file, own)),
  ]
}
