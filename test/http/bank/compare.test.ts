import { beforeAll, expect, test } from 'vitest'
import type { Door } from '#src/app/practice/practice-people.ts'
import { bookOf } from '#src/app/queries.ts'
import { bankWords } from '#src/words/words.ts'
import { answersOf, commandsPath, send } from '#test/http/commands/sending.ts'
import { pageText } from '#test/pages/page-text.ts'
import { type Practice, practice } from '#test/support/service.ts'

const words = bankWords.in('en')
const nobodysName = 'Sok Dara'

let village: Practice
/** Short codes and ids of what was taken to and from the bank and the wallet. */
const taken: { readonly id: string; readonly code: string }[] = []

const recorded = async (
  amount: number,
  way: { readonly from: 'box' | 'bank'; readonly to: 'box' | 'bank' | 'wallet' },
  effectiveOn: string,
): Promise<void> => {
  const { fundId, needs } = village
  const { members } = (await bookOf(needs.store, fundId))!
  const names = members.slice(0, 2).map(({ memberId }) => memberId)
  const id = needs.ids()
  const command = {
    id,
    v: 1 as const,
    type: 'RecordTransfer' as const,
    effectiveOn,
    amount,
    ...way,
    names,
  }
  const token = await village.as('record-keeper')
  const [answer] = await send(village, commandsPath(village), { token, commands: [command] })
  if (!answer || !('hash' in answer)) throw new Error(JSON.stringify(answer))
  taken.push({ id, code: `${answer.hash.slice(0, 4)} ${answer.hash.slice(4, 8)}` })
}

beforeAll(async () => {
  village = await practice()
  await recorded(400_000, { from: 'box', to: 'bank' }, '2025-12-01')
  await recorded(150_000, { from: 'box', to: 'bank' }, '2025-12-02')
  await recorded(50_000, { from: 'bank', to: 'box' }, '2025-12-03')
  await recorded(70_000, { from: 'box', to: 'bank' }, '2025-12-20')
  await recorded(80_000, { from: 'box', to: 'wallet' }, '2025-12-05')
})

const asked = async (path: string, body: BodyInit | undefined, door: Door = 'record-keeper') => {
  const token = await village.as(door)
  const answer = await village.ask(path, { token, ...(body === undefined ? {} : { body }) })
  return { status: answer.status, text: await answer.text() }
}
const listOf = (text: string, fields: Readonly<Record<string, string>> = {}): FormData => {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.append(name, value)
  form.append('sheet', new Blob([text]), `${nobodysName}.csv`)
  return form
}
const place = (more = ''): string => `/funds/${village.fundId}/bank${more}`
const head = async (): Promise<number> =>
  (await village.needs.store.read(village.fundId, 0, 100_000)).length

const bankCsv = (): string =>
  [
    `Invented Rice Bank,${nobodysName},,,,`,
    'Transaction date,Ref. No.,Details,Money out,Money in,Balance',
    `31/12/2025,R5,interest,,"1,000","531,000"`,
    `15/12/2025,R4,"from ${nobodysName} <script>",,30000,530000`,
    `04/12/2025,R3,cash,"50,000",,500000`,
    `03/12/2025,R2,cash,,"150,000",550000`,
    `02/12/2025,R1,slip ${taken[0]!.code.toUpperCase()},,"400,000","400,000"`,
  ].join('\n')

const picksIn = (html: string, type: string): string[] =>
  [...html.matchAll(/<input\s[^>]*>/g)]
    .filter(([input]) => input.includes(`type="${type}"`) && input.includes('name="pick.'))
    .map(([input]) => /value="([^"]*)"/.exec(input)![1]!)

const confirmed = (values: readonly string[]) =>
  new URLSearchParams([['place', 'bank'], ...values.map((value, i) => [`pick.${i}`, value])])

