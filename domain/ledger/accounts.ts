/**
 * Every account a fund can have. The ids stand in the journal for ever: `class:kind[:subjectId]`,
 * never a person's name. Members' savings include their shares, because shares are paid back.
 */
const kinds = {
  'asset:cash-box': 'alone',
  'asset:bank': 'alone',
  'asset:wallet': 'alone',
  // Cash of another currency than the fund's own, and what it cost; their subject is the currency.
  'asset:foreign-box': 'of a subject',
  'asset:exchange': 'of a subject',
  'asset:loan': 'of a subject',
  'asset:loan-loss-provision': 'alone',
  'asset:advance': 'of a subject',
  // What members put together for one purpose: cash and goods apart from all that the fund has.
  'asset:venture-cash': 'of a subject',
  'asset:venture-goods': 'of a subject',
  'liability:savings': 'of a subject',
  // One for all who save in private: whose each part is, no account may say.
  'liability:private-savings': 'alone',
  'liability:social-fund': 'alone',
  'liability:grant-window': 'of a subject',
  'liability:borrowing': 'of a subject',
  'liability:suspense': 'of a subject',
  // What its holders have in it, all together; whose each part is, the shares say.
  'liability:venture': 'of a subject',
  'equity:takeover': 'alone',
  // What an older book does not explain, so that it is seen until it is found.
  'equity:unexplained': 'alone',
  'equity:share-capital': 'of a subject',
  'equity:reserve': 'alone',
  'equity:calamity-reserve': 'alone',
  'equity:undistributed-surplus': 'alone',
  // The part of a surplus that was split for running costs to come; the next split takes it back.
  'equity:running-costs-reserve': 'alone',
  'income:interest': 'alone',
  'income:fines': 'alone',
  'income:donations': 'alone',
  // By what it was spent on; alone where an older book or a sheet does not say it.
  'expense:running-costs': 'alone or of a subject',
  'expense:provision': 'alone',
  'expense:interest-paid': 'alone',
  'expense:cash-shortage': 'alone',
} as const

export type AccountKind = keyof typeof kinds
type OfASubject = { [K in AccountKind]: (typeof kinds)[K] extends 'alone' ? never : K }[AccountKind]
type Alone = {
  [K in AccountKind]: (typeof kinds)[K] extends 'of a subject' ? never : K
}[AccountKind]
export type AccountId = Alone | `${OfASubject}:${string}`
export type AccountClass = 'asset' | 'liability' | 'equity' | 'income' | 'expense'

/** The kind of an account, in the order of the list above. */
export const accountKinds = Object.keys(kinds) as readonly AccountKind[]

/** Where the second colon stands, or the end. No list is made: every line of every book goes through here. */
const endOfKind = (account: string): number => {
  const second = account.indexOf(':', account.indexOf(':') + 1 || account.length)
  return second === -1 ? account.length : second
}

/** `asset:loan:<id>` -> `asset:loan`. */
export const kindOf = (account: AccountId): AccountKind =>
  account.slice(0, endOfKind(account)) as AccountKind

/** `asset:loan:<id>` -> `<id>`; undefined for an account that has no subject. */
export const subjectOf = (account: AccountId): string | undefined => account.split(':')[2]

export const classOf = (account: AccountId): AccountClass =>
  account.split(':', 1)[0] as AccountClass

/** True for an id of the closed list, with a subject only where the kind may have one, and where it must. */
export const isAccountId = (value: string): value is AccountId => {
  const kind = kindOf(value as AccountId)
  if (!Object.hasOwn(kinds, kind)) return false
  const may = kinds[kind]
  if (kind.length === value.length) return may !== 'of a subject'
  const subject = value.slice(kind.length + 1)
  return may !== 'alone' && subject !== '' && !subject.includes(':')
}
