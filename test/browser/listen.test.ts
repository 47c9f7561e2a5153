import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { packed } from '#src/packing/phone-files.ts'
import { launchBrowser } from '#test/support/browser.ts'

/*
 * What a phone says of a sum, by which voice and in which words. The browser here has no voices: those of a phone are put in
 * their place, and write down what they are given to say.
 */

let browser: Browser
let page: Page
let code: string
beforeAll(async () => {
  browser = await launchBrowser()
  ;({ code } = await packed(join(import.meta.dirname, 'listen-page.ts'), { plugins: [] }))
})
afterAll(() => browser?.close())

type Voice = { readonly name: string; readonly lang: string; readonly localService: boolean }

const khmer: Voice = { name: 'own', lang: 'km-KH', localService: true }
const english: Voice = { name: 'own', lang: 'en_GB', localService: true }

beforeEach(async () => {
  await page?.context().close()
  page = await browser.newPage()
  await page.addInitScript(() => {
    const synthesis = Object.assign(new EventTarget(), {
      voices: [] as readonly object[],
      said: [] as object[],
      getVoices: () => synthesis.voices,
      speak: ({ text, voice, lang, rate }: SpeechSynthesisUtterance) =>
        synthesis.said.push({ text, by: (voice as unknown as Voice).name, lang, rate }),
      cancel: () => synthesis.said.push({ isCut: true }),
    })
    class Utterance {
      readonly text: string
      constructor(text: string) {
        this.text = text
      }
    }
    Object.defineProperty(globalThis, 'speechSynthesis', { value: synthesis })
    Object.defineProperty(globalThis, 'SpeechSynthesisUtterance', { value: Utterance })
  })
  await page.goto('about:blank')
  await page.addScriptTag({ content: code, type: 'module' })
  await page.waitForFunction(() => 'show' in globalThis)
})

type Shown = { readonly amount: number; readonly currency?: 'KHR' | 'USD' }

const show = (sum: Shown | undefined, language: 'km' | 'en' = 'km'): Promise<void> =>
  page.evaluate(
    ([money, of]) =>
      (globalThis as unknown as { show: (...all: unknown[]) => void }).show(money, of),
    [sum && { currency: 'KHR', ...sum }, language] as const,
  )

const have = (...voices: readonly Voice[]): Promise<void> =>
  page.evaluate((all) => {
    const synthesis = speechSynthesis as unknown as EventTarget & { voices: readonly object[] }
    synthesis.voices = all
    synthesis.dispatchEvent(new Event('voiceschanged'))
  }, voices)

const key = () => page.locator('button.listen')
const said = (): Promise<readonly object[]> =>
  page.evaluate(() => (speechSynthesis as unknown as { said: object[] }).said.splice(0))
const heard = async (): Promise<readonly object[]> => {
  await said()
  await key().click()
  // What stood there before may be cut short a moment later than it went.
  return (await said()).slice(-2)
}

const inKhmer: readonly (readonly [number, string])[] = [
  [0, 'សូន្យរៀល'],
  [7, 'ប្រាំពីររៀល'],
  [500, 'ប្រាំរយរៀល'],
  [12_000, 'មួយម៉ឺនពីរពាន់រៀល'],
  [1_234_500, 'មួយលានពីរសែនបីម៉ឺនបួនពាន់ប្រាំរយរៀល'],
]
const inEnglish: readonly (readonly [number, string])[] = [
  [0, 'zero riel'],
  [500, 'five hundred riel'],
  [12_000, 'twelve thousand riel'],
  [105_000, 'one hundred and five thousand riel'],
  [1_234_500, 'one million two hundred and thirty-four thousand five hundred riel'],
]

test('a sum is said word by word in the order in which people say it, slowly, by the phone’s own voice', async () => {
  await have(khmer, english)
  for (const [amount, text] of inKhmer) {
    await show({ amount })
    const own = { text, by: 'own', lang: 'km-KH', rate: 0.85 }
    expect(await heard()).toEqual([{ isCut: true }, own])
  }
  await show(undefined)
  for (const [amount, text] of inEnglish) {
    await show({ amount }, 'en')
    expect(await heard()).toEqual([{ isCut: true }, { text, by: 'own', lang: 'en_GB', rate: 0.85 }])
  }
  await show({ amount: 1250, currency: 'USD' }, 'en')
  expect((await heard())[1]).toMatchObject({ text: 'twelve dollars and fifty cents' })
})

test('a voice that speaks over the network never hears of a sum, and one of another language says none', async () => {
  await show({ amount: 12_000 })
  for (const voices of [
    [],
    [{ ...khmer, localService: false }],
    [english],
    [{ ...english, lang: 'kmr-TR' }],
  ] as const) {
    await have(...voices)
    expect(await key().count(), JSON.stringify(voices)).toBe(0)
  }
  // What stands there all the same is read by people.
  expect(await page.locator('body').innerText()).toContain('មួយម៉ឺនពីរពាន់រៀល')
  await have({ ...khmer, localService: false, name: 'far' }, khmer)
  expect((await heard())[1]).toMatchObject({ by: 'own' })
})

test('voices that come after the page are found, and whoever goes on is not spoken to any more', async () => {
  await show({ amount: 7 })
  expect(await key().count()).toBe(0)
  await have(khmer)
  expect((await heard())[1]).toMatchObject({ text: 'ប្រាំពីររៀល' })
  await show(undefined)
  await expect.poll(said).toEqual([{ isCut: true }])
})
