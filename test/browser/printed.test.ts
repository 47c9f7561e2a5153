import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Language, languages } from '#src/words/catalogue.ts'
import { doors } from '#test/browser/pages.ts'
import { type Practice, servePractice } from '#test/browser/serving.ts'
import {
  type PaperSize,
  boxesOf,
  mayBeCut,
  outOfStep,
  sizes,
  wrongOnPaper,
  wrongUnder,
} from '#test/browser/on-paper.ts'
import { venturesThere } from '#test/browser/venture-made.ts'
import { keepPrint, keepScreenshot, newVisitor, settle } from '#test/browser/window.ts'
import { type Money, moneyInWords } from '#src/words/locale.ts'
import { launchBrowser } from '#test/support/browser.ts'
import { printedOver } from '#test/support/pdf-text.ts'

/** A sheet of A4 in CSS pixels. */
const sheet = { width: 794, height: 1123 } as const

let browser: Browser | undefined
let practice: Practice | undefined
/** One window for all: to open another takes as long as to look at a print. */
let page: Page
let fund = ''
beforeAll(async () => {
  browser = await launchBrowser()
  practice = await servePractice()
  const visitor = await newVisitor(browser)
  await doors['record-keeper'](visitor, practice)
  page = await visitor.newPage()
  await page.goto(`${practice.url}/?lang=en`)
  const link = await page.locator('a[href^="/funds/"]').first().getAttribute('href')
  fund = `/funds/${link!.split('/')[2]!}`
})
afterAll(async () => {
  await practice?.stop()
  await browser?.close()
})

const opened = async (path: string, language: Language): Promise<void> => {
  await page.emulateMedia({ media: null })
  await page.setViewportSize(sheet)
  const join = path.includes('?') ? '&' : '?'
  await page.goto(`${practice!.url}${fund}${path}${join}lang=${language}`)
  await settle(page)
}

/** How many sheets a page takes when it is printed. */
const sheetsOf = async (): Promise<number> => {
  const pdf = (await page.pdf({ format: 'A4', preferCSSPageSize: true })).toString('latin1')
  return pdf.match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0
}

const asked = (more: string) => `/quote/agreement?amount=500000&paidOutOn=2026-01-20${more}`

test.each([
  ['agreement-ten-months', asked('&count=10')],
  ['agreement-two-years', asked('&count=24')],
  ['agreement-a-year-of-weeks', asked('&count=52&every=week')],
  ['rules', '/rules'],
] as const)('%s fits on one sheet of paper, in both languages', async (name, path) => {
  for (const language of languages) {
    await opened(path, language)
    expect(await sheetsOf(), language).toBe(1)
    if (process.env['SCREENSHOTS'] === '1') {
      await page.emulateMedia({ media: 'print' })
      await keepScreenshot(page, `printed-${name}-${language}`)
    }
  }
})

/** The last meeting of the practice fund, and the widths and heights of its sheets in points. */
const paperOf = async (paper: string, language: Language) => {
  await opened('/meetings', language)
  const last = await page.locator('main .meetings a').first().getAttribute('href')
  await opened(`${last!.replace(fund, '')}/${paper}`, language)
  const printed = await page.pdf({ preferCSSPageSize: true })
  await keepPrint(printed, `printed-${paper}-${language}`)
  const pdf = printed.toString('latin1')
  const boxes = [...pdf.matchAll(/\/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)\s*\]/g)]
  if (process.env['SCREENSHOTS'] === '1') {
    await page.emulateMedia({ media: 'print' })
    await keepScreenshot(page, `printed-${paper}-${language}`)
  }
  return boxes.map(([, width, height]) => (Number(width) > Number(height) ? 'lying' : 'standing'))
}

test('minutes and the sheet for the wall are one standing sheet each, the empty sheet lies', async () => {
  for (const language of languages) {
    expect(await paperOf('minutes', language)).toEqual(['standing'])
    expect(await paperOf('wall', language)).toEqual(['standing'])
    const blank = await paperOf('sheet', language)
    expect(new Set(blank)).toEqual(new Set(['lying']))
    // Sixty members, the totals and the banknotes: no more than four sheets.
    expect(blank.length).toBeLessThanOrEqual(4)
  }
})

