import { expect, test } from 'vitest'
import { fundNameSaid } from '#src/words/fund-name.ts'

test('a fund with a name in both scripts is called by its own on each page, whichever came first', () => {
  for (const given of ['Lotus village / ភូមិឈូក', 'ភូមិឈូក / Lotus village']) {
    expect(fundNameSaid(given, 'en')).toBe('Lotus village')
    expect(fundNameSaid(given, 'km')).toBe('ភូមិឈូក')
  }
})

test('any other name is said as it was given', () => {
  for (const given of ['Lotus', 'ភូមិឈូក', 'North / South', 'ក / ខ', 'A / ក / B', 'A/ក'])
    for (const language of ['en', 'km'] as const) expect(fundNameSaid(given, language)).toBe(given)
})
