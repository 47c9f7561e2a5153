import type { SealedFile, SupportFiles } from '#domain/grants/files.ts'
import type { Journal, NetworkJournal, Notes } from '#domain/ports.ts'
import type { LeafNeeds } from '#src/app/cases/leaf-pages.ts'
import { type Place, textOf, textsOf, writeText } from '#src/app/cases/kept-texts.ts'
import { isOfHousehold } from '#src/app/relief-reasons.ts'

/*
 * What grants are for and why a household was helped lies under the roof of the cases: in their store, by their secret, in no
 * database of a book. What an older version has left beside a journal is read where it lies, and carried over.
 */

type Files = Pick<
  SupportFiles,
  'keepSupportFile' | 'resealSupportFile' | 'supportFile' | 'supportFiles' | 'dropSupportFile'
>

const support = (scope: string): Place => ({ part: 'support', scope })
const relief = (scope: string): Place => ({ part: 'relief', scope })

/** Grants' sealed files in the store of cases; those that still lie in the store of the books are found too. */
const filesIn = (leaves: LeafNeeds, before: Files): Files => {
  const kept = async (fundId: string, code: string): Promise<SealedFile | undefined> => {
    const sealed = await textOf(leaves, support(fundId), code)
    return sealed === undefined ? undefined : { fundId, code, sealed }
  }
  const write: Files['keepSupportFile'] = async ({ fundId, code, sealed }) => {
    await writeText(leaves, support(fundId), { name: code, text: sealed })
    // Only now: what was cut off in between stands twice, and the one here counts.
    if (await before.supportFile(fundId, code)) await before.dropSupportFile(fundId, code)
  }
  const find: Files['supportFile'] = async (fundId, code) =>
    (await kept(fundId, code)) ?? before.supportFile(fundId, code)
  return {
    keepSupportFile: write,
    supportFile: find,
    resealSupportFile: async (fundId, { code, seen, sealed }) => {
      if ((await kept(fundId, code)) === undefined) {
        const row = await before.supportFile(fundId, code)
        if (row?.sealed !== seen) return 'stale'
        await write({ fundId, code, sealed })
        return 'kept'
      }
      return writeText(leaves, support(fundId), { name: code, text: sealed, over: seen })
    },
    supportFiles: async (fundId) => {
      const here = await textsOf(leaves, support(fundId))
      const there = (await before.supportFiles(fundId)).filter(({ code }) => !here.has(code))
      const own = [...here].map(([code, sealed]): SealedFile => ({ fundId, code, sealed }))
      return [...own, ...there].toSorted((a, b) => (a.code < b.code ? -1 : 1))
    },
    dropSupportFile: async (fundId, code) => {
      await writeText(leaves, support(fundId), { name: code, text: undefined })
      await before.dropSupportFile(fundId, code)
    },
  }
}

/** Why households were helped, in the store of cases; notes about anything else stay beside the journal. */
const reasonsIn = (leaves: LeafNeeds, before: Notes): Notes => ({
  keep: async (fundId, notes) => {
    for (const { subject, text } of notes)
      await writeText(leaves, relief(fundId), {
        name: subject,
        text: text === '' ? undefined : text,
      })
    const old = await before.of(fundId)
    const gone = notes.filter(({ subject }) => (old.get(subject) ?? '') !== '')
    if (gone.length > 0)
      await before.keep(
        fundId,
        gone.map(({ subject }) => ({ subject, text: '' })),
      )
  },
  of: async (fundId) => {
    const old = [...(await before.of(fundId))].filter(
      ([of, text]) => isOfHousehold(of) && text !== '',
    )
    return new Map([...old, ...(await textsOf(leaves, relief(fundId)))])
  },
  noteOf: async (fundId, subject) =>
    (await textOf(leaves, relief(fundId), subject)) ?? before.noteOf(fundId, subject),
})

/** A store of books whose files of grants lie in the store of cases. */
export const underTheRoof = <Store extends SupportFiles>(
  store: Store,
  leaves: LeafNeeds,
): Store => ({
  ...store,
  ...filesIn(leaves, store),
})

/** One for each store, so that whoever waits for a turn of it waits for the same. */
const roofs = new WeakMap<Notes, Notes>()

/** Where the reasons of one household's relief are kept: with the cases, where those are, else beside the journal. */
export const reasonsOfService = <Store extends Notes>({
  store,
  cases,
}: {
  readonly store: Store
  readonly cases?: LeafNeeds | undefined
}): Store => {
  if (!cases) return store
  const known = roofs.get(store) ?? { ...store, ...reasonsIn(cases, store) }
  roofs.set(store, known)
  return known as Store
}

type Before = SupportFiles &
  Notes &
  Pick<Journal, 'fundIds'> & { readonly networks: Pick<NetworkJournal, 'fundIds'> }

/**
 * Carries over what an older version has left in the store of the books: each is written here, then taken away there. Whoever
 * cuts it off loses nothing and begins again. Tells how many it carried.
 */
export const carryOver = async (store: Before, leaves: LeafNeeds): Promise<number> => {
  let carried = 0
  const [files, reasons] = [filesIn(leaves, store), reasonsIn(leaves, store)]
  const funds = await store.fundIds()
  for (const scope of [...funds, ...(await store.networks.fundIds())])
    for (const { code, sealed } of await store.supportFiles(scope)) {
      // What stands here already is the later one.
      const here = await textOf(leaves, support(scope), code)
      await files.keepSupportFile({ fundId: scope, code, sealed: here ?? sealed })
      carried += 1
    }
  for (const fundId of funds)
    for (const [subject, text] of await store.of(fundId)) {
      if (!isOfHousehold(subject) || text === '') continue
      const here = await textOf(leaves, relief(fundId), subject)
      await reasons.keep(fundId, [{ subject, text: here ?? text }])
      carried += 1
    }
  return carried
}
