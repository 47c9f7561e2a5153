import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { fund } from '#test/support/command-line.ts'
import { olderDatabase } from '#test/support/fixture-database.ts'
import { paperBookFolder } from '#test/support/books-in.ts'
import { villageDay } from '#test/support/today.ts'

const folder = mkdtempSync(join(tmpdir(), 'command-line-'))
const run = (...args: string[]) => fund(args, { folder })
let imported: Awaited<ReturnType<typeof run>>

beforeAll(async () => {
  imported = await run('import', 'paper-book', paperBookFolder, '--json')
})
afterAll(() => rmSync(folder, { recursive: true }))

test('a newcomer imports a book and reads the health of the fund from it', async () => {
  expect(imported).toMatchObject({ status: 0, err: '' })
  expect(JSON.parse(imported.out)).toMatchObject({ villageCode: '99999901', wasHere: false })
  const health = await run('report', 'health', '--as-of', '2025-12-31', '--json')
  expect(health.status).toBe(0)
  expect(JSON.parse(health.out)).toEqual(
    JSON.parse(readFileSync(join(paperBookFolder, 'expected.json'), 'utf8')),
  )
})

test('the database lies in the folder of the caller', () => {
  expect(existsSync(join(folder, 'data', 'fund.db'))).toBe(true)
})

const reports = [
  'health',
  'cash-book',
  'findings',
  'trial-balance',
  'balance-sheet',
  'income',
  'loan-register',
  'cash-shortages',
  'restricted-funds',
  'unexplained',
  'changes-in-equity',
  'wind-up',
]

// Three programs each: with little time for two of them.
test.each(process.env['TEST_BUDGET'] === 'ci' ? reports : reports.slice(0, 2))(
  'the %s report comes as text, JSON and CSV',
  async (kind) => {
    const [text, json, csv] = await Promise.all([
      run('report', kind),
      run('report', kind, '--json'),
      run('report', kind, '--csv'),
    ])
    expect([text.status, json.status, csv.status]).toEqual([0, 0, 0])
    expect(text.out.split('\n').length).toBeGreaterThan(5)
    expect(() => JSON.parse(json.out) as unknown).not.toThrow()
    expect(csv.out.startsWith('\ufeff')).toBe(true)
  },
)

test('both sides of the balance sheet are equal', async () => {
  const { rows } = JSON.parse(
    (await run('report', 'balance-sheet', '--as-of', '2025-12-31', '--json')).out,
  ) as { rows: { line: string; amount: number }[] }
  const line = (name: string) => rows.find((row) => row.line === name)?.amount
  expect(line('total-assets')).toBe(25_956_900)
  expect(line('total-liabilities-and-equity')).toBe(25_956_900)
})

test("a member's statement ends with what the member has and owes", async () => {
  const { rows } = JSON.parse(
    (await run('report', 'member-statement', '--member', 'M13', '--json')).out,
  ) as { rows: { savings: number; owed: number }[] }
  expect(rows.at(-1)).toMatchObject({ savings: 415_000, owed: 900_000 })
})

test('the health report can explain itself further and grades the fund with reasons', async () => {
  const { grade, par30_percent } = JSON.parse(
    (await run('report', 'health', '--as-of', '2025-12-31', '--all', '--json')).out,
  ) as {
    par30_percent: number
    grade: { letter: string; lost: { rule: string; next: string }[] }
  }
  expect(par30_percent).toBe(3.08)
  expect(['A', 'B', 'C', 'D']).toContain(grade.letter)
})

test('the audit is clean and rebuilding leaves it so', async () => {
  expect((await run('rebuild')).status).toBe(0)
  const audit = await run('audit', '--json')
  expect(audit.status).toBe(0)
  expect(JSON.parse(audit.out)).toEqual({ ok: true, entries: 2002, problems: [] })
})

test('500,000 for 10 months costs 41,000', async () => {
  const input = JSON.stringify({
    principal: 500_000,
    months: 10,
    type: 'normal',
    paidOutOn: '2026-01-20',
  })
  const quote = JSON.parse((await fund(['quote', '--json'], { folder, input })).out) as {
    interest: number
    rows: unknown[]
    verdict: { cost: string; ceiling: string }
  }
  expect(quote).toMatchObject({
    interest: 41_000,
    verdict: { cost: 'within-cap', ceiling: 'not judged' },
  })
  expect(quote.rows).toHaveLength(10)
})

