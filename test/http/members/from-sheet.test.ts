import { beforeEach, expect, test } from 'vitest'
import { bookOf } from '#src/app/queries.ts'
import type { Door } from '#src/app/practice/practice-people.ts'
import { languages } from '#src/words/catalogue.ts'
import { importWords } from '#src/words/words.ts'
import { writeWorkbook } from '#src/exchange/workbook/write.ts'
import { pageText } from '#test/pages/page-text.ts'
import { type Practice, practice } from '#test/support/service.ts'

let village: Practice
beforeEach(async () => {
  village = await practice()
})

const heading = 'card,name,sex,zone,savings,loan,loan_left,principal,months,disbursed'
const sheet = (...lines: readonly string[]): string => `${[heading, ...lines].join('\n')}\n`
const good = sheet(
  'N01,Invented Name,f,Z1,250000,,,,,',
  'N02,Another Name,m,Z1,,L901,300000,500000,10,2024-10-20',
)

const formOf = (content: BlobPart, fields: Readonly<Record<string, string>> = {}): FormData => {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.append(name, value)
  form.append('sheet', new Blob([content]), 'Sok-Dara-owes.csv')
  return form
}

const send = async (path: string, body: BodyInit, door: Door = 'record-keeper') => {
  const answer = await village.ask(path, { token: await village.as(door), body })
  const text = await answer.text()
  return { status: answer.status, text, to: answer.headers.get('location') }
}

const byApi = async (content: BlobPart, query = '') => {
  const path = `/v1/funds/${village.fundId}/imports/members${query}`
  const { status, text } = await send(path, formOf(content))
  return { status, json: JSON.parse(text) as Record<string, unknown>, text }
}

const entries = async (): Promise<number> =>
  (await village.needs.store.read(village.fundId, 0, 100_000)).length
const cards = async () =>
  (await bookOf(village.needs.store, village.fundId))!.members.map(({ card }) => card)

const place = () => `/funds/${village.fundId}/old-book/sheet`
const sealIn = (html: string): string => /name="seal" value="([^"]+)"/.exec(html)?.[1] ?? 'none'

test('a program tries a sheet, takes it in, and takes nothing in a second time', async () => {
  const before = await entries()
  const tried = await byApi(good, '?dryRun=true')
  expect(tried).toMatchObject({
    status: 200,
    json: { isDryRun: true, wasHere: false, members: 2, savings: 250_000, loansOwed: 300_000 },
  })
  expect(await entries()).toBe(before)
  const { json } = await byApi(good)
  expect(json).toEqual({ ...tried.json, isDryRun: false })
  expect(await entries()).toBe(before + 4)
  expect((await byApi(good)).json).toMatchObject({ wasHere: true, members: 0, rows: [] })
  expect(await entries()).toBe(before + 4)
})

test('what a sheet recorded stands in the log of the fund, entry by entry, and a dry run is only asked', async () => {
  const logged = async (): Promise<readonly string[]> => {
    const token = await village.as('chair')
    const answer = await village.ask(`/v1/funds/${village.fundId}/log`, { token })
    const { items } = (await answer.json()) as { items: { action: string; subject: string }[] }
    return items.filter(({ subject }) => subject.startsWith('entry:')).map(({ action }) => action)
  }
  await byApi(good, '?dryRun=true')
  expect(await logged()).toEqual([])
  await byApi(good)
  expect((await logged()).toSorted()).toEqual([
    'AdmitMember',
    'AdmitMember',
    'TakeOverLoan',
    'TakeOverSavings',
  ])
})

test('a sheet with faults is told place by place in both languages, writes nothing and repeats nothing', async () => {
  const before = await entries()
  const wrong = sheet(
    'N01,Secret Name,f,Z1,12x34-riel,,,,,',
    'N02,Secret Name,neither-sex,Z1,,,,,,',
  )
  const { status, json, text } = await byApi(wrong)
  expect(status).toBe(422)
  expect(json['errors']).toMatchObject([
    { row: 2, field: 'savings', code: 'amount-not-a-number' },
    { row: 3, field: 'sex' },
  ])
  expect(text).not.toMatch(/Secret Name|12x34-riel|neither-sex/)
  for (const language of languages) {
    const page = await send(`${place()}?lang=${language}`, formOf(wrong))
    const words = importWords.in(language)
    expect(page.status).toBe(400)
    expect(pageText(page.text)).toContain(words.toMend('2'))
    expect(pageText(page.text)).toContain(
      `${words.rowPlace('2')} · ${language === 'km' ? 'ប្រាក់សន្សំ' : 'savings'}`,
    )
    expect(page.text).not.toMatch(/Secret Name|12x34-riel|neither-sex|Sok-Dara/)
  }
  expect(await entries()).toBe(before)
})

