import type { LocalDate } from '#domain/kernel/dates.ts'
import { checkState } from '#domain/network/checked.ts'
import type { SchemeKind, Warner, Warning } from '#domain/network/warnings/warning.ts'
import { lastShowing, rulesShown, shownWatch } from '#domain/network/watch/shown.ts'
import type { Watch } from '#domain/network/watch/watch.ts'

/** A warning as anybody may read it: without its id, which tells when it was entered, and so how soon after somebody spoke. */
export type StandingWarning = {
  readonly km?: string
  readonly latin?: string
  readonly kind: SchemeKind
  readonly rests:
    | {
        readonly on: 'authority'
        readonly who: Warner
        readonly seenOn: LocalDate
        readonly document?: string
        readonly lookedOn: LocalDate
        /** Nobody has looked for long: it stands all the same, and says so. */
        readonly isStale: boolean
      }
    | {
        readonly on: 'reports'
        /** From so many on it is told; never how many there are. */
        readonly households: number
        /** The day on which all that is told of reports changes. */
        readonly since: LocalDate
      }
}

/** What the list is made of. */
export type WarningBook = {
  readonly warnings: Iterable<Warning>
  readonly watch: Watch
  readonly goodForDays: number
}

const isBy = (
  written: { readonly writtenOn: LocalDate } | undefined,
  said: LocalDate | undefined,
  day: LocalDate,
): boolean => written !== undefined && said! <= day && written.writtenOn <= day

/**
 * What rests on reports comes and goes on the two days of a year on which anything of reports does, whenever the staff wrote
 * it down; so that no line here tells on which day somebody spoke.
 */
const reportsShown = (book: WarningBook, on: LocalDate): ReadonlySet<string> =>
  new Set(
    shownWatch(book.watch, on)
      .filter(({ kinds }) => kinds.includes('false-investment'))
      .map(({ partyId }) => partyId),
  )

const namesIn = ({ km, latin }: Warning) => ({
  ...(km !== undefined && { km }),
  ...(latin !== undefined && { latin }),
})

const standing = (
  one: Warning,
  { on, goodForDays }: { readonly on: LocalDate; readonly goodForDays: number },
): StandingWarning['rests'] | undefined => {
  const { rests, counts, ended, check } = one
  if (rests.on === 'reports') return undefined
  if (counts === undefined || counts.from > on || (ended && ended.on <= on)) return undefined
  const { who, seenOn, document } = rests
  const lookedOn = check!.on <= on ? check!.on : counts.from
  const { withdrawn: _w, ...looked } = { ...one, check: { ...check!, on: lookedOn } }
  return {
    on: 'authority',
    who,
    seenOn,
    ...(document !== undefined && { document }),
    lookedOn,
    isStale: checkState(looked, { today: on, goodForDays }) === 'stale',
  }
}

/**
 * What stands on the warning list on a day, by all that is known now: which schemes are warned of, on whose word, and whether
 * somebody has looked of late. A shared pot asks it before any money goes out.
 */
export const warningsOn = (book: WarningBook, on: LocalDate): readonly StandingWarning[] => {
  const last = lastShowing(on)
  const shown = reportsShown(book, on)
  return [...book.warnings].flatMap((one): readonly StandingWarning[] => {
    const { kind, counts, ended } = one
    const told =
      one.rests.on === 'authority'
        ? standing(one, { on, goodForDays: book.goodForDays })
        : isBy(counts, counts?.from, last) &&
            !isBy(ended, ended?.on, last) &&
            shown.has(one.rests.partyId)
          ? {
              on: 'reports' as const,
              households: rulesShown(book.watch, on).publicFrom,
              since: last,
            }
          : undefined
    return told ? [{ ...namesIn(one), kind, rests: told }] : []
  })
}
