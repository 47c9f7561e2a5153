import type { LocalDate } from '#domain/kernel/dates.ts'
import type { AwayCounted } from '#domain/fund/meeting/away.ts'
import type { AuditorAccess } from '#domain/fund/auditors.ts'
import type { Statement } from '#domain/fund/bank.ts'
import type { CharterVersion } from '#domain/fund/charter/charter.ts'
import type { Comparison } from '#domain/fund/meeting/comparing.ts'
import type { Round } from '#domain/fund/meeting/confirming.ts'
import type { FutureDecided } from '#domain/fund/future.ts'
import type { TalkGiven } from '#domain/fund/meeting/talks.ts'
import type { ReceivingAccount } from '#domain/fund/receiving.ts'
import type { Explainer } from '#domain/fund/meeting/explaining.ts'
import type { HandOver } from '#domain/fund/people/handing-over.ts'
import type { ElectionHeld } from '#domain/fund/people/tenures.ts'

/** What the fund itself is: its village, its charters and how far its books are closed. */
export type Fund = {
  readonly villageCode: string
  readonly openedOn: LocalDate
  readonly charters: readonly CharterVersion[]
  readonly openingProvision: number
  readonly closedThrough?: LocalDate
  /** Networks that were let in to read; absent while there was none. */
  readonly auditors?: readonly AuditorAccess[]
  /** Elections that were held; absent before the first one. */
  readonly elections?: readonly ElectionHeld[]
  /** What bank and wallet said they hold, by day; absent while there was none. */
  readonly statements?: readonly Statement[]
  /** When the meeting counted who is away; absent while it has not. */
  readonly awayCounts?: readonly AwayCounted[]
  /** Box, book and keys that went from hand to hand, as they were written down. */
  readonly handOvers?: readonly HandOver[]
  /** Comparisons with a paper book, by day; absent while there was none. */
  readonly comparisons?: readonly Comparison[]
  /** Who was chosen to answer for what is unexplained, and by when; absent while nobody was. */
  readonly explainers?: readonly Explainer[]
  /** Rounds in which members were asked whether their balance is right; absent before the first. */
  readonly confirmations?: readonly Round[]
  /** Talks that the village heard; absent before the first. */
  readonly talks?: readonly TalkGiven[]
  /** Whether it goes on, rests or ends, as meetings decided it; absent while none did. */
  readonly futures?: readonly FutureDecided[]
  /** Where money for it is paid in by a payment code; absent while nobody has said it. */
  readonly receiving?: ReceivingAccount
}
