import { join } from 'node:path'
import { auditAll } from '#src/app/proof/audit.ts'
import type { Command } from '#domain/village.ts'
import { medianOf, told } from '#test/bench/measure.ts'
import { type OldFund, oldFund } from '#test/bench/old-fund.ts'
import type { Section } from '#test/bench/section.ts'
import { grown } from '#test/bench/growth.ts'
import { admission, founding, idOf, shares } from '#test/contract/village-life.ts'

const by = { actor: 'bench', device: 'bench' }

/** A small fund more in the same file: founded, three members, nine purchases of shares. */
const another = async ({ needs }: OldFund, n: number): Promise<void> => {
  const fundId = `other-${String(n).padStart(6, '0')}`
  const people = [1, 2, 3].map((member) => admission(member + 1, member))
  const bought = Array.from({ length: 9 }, (_, i) => shares(i + 10, (i % 3) + 1))
  const commands = [founding(1), ...people, ...bought].map((command, i): Command => ({
    ...command,
    id: idOf(n * 100 + i + 1),
  }))
  const answers = await needs.record(fundId, commands, by)
  const bad = answers.find(({ outcome }) => outcome !== 'recorded' && outcome !== 'flagged')
  if (bad) throw new Error(JSON.stringify(bad))
}

const asked = ['a deposit, recorded', 'own page of a household', 'first page of a committee']

/** One fund's work beside one, a hundred and a thousand others in one file, the files in turn: B12 in small. */
export const manyFunds = async (
  folder: string,
  { counts, rounds }: { readonly counts: readonly number[]; readonly rounds: number },
): Promise<Section> => {
  const files: OldFund[] = []
  for (const count of counts) {
    const fund = await oldFund(join(folder, `funds-${count}.db`), 2_100)
    for (let n = 1; n < count; n += 1) await another(fund, n)
    files.push(fund)
  }
  const found = await grown(files, rounds, asked)
  for (const { needs, close } of files) {
    const { problems } = await auditAll(needs.store, needs.hash)
    if (problems.length > 0) throw new Error(JSON.stringify(problems[0]))
    await close()
  }
  return {
    name: 'many-funds',
    title: 'One fund among many in one file (B12, in small)',
    heads: ['CPU, µs', ...counts.map((count) => (count === 1 ? 'alone' : `${count} funds`))],
    rows: asked.map((name) => [name, ...found.get(name)!.map((each) => told(each, 0))]),
    notes: [
      'Goal: no dearer for the others. A file of SQLite; 10,000 funds on one PostgreSQL stand in a part of their own. All funds were audited at the end: no problem.',
    ],
    curves: {
      title: 'CPU in µs of one fund’s work by funds in the file',
      of: asked.map((name) => ({
        name,
        points: found.get(name)!.map((each, i) => [counts[i]!, medianOf(each)] as const),
      })),
    },
  }
}
