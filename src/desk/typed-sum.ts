import { type Currency, decimalsOf } from '#domain/kernel/money.ts'

/** What a field knows of the sum that is typed into it: every field of money has it, so that no form can leave it out. */
export type TypedSum = {
  readonly currency: Currency
  /** What is usual here. It is public: never counted from what somebody has in private. */
  readonly usual: number
  /** The sum in smallest units; undefined where nothing is typed. */
  readonly read: (text: string) => number | undefined
}

/** What people pay at once where nothing else is known: about a hundred dollars, in smallest recorded units. */
const ordinary: Readonly<Record<Currency, number>> = {
  KHR: 400_000,
  USD: 10_000,
  THB: 350_000,
  VND: 2_500_000,
  LAK: 2_000_000,
  MMK: 200_000,
}
export const ordinarySum = (currency: Currency): number => ordinary[currency]

/** By which keys a sum is typed: digits alone have no point before cents. */
export const keysFor = (currency: Currency): 'numeric' | 'decimal' =>
  decimalsOf(currency) === 0 ? 'numeric' : 'decimal'

/** The sum of a field of money; `read` answers a number, or whatever else is wrong. */
export const typedSum = (
  {
    currency,
    usual = ordinarySum(currency),
  }: Pick<TypedSum, 'currency'> & { usual?: number | undefined },
  read: (text: string) => unknown,
): TypedSum => ({
  currency,
  usual,
  read: (text) => {
    const amount = read(text)
    return typeof amount === 'number' ? amount : undefined
  },
})
