import { type LocalDate, daysAfter, later } from '#domain/kernel/dates.ts'
import type { HeldElsewhere } from '#domain/fund/bank.ts'

/** What money from abroad is sent for that its receiver fetches. */
export const awaitedUses = ['home', 'school'] as const

/** Where money for the fund is paid in, as two officers said it, and since which day it is written so. */
export type ReceivingAccount = {
  readonly place: HeldElsewhere
  readonly account: string
  readonly called: string
  readonly city: string
  readonly from: LocalDate
}

/**
 * The fund after its account was said: since it was written down, whatever day it was sent for. Whoever pays sees by that day
 * whether the account is new; the last that was written stands.
 */
export const fundAfterReceiving = <Of extends { readonly receiving?: ReceivingAccount }>(
  fund: Of,
  { place, account, called, city }: Omit<ReceivingAccount, 'from'>,
  { on, recordedAt }: { readonly on: LocalDate; readonly recordedAt: string },
): Of => ({
  ...fund,
  receiving: { place, account, called, city, from: later(on, recordedAt.slice(0, 10)) },
})

/** So long an account counts as new: whoever pays asks first. */
const newForDays = 30

/** Whether an account was said so lately that whoever pays should ask whether it is the fund's. */
export const isNewAccount = ({ from }: ReceivingAccount, today: LocalDate): boolean =>
  today <= daysAfter(from, newForDays)
