import { expect, test } from 'vitest'
import { defaultCharter } from '#domain/fund/charter/default-charter.ts'
import { burdenExample, costOf, floodExample } from '#src/app/practice/first-examples.ts'
import type { Examples } from '#src/pages/entrance/examples-part.ts'
import {
  emptyHomePage,
  type FundHome,
  liveHomePage,
  practiceHomePage,
} from '#src/pages/fund-home.ts'
import { type Language, languages } from '#src/words/catalogue.ts'
import { moneyInFigures, moneyInWords } from '#src/words/locale.ts'
import { pageFiles } from '#src/pages/files.ts'
import { pageText } from '#test/pages/page-text.ts'

const ground = { charter: defaultCharter, nextMeeting: '2026-12-20' }
const loan = { amount: 500_000, months: 10 }
const examples: Examples = {
  fundId: 'f1',
  currency: 'KHR',
  cost: { ...loan, ...costOf(ground, loan) },
  flood: floodExample(ground),
  burden: burdenExample(ground),
}

const homePage = async (home: FundHome, language: Language): Promise<string> =>
  String(await practiceHomePage({ language, isPractice: true }, { home, examples, isOpen: true }))

const home: FundHome = {
  fundName: 'Village 99999901',
  currency: 'KHR',
  asOf: '2026-12-08',
  cash: 4_512_500,
  savings: 15_910_000,
  loansOut: 13_777_700,
  loansOutCount: 23,
  overdue: 1_212_000,
  overdueCount: 3,
  underRelief: 2_345_678,
  underReliefCount: 4,
  nextMeeting: '2026-12-20',
  months: [
    { month: '2026-10', cash: 3_100_000, savings: 14_200_000, loansOut: 12_300_000 },
    { month: '2026-11', cash: 4_000_100, savings: 15_000_200, loansOut: 13_000_300 },
  ],
}

const everyPage = async (): Promise<readonly string[]> =>
  Promise.all(
    languages.flatMap((language) => [
      homePage(home, language),
      homePage({ ...home, months: [], nextMeeting: undefined }, language),
      ...[
        emptyHomePage({ language, isPractice: true }),
        liveHomePage({ language, isPractice: false }, undefined),
        liveHomePage(
          { language, isPractice: false, who: { role: 'A' } },
          {
            places: [{ fundName: 'A', ways: [{ to: 'today', href: '/a' }] }],
          },
        ),
      ].map(async (page) => String(await page)),
    ]),
  )

test('every figure stands on the page in figures and in the words of its language', async () => {
  for (const language of languages) {
    const text = pageText(await homePage(home, language))
    for (const amount of [4_512_500, 15_910_000, 13_777_700, 1_212_000, 2_345_678]) {
      expect(text).toContain(moneyInFigures({ amount, currency: 'KHR' }))
      expect(text).toContain(moneyInWords({ amount, currency: 'KHR' }, language))
    }
  }
})

test('the English page names each figure in plain words', async () => {
  const text = pageText(await homePage(home, 'en'))
  const said = [
    'Cash in the box',
    'Savings',
    'Loans out',
    '23 loans',
    'Late loans',
    '3 loans',
    'Payments postponed',
    '4 loans',
    'Next meeting',
    '20 December 2026',
    'in 12 days',
    'Village 99999901',
    'Figures of 8 December 2026',
  ]
  for (const words of said) expect(text).toContain(words)
})

test('a newcomer reads first what this is, and whoever is inside what to do', async () => {
  const frame = { language: 'en', isPractice: true } as const
  const first = await homePage(home, 'en')
  expect(first.indexOf('Neighbours save together')).toBeLessThan(first.indexOf('Which door'))
  expect(first).toContain('Neighbours save together')
  const inside = await practiceHomePage(frame, {
    home,
    examples,
    isOpen: true,
    ways: { ways: [{ to: 'today', href: '/a' }] },
  })
  expect(String(inside)).not.toContain('Neighbours save together')
  expect(String(inside)).toContain('Take another door')
})

test('the offer is told as a share of what she earns, before, at first and in the end', async () => {
  const text = pageText(await homePage(home, 'en'))
  expect(text).toContain('Of each 100 riel she earns: 65 now, 54 at first')
  expect(text).toContain('40 in the end')
})

test('the Khmer page says the same in Khmer with Latin digits', async () => {
  const page = await homePage(home, 'km')
  expect(page).toContain('<html lang="km"')
  const said = [
    'ប្រាក់ក្នុងហិប',
    'ប្រាក់សន្សំ',
    'កម្ចីចំនួន 23',
    'កម្ចីចំនួន 3',
    'កម្ចីចំនួន 4',
    '20 ធ្នូ 2026',
    '12 ថ្ងៃទៀត',
    '8 ធ្នូ 2026',
  ]
  for (const words of said) expect(pageText(page)).toContain(words)
  expect(page).not.toMatch(/[\u17e0-\u17e9]/)
})

