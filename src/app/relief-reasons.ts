import { canonicalJson } from '#domain/kernel/canonical.ts'
import type { LocalDate } from '#domain/kernel/dates.ts'
import type { FundBook } from '#domain/health/book.ts'
import type { Hasher, Journal, Notes, Random } from '#domain/ports.ts'
import { turnsByName } from '#src/app/turns.ts'

/*
 * What the entry of an event vouches for by a hash stands beside the journal, with a salt that is drawn and kept with
 * it alone: why relief is given to one household, what a paper or a photo says. Once it is erased nobody, the
 * service with its keys neither, can tell from the hash which of a few reasons it was (ADR 63).
 */

type Kept = { readonly salt: string; readonly text: string }
type Needs = { readonly store: Notes; readonly hash: Hasher }

const prefix = 'relief:'
/** Whether a note can say what befell one household: who gets a fund without its people gets none of these. */
export const isOfHousehold = (subject: string): boolean => subject.startsWith(prefix)

const subjectOf = (entryId: string): string => `${prefix}${entryId}`

const hashOf = (hash: Hasher, { salt, text }: Kept): string => hash(canonicalJson({ salt, text }))

const keptIn = (note: string | undefined): Kept | undefined =>
  note === undefined || note === '' ? undefined : (JSON.parse(note) as Kept)

/** What stands beside an entry that is being written: its hash, and how it is kept before it and taken away again. */
export type Proof = {
  readonly hashOf: (text: string) => string
  readonly keep: (text: string) => Promise<void>
  /** Where the entry was not recorded after all. */
  readonly drop: () => Promise<void>
}

/** One at a time of a note, for each store. */
const turns = new WeakMap<Notes, ReturnType<typeof turnsByName>>()
const waitingMax = 1000

const turnsOf = (store: Notes): ReturnType<typeof turnsByName> => {
  const known = turns.get(store) ?? turnsByName(waitingMax)
  turns.set(store, known)
  return known
}

/** The same form with the same text has the same hash, whenever it comes again; any other gets a salt of its own. */
export const proofsOf = async (
  {
    store,
    hash,
    random,
  }: Needs & { readonly store: Pick<Journal, 'find'>; readonly random: Random },
  fundId: string,
): Promise<(entryId: string) => Proof> => {
  const notes = new Map(await store.of(fundId))
  const fresh = random.token()
  const readAgain = async (subject: string): Promise<void> => {
    notes.set(subject, (await store.of(fundId)).get(subject) ?? '')
  }
  return (entryId) => {
    const subject = subjectOf(entryId)
    const keptOf = (text: string): Kept => {
      const before = keptIn(notes.get(subject))
      return before?.text === text ? before : { salt: fresh, text }
    }
    // What a recorded entry vouches for is not written over by a form that comes again with something else.
    const isRecorded = async (): Promise<boolean> =>
      (await store.find(fundId, [entryId])).length > 0
    return {
      hashOf: (text) => hashOf(hash, keptOf(text)),
      keep: (text) =>
        // A form that was pressed twice keeps one salt: what is kept first is what an entry vouches by.
        turnsOf(store).inTurn(subject, async () => {
          await readAgain(subject)
          if (!(await isRecorded()))
            await store.keep(fundId, [{ subject, text: JSON.stringify(keptOf(text)) }])
          await readAgain(subject)
        }),
      drop: async () => {
        if (!(await isRecorded())) await store.keep(fundId, [{ subject, text: '' }])
      },
    }
  }
}

/** Why relief was given to a household, and where it is not told any more, nothing. */
export type ReliefReason = {
  readonly eventId: string
  readonly declaredOn: LocalDate
  readonly memberIds: readonly string[]
  /** One of the words that the form offers; undefined where it was erased or never kept here. */
  readonly text: string | undefined
  /** The note that it stands in. */
  readonly subject: string | undefined
}

/** What happened to a member's household, event by event, the last first. It is read by two people alone. */
export const reasonsOf = async (
  { store, hash }: Needs,
  { fundId, book, memberId }: { fundId: string; book: Pick<FundBook, 'events'>; memberId: string },
): Promise<readonly ReliefReason[]> => {
  const found = new Map<string, { readonly subject: string; readonly text: string }>()
  for (const [subject, note] of await store.of(fundId)) {
    const kept = isOfHousehold(subject) ? keptIn(note) : undefined
    if (kept) found.set(hashOf(hash, kept), { subject, text: kept.text })
  }
  return book.events
    .flatMap(({ eventId, kind, declaredOn, told }) => {
      if (kind !== 'personal' || told?.evidence.is !== 'reason') return []
      const { memberIds = [], evidence } = told
      const kept = found.get(evidence.hash)
      return memberIds.includes(memberId)
        ? [{ eventId, declaredOn, memberIds, text: kept?.text, subject: kept?.subject }]
        : []
    })
    .toSorted((a, b) => (a.declaredOn < b.declaredOn ? 1 : -1))
}

/** Notes that no entry vouches for, or one about this member's own household does: nobody reads them by a hash. */
const besideEntries = async (
  { store }: { readonly store: Notes & Pick<Journal, 'find'> },
  { fundId, memberId }: { readonly fundId: string; readonly memberId: string },
): Promise<readonly string[]> => {
  const subjects = [...(await store.of(fundId))]
    .filter(([subject, note]) => isOfHousehold(subject) && note !== '')
    .map(([subject]) => subject)
  const rows = await store.find(
    fundId,
    subjects.map((subject) => subject.slice(prefix.length)),
  )
  const others = new Set(
    rows.flatMap(({ id, data }) => {
      const { kind, memberIds = [] } = JSON.parse(data) as Partial<ReliefNoted>
      return kind === 'personal' && memberIds.includes(memberId) ? [] : [subjectOf(id)]
    }),
  )
  return subjects.filter((subject) => !others.has(subject))
}
type ReliefNoted = { readonly kind: string; readonly memberIds: readonly string[] }

/**
 * Erases, salt and all, why relief was given to a member's household: for everybody who lives there. What was left
 * behind by a form that was pressed twice, or never recorded, goes too.
 */
export const eraseReasons = async (
  needs: Needs & { readonly store: Pick<Journal, 'find'> },
  of: {
    readonly fundId: string
    readonly book: Pick<FundBook, 'events'>
    readonly memberId: string
  },
): Promise<void> => {
  const reasons = await reasonsOf(needs, of)
  const vouched = reasons.flatMap(({ subject }) => (subject === undefined ? [] : [subject]))
  const subjects = new Set([...vouched, ...(await besideEntries(needs, of))])
  await needs.store.keep(
    of.fundId,
    [...subjects].map((subject) => ({ subject, text: '' })),
  )
}
