import { createRoute, z } from '@hono/zod-openapi'
import { isAccountId } from '#domain/ledger/accounts.ts'
import { trialBalance } from '#domain/ledger/statements.ts'
import { accountName } from '#src/exchange/statements/account-name.ts'
import { json, newApi, ofFund, problems } from '#src/http/api.ts'
import {
  askedBook,
  day,
  none,
  numberKey,
  paged,
  pageOf,
  pagingOf,
  sum,
  times,
} from '#src/http/reads/asked.ts'
import { fundPath } from '#src/http/reads/funds.ts'

const tags = ['accounts']

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

const listRoute = createRoute({
  method: 'get',
  path: '/v1/funds/{fundId}/accounts',
  ...ofFund('read-accounts'),
  tags,
  summary: 'Every account that was ever posted to, with its balance',
  description: 'Postings only: provision and surplus of the day are in the balance sheet.',
  request: { params: fundPath, query: z.strictObject({ ...times, ...pagingOf('accounts') }) },
  responses: { 200: json(pageOf(account), 'Accounts by id'), ...problems },
})

const postingsRoute = createRoute({
  method: 'get',
  path: '/v1/funds/{fundId}/accounts/{account}/postings',
  ...ofFund('read-accounts'),
  tags,
  summary: 'What was posted to an account, in the order of the journal',
  request: {
    params: fundPath.extend({ account: z.string() }),
    query: z.strictObject({ ...times, ...pagingOf('postings') }),
  },
  responses: { 200: json(pageOf(posting), 'Postings by entry and line'), ...problems },
})

export const accountReads = () =>
  newApi()
    .openapi(listRoute, async (context) => {
      const { limit, cursor, ...when } = context.req.valid('query')
      const asked = await askedBook(context, when)
      if (asked instanceof Response) return asked
      const { book, asOf } = asked
      const page = paged(trialBalance(book.balances, asOf), {
        list: 'accounts',
        limit,
        cursor,
        key: (line) => `${line.account} ${line.currency}`,
      })
      const items = page.items.map(({ account: of, currency, debit, credit }) => ({
        account: of,
        name: accountName(book, of),
        currency,
        balance: debit - credit,
      }))
      return context.json({ ...page, items }, 200)
    })
    .openapi(postingsRoute, async (context) => {
      const { limit, cursor, ...when } = context.req.valid('query')
      const { account: of } = context.req.valid('param')
      const asked = await askedBook(context, when)
      if (asked instanceof Response) return asked
      const { book, asOf, postings } = asked
      const isHere = trialBalance(book.balances, asOf).some((line) => line.account === of)
      if (!isAccountId(of) || !isHere) return none()
      const page = paged(await postings(of), {
        list: 'postings',
        limit,
        cursor,
        key: ({ seq, line }) => numberKey(seq, line),
      })
      const items = page.items.map(
        ({ seq, line, entryType, effectiveOn, on, amount, currency }) => ({
          seq,
          line,
          entryType,
          effectiveOn,
          on,
          amount,
          currency,
        }),
      )
      return context.json({ ...page, items }, 200)
    })