test('parts that are no sheet are refused without repeating their names', async () => {
  const path = `/v1/funds/${village.fundId}/imports/members`
  const odd = new FormData()
  odd.append('Sok-Dara', 'x')
  const answer = await send(path, odd)
  expect([answer.status, answer.text]).toEqual([400, expect.stringContaining('part-unknown')])
  expect(answer.text).not.toContain('Sok-Dara')
  expect((await send(path, new FormData())).text).toContain('part-missing')
  const two = formOf(good)
  two.append('sheet', 'again')
  expect((await send(path, two)).status).toBe(400)
  expect((await send(path, 'text')).status).toBe(415)
  expect(await send(path, formOf(','.repeat(600_000)))).toMatchObject({ status: 413 })
})

test.each(languages)(
  'an officer sees row by row what a sheet would write, sends it again, and it is written, in %s',
  async (language) => {
    const words = importWords.in(language)
    const before = await entries()
    const asked = await send(`${place()}?lang=${language}`, formOf(good))
    const text = pageText(asked.text)
    expect(asked.status).toBe(200)
    expect(text).toContain(words.nothingYet)
    expect(text).toContain(`2 ${words.isNew} 250,000\u202f៛ –`)
    expect(text).toContain(`3 ${words.isNew} – 300,000\u202f៛`)
    // The head names the fund, and it is called so too.
    expect(asked.text.split('<main')[1]).not.toMatch(/Invented|Sok-Dara/)
    expect(await entries()).toBe(before)
    const written = await send(`${place()}/write`, formOf(good, { seal: sealIn(asked.text) }))
    expect(written).toMatchObject({ status: 303, to: `/funds/${village.fundId}/old-book?done=1` })
    expect(await cards()).toEqual(expect.arrayContaining(['N01', 'N02']))
    const again = await send(
      `${place()}/write?lang=${language}`,
      formOf(good, { seal: sealIn(asked.text) }),
    )
    expect(pageText(again.text)).toContain(words.hereAlready)
    expect(await entries()).toBe(before + 4)
  },
)

test('another file than the one that was seen writes nothing and is asked about anew', async () => {
  const before = await entries()
  const asked = await send(place(), formOf(good))
  const other = good.replace('250000', '290000')
  const answer = await send(`${place()}/write`, formOf(other, { seal: sealIn(asked.text) }))
  expect(answer.status).toBe(409)
  expect(pageText(answer.text)).toContain(importWords.in('en').anotherFile)
  expect(await entries()).toBe(before)
  const written = await send(`${place()}/write`, formOf(other, { seal: sealIn(answer.text) }))
  expect(written.status).toBe(303)
  expect(await entries()).toBe(before + 4)
})

test('two files at once, and a part that the page does not send, are refused and write nothing', async () => {
  const before = await entries()
  const two = formOf(good)
  two.append('sheet', new Blob([good]), 'again.csv')
  const seal = sealIn((await send(place(), formOf(good))).text)
  for (const form of [two, formOf(good, { more: 'x' }), formOf(good, { seal, more: 'x' })])
    for (const path of [place(), `${place()}/write`])
      expect((await send(path, form)).status).toBe(400)
  expect((await send(place(), new URLSearchParams({ sheet: good }))).status).toBe(400)
  expect(await entries()).toBe(before)
})

test('a workbook is told by its cells, and no file or one too large is told in words', async () => {
  const rows = [
    ['card', 'sex', 'zone', 'savings'],
    ['N01', 'f', 'Z1', 'many'],
  ]
  const bytes = await writeWorkbook([{ name: 'members', rows }])
  const words = importWords.in('en')
  const faulty = await send(place(), formOf(bytes as BlobPart))
  expect(pageText(faulty.text)).toContain('members!D2')
  const none = await send(place(), new FormData())
  expect([none.status, pageText(none.text)]).toEqual([
    400,
    expect.stringContaining(words.fileMissing),
  ])
  const large = await send(place(), formOf('x'.repeat(1_100_000)))
  expect([large.status, pageText(large.text)]).toEqual([
    400,
    expect.stringContaining(words.fileTooLarge),
  ])
})

test('only whoever may write all of it down finds the way, and a chair is told that it is not hers', async () => {
  const way = `href="${place()}"`
  const page = async (door: Door) =>
    (
      await village.ask(`/funds/${village.fundId}/old-book`, { token: await village.as(door) })
    ).text()
  expect(await page('record-keeper')).toContain(way)
  expect(await page('chair')).not.toContain(way)
  expect((await send(place(), formOf(good), 'chair')).status).toBe(403)
  expect(
    (await send(`/v1/funds/${village.fundId}/imports/members`, formOf(good), 'auditor')).status,
  ).toBe(403)
})
