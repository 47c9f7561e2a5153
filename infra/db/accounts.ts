import type { AccountId } from '#domain/ledger/accounts.ts'
import { stored } from '#infra/db/bytes.ts'
import { foundBy, questionsOf, writeRows } from '#infra/db/many-rows.ts'
import type { Question } from '#infra/db/statement.ts'
import { type Statements, tables } from '#infra/db/tables.ts'

type Name = { readonly account: string; readonly currency: string }

const nameOf = ({ account, currency }: Name): string => `${account} ${currency}`

export type AccountRow = Name & { readonly number: number }

/** The questions for the rows of some accounts, in every currency that each has. */
export const accountsAsked = (
  em: Statements,
  fundId: string,
  named: readonly Pick<Name, 'account'>[],
): Question<AccountRow>[] =>
  questionsOf(em, [...new Set(named.map(({ account }) => account))], {
    name: 'account',
    shared: [stored(tables(em), fundId)],
    of: (db, account, [whose]) =>
      db
        .selectFrom('account')
        .select(['number', 'account', 'currency'])
        .where('fund_id', '=', whose!)
        .where('account', '=', account),
  })

const rowsOf = (em: Statements, fundId: string, named: readonly Pick<Name, 'account'>[]) =>
  foundBy(em, accountsAsked(em, fundId, named))

/** The last number that an account of a fund has. */
const lastNumber = async (em: Statements, fundId: string): Promise<number> => {
  const last = await tables(em)
    .selectFrom('account')
    .select(({ fn }) => fn.max('number').as('number'))
    .where('fund_id', '=', stored(tables(em), fundId))
    .executeTakeFirst()
  return last?.number ?? 0
}

/** By which number postings and balances know each account of theirs; those that are new get the next ones. */
export const accountNumbers = async (
  em: Statements,
  fundId: string,
  named: readonly Name[],
  known?: readonly AccountRow[],
): Promise<(name: Name) => number> => {
  const found = known ?? (await rowsOf(em, fundId, named))
  const numbers = new Map(found.map((row) => [nameOf(row), row.number]))
  const fresh = [...new Map(named.map((one) => [nameOf(one), one]))].filter(
    ([name]) => !numbers.has(name),
  )
  if (fresh.length > 0) {
    const fund_id = stored(tables(em), fundId)
    const last = await lastNumber(em, fundId)
    const rows = fresh.map(([name, { account, currency }], i) => {
      numbers.set(name, last + 1 + i)
      return { fund_id, number: last + 1 + i, account, currency }
    })
    await writeRows(em, 'account', rows)
  }
  return (name) => numbers.get(nameOf(name))!
}

/** The numbers of some accounts, of each in every currency that it has. */
export const numbersOf = async (
  em: Statements,
  fundId: string,
  accounts: readonly AccountId[],
): Promise<number[]> =>
  (
    await rowsOf(
      em,
      fundId,
      accounts.map((account) => ({ account })),
    )
  ).map(({ number }) => number)
