import { changesOf, readPage, untilKept } from '#src/app/cases/leaf-pages.ts'
import type { CaseNeeds } from '#src/app/cases/team.ts'

/*
 * Which day of moving it is, in the store and beside it, and what was destroyed. A store that is put back from an older copy
 * knows an earlier day than what is kept beside it, and holds cases again that nobody may have any more.
 */

/** That all cases have moved: on which day, and the how manyth such day it was. */
export type Moved = {
  readonly day: string
  readonly number: number
  /** The last time that the store was found to be older than what is kept beside it. */
  readonly older?: { readonly on: string; readonly days: number; readonly again: number }
}

export const movedName = (networkId: string): string => `moved/${networkId}`

/** As it stands in the store; before it was counted a day alone stood there. */
export const movedOf = async (needs: CaseNeeds): Promise<Moved> => {
  const { value } = await readPage<Moved | string>(needs, movedName(needs.networkId))
  return typeof value === 'object' ? value : { day: value ?? '', number: 0 }
}

export const movedOn = (needs: CaseNeeds, moved: Moved): Promise<void> =>
  untilKept(needs, async () => {
    const page = await readPage<Moved | string>(needs, movedName(needs.networkId))
    return { answer: undefined, changes: await changesOf<Moved | string>(needs, page, moved) }
  })

type OfNetwork = { readonly number: number; readonly destroyed: readonly string[] }
type Beside = Readonly<Record<string, OfNetwork>>

const about = 'kept beside the cases'
const pageBytes = 4096

/** What is kept of all networks; nothing where there is no place for it, or it is none of ours. */
const besideOf = async ({ keys, kept }: Pick<CaseNeeds, 'keys' | 'kept'>): Promise<Beside> => {
  const sealed = await kept?.read()
  const plain = sealed && (await keys.openHere(about, sealed))
  return plain ? (JSON.parse(new TextDecoder().decode(plain)) as Beside) : {}
}

export const networksBeside = async (
  needs: Omit<CaseNeeds, 'networkId'>,
): Promise<readonly string[]> => Object.keys(await besideOf(needs))

const nothing: OfNetwork = { number: 0, destroyed: [] }

export const besideIn = async (needs: CaseNeeds): Promise<OfNetwork> =>
  (await besideOf(needs))[needs.networkId] ?? nothing

/** One at a time: what two write at once is not lost. */
let turn: Promise<unknown> = Promise.resolve()

const written = (needs: CaseNeeds, change: (before: OfNetwork) => OfNetwork): Promise<void> => {
  const { kept, keys, networkId } = needs
  if (!kept) return Promise.resolve()
  const next = turn.then(async () => {
    const all = await besideOf(needs)
    const after: Beside = { ...all, [networkId]: change(all[networkId] ?? nothing) }
    const text = new TextEncoder().encode(JSON.stringify(after))
    const padded = new Uint8Array(Math.ceil(text.length / pageBytes) * pageBytes).fill(0x20)
    padded.set(text)
    await kept.write(await keys.sealHere(about, padded))
  })
  turn = next.catch(() => undefined)
  return next
}

/** Keeps beside the store which day of moving it is. */
export const dayKept = (needs: CaseNeeds, number: number): Promise<void> =>
  written(needs, (before) => ({ ...before, number: Math.max(before.number, number) }))

/** Keeps beside the store that a case is destroyed: before it is, so that what is cut off is done again. */
export const destroyedKept = (needs: CaseNeeds, code: string): Promise<void> =>
  written(needs, ({ number, destroyed }) => ({
    number,
    destroyed: [...destroyed.filter((one) => one !== code), code],
  }))

/** Seals it by the secret of now. */
export const besideAnew = (needs: CaseNeeds): Promise<void> => written(needs, (before) => before)
