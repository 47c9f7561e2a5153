import { execFileSync, spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { beancountFile, hledgerJournal } from '#src/exchange/plain-text/ledgers.ts'
import { bookOf } from '#src/app/queries.ts'
import { interleaved, over, told } from '#test/bench/measure.ts'
import type { OldFund } from '#test/bench/old-fund.ts'
import type { Section } from '#test/bench/section.ts'

type Files = { readonly hledger: string; readonly beancount: string }

/** The books of a fund as the text programs read them. */
const written = async ({ needs, fundId, today }: OldFund, folder: string): Promise<Files> => {
  const book = (await bookOf(needs.store, fundId))!
  const plain = {
    book,
    postings: await needs.store.postings(fundId, { through: today }),
    through: today,
  }
  const files = { hledger: join(folder, 'book.journal'), beancount: join(folder, 'book.beancount') }
  writeFileSync(files.hledger, hledgerJournal(plain))
  writeFileSync(files.beancount, beancountFile(plain))
  return files
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
      `${fund.entries} entries: chain, sums, refold and views of ours; the others read the exported text and add it up, which no hash is in. The reading of the text is in their figures, the start of Node is not in ours.`,
    ],
  }
}
