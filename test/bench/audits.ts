import { execFileSync, spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { FundBook } from '#domain/health/book.ts'
import type { LocalDate } from '#domain/kernel/dates.ts'
import type { AccountId } from '#domain/ledger/accounts.ts'
import { trialBalance } from '#domain/ledger/statements.ts'
import { readableNames } from '#src/exchange/plain-text/names.ts'
import { decimal } from '#src/exchange/plain-text/transactions.ts'
import { beancountFile, hledgerJournal } from '#src/exchange/plain-text/ledgers.ts'
import { bookOf } from '#src/app/queries.ts'
import { interleaved, over, told } from '#test/bench/measure.ts'
import type { OldFund } from '#test/bench/old-fund.ts'
import type { Section } from '#test/bench/section.ts'

type Files = { readonly hledger: string; readonly beancount: string }
type Balances = ReadonlyMap<string, number>
type Written = Files & { readonly balances: Balances }

/** What each account comes to by our trial balance, under the name that the text programs have of it; none that is zero. */
const balancesOf = (book: FundBook, today: LocalDate, accounts: readonly AccountId[]): Balances => {
  const names = readableNames(book, accounts)
  const sums = new Map<string, number>()
  for (const { account, currency, debit, credit } of trialBalance(book.balances, today)) {
    const amount = decimal(debit - credit, currency)
    if (debit !== credit) sums.set(`${names.get(account)} ${currency}`, Number(amount))
  }
  return sums
}

/** The balances that a text program tells, line by line: amounts with their currencies, then a name. */
export const balancesIn = (text: string): Balances => {
  const sums = new Map<string, number>()
  // Of an account with several currencies the last line has its name.
  let waiting: (readonly [currency: string, amount: number])[] = []
  for (const line of text.split('\n')) {
    const [, amount, currency, name] = /^\s*(-?[\d.,]+) ([A-Z]{3})(?:\s+(\S.*))?$/.exec(line) ?? []
    if (amount === undefined) continue
    waiting.push([currency!, Number(amount.replaceAll(',', ''))])
    if (name === undefined) continue
    for (const [of, sum] of waiting) sums.set(`${name} ${of}`, sum)
    waiting = []
  }
  return sums
}

/** What two count otherwise, an account that one of them does not have among it. */
export const differing = (ours: Balances, theirs: Balances): readonly string[] =>
  [...new Set([...ours.keys(), ...theirs.keys()])].flatMap((name) =>
    ours.get(name) === theirs.get(name)
      ? []
      : [`${name}: ours ${ours.get(name)}, theirs ${theirs.get(name)}`],
  )

/** Throws unless a program comes to the balances of ours, account by account. */
const checked = (program: string, { hledger, balances }: Written): void => {
  const args = ['-f', hledger, 'bal', '--flat', '--no-total']
  const text = execFileSync(program, args, { encoding: 'utf8', maxBuffer: 2 ** 28 })
  const [first, ...more] = differing(balances, balancesIn(text))
  if (first !== undefined)
    throw new Error(
      `${program} differs in ${more.length + 1} of ${balances.size} balances, ${first}`,
    )
}

/** The books of a fund as the text programs read them. */
const written = async ({ needs, fundId, today }: OldFund, folder: string): Promise<Written> => {
  const book = (await bookOf(needs.store, fundId))!
  const plain = {
    book,
    postings: await needs.store.postings(fundId, { through: today }),
    through: today,
  }
  const files = { hledger: join(folder, 'book.journal'), beancount: join(folder, 'book.beancount') }
  writeFileSync(files.hledger, hledgerJournal(plain))
  writeFileSync(files.beancount, beancountFile(plain))
  const accounts = plain.postings.map(({ account }) => account)
  return { ...files, balances: balancesOf(book, today, accounts) }
}

const isThere = (program: string): boolean => spawnSync(program, ['--version']).error === undefined

/** Seconds of CPU that a program takes from its start to its end; one that finds a fault ends the bench. */
const cpuSeconds = (program: string, args: readonly string[]): number => {
  const script = 'TIMEFORMAT="%U %S"; time "$@" >/dev/null 2>&3'
  const { status, stderr } = spawnSync(
    'bash',
    ['-c', `exec 3>/dev/null; ${script}`, 'bash', program, ...args],
    {
      encoding: 'utf8',
    },
  )
  if (status !== 0) throw new Error(`${program} ended with ${status}`)
  const [user, system] = stderr.trim().split(/\s+/).map(Number)
  return user! + system!
}

type Audited = { readonly cpu: number; readonly above: number }

/** The whole audit of a file in a process of its own: seconds of CPU, and MiB at the most above what it had before. */
const audited = (path: string): Audited =>
  JSON.parse(
    execFileSync(process.execPath, [fileURLToPath(new URL('auditing.ts', import.meta.url)), path], {
      encoding: 'utf8',
    }),
  ) as Audited

/** The audit of everything beside others' simplest report of the same books: B5. */
export const audits = async (
  {
    fund,
    path,
    folder,
  }: { readonly fund: OldFund; readonly path: string; readonly folder: string },
  rounds: number,
): Promise<Section> => {
  const files = await written(fund, folder)
  const peers: readonly (readonly [string, string, readonly string[]])[] = [
    ['ledger bal', 'ledger', ['-f', files.hledger, 'bal']],
    ['hledger bal', 'hledger', ['-f', files.hledger, 'bal']],
    ['bean-check', 'bean-check', ['--no-cache', files.beancount]],
  ]
  const above: number[] = []
  const works: Record<string, () => number> = {
    ours: () => {
      const found = audited(path)
      above.push(found.above)
      return found.cpu
    },
  }
  for (const [name, program, args] of peers)
    if (isThere(program)) works[name] = () => cpuSeconds(program, args)
  // A fast round that comes to other sums is none; bean-check itself fails where a balance differs.
  const adding = peers.slice(0, 2).filter(([, program]) => isThere(program))
  works['check'] = () => {
    for (const [, program] of adding) checked(program, files)
    return 0
  }
  const found = await interleaved(rounds, works)
  const ours = found['ours']!
  const rows = peers.map(([name]) => {
    const theirs = found[name]
    const goal = name === 'ledger bal' ? '1.0, then 0.25' : ''
    return theirs
      ? [`audit / ${name}`, told(over(ours, theirs)), goal, `${told(ours)} and ${told(theirs)}`]
      : [`audit / ${name}`, 'absent', goal, '']
  })
  return {
    name: 'audit',
    title: 'The whole audit (B5)',
    heads: ['what', 'ratio of CPU', 'goal', 'CPU, s'],
    rows: [...rows, ['memory of the audit above idle, MiB', told(above, 0), 'at most 64', '']],
    notes: [
      `${fund.entries} entries: chain, sums, refold and views of ours; the others read the exported text and add it up, which no hash is in. The reading of the text is in their figures, the start of Node is not in ours. After each round the balances of ${files.balances.size} accounts were compared with those of ${adding.map(([, program]) => program).join(' and ')}: each the same.`,
    ],
  }
}
