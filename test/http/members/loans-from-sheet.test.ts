import { beforeEach, expect, test } from 'vitest'
import { bookOf } from '#src/app/queries.ts'
import type { Door } from '#src/app/practice/practice-people.ts'
import { languages } from '#src/words/catalogue.ts'
import { loanBookWords } from '#src/words/report-words.ts'
import { importWords } from '#src/words/words.ts'
import { pageText } from '#test/pages/page-text.ts'
import { type Practice, practice } from '#test/support/service.ts'

const head =
  'card,loan,system,principal,rate_percent,method,instalments,disbursed,principal_paid,principal_owed,interest_paid,interest_owed,interest_late,Client'
const line = (card: string, loan: string, owed: number, system = 'fineract') =>
  `${card},${loan},${system},1200000,18,flat,12,2024-06-15,500000,${owed},90000,126000,18000,Secret Name`
const sheet = `${[
  head,
  line('M05', 'F-1', 700_000),
  line('M06', 'F-2', 710_000),
  line('M07', 'F-3', 700_000, 'frappe'),
].join('\n')}\n`

const formOf = (content: string, fields: Readonly<Record<string, string>> = {}): FormData => {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.append(name, value)
  form.append('sheet', new Blob([content]), 'Secret-Name.csv')
  return form
}

const sealIn = (html: string): string => /name="seal" value="([^"]+)"/.exec(html)?.[1] ?? 'none'

let village: Practice
let place: string
beforeEach(async () => {
  village = await practice()
  place = `/funds/${village.fundId}/old-book/loans`
})

const send = async (path: string, body: BodyInit, door: Door = 'record-keeper') => {
  const answer = await village.ask(path, { token: await village.as(door), body })
  const text = await answer.text()
  return { status: answer.status, text, to: answer.headers.get('location') }
}
const entries = async () => (await village.needs.store.read(village.fundId, 0, 100_000)).length

test('a program tries a book of loans, and what is to be mended is told without a name', async () => {
  const before = await entries()
  const api = `/v1/funds/${village.fundId}/imports/loans`
  const tried = await send(`${api}?dryRun=true`, formOf(sheet))
  expect(JSON.parse(tried.text)).toMatchObject({
    isDryRun: true,
    loans: 3,
    owed: 2_110_000,
    same: 1,
    differing: 1,
    notComputed: 1,
    rows: [
      { row: 2, compared: { verdict: 'same' } },
      {
        row: 3,
        compared: {
          verdict: 'differs',
          differences: [{ figure: 'principal', told: 1_210_000, computed: 1_200_000 }],
        },
      },
      { row: 4, compared: { verdict: 'not-computed', reason: 'not-of-that-system' } },
    ],
  })
  for (const way of [api, place]) expect((await send(way, formOf(sheet), 'chair')).status).toBe(403)
  // What is to be mended is told by its place, in the reader's words, and repeats no name.
  const wrong = sheet.replace('M06', 'X99').replace('Client', 'Secret Friend')
  const faulty = await send(`${place}?lang=km`, formOf(wrong))
  expect(faulty.status).toBe(400)
  expect(pageText(faulty.text)).toContain('loan_book!N1')
  expect(pageText(faulty.text)).toContain(importWords.in('km').toMend('1'))
  const unknown = await send(`${api}?dryRun=true`, formOf(sheet.replace('M06', 'X99')))
  expect(JSON.parse(unknown.text)).toMatchObject({
    errors: [{ row: 3, field: 'card', code: 'card-not-here' }],
  })
  expect(`${faulty.text}${unknown.text}${tried.text}`).not.toMatch(/Secret|X99/i)
  expect(await entries()).toBe(before)
})

test('an officer sees loan by loan how another system stands to its own convention, and writes it', async () => {
  const { store } = village.needs
  const before = await entries()
  const asked = await Promise.all(
    languages.map(async (language) => {
      const words = loanBookWords.in(language)
      const page = await send(`${place}?lang=${language}`, formOf(sheet))
      const text = pageText(page.text)
      expect(text).toContain(words.same)
      expect(text).toContain(words.more(words.principal, '10,000\u202f៛'))
      expect(text).toContain(words['not-of-that-system'])
      expect(text).toContain(words.notCorrected)
      expect(text).toContain(words.interestLeft)
      expect(text).toContain(`${words['flat-rate']} (3)`)
      expect(page.text).not.toContain('Secret')
      return page
    }),
  )
  expect(await entries()).toBe(before)
  const seal = sealIn(asked[0]!.text)
  const changed = sheet.replace('710000', '720000')
  expect((await send(`${place}/write`, formOf(changed, { seal }))).status).toBe(409)
  expect(await entries()).toBe(before)
  expect(await send(`${place}/write`, formOf(sheet, { seal }))).toMatchObject({
    status: 303,
    to: `/funds/${village.fundId}/old-book?done=1`,
  })
  expect(await entries()).toBe(before + 3)
  const again = await send(`${place}/write?lang=en`, formOf(sheet, { seal }))
  expect(pageText(again.text)).toContain(importWords.in('en').hereAlready)
  expect(await entries()).toBe(before + 3)
  const loans = (await bookOf(store, village.fundId))!.loans
  expect(loans.find(({ number }) => number === 'F-2')!.origin).toMatchObject({ owed: 710_000 })
  const way = `href="${place}"`
  for (const [door, has] of [
    ['record-keeper', true],
    ['chair', false],
  ] as const) {
    const page = await village.ask(`/funds/${village.fundId}/old-book`, {
      token: await village.as(door),
    })
    expect((await page.text()).includes(way)).toBe(has)
  }
})