test('a hostile fund name is shown as text and never becomes mark-up', async () => {
  const fundName = `</h1><script>alert("x")</script><img src=x onerror='y'>&amp;`
  for (const language of languages) {
    const page = await homePage({ ...home, fundName }, language)
    expect(page).not.toContain('<script')
    expect(page).not.toContain('<img')
    expect(page).toContain('&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt;')
    expect(page).toContain('&amp;amp;')
    const choice = String(
      await liveHomePage(
        { language, isPractice: false },
        {
          places: [{ fundName, ways: [{ to: 'today', href: '"><script>' }] }],
        },
      ),
    )
    expect(choice).not.toContain('<script')
  }
})

test('no page holds a script, an inline style or an inline handler', async () => {
  for (const page of await everyPage()) {
    expect(page).not.toContain('<script')
    expect(page).not.toContain('<style')
    expect(page).not.toMatch(/\sstyle=/)
    expect(page).not.toMatch(/\son[a-z]+=/)
    expect(page).not.toContain('undefined')
    expect(page).not.toContain('[object')
  }
})

test('every page has one heading, a neutral title and the style sheet', async () => {
  for (const page of await everyPage()) {
    expect(page.match(/<h1/g)).toHaveLength(1)
    expect(page).toMatch(/<title>(Village book|សៀវភៅភូមិ)<\/title>/)
    expect(page).toContain(`<link rel="stylesheet" href="${pageFiles.style.path}" />`)
  }
})

test('the other language is offered in its own name', async () => {
  const page = await homePage(home, 'km')
  expect(page).toMatch(/<a href="\?lang=en"[^>]*>English<\/a>/)
  expect(page).not.toContain('lang=km')
})

test('a practice fund says so on the page and a real one does not', async () => {
  const banner = 'Practice: invented people and money'
  expect(await homePage(home, 'en')).toContain(banner)
  for (const isPractice of [true, false]) {
    const page = String(await emptyHomePage({ language: 'en', isPractice }))
    expect(page.includes(banner)).toBe(isPractice)
  }
})

test('locked doors say how they open and are no buttons', async () => {
  for (const isOpen of [true, false]) {
    const shown = { home, examples, isOpen }
    const page = String(await practiceHomePage({ language: 'en', isPractice: true }, shown))
    expect(page.match(/action="\/doors\//g) ?? []).toHaveLength(isOpen ? 4 : 0)
    expect(page.includes('Open the link that npm start printed')).toBe(!isOpen)
    for (const name of ['Record-keeper', 'Household', 'NGO', 'Migration team'])
      expect(page).toContain(`<strong>${name}</strong>`)
  }
})

test('a fund with nothing late and nothing postponed hears it as good news', async () => {
  const calm = { ...home, overdue: 0, overdueCount: 0, underRelief: 0, underReliefCount: 0 }
  const text = pageText(await homePage(calm, 'en'))
  expect(text).toContain('No loan is late.')
  expect(text).toContain('No payment is postponed.')
  expect(await homePage(calm, 'en')).not.toContain('late some')
})

test('a fund with no meeting ahead is told to agree on a day', async () => {
  const text = pageText(await homePage({ ...home, nextMeeting: undefined }, 'en'))
  expect(text).toContain('No date yet')
  expect(text).toContain('Agree on a day')
})

test('a fund in dollars shows cents and a fund in the red shows its minus', async () => {
  const dollars = { ...home, currency: 'USD', cash: -1_250 } as const
  const text = pageText(await homePage(dollars, 'en'))
  expect(text).toContain('\u2212$12.50')
  expect(text).toContain('minus twelve dollars and fifty cents')
})

test('a service with no fund offers to start one or to bring a book, and no command to type', async () => {
  for (const language of languages) {
    const page = String(await emptyHomePage({ language, isPractice: false }))
    for (const way of ['/network/found', '/network/book', '/sign-in'])
      expect(page).toContain(`href="${way}"`)
    expect(page).not.toContain('npm')
  }
})

test('several funds are offered by name, each with what is open in it', async () => {
  const places = [
    { fundName: 'Village 1', ways: [{ to: 'today', href: '/funds/1/today' }] },
    { fundName: 'Village 2', ways: [{ to: 'health', href: '/funds/2/health' }] },
    { fundName: 'Village 3', ways: [] },
  ] as const
  const page = String(await liveHomePage({ language: 'en', isPractice: false }, { places }))
  expect(page).toContain('href="/funds/1/today"')
  expect(page).toContain('href="/funds/2/health"')
  expect(pageText(page)).toContain('Village 2')
  expect(pageText(page)).not.toContain('Village 3')
})
