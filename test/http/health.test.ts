import { beforeAll, expect, test } from 'vitest'
import { type FundBook, standingsOn } from '#domain/health/book.ts'
import { findingsOf } from '#domain/health/findings.ts'
import { type FigureKey, figureKeys, unitOf, valueOf } from '#src/app/health/figure-rows.ts'
import { healthOf } from '#domain/health/health.ts'
import { moreHealthOf } from '#domain/health/more-health.ts'
import { bookOf } from '#src/app/queries.ts'
import { type Door, doors } from '#src/app/practice/practice-people.ts'
import { figureWords, partWords } from '#src/words/words.ts'
import { findingInWords } from '#src/words/finding-words.ts'
import { moneyInFigures } from '#src/words/locale.ts'
import { pageText } from '#test/pages/page-text.ts'
import { type Practice, practice, practiceDay } from '#test/support/service.ts'

const isLong = process.env['TEST_BUDGET'] === 'ci'

let village: Practice
let book: FundBook
let auditor: string

beforeAll(async () => {
  village = await practice()
  book = (await bookOf(village.needs.store, village.fundId))!
  auditor = await village.as('auditor')
})

const at = (path: string): string => `/funds/${village.fundId}${path}`
const khr = (amount: number): string => moneyInFigures({ amount, currency: 'KHR' })

const read = async (path: string, token = auditor): Promise<string> => {
  const answer = await village.ask(at(path), { token })
  expect(answer.status, path).toBe(200)
  return answer.text()
}

const valuesOn = (asOf: string) => {
  const health = healthOf(book, asOf)
  const more = moreHealthOf(book, health)
  return (key: FigureKey) => valueOf(key, { health, more })
}

const told = (key: FigureKey, value: number | null): string => {
  if (value === null) return 'no figure'
  const unit = unitOf(key)
  return unit === 'money' ? khr(value) : unit === 'percent' ? `${value.toFixed(2)} %` : `${value}`
}

for (const asOf of [practiceDay, '2025-06-30']) {
  test(`the report of ${asOf} shows every figure by its name, and each leads to its rows`, async () => {
    const page = await read(`/health?asOf=${asOf}`)
    const text = pageText(page)
    const valueOn = valuesOn(asOf)
    for (const key of figureKeys) {
      const name = figureWords.in('en')[key]
      expect(text, key).toContain(`${name} ${told(key, valueOn(key))}`)
      expect(page, key).toContain(`href="${at(`/health/${key}`)}?asOf=${asOf}"`)
    }
  })
}

/** Sums of money that are one figure divided by another. */
const shared: ReadonlySet<string> = new Set(['average_loan', 'savings_per_member'])

test('every figure has a page with its formula in words and rows that add up on the page', async () => {
  const valueOn = valuesOn(practiceDay)
  // With little time every third.
  for (const key of figureKeys.filter((_, place) => isLong || place % 3 === 0)) {
    const page = await read(`/health/${key}`)
    const text = pageText(page)
    expect(text, key).toContain(`That is ${told(key, valueOn(key))}`)
    const sections = [...page.matchAll(/<section class="part">([\s\S]*?)<\/section>/g)]
    const isShare = unitOf(key) === 'percent' || shared.has(key)
    expect(sections.length, key).toBe(isShare ? 2 : 1)
    for (const [, part = ''] of sections) {
      const numbers = (of: RegExp) =>
        [...part.matchAll(of)].map(([, n = '']) =>
          Number(n.replaceAll(/[,\s៛]/g, '').replace('\u2212', '-')),
        )
      const rows = numbers(/class="row-sum">\s*([\u2212\d,]+(?:\u202f៛)?)\s*</g)
      const [sum] = numbers(/<b>Sum<\/b>\s*<b>\s*([\u2212\d,]+(?:\u202f៛)?)\s*<\/b>/g)
      expect(
        rows.reduce((a, b) => a + b, 0),
        key,
      ).toBe(sum)
      const heading = /<h2>([^<]*)<\/h2>/.exec(part)![1]!
      expect(Object.values(partWords.in('en'))).toContain(heading)
    }
  }
})

