import { expect, test } from 'vitest'
import { notesSaid } from '#src/pages/desk/ten-times.ts'
import { doorInside } from '#src/pages/entrance/parts.ts'
import { guideNames, languageOfGuide, languagesOf } from '#src/pages/help/guides.ts'
import { verdictPart } from '#src/pages/proof/receipt-check-page.ts'
import { mayBeAgreed } from '#src/pages/quote/page.ts'
import { proofWords } from '#src/words/words.ts'
import { pageText } from '#test/pages/page-text.ts'

test('a sum is told as the notes that it would be, and nothing is told where there is none', () => {
  expect(notesSaid({ amount: 30_000, currency: 'KHR' }, 'en')).toHaveLength(1)
  expect(notesSaid({ amount: 0, currency: 'KHR' }, 'en')).toEqual([])
})

test('guides that villagers read are in Khmer too, and whoever reads another one reads it in English', () => {
  const inKhmer = guideNames.filter((one) => languagesOf(one).includes('km'))
  expect(inKhmer).toEqual(['committee', 'household'])
  for (const one of guideNames) {
    expect(languagesOf(one)).toContain('en')
    expect(languageOfGuide(one, 'km')).toBe(inKhmer.includes(one) ? 'km' : 'en')
  }
})

test('a door says what is behind it where there is more to say than its name', () => {
  const door = { shown: 'savings', name: 'Savings', tone: 'cash' } as const
  expect(String(doorInside(door))).not.toContain('meaning')
  expect(String(doorInside({ ...door, meaning: 'What you have' }))).toContain('What you have')
})

test('each verdict on a receipt is told in words of its own', () => {
  const words = proofWords.in('en')
  const told = (verdict: Parameters<typeof verdictPart>[1]['verdict']): string =>
    pageText(String(verdictPart(words, { verdict, line: '7' })))
  expect(told('stands')).toContain('This receipt is good')
  expect(told('not-signed')).toContain('No fund of this service signed this')
  expect(told('gone')).toContain('is no longer in the book')
  expect(told('written-anew')).toContain('is not what it was when it was signed')
})

test('an agreement is offered for a loan of which the rules were asked, and that none of them refuses', () => {
  expect(mayBeAgreed(undefined)).toBe(false)
  const quote = {} as Parameters<typeof mayBeAgreed>[0] & object
  expect(mayBeAgreed({ ...quote, rulings: undefined } as typeof quote)).toBe(false)
  expect(mayBeAgreed({ ...quote, rulings: [] })).toBe(true)
})
