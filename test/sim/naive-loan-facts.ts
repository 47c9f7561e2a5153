/* What is known of a loan in the second count of the books. */
export type Fact = { readonly id: string; readonly on: number }
export type Payment = Fact & {
  readonly amount: number
  readonly written?: { readonly interest: number; readonly principal: number }
  readonly early?: 'next' | 'fewer' | 'smaller'
  readonly excessTo?: 'savings'
  readonly from?: 'savings' | 'bank' | 'wallet'
}
export type Sum = Fact & { readonly amount: number }
export type Change = Fact & {
  readonly instalments: number
  readonly firstDueOn: number
  readonly dueDay: number
}
/** The rate that a loan bears from a day on. */
export type Conversion = Fact & { readonly rate: string }