test('the bank’s list beside the book: a person confirms, and the statement is explained to the last riel', async () => {
  const before = await head()
  const first = await asked(place(), listOf(bankCsv(), { place: 'bank' }))
  expect(first.status).toBe(200)
  const told = pageText(first.text)
  for (const part of [words.sure('1'), words.likely('2'), words.unknown('2'), words.entries('1')])
    expect(told).toContain(part)
  expect(first.text).not.toContain('<script>')
  expect(first.text).toMatch(/531,000/)
  // Nothing is ticked, and nothing was written.
  expect(first.text).not.toMatch(/type="checkbox"[^>]*checked/)
  expect(await head()).toBe(before)
  // What is not in the book leads to the form that records it, with day and sum.
  expect(first.text).toContain(
    `/funds/${village.fundId}/record/repayment?on=2025-12-15&amp;amount=30000`,
  )

  const sure = picksIn(first.text, 'hidden')
  expect(sure).toHaveLength(1)
  const done = await asked(place('/confirm'), confirmed(sure))
  expect(pageText(done.text)).toContain(words.done('1'))
  const likely = picksIn(first.text, 'checkbox').filter((value) => !sure.includes(value))
  expect(likely).toHaveLength(2)
  await asked(place('/confirm'), confirmed(likely))
  expect(await head()).toBe(before + 3)
  // The same again changes nothing.
  expect(pageText((await asked(place('/confirm'), confirmed(sure))).text)).toContain(
    words.done('1'),
  )
  expect(await head()).toBe(before + 3)

  const again = await asked(place(), listOf(bankCsv(), { place: 'bank' }))
  const left = pageText(again.text)
  expect(left).toContain(words.confirmedBefore('3'))
  expect(left).not.toContain(words.confirmSure('1'))
  for (const part of [words.unknown('2'), words.entries('1')]) expect(left).toContain(part)
  expect(picksIn(again.text, 'hidden').concat(picksIn(again.text, 'checkbox'))).toEqual([])
  // 570,000 in the book, less 70,000 without a line, and 31,000 without an entry: 531,000.
  for (const sum of ['570,000', '70,000', '30,000', '531,000']) expect(left).toContain(sum)
})

test('a list of more than a megabyte, or of very many cells, is told on the page, as any other that cannot be read', async () => {
  const long = `Date,Amount\n${'2025-12-01,5\n'.repeat(90_000)}`
  const wide = `Date,Amount${','.repeat(600_000)}\n`
  for (const list of [long, wide]) {
    const { status, text } = await asked(place(), listOf(list, { place: 'bank' }))
    expect([status, pageText(text)]).toEqual([413, expect.stringContaining(words.fileTooLarge)])
  }
})

test('a program reads the wallet’s list, and its person confirms by the commands of the fund', async () => {
  const csv = `កាលបរិច្ឆេទ;បរិយាយ;ចំនួនទឹកប្រាក់\n2025-12-06;${nobodysName};៨០.០០០\n`.replace(
    '៨០.០០០',
    '៨០០០០',
  )
  const path = `/v1/funds/${village.fundId}/imports/bank-lines?place=wallet&asOf=2025-12-31&balance=79000`
  const { status, text } = await asked(path, listOf(csv))
  expect(status).toBe(200)
  expect(text).not.toContain(nobodysName)
  const read = JSON.parse(text) as {
    lines: {
      kind: string
      on: string
      amount: number
      mark: string
      choices: { entryId: string }[][]
    }[]
    statement: { rows: { line: string; amount: number }[]; totals: { amount: number } }
  }
  const [line] = read.lines
  expect(line).toMatchObject({
    kind: 'likely',
    amount: 80_000,
    choices: [[{ entryId: taken[4]!.id }]],
  })
  expect(read.statement.rows.map(({ line: what, amount }) => [what, amount])).toEqual([
    ['book-balance', 80_000],
    ['entry-without-line', -80_000],
    ['line-without-entry', 80_000],
    ['rest', -1_000],
  ])
  const command = {
    id: village.needs.ids(),
    v: 1 as const,
    type: 'MatchBankLine' as const,
    effectiveOn: line!.on,
    place: 'wallet' as const,
    amount: line!.amount,
    mark: line!.mark,
    entryIds: [taken[4]!.id],
  }
  const token = await village.as('record-keeper')
  const commands = [command, { ...command, id: village.needs.ids() }]
  const answers = await answersOf(
    await village.ask(commandsPath(village), { token, json: { commands } }),
  )
  expect(answers).toMatchObject([{ outcome: 'recorded' }, { code: 'line-matched-before' }])
  expect((await asked(`${path}&shape=1`, listOf(csv))).status).toBe(400)
  expect((await asked(path, listOf('Datum,Betrag\n1,2'))).status).toBe(422)
})

test('the committee and an auditor read the statement; the list itself is the record-keeper’s', async () => {
  const statement = `/funds/${village.fundId}/statements/bank-reconciliation?asOf=2025-12-31`
  const report = `/v1/funds/${village.fundId}/reports/bank-reconciliation?asOf=2025-12-31`
  for (const door of ['record-keeper', 'chair', 'auditor'] as const) {
    expect((await asked(statement, undefined, door)).status, door).toBe(200)
    const { text } = await asked(report, undefined, door)
    expect(JSON.parse(text)).toMatchObject({
      rows: [
        { line: 'book-balance', amount: 570_000 },
        { line: 'entry-without-line', amount: -70_000 },
      ],
      totals: { line: 'bank-should-hold', amount: 500_000 },
    })
  }
  for (const door of ['chair', 'auditor', 'household'] as const) {
    const { status } = await asked(place(), listOf(bankCsv(), { place: 'bank' }), door)
    expect([403, 404], door).toContain(status)
  }
  expect([403, 404]).toContain((await asked(statement, undefined, 'household')).status)
})

