import type { LocalDate } from '#domain/kernel/dates.ts'
import type { HeldElsewhere } from '#domain/fund/bank.ts'

/** What money from abroad is sent for that its receiver fetches. */
export const awaitedUses = ['home', 'school'] as const

/** Where money for the fund is paid in, as two officers said it on a day. */
export type ReceivingAccount = {
  readonly place: HeldElsewhere
  readonly account: string
  readonly called: string
  readonly city: string
  readonly from: LocalDate
}

/** The fund after its account was said; of two days the later stands. */
export const fundAfterReceiving = <Of extends { readonly receiving?: ReceivingAccount }>(
  fund: Of,
  { place, account, called, city }: Omit<ReceivingAccount, 'from'>,
  from: LocalDate,
): Of =>
  fund.receiving !== undefined && fund.receiving.from > from
    ? fund
    : { ...fund, receiving: { place, account, called, city, from } }