test('portfolio at risk is clicked down to its loans, and a loan down to its entries', async () => {
  const report = await read('/health')
  expect(pageText(report)).toContain('Portfolio at risk (PAR30) 3.08 %')
  const figure = await read('/health/par30_percent')
  const text = pageText(figure)
  expect(text).toContain('Owed on loans more than 30 days late 400,000\u202f៛ divided by')
  expect(text).toContain('Loan L25-06 Card M25 ▲ late 72 days 240,000\u202f៛')
  expect(text).toContain('Loan L25-12 Card M17 ▲ late 41 days 160,000\u202f៛')
  const href = /href="([^"]*\/loans\/[^"]*)"/.exec(figure)![1]!
  const loan = pageText(await (await village.ask(href, { token: auditor })).text())
  expect(loan).toContain('Loan L25-06')
  expect(loan).toContain('Rules version 1')
  expect(loan).toContain('▲ late 72 days')
  expect(loan).toContain('20 October 2025 ▲ late 80,000\u202f៛')
  expect(loan).toMatch(/20 March 2025 Repayment interest 12,000\u202f៛ Entry \d+ 92,000\u202f៛/)
})

test('each entry that a loan page names is the entry that says so in the journal', async () => {
  const { store } = village.needs
  for (const { loan } of standingsOn(book, practiceDay).filter((_, i) => i % 6 === 0)) {
    const text = pageText(await read(`/loans/${loan.loanId}`))
    const facts = text.slice(text.indexOf('What happened'))
    const named = [...facts.matchAll(/Entry (\d+)/g)].map(([, seq]) => Number(seq))
    const expected = loan.repayments.length + loan.writeOffs.length + loan.deferrals.length + 1
    expect(named).toHaveLength(expected)
    for (const seq of named) {
      const [row] = await store.read(village.fundId, seq - 1, 1)
      expect(row!.type).toMatch(/^Loan|^Repayment|^Relief/)
      expect(row!.data).toContain(loan.loanId)
    }
  }
})

test('instalments are paid, late, put off or to come, by sign and word', async () => {
  const touched = book.loans.find(({ number }) => number === 'L25-24')!
  const page = await read(`/loans/${touched.loanId}`)
  const text = pageText(page)
  expect(text).toContain('20 September 2025 ✓ paid')
  expect(text).toContain('20 November 2025 ≈ put off –')
  expect(text).toContain('20 January 2026 ○ to come')
  expect(text).toContain('22 September 2025 Put off 1 October 2025 to 31 December 2025')
  for (const tone of ['good', 'eased', 'calm']) expect(page).toContain(`class="mark-${tone}"`)
})

test('every finding stands in words with what it is about', async () => {
  const text = pageText(await read('/health'))
  const findings = findingsOf(book, practiceDay)
  expect(findings.length).toBeGreaterThan(3)
  for (const { code, subject, seq } of findings) {
    expect(text).toContain(findingInWords(code, 'en'))
    if (subject.kind === 'loan') expect(text).toContain(`Loan ${subject.number}`)
    if (seq !== null) expect(text).toContain(`entry ${seq}`)
  }
})

test('a day can be written in Khmer digits, and it stays in the links and in the other language', async () => {
  const latin = await read('/health?asOf=2025-06-30')
  const khmer = await read(`/health?asOf=${encodeURIComponent(' ២០២៥-០៦-៣០ ')}`)
  expect(khmer).toBe(latin)
  expect(latin).toContain('href="?asOf=2025-06-30&amp;lang=km"')
  expect(latin).toContain('value="30/6/2025"')
})

test('a day that cannot be shown is told in words with the bound, and what was typed is not echoed', async () => {
  const asked: readonly (readonly [string, string])[] = [
    ['canary', 'no day of the calendar'],
    ['2025-02-30', 'no day of the calendar'],
    ['<script>', 'no day of the calendar'],
    ['2024-12-31', 'The fund began on 1 January 2025'],
    ['2026-01-01', 'Today is 31 December 2025'],
  ]
  const loan = book.loans[0]!.loanId
  for (const [day, words] of asked) {
    for (const path of ['/health', '/health/par30_percent', `/loans/${loan}`]) {
      const answer = await village.ask(at(`${path}?asOf=${encodeURIComponent(day)}`), {
        token: auditor,
      })
      expect(answer.status, day).toBe(400)
      const page = await answer.text()
      expect(pageText(page)).toContain(words)
      expect(page).not.toContain('canary')
      expect(page).not.toContain('<script')
      expect(page).toContain('aria-invalid="true"')
    }
  }
})

test('a figure or a loan that does not exist is the one answer for nothing', async () => {
  const token = auditor
  const paths = [
    '/health/canary',
    '/health/__proto__',
    '/health/grade',
    '/loans/canary',
    '/loans/00000000-0000-7000-8000-000000000001',
  ]
  const bodies = await Promise.all(
    paths.map(async (path) => {
      const answer = await village.ask(at(path), { token })
      expect(answer.status, path).toBe(404)
      return answer.text()
    }),
  )
  expect(new Set(bodies).size).toBe(1)
})

