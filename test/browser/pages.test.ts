import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Language, languages } from '#src/words/catalogue.ts'
import { axeProblems } from '#test/browser/axe.ts'
import { barProblems, smallPhone } from '#test/browser/bars.ts'
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
  unfold,
} from '#test/browser/window.ts'
import { launchBrowser } from '#test/support/browser.ts'

/**
 * A page to which no steps lead has two looks, in Khmer on the phone and in English on the desk, or on the other screen each;
 * one behind steps has one, of three pages two in Khmer on the phone. A full run takes every second look, those of one
 * page in one language: which, is drawn by the code that is tried, so that the next change takes the others. With little
 * time every sixtieth page is looked at. Where pictures are asked for all looks are taken and kept, in both languages on both
 * screens.
 */
const isPictured = process.env['SCREENSHOTS'] === '1'
const isLong = process.env['TEST_BUDGET'] === 'ci' || isPictured
const drawn = Number(process.env['TEST_SEED'])

/** The phone on which the bars of a page are measured: whoever looks at it there sees what was measured. */
const [phone, desk] = [smallPhone, screens[1]]

type Look = { readonly language: Language; readonly on: readonly Screen[] }

const looksAt = ({ steps }: PageToLookAt, place: number): readonly Look[] => {
  if (isPictured) return languages.map((language) => ({ language, on: screens }))
  if (!isLong && (place + drawn) % 60 !== 0) return []
  const isSecond = (Math.floor(place / 2) + drawn) % 2 === 1
  if (steps) {
    if (isLong && isSecond) return []
    return [place % 3 === 2 ? { language: 'en', on: [desk] } : { language: 'km', on: [phone] }]
  }
  const isTurned = place % 2 === 1
  return [{ language: isSecond ? 'en' : 'km', on: [isSecond === isTurned ? phone : desk] }]
}

const looks = [...pages, ...fundPages].flatMap((one, place) =>
  looksAt(one, place).map((look) => ({ one, look })),
)

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
const trustedMs = 100_000
const askedMax = 400

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
  { page, name }: { readonly page: Page; readonly name: string },
): Promise<string[]> => {
  await page.setViewportSize(screen)
  if (isPictured) await keepScreenshot(page, `${name}-${screen.width}`)
  const problems = [...(await axeProblems(page)), ...(await layoutProblems(page))]
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
  { language, on }: Look,
): Promise<readonly string[]> => {
  const known = knownBehind(one.door, language)
  const window = known.windows.pop() ?? (await openWindow(await known.visitor))
  const { page, complaints } = window
  const before = complaints().length
  await page.setViewportSize(phone)
  const answer = await page.goto(`${practice!.url}${addressOf(one, fundId, language)}`)
  await stepsOf(one, page)
  const bars = await barProblems(page, one)
  await unfold(page)
  const spoken = await page.evaluate(() => document.documentElement.lang)
  const problems = [
    ...bars,
    ...(answer?.status() === (one.status ?? 200) ? [] : [`answered with ${answer?.status()}`]),
    ...(spoken === language ? [] : [`the page is in ${spoken}`]),
  ]
  for (const screen of on)
    problems.push(...(await problemsOn(screen, { page, name: `${one.name}-${language}` })))
  problems.push(...complaints().slice(before))
  if (visitors.get(`${one.door} ${language}`) === known) known.windows.push(window)
  else await page.close()
  return problems
}

for (const { one, look } of looks)
  test.concurrent(`the page ${one.name} in ${look.language} can be read and used by everybody`, async () => {
    expect(await problemsOf(one, look)).toEqual([])
  })
