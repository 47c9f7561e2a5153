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
import { safeTables } from '#domain/statistics/releasing.ts'

type Needs = { readonly store: Notes & Pick<Journal, 'find'>; readonly hash: Hasher }

/** Where the figures of a count stand beside the journal. */
const subjectOf = (entryId: string): string => `away:${entryId}`

type Kept = { readonly figures: AwayFigures; readonly salt: string }

const hashOf = (hash: Hasher, { figures, salt }: Kept): string =>
  hash(lengthPrefixed(['village-fund/away-count/1', salt, canonicalJson(figures as Json)]))

/** What is kept, as an older version may have written it, where it is figures with a salt; whatever else stands there is no count. */
const keptIn = (text: string | undefined): Kept | undefined => {
  try {
    const { figures, salt } = JSON.parse(text ?? '') as Kept
    return typeof salt === 'string' && awayFault(upcastAway(figures)) === undefined
      ? { figures, salt }
      : undefined
  } catch {
    return undefined
  }
}

/** `differs`: what stands beside the journal is not what the entry vouches for. `gone`: it was erased. */
export type AwayState = 'fits' | 'differs' | 'gone'

export type AwayCount = {
  readonly entryId: string
  readonly on: LocalDate
  readonly state: AwayState
  readonly figures: AwayFigures | undefined
}

const countOf = (
  { hash }: Pick<Needs, 'hash'>,
  counted: { readonly entryId: string; readonly on: LocalDate; readonly hash: string },
  text: string | undefined,
): AwayCount => {
  const { entryId, on } = counted
  if (text === undefined || text === '') return { entryId, on, state: 'gone', figures: undefined }
  const kept = keptIn(text)
  const isSame = kept !== undefined && hashOf(hash, kept) === counted.hash
  const figures = kept && upcastAway(kept.figures)
  return { entryId, on, state: isSame ? 'fits' : 'differs', figures }
}

/** All counts of a fund with their figures, the newest first. */
export const awayCountsOf = async (
  needs: { readonly store: Notes; readonly hash: Hasher },
  { book, fundId }: { readonly book: FundBook; readonly fundId: string },
): Promise<readonly AwayCount[]> => {
  const notes = await needs.store.of(fundId)
  return (book.fund.awayCounts ?? [])
    .map((counted) => countOf(needs, counted, notes.get(subjectOf(counted.entryId))))
    .toReversed()
}

/** A figure that may be told, rounded; null where it is hidden. */
type SafeCell = number | null

export type SafeFigures = { readonly total: SafeCell } & {
  readonly [Table in AwayTable]: Readonly<Record<AwayLine<Table>, SafeCell>>
}

/** What the village's own committee reads of a count: never what the stones said, which one of the committee may have done. */
export const figuresOfCommittee = ({ more, ...figures }: AwayFigures): AwayFigures => {
  if (!more) return figures
  const { stones: _, ...told } = more
  return { ...figures, more: told }
}

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
  { store, hash, random }: Needs & { readonly random: Random },
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
  const { fundId, id, on, figures } = asked
  const kept = keptIn((await store.of(fundId)).get(subjectOf(id)))
  const isSame = kept && canonicalJson(kept.figures as Json) === canonicalJson(figures as Json)
  const told = isSame ? kept : { figures, salt: random.token() }
  const [known] = await store.find(fundId, [id])
  return {
    command: { type: 'RecordAwayCount', id, v: 1, effectiveOn: on, hash: hashOf(hash, told) },
    // Figures that an entry vouches for are not written over by a form that comes again with others.
    keep: async () =>
      known
        ? undefined
        : store.keep(fundId, [{ subject: subjectOf(id), text: canonicalJson(told as Json) }]),
  }
}

/** Takes figures and salt away for good; the entry stays and says only that there was a count. */
export const eraseAwayCount = async (
  { store }: { readonly store: Notes },
  { fundId, entryId }: { readonly fundId: string; readonly entryId: string },
): Promise<void> => store.keep(fundId, [{ subject: subjectOf(entryId), text: '' }])