test('what the bank says of a line stands nowhere: not in the journal, the log, or an error', async () => {
  const { store } = village.needs
  const wrong = await asked(place(), listOf(`Date,Amount\n${nobodysName},1`, { place: 'bank' }))
  expect(wrong.status).toBe(400)
  expect(wrong.text).not.toContain(nobodysName)
  const rows = await store.read(village.fundId, 0, 100_000)
  const kept = JSON.stringify([
    rows,
    await store.subjects(village.fundId),
    await store.activities(village.fundId, { limit: 1000 }),
    village.lines,
  ])
  expect(kept).toContain('BankLineMatched')
  expect(kept).not.toContain(nobodysName)
  for (const reference of ['"R1"', '"R2"', 'slip']) expect(kept).not.toContain(reference)
})

test.each([
  ['no place', () => listOf(bankCsv()), words.placeMissing],
  ['no file', () => listOf('', { place: 'bank' }), words.fileMissing],
  ['a day ahead', () => listOf(bankCsv(), { place: 'bank', asOf: '2026-01-01' }), words.dayWrong],
  [
    'a balance in words',
    () => listOf(bankCsv(), { place: 'bank', balance: 'much' }),
    words.balanceWrong,
  ],
] as const)('%s is told at its field', async (_, form, fault) => {
  const { status, text } = await asked(place(), form())
  expect(status).toBe(400)
  const told = [...text.matchAll(/<p class="fault" id="[a-zA-Z]+-fault">([^]*?)<\/p>/g)]
  expect(told.map(([, said]) => pageText(said!))).toEqual([fault])
})

test('a sum of the bank that may have a zero too many is asked about beside what the list came to', async () => {
  const doubt = 'Is this ten times what you meant?'
  const read = async (balance: string) =>
    (await asked(place(), listOf(bankCsv(), { place: 'bank', balance }))).text
  expect(await read('531000')).not.toContain(doubt)
  expect(await read('53100000')).toContain(doubt)
})

test('a form that is none of ours confirms nothing', async () => {
  const before = await head()
  const value = `2025-12-20 70000 ${'0'.repeat(64)} ${taken[3]!.id}`
  for (const fields of [
    [['pick.1', value]],
    [
      ['place', 'box'],
      ['pick.1', value],
    ],
    [
      ['place', 'bank'],
      ['pick.1', `${value} more`],
    ],
    [
      ['place', 'bank'],
      ['other', value],
    ],
  ] as [string, string][][])
    expect((await asked(place('/confirm'), new URLSearchParams(fields))).status).toBe(400)
  const wrongSum = new URLSearchParams([
    ['place', 'bank'],
    ['pick.1', value.replace('70000', '60000')],
  ])
  expect((await asked(place('/confirm'), wrongSum)).status).toBe(409)
  expect(await head()).toBe(before)
})

test('a form that another page fills in shows its day and sum, and nothing that is no sum', async () => {
  const { loans } = (await bookOf(village.needs.store, village.fundId))!
  const record = (task: string, query: string) =>
    asked(`/funds/${village.fundId}/record/${task}?${query}`, undefined)
  const filled = 'on=2025-12-15&amount=30000'
  expect((await record('repayment', filled)).text).toContain(`&amp;on=2025-12-15&amp;amount=30000`)
  const form = await record('repayment', `loan=${loans[0]!.loanId}&${filled}`)
  expect(form.text).toMatch(/name="amount"[^>]*value="30000"/)
  expect(form.text).toMatch(/name="day"[^>]*value="15"/)
  const odd = await record('repayment', `loan=${loans[0]!.loanId}&on=2199-01-01&amount=%3Cb%3E`)
  expect(odd.text).toMatch(/name="day"[^>]*value="31"/)
  // Not even in a field that nobody sees, on the page where somebody is chosen first.
  for (const told of ['amount=word', 'on=word', 'way=word', 'amount=1e9', 'way=box-word'])
    expect((await record('repayment', told)).text, told).not.toContain(
      `type="hidden" name="${told.split('=')[0]}"`,
    )
  const moved = await record('bank', `fund=${village.fundId}&way=box-bank&${filled}`)
  expect(moved.text).toMatch(/value="box-bank"[^>]*checked/)
})
