import type { JournalRow } from '#domain/ledger/entry.ts'
import type { Journal } from '#domain/ports.ts'

/** The last entry of a journal: whoever keeps its hash elsewhere can prove later what came before it. */
export type Head = { readonly seq: number; readonly hash: string }

/**
 * The head of a journal; undefined when there is none. It is searched by single rows, some forty for a
 * million entries, because a journal is read forwards only.
 */
export const headOf = async (journal: Journal, journalId: string): Promise<Head | undefined> => {
  const rowAt = async (seq: number): Promise<JournalRow | undefined> =>
    (await journal.read(journalId, seq - 1, 1))[0]
  let found = await rowAt(1)
  if (!found) return undefined
  let step = 1
  for (let next = await rowAt(1 + step); next; next = await rowAt(found.seq + step)) {
    found = next
    step *= 2
  }
  for (; step >= 1; step = Math.floor(step / 2)) {
    found = (await rowAt(found.seq + step)) ?? found
  }
  return { seq: found.seq, hash: found.hash }
}

/**
 * What `read` gives where nothing was recorded while it read; undefined where something was, and what was read
 * first may be of another state than what was read last.
 */
export const atOneHead = async <T>(
  journal: Journal,
  journalId: string,
  read: () => Promise<T>,
): Promise<T | undefined> => {
  const before = await headOf(journal, journalId)
  const told = await read()
  const after = await headOf(journal, journalId)
  return before?.hash === after?.hash ? told : undefined
}

export type NamedHead = Head & { readonly kind: 'fund' | 'network'; readonly id: string }

/** The heads of all journals of a store. */
export const headsOf = async (
  store: Journal & { readonly networks: Journal },
): Promise<readonly NamedHead[]> => {
  const heads: NamedHead[] = []
  for (const [kind, journal] of [
    ['fund', store],
    ['network', store.networks],
  ] as const) {
    for (const id of await journal.fundIds()) {
      const head = await headOf(journal, id)
      if (head) heads.push({ kind, id, ...head })
    }
  }
  return heads
}

/** What became of a journal that a head was kept of: undefined where it still holds. */
export type HeadProblem = 'missing' | 'ends-before' | 'differs'

const problemWith = async (journal: Journal, { id, seq, hash }: NamedHead) => {
  const head = await headOf(journal, id)
  if (!head) return 'missing'
  if (head.seq < seq) return 'ends-before'
  const [row] = await journal.read(id, seq - 1, 1)
  return row?.hash === hash ? undefined : 'differs'
}

/** Holds a store against heads that were kept outside of it. A journal may have gone on since. */
export const compareHeads = async (
  store: Journal & { readonly networks: Journal },
  kept: readonly NamedHead[],
): Promise<readonly (NamedHead & { readonly problem: HeadProblem })[]> => {
  const problems: (NamedHead & { readonly problem: HeadProblem })[] = []
  for (const head of kept) {
    const problem = await problemWith(head.kind === 'fund' ? store : store.networks, head)
    if (problem !== undefined) problems.push({ ...head, problem })
  }
  return problems
}