test('under the table of a quote stands in sentences how each figure was counted', async () => {
  const asked = { principal: 333_333, instalments: 10, paidOutOn: '2026-01-20' }
  const { out } = await fund(['quote'], { folder, input: JSON.stringify(asked) })
  const [table, counted] = out.split('How it was counted\n')
  expect(table).toContain('Cost: within the cap')
  expect(counted!.split('\n').slice(0, 3)).toEqual([
    '- 10 equal parts of 33,333.3, each rounded down to whole 100s: 33,300.',
    '- The last instalment takes 333 more: what the rounding left over.',
    '- 20 February 2026: 333,333 x 1.5 % = 4,999.995, rounded down to whole 100s: 4,900.',
  ])
})

test('a quote for a member of the fund is judged by its ceiling', async () => {
  const { fundId } = JSON.parse(imported.out) as { fundId: string }
  const ask = (principal: number) =>
    fund(['quote', '--json', '--fund', fundId], {
      folder,
      input: JSON.stringify({ principal, months: 10, paidOutOn: '2026-01-20', memberId: 'M24' }),
    })
  expect(JSON.parse((await ask(300_000)).out)).toMatchObject({ verdict: { ceiling: 'within' } })
  expect(JSON.parse((await ask(400_000)).out)).toMatchObject({ verdict: { ceiling: 'above' } })
})

test('wrong use, refusals and a missing database each have their exit code', async () => {
  const asked = [
    [2, 'no-such-command'],
    [2, 'report', 'health', '--as-of', '2025-02-30'],
    [2, 'import', 'paper-book', 'no-such-folder'],
    [1, 'report', 'health', '--as-of', '2024-12-31'],
    [1, 'report', 'health', '--fund', '00000000-0000-8000-8000-000000000009'],
    [3, 'audit', '--db', 'sqlite:none.db'],
    [0, '--help'],
  ] as const
  const came = await Promise.all(
    asked.map(async ([, ...args]) => [(await run(...args)).status, ...args]),
  )
  expect(came).toEqual(asked)
})

test('a dry run makes no database', async () => {
  const dry = await run(
    'import',
    'paper-book',
    paperBookFolder,
    '--dry-run',
    '--db',
    'sqlite:dry/run.db',
    '--json',
  )
  expect(JSON.parse(dry.out)).toMatchObject({ isDryRun: true })
  expect(existsSync(join(folder, 'dry'))).toBe(false)
})

test('the practice fund has a year of life that ends just before today', async () => {
  const demo = await run('demo', '--json')
  expect(demo.status).toBe(0)
  const health = JSON.parse(
    (await run('report', 'health', '--db', 'sqlite:./data/practice.db', '--json')).out,
  ) as { as_of: string; cash: number }
  const days = (Date.parse(villageDay()) - Date.parse(health.as_of)) / 86_400_000
  expect(days).toBeGreaterThanOrEqual(0)
  // A month has 31 days at most; midnight may have passed meanwhile.
  expect(days).toBeLessThanOrEqual(32)
  expect(health.cash).toBe(13_237_800)
})