const links = new Map<string, Promise<string>>()

/** A link of a list in the fund, without the fund. */
const linkOn = (path: string, link: string, first?: typeof settle): Promise<string> => {
  const known = links.get(path) ?? linkFound(path, link, first)
  links.set(path, known)
  return known
}
const linkFound = async (path: string, link: string, first?: typeof settle): Promise<string> => {
  await opened(path, 'en')
  await first?.(page)
  const href = await page.locator(link).first().getAttribute('href')
  return href!.replace(fund, '')
}

type Printed = {
  readonly name: string
  readonly path: () => Promise<string>
  readonly on: PaperSize
  readonly query?: string
  readonly sheets: number
}

const card = 'main a[href*="/members/"]'
const ofMember = (name: string) => async () => `${await linkOn('/members', card)}/${name}`
const bookAt = () => linkOn('/ventures', 'a[href*="/ventures/shop-"]', venturesThere)
let receiptAt: Promise<string> | undefined

/** A repayment is written down, and where its receipt stands. */
const repaid = async (): Promise<string> => {
  await opened('/record/repayment', 'en')
  const press = async (): Promise<void> => {
    await page.locator('main button.go').first().click()
    await page.waitForLoadState()
  }
  await page.locator('main a[href*="?loan="]').first().click()
  await page.locator('input[name="amount"]').fill('25000')
  await press()
  await press()
  const { pathname } = new URL(page.url())
  return pathname.replace(fund, '')
}
const receiptPath = (): Promise<string> => (receiptAt ??= repaid())

type OfStatement = readonly [name: string, on: Printed['on'], sheets: number, query?: string]

const statements: readonly OfStatement[] = [
  ['trial-balance', 'a4', 4],
  ['balance-sheet', 'a4', 1],
  ['income', 'a4', 1],
  ['changes-in-equity', 'a4', 1],
  ['wind-up', 'a4', 1],
  ['cash-shortages', 'a4', 1],
  ['restricted-funds', 'a4', 1],
  ['unexplained', 'a4', 1],
  ['bank-reconciliation', 'a4', 1],
  ['cash-book', 'a4-lying', 2],
  ['loan-register', 'a4-lying', 3],
  ['member-statement', 'a4', 1, 'card=M01'],
]

const printed: readonly Printed[] = [
  { name: 'receipt', path: receiptPath, on: 'roll', sheets: 1 },
  { name: 'receipt', path: receiptPath, on: 'a5', query: 'paper=a5', sheets: 1 },
  { name: 'receipt', path: receiptPath, on: 'a4', query: 'paper=a4', sheets: 1 },
  { name: 'passbook', path: ofMember('passbook'), on: 'a5-lying', sheets: 3 },
  { name: 'passbook', path: ofMember('passbook'), on: 'a4', query: 'paper=a4', sheets: 2 },
  { name: 'month', path: ofMember('month'), on: 'a4', sheets: 1 },
  { name: 'month', path: ofMember('month'), on: 'a5', query: 'paper=a5', sheets: 1 },
  {
    name: 'agreement',
    path: async () => asked('&count=10'),
    on: 'a5',
    query: 'paper=a5',
    sheets: 2,
  },
  {
    name: 'agreement-24',
    path: async () => asked('&count=24'),
    on: 'a5',
    query: 'paper=a5',
    sheets: 3,
  },
  {
    name: 'agreement-60',
    path: async () => asked('&count=60'),
    on: 'a5',
    query: 'paper=a5',
    sheets: 4,
  },
  {
    name: 'donor-report',
    path: async () => '/support/report/migration',
    on: 'a4',
    query: 'year=2026',
    sheets: 1,
  },
  { name: 'health', path: async () => '/health', on: 'a4', sheets: 8 },
  ...statements.map(([name, on, sheets, query]): Printed => ({
    name,
    path: async () => `/statements/${name}`,
    on,
    sheets,
    ...(query === undefined ? {} : { query }),
  })),
  { name: 'venture', path: bookAt, on: 'a4', sheets: 2 },
  {
    name: 'minutes',
    path: () => linkOn('/meetings', 'main .meetings a').then((day) => `${day}/minutes`),
    on: 'a4',
    sheets: 1,
  },
  {
    name: 'sheet',
    path: () => linkOn('/meetings', 'main .meetings a').then((day) => `${day}/sheet`),
    on: 'a4-lying',
    sheets: 4,
  },
  {
    name: 'wall',
    path: () => linkOn('/meetings', 'main .meetings a').then((day) => `${day}/wall`),
    on: 'a4',
    sheets: 1,
  },
]

