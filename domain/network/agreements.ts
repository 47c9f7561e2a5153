import type { Term } from '#domain/access/staff.ts'
import type { LocalDate } from '#domain/kernel/dates.ts'

/**
 * One agreement of a network: which auditors go to which funds, and until when. It opens none of them: each fund confirms it once
 * by an entry of its own, and ends it by its meeting.
 */
export type Agreement = {
  readonly agreementId: string
  readonly fundIds: readonly string[]
  /** Auditors of any of its terms. */
  readonly userIds: readonly string[]
  /** One after the other; the last one is what funds are asked for. */
  readonly terms: readonly Term[]
}

/** The last term of an agreement. */
export const lastTerm = ({ terms }: Agreement): Term => terms.at(-1)!

/** Whether funds are still asked to confirm it. */
export const isAgreedOn = (agreement: Agreement, day: LocalDate): boolean => {
  const { until, endedOn } = lastTerm(agreement)
  return day <= until && endedOn === undefined
}
