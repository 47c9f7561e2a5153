import type { SqlEntityManager as EntityManager } from '@mikro-orm/sql'
import { sql } from 'kysely'
import type { AccountId } from '#domain/ledger/accounts.ts'
import { stored } from '#infra/db/bytes.ts'
import { foundOf, tables, writeRows } from '#infra/db/tables.ts'

type Name = { readonly account: string; readonly currency: string }

const nameOf = ({ account, currency }: Name): string => `${account} ${currency}`

/** The last number that an account of a fund has. */
const lastNumber = async (em: EntityManager, fundId: string): Promise<number> => {
  const last = await tables(em)
    .selectFrom('account')
    .select(({ fn }) => fn.max('number').as('number'))
    .where('fund_id', '=', stored(em, fundId))
    .executeTakeFirst()
  return last?.number ?? 0
}

/** By which number postings and balances know each account of theirs; those that are new get the next ones. */
export const accountNumbers = async (
  em: EntityManager,
  fundId: string,
  named: readonly Name[],
): Promise<(name: Name) => number> => {
  const fund = stored(em, fundId)
  const names = new Map(named.map((one) => [nameOf(one), one]))
  const found = await foundOf(em, [...names.values()], {
    of: ({ account, currency }) =>
      sql<Name & { readonly number: number }>`select number, account, currency from account
        where fund_id = ${fund} and account = ${account} and currency = ${currency}`,
    bound: 3,
  })
  const numbers = new Map(found.map((row) => [nameOf(row), row.number]))
  const fresh = [...names].filter(([name]) => !numbers.has(name))
  if (fresh.length > 0) {
    const last = await lastNumber(em, fundId)
    for (const [i, [name]] of fresh.entries()) numbers.set(name, last + 1 + i)
    const rows = fresh.map(([name, { account, currency }]) => {
      return { fund_id: fund, number: numbers.get(name)!, account, currency }
    })
    await writeRows(em, 'account', rows)
  }
  return (name) => numbers.get(nameOf(name))!
}

/** The numbers of some accounts, of each in every currency that it has. */
export const numbersOf = async (
  em: EntityManager,
  fundId: string,
  accounts: readonly AccountId[],
): Promise<number[]> => {
  const fund = stored(em, fundId)
  const found = await foundOf(em, accounts, {
    of: (account) =>
      sql<{ readonly number: number }>`select number from account
        where fund_id = ${fund} and account = ${account}`,
    bound: 2,
  })
  return found.map(({ number }) => number)
}