test('an invented network is made once in a place, and is the same for the same seed and day', async () => {
  const asked = '--network 3 --years 1 --members 6 --seed rice --until 2026-03-01 --json'
  const made = (database: string) =>
    run('demo', ...asked.split(' '), '--key', `${database}.key`, '--db', `sqlite:./${database}.db`)
  const [one, other] = [await made('country'), await made('another')]
  expect([one.status, other.status]).toEqual([0, 0])
  expect(JSON.parse(one.out)).toMatchObject({ funds: 3, isPractice: true })
  const heads = async (database: string) =>
    (await run('heads', '--db', `sqlite:./${database}.db`, '--json')).out
  expect(await heads('country')).toBe(await heads('another'))
  expect((await run('audit', '--db', 'sqlite:./country.db')).status).toBe(0)
  const again = await run('demo', ...asked.split(' '), '--db', 'sqlite:./country.db')
  expect(again.status).not.toBe(0)
  expect(again.err).toContain('wants a place of its own')
  expect((await made('country')).err).toContain('there is such a file already')
  const key = readFileSync(join(folder, 'country.key'), 'utf8').trim().split('\n')
  expect(key.map((line) => Object.keys(JSON.parse(line) as object))).toEqual(
    Array.from({ length: 3 }, () => ['fundId', 'name', 'kind', 'fraud']),
  )

  const report = (...more: readonly string[]) =>
    run('report', 'portfolio', '--on', '2026-03-01', '--db', 'sqlite:./country.db', ...more)
  expect((await report()).out).toContain('Villages by need of a visit')
  const { funds } = JSON.parse((await report('--json')).out) as {
    readonly funds: readonly { readonly letter: string; readonly judgedOn: string }[]
  }
  expect(funds.map(({ judgedOn }) => judgedOn)).toEqual(Array(3).fill('2026-03-01'))
  expect(funds.every(({ letter }) => /^[ABCD]$/.test(letter))).toBe(true)
  expect((await report('--form', 'csv')).out.trim().split('\r\n')).toHaveLength(4)
  expect((await report('--form', 'savix')).out.trim().split('\r\n')).toHaveLength(7)
  expect((await run('demo', '--network', 'many')).err).toContain('must be whole, from 1 to')
})

test('one byte changed in a copy of the practice fund is found, and the entry named', async () => {
  const { seq, before, after, database } = JSON.parse((await run('tamper', '--json')).out)
  expect([before.length, before === after]).toEqual([after.length, false])
  const told = await run('--db', database, 'audit')
  expect(told.status).toBe(1)
  expect(told.out).toContain(`entry ${seq} (`)
  expect((await run('--db', 'sqlite:data/practice.db', 'audit')).status).toBe(0)
  expect((await run('tamper')).out).toContain(`--db ${database} audit`)
})

test('a database of an older version says what to do, and after it the books are whole', async () => {
  olderDatabase(join(folder, 'old.db'))
  const old = await run('--db', 'sqlite:old.db', 'audit')
  expect([old.status, old.err]).toEqual([3, expect.stringContaining('migrate up')])
  expect((await run('--db', 'sqlite:old.db', 'migrate', 'up')).status).toBe(0)
  expect((await run('--db', 'sqlite:old.db', 'audit')).status).toBe(0)
})

test('the doctor finds nothing wrong with this machine', async () => {
  expect(JSON.parse((await run('doctor', '--json')).out)).toMatchObject({ ok: true })
})

test('the paper book’s own figures beside the imported one differ in nothing, and one riel is one line', async () => {
  const expected = JSON.parse(readFileSync(join(paperBookFolder, 'expected.json'), 'utf8')) as {
    savings: Record<string, number>
    loans: Record<string, { closing_balance: number }>
  }
  const borrowers = readFileSync(join(paperBookFolder, 'loans.csv'), 'utf8').split(/\r?\n/).slice(1)
  const owed = new Map<string, number>()
  for (const [loan, card] of borrowers.map((line) => line.split(',')))
    if (card) owed.set(card, (owed.get(card) ?? 0) + (expected.loans[loan!]?.closing_balance ?? 0))
  const sheet = join(folder, 'paper.csv')
  const compare = async (more: number) => {
    const lines = Object.entries(expected.savings).map(
      ([card, saved], i) => `${card},${saved + (i === 3 ? more : 0)},${owed.get(card) ?? 0}`,
    )
    writeFileSync(sheet, ['card,savings,loan_left', ...lines].join('\n'))
    const answer = await run('compare', sheet, '--as-of', '2025-12-31', '--json')
    expect(answer.err).toBe('')
    return JSON.parse(answer.out) as { differences: object[]; notCompared: object[] }
  }
  expect(await compare(0)).toMatchObject({ differences: [], notCompared: [] })
  expect((await compare(1)).differences).toMatchObject([{ figure: 'savings', difference: 1 }])
  writeFileSync(sheet, 'card,savings,loan_left\nM99,1,1\nM02,-5,x\nM02,1,\n')
  const wrong = await run('compare', sheet)
  expect(wrong.status).toBe(1)
  expect(wrong.out).toContain('4 to mend')
})
