import type { LocalDate } from '#domain/kernel/dates.ts'
import type { OwnAct } from '#src/app/household/own-lines.ts'
import type { OwnView } from '#src/app/household/own-view.ts'

/** The own page for a phone that many use: it holds no sum, so that none can be shown by mistake. */
export type SumlessView = {
  readonly card: string
  readonly isFormer: boolean
  readonly asOf: LocalDate
  /** The day on which money is due next; none where no loan is open. */
  readonly next: { readonly on: LocalDate; readonly isLate: boolean } | undefined
  /** The newest first. */
  readonly lines: readonly { readonly on: LocalDate; readonly what: OwnAct }[]
}

/** What of an own view is left without its sums. */
export const withoutSums = ({ card, isFormer, asOf, loans, lines }: OwnView): SumlessView => {
  const on = loans.map(({ next }) => next.on).toSorted()[0]
  return {
    card,
    isFormer,
    asOf,
    next: on === undefined ? undefined : { on, isLate: loans.some(({ next }) => next.late > 0) },
    lines: lines.map(({ on: day, what }) => ({ on: day, what })),
  }
}
