import { type Json, canonicalJson, lengthPrefixed } from '#domain/kernel/canonical.ts'
import type { LocalDate } from '#domain/kernel/dates.ts'
import type { recordAwayCount } from '#domain/fund/operations/away.ts'
import type { CommandOf } from '#domain/operations/operation.ts'
import {
  type AwayFigures,
  type AwayLine,
  type AwayTable,
  awayFault,
  awayLines,
  awayTableNames,
  upcastAway,
} from '#domain/fund/meeting/away-figures.ts'
import type { FundBook } from '#domain/health/book.ts'
import type { Hasher, Journal, Notes, Random } from '#domain/ports.ts'
import {
  type StonesNeeds,
  stonesOf,
  stonesSubject,
  stonesToKeep,
  withStones,
  withoutStones,
} from '#src/app/meeting/stones.ts'
import { safeTables } from '#domain/statistics/releasing.ts'

type Needs = StonesNeeds & { readonly store: Notes & Pick<Journal, 'find'> }

/** Where the figures of a count stand beside the journal. */
const prefix = 'away:'
const subjectOf = (entryId: string): string => `${prefix}${entryId}`
export const isOfAwayCount = (subject: string): boolean => subject.startsWith(prefix)

/** What is kept of a count in its own note. What the stones said stands in another one, and here its hash alone. */
type Kept = { readonly figures: AwayFigures; readonly salt: string; readonly stones?: string }

const hashOf = (hash: Hasher, { figures, salt, stones }: Kept): string => {
  const told = canonicalJson(figures as Json)
  return stones === undefined
    ? hash(lengthPrefixed(['village-fund/away-count/1', salt, told]))
    : hash(lengthPrefixed(['village-fund/away-count/2', salt, told, stones]))
}

/** What is kept, as an older version may have written it, where it is figures with a salt; whatever else stands there is no count. */
const keptIn = (text: string | undefined): Kept | undefined => {
  try {
    const { figures, salt, stones } = JSON.parse(text ?? '') as Kept
    const isText = typeof salt === 'string' && ['string', 'undefined'].includes(typeof stones)
    return isText && awayFault(upcastAway(figures)) === undefined
      ? { figures, salt, ...(stones !== undefined && { stones }) }
      : undefined
  } catch {
    return undefined
  }
}

/** Whether a note tells what stones said, as one of an earlier build does: it is carried nowhere. */
export const tellsStones = (subject: string, text: string): boolean =>
  isOfAwayCount(subject) && keptIn(text)?.figures.more?.stones !== undefined

/** `differs`: what stands beside the journal is not what the entry vouches for. `gone`: it was erased. */
type AwayState = 'fits' | 'differs' | 'gone'

export type AwayCount = {
  readonly entryId: string
  readonly on: LocalDate
  readonly state: AwayState
  readonly figures: AwayFigures | undefined
  /** `shut`: the count vouches for stones, and what they said is gone or no secret here opens it. */
  readonly stones: 'none' | 'told' | 'shut'
}

/** What stones said, as far as it is told here; and whether what is there is what the count vouches for. */
const stonesFor = async (
  needs: StonesNeeds,
  { stones: vouched }: Partial<Kept>,
  at: { readonly fundId: string; readonly entryId: string },
) => {
  if (vouched === undefined) return { state: 'none', areSame: true } as const
  const sealed = await stonesOf(needs, at)
  // Stones that cannot be opened here, as in a fund that was carried to another service, are told by nobody, and it is said.
  if (sealed === undefined) return { state: 'shut', areSame: true } as const
  return { state: 'told', areSame: sealed.hash === vouched, told: sealed.stones } as const
}

const countOf = async (
  needs: StonesNeeds,
  counted: { readonly entryId: string; readonly on: LocalDate; readonly hash: string },
  { fundId, text }: { readonly fundId: string; readonly text: string | undefined },
): Promise<AwayCount> => {
  const { entryId, on } = counted
  if (text === undefined || text === '')
    return { entryId, on, state: 'gone', figures: undefined, stones: 'none' }
  const kept = keptIn(text)
  const { state: stones, areSame, told } = await stonesFor(needs, kept ?? {}, { fundId, entryId })
  const isSame = kept !== undefined && areSame && hashOf(needs.hash, kept) === counted.hash
  const figures = kept && upcastAway(kept.figures)
  const shown = figures && isSame ? withStones(figures, told) : figures
  return { entryId, on, state: isSame ? 'fits' : 'differs', figures: shown, stones }
}

