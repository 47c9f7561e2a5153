import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { clipOf, clipsFolder } from '#src/pages/clip-files.ts'
import { packed } from '#src/packing/phone-files.ts'
import { clipNames, clipsOf } from '#src/words/clips.ts'
import { launchBrowser } from '#test/support/browser.ts'

/*
 * What a phone says of a sum, by which voice and in which words. The browser here has no voices: those of a phone are put in
 * their place, and write down what they are given to say. What is played of the house is played here too, and written down.
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

const place = 'http://localhost/'
let asked: string[]
/** A word that the service fails to give. */
let lacks: string | undefined

/** The page, and words of the house as the service gives them. */
const serve = async (): Promise<void> => {
  asked = []
  lacks = undefined
  await page.route(`${place}**`, (route) => {
    const { pathname } = new URL(route.request().url())
    if (pathname === '/') {
      const body = `<!doctype html><html data-clips="${clipsFolder}"><body></body></html>`
      return route.fulfill({ contentType: 'text/html', body })
    }
    asked.push(pathname)
    const clip = clipOf(pathname.slice(clipsFolder.length))
    if (!clip || pathname.includes(`/${lacks}.`)) return route.fulfill({ status: 503 })
    return route.fulfill({ contentType: 'audio/mpeg', body: Buffer.from(clip) })
  })
}

type Heard = { readonly bytes: string; readonly seconds: number; readonly in: AudioContext }

/** What a phone plays is written down where it starts, by the bytes that it was read from. */
const overhear = (): void => {
  const heard: Heard[] = []
  const read = new Map<AudioBuffer | null, string>()
  const { decodeAudioData: decode } = BaseAudioContext.prototype
  BaseAudioContext.prototype.decodeAudioData = async function (given: ArrayBuffer) {
    const bytes = btoa(String.fromCharCode(...new Uint8Array(given)))
    const sound = await decode.call(this, given)
    read.set(sound, bytes)
    return sound
  }
  const { start } = AudioBufferSourceNode.prototype
  AudioBufferSourceNode.prototype.start = function () {
    const { buffer, context } = this
    heard.push({
      bytes: read.get(buffer) ?? '',
      seconds: buffer?.duration ?? 0,
      in: context as AudioContext,
    })
    start.call(this)
  }
  Object.assign(globalThis, { heard })
}

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
  await page.clock.install()
  await page.addInitScript(overhear)
  await serve()
  await page.goto(place)
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

/** A book is opened. */
const open = (language: 'km' | 'en'): Promise<void> =>
  page.evaluate(
    (of) => (globalThis as unknown as { open: (of: string) => void }).open(of),
    language,
  )
const aMinuteLater = (): Promise<void> => page.clock.runFor(60_000)
const kept = (): Promise<number> =>
  page.evaluate(async () => (await (await caches.open('clips')).keys()).length)
const played = (): Promise<readonly (Omit<Heard, 'in'> & { readonly state: string })[]> =>
  page.evaluate(() =>
    (globalThis as unknown as { heard: Heard[] }).heard.map(({ in: context, ...one }) => ({
      ...one,
      state: context.state,
    })),
  )
const soundOf = (names: readonly string[]): string =>
  Buffer.concat(names.map((name) => clipOf(`${name}.mp3`)!)).toString('base64')

test('a phone without a Khmer voice brings the words of the house, and says sums by them without a network', async () => {
  await show({ amount: 1_234_500 })
  await open('km')
  await aMinuteLater()
  await expect.poll(kept).toBe(clipNames.length)
  expect(asked.toSorted()).toEqual(clipNames.map((name) => `${clipsFolder}${name}.mp3`).toSorted())
  await page.context().setOffline(true)
  await show(undefined)
  await show({ amount: 1_234_500 })
  await key().click()
  const words =
    'one million two hundred-thousand three ten-thousand four thousand five hundred riel'
  await expect.poll(played).toMatchObject([{ bytes: soundOf(words.split(' ')) }])
  // Of all of them, and not of the first alone: each second of sound is 3,000 bytes.
  const [first] = await played()
  expect(first!.seconds * 3000).toBeGreaterThan(0.95 * Buffer.from(first!.bytes, 'base64').length)
  for (const [amount] of inKhmer) {
    await show({ amount })
    await key().click()
    const names = clipsOf({ amount, currency: 'KHR' })!
    await expect.poll(async () => (await played()).at(-1)!.bytes).toBe(soundOf(names))
  }
  // Whoever goes on is not spoken to any more, and what is not said in words is not said.
  await show(undefined)
  await expect
    .poll(async () => new Set((await played()).map(({ state }) => state)))
    .toEqual(new Set(['closed']))
  await show({ amount: 1_000_000_000_000 })
  expect(await key().count()).toBe(0)
  await show({ amount: 7 }, 'en')
  expect(await key().count()).toBe(0)
  expect(asked).toHaveLength(clipNames.length)
  expect((await said()).filter((one) => 'text' in one)).toEqual([])
})

test('a phone that speaks Khmer, also if its voice comes late, or that is read in English, brings none', async () => {
  await open('en')
  await aMinuteLater()
  await open('km')
  await have(khmer)
  await aMinuteLater()
  // What is looked for before anything is fetched has been looked for by then.
  await page.evaluate(async () => {
    for (let turn = 0; turn < 40; turn += 1) await caches.match('/none')
  })
  expect(asked).toEqual([])
})

test('where one word is missing, or there is no network, none is kept and no key is shown', async () => {
  lacks = 'satang'
  await open('km')
  await aMinuteLater()
  await expect.poll(() => asked.length).toBeGreaterThanOrEqual(clipNames.length)
  await page.context().setOffline(true)
  const before = asked.length
  await open('km')
  await aMinuteLater()
  expect([await kept(), asked.length]).toEqual([0, before])
  await show({ amount: 7 })
  expect(await key().count()).toBe(0)
  lacks = undefined
  await page.context().setOffline(false)
  await open('km')
  await aMinuteLater()
  await expect.poll(kept).toBe(clipNames.length)
})
