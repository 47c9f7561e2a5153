import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Language, languages } from '#src/words/catalogue.ts'
import { axeProblems } from '#test/browser/axe.ts'
import { barProblems } from '#test/browser/bars.ts'
import { layoutProblems } from '#test/browser/layout.ts'
import {
  type Door,
  type PageToLookAt,
  addressOf,
  doors,
  fundPages,
  pages,
} from '#test/browser/pages.ts'
import { type Practice, servePractice } from '#test/browser/serving.ts'
import {
  type Screen,
  type Window,
  keepScreenshot,
  newVisitor,
  openWindow,
  screens,
  settle,
} from '#test/browser/window.ts'
import { launchBrowser } from '#test/support/browser.ts'

/**
 * A look in one language: two of three pages in Khmer on the phone, the third in English on the desk. With little time
 * every sixtieth page is looked at so. With more all are, and those to which no steps lead in both languages, one of them
 * on the phone and the other on the desk, turn about. Where pictures are asked for they are kept, of both on both.
 */
const isPictured = process.env['SCREENSHOTS'] === '1'
const isLong = process.env['TEST_BUDGET'] === 'ci' || isPictured
const isInBoth = ({ steps }: PageToLookAt): boolean => isPictured || (isLong && !steps)

const languagesOf = (one: PageToLookAt, place: number): readonly Language[] => {
  if (isInBoth(one)) return languages
  if (!isLong && place % 60 !== 0) return []
  return (isLong ? place % 3 === 2 : place % 180 === 120) ? ['en'] : ['km']
}
const screensFor = (
  one: PageToLookAt,
  { language, place }: { readonly language: Language; readonly place: number },
): readonly Screen[] => {
  if (isPictured) return screens
  const isTurned = isInBoth(one) && place % 2 === 1
  return [screens[(language === 'km') === isTurned ? 1 : 0]]
}

let browser: Browser | undefined
let practice: Practice | undefined
let fundId = ''
type Known = {
  readonly since: number
  readonly visitor: Promise<BrowserContext>
  asked: number
  /** Windows in which nobody looks just now: the next look goes on in one, as people do, and no browser begins anew. */
  readonly windows: Window[]
}
const visitors = new Map<string, Known>()

beforeAll(async () => {
  browser = await launchBrowser()
  practice = await servePractice()
  // Where the record-keeper's door leads to names the fund.
  const page = await (await knownBehind('record-keeper', 'en').visitor).newPage()
  await page.goto(`${practice.url}/?lang=en`)
  const link = await page.locator('a[href^="/funds/"]').first().getAttribute('href')
  fundId = link!.split('/')[2]!
  await page.close()
})

afterAll(async () => {
  await practice?.stop()
  await browser?.close()
})

const letIn = async (door: Door): Promise<BrowserContext> => {
  const visitor = await newVisitor(browser!)
  await doors[door](visitor, practice!)
  return visitor
}

/**
 * Acts of officers ask for the secret again after five minutes, a card is let go after ten, and of one session the
 * service takes 600 requests in a minute. Long before any of it they come in anew, so that a page may take minutes on
 * a busy machine, and many pages a second on a quick one.
 */
const comingAnew: readonly Door[] = [
  'record-keeper',
  'chair',
  'administrator',
  'household',
  'supervisor',
]
/** Whoever comes through it signs in as somebody else: the next one begins at the door. */
const once: readonly Door[] = ['supervisor']
const trustedMs = 60_000
const askedMax = 200

/** One visitor for each door and language: the language that was chosen last is kept in a cookie. */
const knownBehind = (door: Door, language: Language): Known => {
  const key = `${door} ${language}`
  const known = visitors.get(key)
  const now = performance.now()
  const isFresh =
    known && !once.includes(door) && now - known.since < trustedMs && known.asked < askedMax
  if (known && (isFresh || !comingAnew.includes(door))) return known
  for (const { page } of known?.windows.splice(0) ?? []) void page.close()
  const next: Known = { since: now, visitor: letIn(door), asked: 0, windows: [] }
  visitors.set(key, next)
  void next.visitor.then((visitor) => visitor.on('request', () => (next.asked += 1)))
  return next
}

/** All that is wrong with what a window shows on a screen. */
const problemsOn = async (
  screen: Screen,
  { page, name, axe }: { readonly page: Page; readonly name: string; readonly axe: boolean },
): Promise<string[]> => {
  await page.setViewportSize(screen)
  if (isPictured) await keepScreenshot(page, `${name}-${screen.width}`)
  const problems = [...(axe ? await axeProblems(page) : []), ...(await layoutProblems(page))]
  return problems.map((problem) => `at ${screen.width} px: ${problem}`)
}

/** Takes the steps to a page; where they lead elsewhere, what stands there instead is told. */
const stepsOf = async ({ steps }: PageToLookAt, page: Page): Promise<void> => {
  try {
    await steps?.(page)
  } catch (error) {
    const text = await page.locator('main').first().innerText()
    throw new Error(`at ${new URL(page.url()).pathname} stands: ${text}`, { cause: error })
  }
}

const problemsOf = async (
  one: PageToLookAt,
  { language, place }: { readonly language: Language; readonly place: number },
): Promise<readonly string[]> => {
  const known = knownBehind(one.door, language)
  const window = known.windows.pop() ?? (await openWindow(await known.visitor))
  const { page, complaints } = window
  const before = complaints().length
  await page.setViewportSize(screens[0])
  const answer = await page.goto(`${practice!.url}${addressOf(one, fundId, language)}`)
  await stepsOf(one, page)
  const bars = await barProblems(page, one)
  await settle(page)
  const spoken = await page.locator('html').getAttribute('lang')
  const problems = [
    ...bars,
    ...(answer?.status() === (one.status ?? 200) ? [] : [`answered with ${answer?.status()}`]),
    ...(spoken === language ? [] : [`the page is in ${spoken}`]),
  ]
  // The second language has the same mark-up: what it can break is seen in its layout.
  const axe = isPictured || !isInBoth(one) || (language === 'km') === place % 4 < 2
  for (const screen of screensFor(one, { language, place }))
    problems.push(...(await problemsOn(screen, { page, name: `${one.name}-${language}`, axe })))
  problems.push(...complaints().slice(before))
  if (visitors.get(`${one.door} ${language}`) === known) known.windows.push(window)
  else await page.close()
  return problems
}

for (const [place, one] of [...pages, ...fundPages].entries())
  for (const language of languagesOf(one, place))
    test.concurrent(`the page ${one.name} in ${language} can be read and used by everybody`, async () => {
      expect(await problemsOf(one, { language, place })).toEqual([])
    })
