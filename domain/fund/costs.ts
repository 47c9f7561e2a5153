/** What the fund's own money may be spent on; never a name, and never one household's matter. */
export const costKinds = [
  'paper-and-print',
  'travel',
  'food',
  'rent-and-power',
  'repair',
  'fees',
  'pay',
  'training',
  'other',
] as const
export type CostKind = (typeof costKinds)[number]

/** Where a cost stands in the books. */
export const costAccount = (kind: CostKind | undefined) =>
  kind === undefined ? 'expense:running-costs' : (`expense:running-costs:${kind}` as const)

/** All of them. */
export const costAccounts = [undefined, ...costKinds].map((kind) => costAccount(kind))

/** For which work of the fund it was. */
export const costPurposes = ['meeting', 'book', 'bank', 'members', 'office', 'other'] as const
export type CostPurpose = (typeof costPurposes)[number]

/** Who got the money, as far as a book may say it: what an officer or an officer's kin is paid is seen as such. */
export const payeeKinds = [
  'shop',
  'public-office',
  'member',
  'officer',
  'kin-of-an-officer',
  'other',
] as const
export type PayeeKind = (typeof payeeKinds)[number]

/** What a paper says of a cost beside its sum; whatever it does not say stays unsaid. */
export type CostTold = {
  readonly kind?: CostKind
  readonly purpose?: CostPurpose
  readonly payee?: PayeeKind
}

/** The same from words that may be none of them. */
export const costTold = (of: (name: keyof CostTold) => string | null | undefined): CostTold => {
  const kind = costKinds.find((one) => one === of('kind'))
  const purpose = costPurposes.find((one) => one === of('purpose'))
  const payee = payeeKinds.find((one) => one === of('payee'))
  return { ...(kind && { kind }), ...(purpose && { purpose }), ...(payee && { payee }) }
}
