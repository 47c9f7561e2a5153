import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { againMarks, againTable } from '#test/support/run-again.ts'
import { writeWhole } from '#test/support/whole-file.ts'
import { type Kept, figuresFolder } from '#test/support/reached.ts'

/*
 * Writes what the last full run (`TEST_BUDGET=ci`) reached into the table of docs/guarantees.md:
 * node test/support/guarantees.ts
 */

type Promised = {
  readonly id: string
  readonly says: string
  /** Tests that report what they reached; none where it is not built. */
  readonly by: readonly string[]
  /** What of it is not there. */
  readonly missing?: string
}

/** What is promised, in the order of the design. */
export const promised: readonly Promised[] = [
  {
    id: 'P1',
    says: 'an acknowledged entry survives a killed process',
    by: ['test/sim/killed.test.ts'],
  },
  {
    id: 'P2',
    says: 'and a power cut',
    by: ['test/power/power-cut.test.ts'],
  },
  {
    id: 'P3',
    says: 'a full disk or a failing write makes no half entry and no hang',
    by: ['test/contract/full-disk.test.ts'],
  },
  { id: 'P4', says: 'each intent counts once, for ever', by: ['test/sim/village.test.ts'] },
  { id: 'P5', says: 'money is conserved and the rules hold', by: ['test/sim/village.test.ts'] },
  {
    id: 'P6',
    says: 'schedules are right to the riel',
    by: ['test/domain/loans/two-engines.test.ts'],
  },
  {
    id: 'P7',
    says: 'offline phones converge, nothing is dropped',
    by: ['test/sim/phones/partition.test.ts'],
  },
  {
    id: 'P8',
    says: 'a change to recorded history is found where its end was marked by a secret outside, or somebody holds a receipt',
    by: ['test/verify/verify-journal.test.ts', 'test/verify/witness.test.ts'],
  },
  {
    id: 'P9',
    says: 'every route and command has a decision for every role and relation',
    by: [
      'test/http/access/routes.test.ts',
      'test/http/access/commands.test.ts',
      'test/http/access/strangers.test.ts',
    ],
  },
  {
    id: 'P10',
    says: 'nothing of one fund reaches another; nothing of a case reaches the ledger',
    by: [
      'test/http/access/routes.test.ts',
      'test/http/access/commands.test.ts',
      'test/hostile/canaries.test.ts',
      'test/app/cases/attack/attack.test.ts',
      'test/http/cases/canaries.test.ts',
    ],
  },
  {
    id: 'private savings',
    says: 'private savings are found by nobody but their owner',
    by: ['test/http/savings/private-twins.test.ts', 'test/http/savings/private-writing.test.ts'],
  },
  {
    id: 'P11',
    says: 'a bad request changes nothing',
    by: ['test/hostile/fuzz.test.ts', 'test/hostile/readers.test.ts'],
  },
  { id: 'P12', says: 'guessing a PIN is hopeless', by: ['test/domain/access/pin-odds.test.ts'] },
  {
    id: 'P13',
    says: 'no person can be read from statistics',
    by: [
      'test/domain/grants/subtraction.test.ts',
      'test/domain/statistics/attack/attack.test.ts',
      'test/domain/statistics/attack/referrals.test.ts',
    ],
  },
  { id: 'P14', says: 'restore works', by: ['test/journeys/restore-drill.test.ts'] },
  { id: 'P15', says: 'overload degrades politely', by: ['test/http/commands/overload.test.ts'] },
  {
    id: 'P16',
    says: 'the tests have teeth',
    by: ['test/sim/saboteurs.test.ts'],
    missing:
      'faults planted by machine are counted by room and not in this run, see docs/mutants.md',
  },
  {
    id: 'P17',
    says: 'the browser cannot be turned',
    by: ['test/hostile/browser.test.ts', 'test/hostile/every-field.test.ts'],
  },
  {
    id: 'P18',
    says: 'what one officer alone takes is named by a finding',
    by: [
      'test/domain/hands/thief.test.ts',
      'test/sim/one-hand.test.ts',
      'test/http/identity/thief.test.ts',
    ],
    missing:
      'money is tried on the book alone and within one day, words of others on the running service; nobody sees cash that is not written down',
  },
]

export const page = fileURLToPath(new URL('../../docs/guarantees.md', import.meta.url))
const marks = ['<!-- figures of the last full run -->', '<!-- end of figures -->'] as const

/** Figures that are there, of the full run alone. */
export const figures = (folder = join(figuresFolder(), 'ci')): readonly Kept[] =>
  existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => name.endsWith('.json'))
        .toSorted()
        .map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as Kept)
    : []

const inGroups = (count: number): string => String(count).replaceAll(/\B(?=(\d{3})+$)/g, ',')

const rowsOf = ({ id, says, by, missing }: Promised, kept: readonly Kept[]): readonly string[] => {
  const own = kept.filter(({ promise }) => promise === id)
  const note = missing === undefined ? '' : ` (${missing})`
  const name = id.startsWith('P') ? id : ''
  if (by.length === 0) return [`| ${name} | ${says} | **${missing}** | | | |`]
  if (own.length === 0) return [`| ${name} | ${says}${note} | not in the last run | | | |`]
  return own.map(({ tried, atLeast, count, found }, i) => {
    const whose = i === 0 ? `| ${name} | ${says}${note} ` : '| | '
    return `${whose}| ${tried} | ${inGroups(atLeast)} | ${inGroups(count)} | ${found} |`
  })
}

/** The table, from figures. */
export const tableOf = (kept: readonly Kept[]): string => {
  const days = kept.map(({ on }) => on).toSorted()
  const commits = [...new Set(kept.map(({ commit }) => commit))].toSorted().join(', ')
  const when = days.length === 0 ? 'no run' : `runs of ${days[0]} to ${days.at(-1)} at ${commits}`
  return [
    `Reached with \`TEST_BUDGET=ci\`, by ${when}; written here by \`node test/support/guarantees.ts\`.`,
    '',
    '| | promised | tried | fails below | reached then | found |',
    '|---|---|---|--:|--:|--:|',
    ...promised.flatMap((one) => rowsOf(one, kept)),
  ].join('\n')
}

/** The page with another table between its marks; throws where it has none. */
export const withTable = (
  text: string,
  table: string,
  [begin, end]: readonly [string, string] = marks,
): string => {
  const [from, to] = [text.indexOf(begin), text.indexOf(end)]
  if (from < 0 || to < from) throw new Error('the page has no place for the figures')
  return `${text.slice(0, from + begin.length)}\n${table}\n${text.slice(to)}`
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const text = withTable(readFileSync(page, 'utf8'), againTable(promised), againMarks)
  // A machine without a full run has no figures to tell.
  const kept = figures()
  writeWhole(page, kept.length === 0 ? text : withTable(text, tableOf(kept)))
}