test('a loan that is not in the books yet on the day asked is not there', async () => {
  const late = book.loans.find(({ origin }) => origin.on > '2025-06-30')!
  const answer = await village.ask(at(`/loans/${late.loanId}?asOf=2025-06-30`), { token: auditor })
  expect(answer.status).toBe(404)
})

test('a household sees its own loan, and another one is as if there were none', async () => {
  const token = await village.as('household')
  const [card] = await village.needs.store.cards(village.fundId)
  const own = book.loans.find(({ memberId }) => memberId === card!.memberId)!
  const other = book.loans.find(({ memberId }) => memberId !== card!.memberId)!
  const page = await read(`/loans/${own.loanId}`, token)
  expect(page).toContain('/quick-exit')
  expect(page).toContain(`href="${at('/me')}"`)
  expect(page).not.toContain(at('/health'))
  expect(pageText(page)).not.toContain('Charter')
  const answers = await Promise.all(
    [other.loanId, '00000000-0000-7000-8000-000000000001'].map((id) =>
      village.ask(at(`/loans/${id}`), { token }),
    ),
  )
  expect(answers.map(({ status }) => status)).toEqual([404, 404])
  const [a, b] = await Promise.all(answers.map((answer) => answer.text()))
  expect(a).toBe(b)
})

test('the report is for officers and auditors; a household may not, others find nothing', async () => {
  const loan = book.loans[0]!.loanId
  const status: Record<string, readonly number[]> = {}
  for (const door of [...doors, undefined] as (Door | undefined)[]) {
    const token = door === undefined ? undefined : await village.as(door)
    const asked = ['/health', '/health/par30', `/loans/${loan}`].map((path) =>
      village.ask(at(path), { token }),
    )
    status[`${door}`] = (await Promise.all(asked)).map((answer) => answer.status)
  }
  expect(status).toEqual({
    'record-keeper': [200, 200, 200],
    household: [403, 403, 404],
    auditor: [200, 200, 200],
    'migration-worker': [404, 404, 404],
    chair: [200, 200, 200],
    administrator: [404, 404, 404],
    undefined: [401, 401, 401],
  })
})

test('the pages of health run no script and take a hostile name as text, in both languages', async () => {
  const fresh = await practice()
  await fresh.needs.store.keep(fresh.fundId, [
    { subject: 'fund', text: '</bdi><script>alert("canary")</script>' },
    { subject: `loan:${book.loans[0]!.loanId}`, text: '<script>a hen house</script>' },
  ])
  const token = await fresh.as('auditor')
  const loan = (await bookOf(fresh.needs.store, fresh.fundId))!.loans[0]!
  for (const lang of ['en', 'km'])
    for (const path of ['/health', '/health/cash', '/health/reserve', `/loans/${loan.loanId}`]) {
      const page = await (
        await fresh.ask(`/funds/${fresh.fundId}${path}?lang=${lang}`, { token })
      ).text()
      expect(page).not.toContain('<script')
      expect(page).not.toContain('hen house')
      expect(page).not.toMatch(/\sstyle=|undefined|\[object/)
      expect(page.match(/<h1/g)).toHaveLength(1)
    }
})

test('a limit that was passed is told as at most or at least, and the grade does not push the first warning away', async () => {
  const village = await practice()
  const token = await village.as('auditor')
  const page = await (
    await village.ask(`/funds/${village.fundId}/health?lang=en`, { token })
  ).text()
  const text = pageText(page)
  expect(text).toMatch(/found: [\d,]+\u202f៛ · at most 2,000,000\u202f៛/)
  expect(text).toMatch(/found: [\d,]+\u202f៛ · at least [\d,]+\u202f៛/)
  expect(text).not.toContain('expected 2,000,000')
  expect(page.slice(page.indexOf('class="letter"'), page.indexOf('class="warnings"'))).toMatch(
    /<summary>How the grade is made<\/summary>/,
  )
})

test('all that one sign is seen in stands on a page of its own', async () => {
  const all = Map.groupBy(findingsOf(book, practiceDay), ({ code }) => code)
  for (const [code, found] of all) {
    const text = pageText(await read(`/health/signs?sign=${code}&asOf=${practiceDay}`))
    expect(text).toContain(findingInWords(code, 'en'))
    expect(text).toContain(found.length === 1 ? 'once' : `${found.length} times`)
  }
  const unknown = await village.ask(at('/health/signs?sign=no-such-sign'), { token: auditor })
  expect(unknown.status).toBe(404)
})
