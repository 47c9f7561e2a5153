import { expect, test } from 'vitest'
import type { ShownNumber } from '#src/app/network/numbers.ts'
import { printedCardPage } from '#src/pages/entrance/cards-pages.ts'
import { liveHomePage } from '#src/pages/fund-home.ts'
import { numbersPart, numbersPrinted } from '#src/pages/numbers/parts.ts'
import { languages } from '#src/words/catalogue.ts'
import { pageText } from '#test/pages/page-text.ts'

const police: ShownNumber = {
  country: 'KH',
  kind: 'police',
  number: '55 5-01',
  languages: [],
  checkedOn: '2026-02-01',
  checkAgainOn: '2026-07-31',
}
const abroad: ShownNumber = { ...police, country: 'TH', number: '55 5-02' }
const numbers = [police, abroad]
const at = '/numbers'

test.each(languages)(
  'a page about something else has the home numbers and the way to all: %s',
  (language) => {
    const part = String(numbersPart(language, { numbers, isPractice: false, at }))
    expect(part).toContain('href="tel:55501"')
    expect(part).not.toContain('55 5-02')
    expect(part).toContain('href="/numbers"')
    expect(pageText(part)).toContain(language === 'en' ? 'checked 1 February 2026' : '2026')
  },
)

test('where none is checked there is the way to all, and on paper nothing', () => {
  const none = { numbers: [abroad], isPractice: false }
  expect(String(numbersPart('en', { ...none, at }))).not.toContain('tel:')
  expect(String(numbersPrinted('en', none))).toBe('')
})

const card = { fundId: 'f', card: 'M01', address: 'https://x.example/card', token: 'f.abcd' }
const frame = { language: 'en', isPractice: true } as const

test('a printed card has the home numbers with the day on which each was checked', () => {
  const page = String(printedCardPage(frame, { ...card, numbers: { numbers, isPractice: false } }))
  expect(pageText(page)).toContain('Police: 55 5-01')
  expect(pageText(page)).toContain('checked 1 February 2026')
  expect(page).not.toContain('55 5-02')
  const invented = printedCardPage(frame, { ...card, numbers: { numbers, isPractice: true } })
  expect(pageText(String(invented))).toContain('practice, do not dial')
  expect(String(printedCardPage(frame, card))).not.toContain('55 5-01')
})

test('the front page of a service has them for strangers', () => {
  const page = String(liveHomePage(frame, undefined, { numbers, isPractice: false, at }))
  expect(page).toContain('55 5-01')
  expect(page).toContain('href="/numbers"')
})
