import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { pageFiles } from '#src/pages/files.ts'
import { triedOn } from '#test/hostile/tried-on.ts'
import { speakScript } from '#src/pages/household/speak.js.ts'
import { clipsOf } from '#src/words/clips.ts'
import { moneyInWords } from '#src/words/locale.ts'
import {
  type Seen,
  speakingPolicy,
  spoiltVillage,
  strictPolicy,
  visitorAs,
  watchedWindow,
} from '#test/hostile/watching.ts'

let seen: Seen
beforeAll(async () => {
  seen = await spoiltVillage()
})
afterAll(() => seen?.stop())

type Voice = { readonly lang: string; readonly localService: boolean }
type Spoken = { spoken: string[]; hushed: number }
type Platform = {
  said: Spoken
  speechSynthesis: { onvoiceschanged?: () => void }
  find: () => void
}

/** A phone with such voices, which writes down what it is told to say; this machine's browser has none. */
const withVoices = (visitor: BrowserContext, voices: readonly Voice[], isLate = false) =>
  visitor.addInitScript(
    ([found, late]) => {
      const said: Spoken = { spoken: [], hushed: 0 }
      let known = late ? [] : found
      const speech = {
        getVoices: () => known,
        speak: (words: { text: string; voice: Voice }) =>
          said.spoken.push(`${words.voice.lang}: ${words.text}`),
        cancel: () => (said.hushed += 1),
      }
      class Words {
        readonly text: string
        constructor(text: string) {
          this.text = text
        }
      }
      const find = () => {
        known = found
        ;(speech as Platform['speechSynthesis']).onvoiceschanged?.()
      }
      for (const [name, value] of Object.entries({
        speechSynthesis: speech,
        SpeechSynthesisUtterance: Words,
        said,
        find,
      }))
        Object.defineProperty(globalThis, name, { value })
    },
    [voices, isLate] as const,
  )

const khmer = { lang: 'km_KH', localService: true }
const english = { lang: 'en-GB', localService: true }
const distant = { lang: 'km-KH', localService: false }

const opened = async (voices: readonly Voice[], language: string, isLate = false) => {
  const visitor = await visitorAs(seen, 'household')
  await withVoices(visitor, voices, isLate)
  const window = await watchedWindow(seen, visitor)
  await window.page.goto(`${seen.url}/funds/${seen.village.fundId}/me?lang=${language}`)
  return { ...window, visitor }
}

const saidOn = (page: Page): Promise<Spoken> =>
  page.evaluate(() => (globalThis as unknown as Platform).said)

test('a phone with a voice of its own says each sum in words when it is asked to, and stops when asked again', async () => {
  const { page, visitor, ran, broken } = await opened([distant, english, khmer], 'km')
  const buttons = page.locator('button.listen')
  expect(await buttons.count()).toBeGreaterThanOrEqual(3)
  for (const button of await buttons.all()) expect(await button.isVisible()).toBe(true)
  expect((await saidOn(page)).spoken).toEqual([])
  await buttons.first().click()
  const [first] = (await saidOn(page)).spoken
  expect(first).toContain('km_KH: ')
  expect(first).toContain(moneyInWords({ amount: 385_000, currency: 'KHR' }, 'km'))
  expect(await buttons.first().getAttribute('aria-pressed')).toBe('true')
  const { hushed } = await saidOn(page)
  await buttons.first().click()
  expect((await saidOn(page)).spoken).toHaveLength(1)
  expect((await saidOn(page)).hushed).toBeGreaterThan(hushed)
  expect(await buttons.first().getAttribute('aria-pressed')).toBeNull()
  expect([...ran, ...broken()]).toEqual([])
  await visitor.close()
})

test('no voice, one of another language, or one that speaks over the network: the page is whole and silent', async () => {
  for (const voices of [[], [khmer], [{ lang: 'en-GB', localService: false }]]) {
    const { page, visitor } = await opened(voices, 'en')
    for (const button of await page.locator('button.listen').all())
      expect(await button.isVisible()).toBe(false)
    expect(await page.locator('main').innerText()).toContain('385,000')
    await visitor.close()
  }
})

test('a phone without a Khmer voice plays the words of the house, one after the other, and stops when asked again', async () => {
  for (const voices of [[], [distant]]) {
    const { page, visitor, ran, broken } = await opened(voices, 'km')
    const asked: string[] = []
    page.on('request', (request) => asked.push(new URL(request.url()).pathname.split('/').at(-1)!))
    const first = page.locator('button.listen').first()
    await first.click()
    expect(await first.getAttribute('aria-pressed')).toBe('true')
    const words = clipsOf({ amount: 385_000, currency: 'KHR' })!.map((name) => `${name}.mp3`)
    await expect.poll(() => first.getAttribute('aria-pressed'), { timeout: 30_000 }).toBeNull()
    // A word that was heard already may be played again without asking for it.
    const played = asked.filter((name) => name.endsWith('.mp3'))
    expect([...new Set(played)]).toEqual([...new Set(words)])
    await first.click()
    await first.click()
    expect(await first.getAttribute('aria-pressed')).toBeNull()
    expect([...ran, ...broken()]).toEqual([])
    expect((await saidOn(page)).spoken).toEqual([])
    await visitor.close()
  }
})

test('a voice that the phone finds later is offered then', async () => {
  const { page, visitor } = await opened([english], 'en', true)
  const first = page.locator('button.listen').first()
  expect(await first.isVisible()).toBe(false)
  await page.evaluate(() => (globalThis as unknown as Platform).find())
  expect(await first.isVisible()).toBe(true)
  await visitor.close()
})

test('the script that speaks is small, makes no mark-up of any text, and may ask nobody for anything', async () => {
  expect(new TextEncoder().encode(speakScript).length).toBeLessThan(2048)
  expect(speakScript).not.toMatch(
    /innerHTML|outerHTML|insertAdjacent|document\.write|DOMParser|eval|Function\(|createPolicy|import|fetch|XMLHttp|setAttribute\('on/,
  )
  const { page, visitor } = await opened([english], 'en')
  const own = `/funds/${seen.village.fundId}/me`
  const tried = await triedOn(page, [
    () => (document.body.innerHTML = '<b>x</b>'),
    () => fetch(location.pathname),
    () => fetch('http://evil.example/'),
  ])
  expect(tried).toEqual(['stopped', 'stopped', 'stopped'])
  await visitor.close()
  const token = await seen.village.as('household')
  const policyOf = async (path: string) =>
    (await seen.village.ask(path, { token })).headers.get('content-security-policy')
  expect(await policyOf(own)).toBe(speakingPolicy)
  for (const path of [
    `${own}/looked`,
    `${own}/not-right`,
    '/funds/canary/me',
    pageFiles.speak.path,
  ])
    expect(await policyOf(path), path).toBe(strictPolicy)
})
