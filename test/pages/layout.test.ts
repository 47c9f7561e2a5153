import { html } from 'hono/html'
import { expect, test } from 'vitest'
import { deniedPage } from '#src/pages/denied.ts'
import { printedCardPage } from '#src/pages/entrance/cards-pages.ts'
import { drawnPinPage } from '#src/pages/entrance/key-pages.ts'
import { type Frame, layout } from '#src/pages/layout.ts'
import { languages } from '#src/words/catalogue.ts'
import { pageText } from '#test/pages/page-text.ts'

const frame: Frame = { language: 'en', isPractice: false, content: html`<h1>A</h1>` }
const pageOf = async (more: Partial<Frame> = {}) => String(await layout({ ...frame, ...more }))

test('changing the language keeps the fields of the page and its address', async () => {
  const page = await pageOf({ query: { before: 'a b&c', lang: 'en' }, at: '/here' })
  expect(page).toContain('href="/here?before=a+b%26c&amp;lang=km"')
  expect(await pageOf()).toContain('href="?lang=km"')
})

test('a page that cannot be shown again offers no language, so that nobody loses it', async () => {
  const page = await pageOf({ isShownOnce: true, back: { href: '/', label: 'First page' } })
  expect(page).not.toContain('hreflang')
  expect(page).toContain('First page')
  for (const shown of [
    drawnPinPage({ language: 'en', isPractice: false }, '730092'),
    printedCardPage(
      { language: 'en', isPractice: false },
      { fundId: 'a', card: 'M01', address: 'https://a.example', token: 'a.b', pin: '730092' },
    ),
  ])
    expect(String(await shown)).not.toContain('hreflang')
})

test('whoever is signed in sees the own task, the own sign-ins and the way out', async () => {
  const page = await pageOf({ who: { role: 'Record-keeper' } })
  expect(page).toContain('Here as: Record-keeper')
  expect(page).toContain('href="/me"')
  expect(page).toContain('<form method="post" action="/sign-out">')
  expect(await pageOf()).not.toContain('/sign-out')
})

test('a page that cannot be shown again has no link beside the way out that would lose it', async () => {
  const page = await pageOf({ who: { role: 'Chair' }, isShownOnce: true })
  expect(page).not.toContain('href="/me"')
  expect(page).toContain('action="/sign-out"')
})

test('whoever works here has the same places on every page, and the page is called by its heading', async () => {
  const house = {
    name: 'Prek <i>',
    places: [
      { place: 'meeting', href: '/funds/1/meetings' },
      { place: 'more', href: '/more' },
    ],
    here: 'more',
  } as const
  const page = await pageOf({ house, content: html`<h1 class="x">Who <b>&amp;</b> what</h1>` })
  expect(page).toContain('<title>Who  &amp;  what · Prek &lt;i&gt;</title>')
  expect(page.match(/aria-current="true"/g)).toHaveLength(1)
  expect(page).toContain('href="/funds/1/meetings"')
  expect(await pageOf({ house, isShownOnce: true })).not.toContain('/funds/1/meetings')
  expect(await pageOf({ house: { name: 'Prek', places: [] } })).toContain('<title>Village book<')
})

test('a page that has one before it links back to it', async () => {
  const page = await pageOf({ back: { href: '/funds/1', label: 'To the fund' } })
  expect(page).toMatch(/href="\/funds\/1"[^]*?<span>To the fund<\/span>/)
})

test('what is denied is told in words with a way on, and never as a code', async () => {
  for (const language of languages)
    for (const denied of [
      'not-signed-in',
      'not-found',
      'not-allowed',
      'officer-of-a-fund',
    ] as const) {
      const page = String(await deniedPage(denied, { language, isPractice: false }))
      expect(pageText(page)).not.toContain(denied)
      expect(page.match(/<h1/g)).toHaveLength(1)
      expect(page).toContain('class="button" href="/')
    }
})

test('a stranger is led to the sign-in, and in the practice fund to its doors', async () => {
  const linksOf = async (isPractice: boolean) =>
    [
      ...String(await deniedPage('not-signed-in', { language: 'en', isPractice })).matchAll(
        /class="button" href="([^"]*)"/g,
      ),
    ].map(([, href]) => href)
  expect(await linksOf(false)).toEqual(['/sign-in', '/'])
  expect(await linksOf(true)).toEqual(['/'])
})
