import type { AccountKind } from '#domain/ledger/accounts.ts'

/** What the fund has and what it owes, by kind of account. */
export const kind = {
  'asset:cash-box': 'Cash in the box',
  'asset:bank': 'Bank',
  'asset:wallet': 'Wallet',
  'asset:foreign-box': 'Cash of another currency in the box',
  'asset:exchange': 'Paid for cash of other currencies',
  'asset:loan': 'Loans that are owed',
  'asset:loan-loss-provision': 'Set aside for loans that go bad',
  'asset:advance': 'Advances',
  'asset:venture-cash': 'Cash of ventures, apart',
  'asset:venture-goods': 'Goods of ventures, apart',
  'liability:savings': 'Savings of members',
  'liability:private-savings': 'Private savings, all together',
  'liability:social-fund': 'Social fund',
  'liability:grant-window': 'Donors’ money',
  'liability:borrowing': 'Borrowed from outside',
  'liability:suspense': 'Money that waits for its owner',
  'liability:venture': 'Ventures: what their holders have in them',
} satisfies Readonly<
  Record<Extract<AccountKind, `asset:${string}` | `liability:${string}`>, string>
>
