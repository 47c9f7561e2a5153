import type { Currency } from '#domain/kernel/money.ts'
import type { AtTable, PassLine } from '#src/app/meeting/pass.ts'
import { amountIn, sharesIn } from '#src/desk/entered.ts'

/** What is wrong with a field, as a key of the sheet's words. */
export type PassFault = 'digits' | 'large'

const passFields = ['shares', 'deposit', 'social', 'fine', 'out'] as const
export type PassField = (typeof passFields)[number]
export const loanField = (place: number): string => `loan${place}`

type PassRead = {
  readonly line: PassLine
  readonly faults: ReadonlyMap<string, PassFault>
  readonly isEmpty: boolean
}

/** Reads what one member laid down, in digits of either script; an empty field is nothing. */
export const passIn = (
  { memberId, loans }: Pick<AtTable, 'memberId' | 'loans'>,
  of: (name: string) => string,
  currency: Currency,
): PassRead => {
  const faults = new Map<string, PassFault>()
  const read = (name: string): number => {
    const is = name === 'shares' ? sharesIn(of(name)) : amountIn(of(name), currency)
    if (typeof is === 'number') return is
    if (is === 'not-digits') faults.set(name, 'digits')
    if (is === 'too-large') faults.set(name, 'large')
    return 0
  }
  const [shares, deposit, social, fine, out] = passFields.map(read) as [
    number,
    number,
    number,
    number,
    number,
  ]
  const repaid = loans.map(({ loanId }, place) => ({ loanId, amount: read(loanField(place)) }))
  const sums = [shares, deposit, social, fine, out, ...repaid.map(({ amount }) => amount)]
  return {
    line: { memberId, shares, deposit, social, fine, out, repaid },
    faults,
    isEmpty: sums.every((sum) => sum === 0),
  }
}
