import type { LocalDate } from '#domain/kernel/dates.ts'
import type { AuditorAccess } from '#domain/fund/auditors.ts'
import type { CharterVersion } from '#domain/fund/charter.ts'

/** What the fund itself is: its village, its charters and how far its books are closed. */
export type Fund = {
  readonly villageCode: string
  readonly openedOn: LocalDate
  readonly charters: readonly CharterVersion[]
  readonly openingProvision: number
  readonly closedThrough?: LocalDate
  /** Networks that were let in to read; absent while there was none. */
  readonly auditors?: readonly AuditorAccess[]
}