/** With little time every other print is looked at, in one of the languages, turn about. */
const isLong = process.env['TEST_BUDGET'] === 'ci' || process.env['SCREENSHOTS'] === '1'
const languagesOf = (place: number): readonly Language[] =>
  isLong ? languages : [languages[Math.floor(place / 4) % languages.length]!]

test.each(
  printed.map((one, place) => ({ ...one, place })).filter(({ place }) => isLong || place % 4 === 0),
)(
  '$name fits on $on, in the languages that there is time for',
  async ({ name, path, on, query, sheets, place: turn }) => {
    const { box, width } = sizes[on]
    const where = await path()
    for (const language of languagesOf(turn)) {
      const place =
        query === undefined ? where : `${where}${where.includes('?') ? '&' : '?'}${query}`
      await opened(place, language)
      const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true })
      await keepPrint(pdf, `paper-${name}-${on}-${language}`)
      const boxes = boxesOf(pdf)
      for (const one of boxes)
        for (const [i, side] of one.entries())
          expect(Math.abs(side - box[i]!), `${name} ${on} ${one.join(' x ')}`).toBeLessThanOrEqual(
            1,
          )
      await page.emulateMedia({ media: 'print' })
      await page.setViewportSize({ width, height: 600 })
      // The letters of Khmer are put together by the font, and are not read back one by one.
      if (language === 'en') expect(await wrongUnder(page, pdf, on), `${name} ${on}`).toEqual([])
      expect(
        printedOver(pdf).filter((pieces) => pieces > 0),
        `${name} ${language}`,
      ).toEqual([])
      expect(await mayBeCut(page), `${name} ${on} ${language}`).toEqual([])
      expect(await outOfStep(page), `${name} ${on} ${language}`).toEqual([])
      expect(await wrongOnPaper(page), `${name} ${on} ${language}`).toEqual([])
      expect(await page.locator('nav:visible, form:visible, .who:visible').count(), language).toBe(
        0,
      )
      expect(await page.locator('.practice-mark:visible').count()).toBe(1)
      expect(boxes.length, `${name} ${on} ${language}`).toBeLessThanOrEqual(sheets)
    }
  },
)

test('a receipt and a statement say their amounts in the words of their language', async () => {
  const places = [await receiptPath(), await ofMember('month')()]
  for (const language of languages)
    for (const place of places) {
      await opened(place, language)
      const pairs = await page.evaluate(() =>
        [...document.querySelectorAll('main .said')].map((said) => {
          const around = said.parentElement!
          return [around.querySelector('.figure, .together')!.textContent!, said.textContent!]
        }),
      )
      expect(pairs.length).toBeGreaterThan(0)
      for (const [figure, said] of pairs) {
        const money: Money = { amount: Number(figure!.replaceAll(/\D/g, '')), currency: 'KHR' }
        const words = languages.map((one) => moneyInWords(money, one))
        expect(words).toContain(said!.trim())
      }
      const [figure, said] = pairs[0]!
      const money: Money = { amount: Number(figure!.replaceAll(/\D/g, '')), currency: 'KHR' }
      expect(said!.trim()).toBe(moneyInWords(money, language))
    }
})
