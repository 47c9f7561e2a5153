import type { CaseKeys } from '#domain/cases/keys.ts'
import { type LeafChange, type LeafId, type Leaves, leafBytes } from '#domain/cases/leaves.ts'

/** What is needed to read and write leaves. */
export type LeafNeeds = { readonly keys: CaseKeys; readonly leaves: Leaves }

/** A seal is longer than what it seals by so much: a nonce and a tag. */
export const sealBytes = 28
/** The most that one leaf holds. */
export const plainBytes = leafBytes - sealBytes

/** A JSON value in a leaf, as it was read. */
export type LeafPage<Value> = {
  readonly id: LeafId
  readonly seen: Uint8Array | undefined
  readonly value: Value | undefined
  /** Where it lay under an older secret, to be taken away when it is written. */
  readonly older?: { readonly id: LeafId; readonly seen: Uint8Array }
}

const padded = (plain: Uint8Array): Uint8Array => {
  if (plain.length > plainBytes) throw new RangeError('a leaf is full')
  // Spaces after a JSON text mean nothing.
  const bytes = new Uint8Array(plainBytes).fill(0x20)
  bytes.set(plain)
  return bytes
}

const textOf = (value: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(value))

/** Whether a value still fits a leaf. */
export const fitsLeaf = (value: unknown): boolean => textOf(value).length <= plainBytes

/** Opens a leaf that was read; undefined where it is none of ours. */
export const openedLeaf = async <Value>(
  { keys }: Pick<LeafNeeds, 'keys'>,
  id: LeafId,
  sealed: Uint8Array | undefined,
): Promise<Value | undefined> => {
  const plain = sealed && (await keys.openHere(id, sealed))
  return plain && (JSON.parse(new TextDecoder().decode(plain)) as Value)
}

/** Leaves that are found by names. */
export const readPages = async <Value>(
  needs: LeafNeeds,
  names: readonly string[],
): Promise<readonly LeafPage<Value>[]> => {
  const idsOf = await Promise.all(names.map((name) => needs.keys.idsOf(name)))
  const found = await needs.leaves.read(idsOf.flat())
  return Promise.all(
    idsOf.map(async ([now, ...before]) => {
      const seen = found.get(now!)
      if (seen) return { id: now!, seen, value: await openedLeaf<Value>(needs, now!, seen) }
      const old = before.find((id) => found.has(id))
      if (old === undefined) return { id: now!, seen, value: undefined }
      const value = await openedLeaf<Value>(needs, old, found.get(old))
      return { id: now!, seen, value, older: { id: old, seen: found.get(old)! } }
    }),
  )
}

export const readPage = async <Value>(needs: LeafNeeds, name: string): Promise<LeafPage<Value>> =>
  (await readPages<Value>(needs, [name]))[0]!

/** What has to be changed so that a leaf holds a value; nothing of it where there is none. */
export const changesOf = async <Value>(
  { keys }: Pick<LeafNeeds, 'keys'>,
  { id, seen, older }: LeafPage<Value>,
  value: Value | undefined,
): Promise<readonly LeafChange[]> => {
  const sealed = value && (await keys.sealHere(id, padded(textOf(value))))
  return [
    ...(older ? [{ id: older.id, seen: older.seen, sealed: undefined }] : []),
    ...(seen === undefined && sealed === undefined ? [] : [{ id, seen, sealed }]),
  ]
}

const triesMax = 8

/**
 * Reads, decides and writes, once more where somebody was quicker. `make` reads anew each time; what it answers without
 * changes is the answer.
 */
export const untilKept = async <Answer>(
  { leaves }: LeafNeeds,
  make: () => Promise<{ readonly answer: Answer; readonly changes: readonly LeafChange[] }>,
): Promise<Answer> => {
  for (let tries = 0; tries < triesMax; tries += 1) {
    const { answer, changes } = await make()
    if (changes.length === 0 || (await leaves.change(changes)) === 'kept') return answer
  }
  throw new Error('a case is written too often at once')
}
