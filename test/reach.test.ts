import { execFile } from 'node:child_process'
import { cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'

/*
 * How far something new reaches is what it costs to build. An invented operation is planted in a copy of the house, first
 * its rules and then its form, and the compiler says whether a file was forgotten.
 */

const run = promisify(execFile)
const here = fileURLToPath(new URL('..', import.meta.url))

let copy = ''
beforeAll(async () => {
  copy = await mkdtemp(join(tmpdir(), 'reach-'))
  for (const part of ['domain', 'src', 'infra', 'verify', 'package.json', 'tsconfig.base.json'])
    await cp(join(here, part), join(copy, part), { recursive: true })
  await symlink(join(here, 'node_modules'), join(copy, 'node_modules'))
  await writeFile(
    join(copy, 'tsconfig.json'),
    JSON.stringify({
      extends: './tsconfig.base.json',
      compilerOptions: { noEmit: true, types: ['node'] },
      include: ['verify/**/*.d.mts', 'domain/**/*.ts', 'src/**/*.ts', 'infra/**/*.ts'],
    }),
  )
})
afterAll(() => rm(copy, { recursive: true, force: true }))

type Planting = readonly [path: string, plant: (text: string) => string]

/** Puts a line before another one, which must be there. */
const before =
  (line: string, planted: string) =>
  (text: string): string => {
    expect(text).toContain(line)
    return text.replace(line, `${planted}\n${line}`)
  }

const both =
  (...plants: readonly ((text: string) => string)[]) =>
  (text: string): string =>
    plants.reduce((told, plant) => plant(told), text)

const rules: readonly Planting[] = [
  [
    'domain/savings/operations/rice.ts',
    () => `import { recorded } from '#domain/kernel/decision.ts'
import { id, sum } from '#domain/kernel/shape.ts'
import { transfer } from '#domain/ledger/posting.ts'
import { recordKeeper } from '#domain/operations/may.ts'
import { operation } from '#domain/operations/operation.ts'
import type { Saving } from '#domain/savings/saving.ts'

export const plantRice = operation({
  command: 'PlantRice',
  entry: 'RicePlanted',
  oneHand: 'sight',
  asks: { memberId: id('member'), amount: sum },
  keeps: ['memberId', 'amount'],
  may: recordKeeper,
  second: 'none',
  minutes: 'told',
  isReversible: true,
  decide: ({ charter }: Saving, { amount, effectiveOn: on }) => {
    const { currency } = charter.charter
    const way = { from: 'liability:social-fund', to: 'asset:cash-box' } as const
    return recorded({ flags: [], postings: transfer({ ...way, amount, currency, on }) })
  },
  about: ({ memberId }) => [{ kind: 'member', key: memberId }],
})
`,
  ],
  [
    'domain/savings/operations.ts',
    both(
      before(
        '/** Everything that can be done',
        "import { plantRice } from '#domain/savings/operations/rice.ts'\n",
      ),
      before('  payInterestOnSavings,', '  plantRice,'),
    ),
  ],
  ...(['en', 'km'] as const).map((language): Planting => [
    `src/words/${language}/log.ts`,
    both(
      before('  RecordFine:', "  PlantRice: 'Planted rice',"),
      before('  FinePaid:', "  RicePlanted: 'Rice planted',"),
    ),
  ]),
]

const form: readonly Planting[] = [
  [
    'src/desk/savings/rice.ts',
    () => `import { plantRice } from '#domain/savings/operations/rice.ts'
import { aboutMember } from '#src/desk/about.ts'
import { atDesk } from '#src/desk/act.ts'
import { lendingFormWords } from '#src/words/words.ts'

export const rice = atDesk(plantRice, {
  name: 'rice',
  about: aboutMember,
  shown: ({ language }) => ({
    shown: 'savings',
    asks: { amount: { label: lendingFormWords.in(language).amountLabel, isLarge: true } },
  }),
})
`,
  ],
  [
    'src/desk/savings/acts.ts',
    both(
      before('/** Everything about savings', "import { rice } from '#src/desk/savings/rice.ts'\n"),
      (text) => text.replace('Act[] = [', 'Act[] = [rice, '),
    ),
  ],
  ['src/desk/places.ts', before("  | 'deposit'", "  | 'rice'")],
  ...(['en', 'km'] as const).map((language): Planting => [
    `src/words/${language}/lending-form.ts`,
    both(
      before('  act_deposit:', "  act_rice: 'Plant rice',"),
      before('  whose_deposit:', "  whose_rice: 'Whose rice?',"),
    ),
  ]),
]

/** What the planted house knows of it, asked from inside. */
const asked = `
import { actions } from '#domain/access/actions.ts'
import { savingsActs } from '#src/desk/savings/acts.ts'
import { entryNameOf } from '#src/words/code-words.ts'
import { actWords } from '#src/words/words.ts'
const known = ['en', 'km'].map((language) => [
  actWords.in(language).PlantRice,
  entryNameOf('RicePlanted', language),
])
process.stdout.write(JSON.stringify({
  action: actions.includes('PlantRice'),
  act: savingsActs.some(({ rule }) => rule === 'PlantRice'),
  known,
}))
`

test('a new command reaches into five files and one with a form into nine, no more', async () => {
  expect(new Set(rules.map(([path]) => path)).size).toBeLessThanOrEqual(5)
  expect(new Set([...rules, ...form].map(([path]) => path)).size).toBeLessThanOrEqual(9)
  for (const [path, plant] of [...rules, ...form]) {
    const file = join(copy, path)
    const text = await readFile(file, 'utf8').catch(() => '')
    await writeFile(file, plant(text))
  }
  const compiler = join(here, 'node_modules/typescript/bin/tsc')
  // One checker: each more looks through the same types again.
  const compiled = await run(process.execPath, [compiler, '-p', copy, '--checkers', '1']).catch(
    (error: { readonly stdout: string }) => error,
  )
  expect(compiled.stdout).toBe('')
  await writeFile(join(copy, 'asked.ts'), asked)
  const { stdout } = await run(process.execPath, [join(copy, 'asked.ts')], { cwd: copy })
  const said = ['Planted rice', 'Rice planted']
  expect(JSON.parse(stdout)).toEqual({ action: true, act: true, known: [said, said] })
})
