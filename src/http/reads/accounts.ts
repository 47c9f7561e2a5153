import { z } from '@hono/zod-openapi'
import { isAccountId } from '#domain/ledger/accounts.ts'
import { trialBalance } from '#domain/ledger/statements.ts'
import { accountName } from '#src/lists/account-name.ts'
import { day, numberKey, sum } from '#src/http/reads/query.ts'
import { readList } from '#src/http/reads/read.ts'

const account = z
  .object({
    account: z.string(),
    name: z.string().openapi({ description: 'With card or loan number in place of the id' }),
    currency: z.string(),
    balance: sum.openapi({ description: 'Debit positive, in the smallest unit of the currency' }),
  })
  .openapi('Account', {
    example: {
      account: 'asset:cash-box',
      name: 'asset:cash-box',
      currency: 'KHR',
      balance: 13_237_800,
    },
  })

const posting = z
  .object({
    seq: z.int().openapi({ description: "The entry's place in the journal" }),
    line: z.int(),
    entryType: z.string(),
    effectiveOn: day,
    on: day.openapi({ description: 'The day whose books it belongs to' }),
    amount: sum,
    currency: z.string(),
  })
  .openapi('Posting')

const accounts = readList({
  isOfBook: true,
  path: '/accounts',
  may: 'read-accounts',
  summary: 'Every account that was ever posted to, with its balance',
  description: 'Postings only: provision and surplus of the day are in the balance sheet.',
  list: 'accounts',
  item: account,
  said: 'Accounts by id',
  rows: ({ book, asOf }) => trialBalance(book.balances, asOf),
  key: (line) => `${line.account} ${line.currency}`,
  items:
    ({ book }) =>
    ({ account: of, currency, debit, credit }) => ({
      account: of,
      name: accountName(book, of),
      currency,
      balance: debit - credit,
    }),
})

const ofAccount = readList({
  path: '/accounts/{account}/postings',
  may: 'read-accounts',
  summary: 'What was posted to an account, in the order of the journal',
  params: { account: z.string() },
  list: 'postings',
  item: posting,
  said: 'Postings by entry and line',
  rows: ({ book, asOf, postings }, { account: of }) => {
    const isHere = trialBalance(book.balances, asOf).some((line) => line.account === of)
    return isAccountId(of) && isHere ? postings(of) : undefined
  },
  key: ({ seq, line }) => numberKey(seq, line),
  items:
    () =>
    ({ seq, line, entryType, effectiveOn, on, amount, currency }) => ({
      seq,
      line,
      entryType,
      effectiveOn,
      on,
      amount,
      currency,
    }),
})

export const accountReads = [accounts, ofAccount] as const