/** All counts of a fund with their figures, the newest first. */
export const awayCountsOf = async (
  needs: StonesNeeds,
  { book, fundId }: { readonly book: FundBook; readonly fundId: string },
): Promise<readonly AwayCount[]> => {
  const notes = await needs.store.of(fundId)
  const counts = (book.fund.awayCounts ?? []).map((counted) =>
    countOf(needs, counted, { fundId, text: notes.get(subjectOf(counted.entryId)) }),
  )
  return (await Promise.all(counts)).toReversed()
}

/** A figure that may be told, rounded; null where it is hidden. */
type SafeCell = number | null

export type SafeFigures = { readonly total: SafeCell } & {
  readonly [Table in AwayTable]: Readonly<Record<AwayLine<Table>, SafeCell>>
}

/** What the village's own committee reads of a count: never what the stones said, which one of the committee may have done. */
export const figuresOfCommittee = withoutStones

/** A count as anybody may see it who is not of the village's committee: of what was counted beyond it nothing, whose lines are small. */
export const safeFigures = (figures: AwayFigures): SafeFigures => {
  const counted = awayTableNames.map((id) => {
    const lines = awayLines(figures, id)
    return {
      id,
      dimensions: [{ id, categories: lines.map(([line]) => ({ id: line })) }],
      counts: lines.map(([line, people]) => ({ at: { [id]: line }, people })),
    }
  })
  const told = safeTables(counted, 'migration').map(({ id, cells }) => {
    const lines = cells.flatMap(({ at, people }) => (at[id] ? [[at[id], people] as const] : []))
    return { id, lines, total: cells.find(({ at }) => !at[id])!.people }
  })
  const tables = told.map(({ id, lines }) => [id, Object.fromEntries(lines)] as const)
  return { total: told[0]!.total, ...Object.fromEntries(tables) } as SafeFigures
}

/**
 * The command that vouches for figures, and what must be kept beside it before it is recorded. The same form with
 * the same figures is the same command, whenever it comes again.
 */
export const awayCommandOf = async (
  needs: Needs & { readonly random: Random },
  asked: {
    readonly fundId: string
    readonly id: string
    readonly on: LocalDate
    readonly figures: AwayFigures
  },
): Promise<{
  readonly command: CommandOf<typeof recordAwayCount>
  readonly keep: () => Promise<void>
}> => {
  const { store, hash, random } = needs
  const { fundId, id, on } = asked
  const figures = withoutStones(asked.figures)
  const { stones } = asked.figures.more ?? {}
  const [known] = await store.find(fundId, [id])
  const kept = keptIn(await store.noteOf(fundId, subjectOf(id)))
  const sealed = await stonesOf(needs, { fundId, entryId: id })
  const isSaid = (one: unknown, other: unknown): boolean =>
    canonicalJson((one ?? null) as Json) === canonicalJson((other ?? null) as Json)
  // Of a count that is in the book it is not said whether stones are those of then: they would be found by trying.
  const isSame =
    kept &&
    isSaid(withoutStones(kept.figures), figures) &&
    (known !== undefined || isSaid(sealed?.stones, stones))
  const made = isSame ? undefined : await stonesToKeep(needs, { fundId, entryId: id }, stones)
  const told = isSame ? kept : { figures, salt: random.token(), ...(made && { stones: made.hash }) }
  return {
    command: { type: 'RecordAwayCount', id, v: 1, effectiveOn: on, hash: hashOf(hash, told) },
    // Figures that an entry vouches for are not written over by a form that comes again with others.
    keep: async () =>
      known
        ? undefined
        : store.keep(fundId, [
            { subject: subjectOf(id), text: canonicalJson(told as Json) },
            ...(made ? [made.note] : []),
          ]),
  }
}

/** Takes figures and salt away for good; the entry stays and says only that there was a count. */
export const eraseAwayCount = async (
  { store }: { readonly store: Notes },
  { fundId, entryId }: { readonly fundId: string; readonly entryId: string },
): Promise<void> =>
  store.keep(fundId, [
    { subject: subjectOf(entryId), text: '' },
    { subject: stonesSubject(entryId), text: '' },
  ])
