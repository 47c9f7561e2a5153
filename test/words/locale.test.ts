import { expect, test } from 'vitest'
import {
  dateInWords,
  daysFromToday,
  khmerDigits,
  latinDigits,
  monthAndYear,
  shortMonth,
} from '#src/words/locale.ts'

/** Node, unlike browsers, knows Khmer; its invisible word joins are no part of the words. */
const visible = (text: string): string => text.replaceAll('\u200b', '')

const firstDays = Array.from(
  { length: 12 },
  (_, index) => `2026-${String(index + 1).padStart(2, '0')}-01`,
)

test('digits of either script become those of the other and nothing else changes', () => {
  expect(latinDigits('១២៣ រៀល 45')).toBe('123 រៀល 45')
  expect(latinDigits('០១២៣៤៥៦៧៨៩')).toBe('0123456789')
  expect(khmerDigits('0123456789 riel')).toBe('០១២៣៤៥៦៧៨៩ riel')
})

test('a day is written in words of both languages', () => {
  expect(dateInWords('2026-12-20', 'en')).toBe('20 December 2026')
  expect(dateInWords('2026-12-20', 'km')).toBe('20 ធ្នូ 2026')
  expect(dateInWords('2028-02-29', 'en')).toBe('29 February 2028')
})

test('dates agree with the tables of Node in both languages', () => {
  const tables = { en: 'en-GB', km: 'km' } as const
  for (const language of ['en', 'km'] as const) {
    const node = new Intl.DateTimeFormat(tables[language], { dateStyle: 'long', timeZone: 'UTC' })
    for (const day of firstDays) {
      const expected = visible(node.format(new Date(`${day}T00:00:00Z`)))
      expect(dateInWords(day, language)).toBe(expected)
    }
  }
})

test('distances agree with the tables of Node in both languages', () => {
  for (const language of ['en', 'km'] as const) {
    const node = new Intl.RelativeTimeFormat(language, { numeric: 'auto' })
    for (const [day, distance] of [
      ['2026-12-20', 12],
      ['2026-12-09', 1],
      ['2026-12-08', 0],
      ['2026-12-07', -1],
      ['2026-11-26', -12],
    ] as const) {
      const said = daysFromToday({ day, today: '2026-12-08' }, language)
      expect(said).toBe(visible(node.format(distance, 'day')))
    }
  }
})

test('a distance over a leap day and a new year counts every day', () => {
  expect(daysFromToday({ day: '2028-03-01', today: '2027-12-31' }, 'en')).toBe('in 61 days')
  expect(daysFromToday({ day: '2027-12-31', today: '2028-03-01' }, 'km')).toBe('61 ថ្ងៃមុន')
})

test.each(['2026-02-29', '2026-13-01', '2026-00-10', '2026-01-00', '2026-1-1', '', '20261220'])(
  'the text "%s" is not a day',
  (day) => {
    expect(() => dateInWords(day, 'en')).toThrow(RangeError)
    expect(() => daysFromToday({ day, today: '2026-12-08' }, 'km')).toThrow(RangeError)
  },
)

test('months are short enough for a chart in both languages', () => {
  expect(shortMonth('2026-09', 'en')).toBe('Sep')
  expect(shortMonth('2026-11', 'km')).toBe('វិច្ឆិកា')
  expect(monthAndYear('2026-12', 'en')).toBe('Dec 2026')
  expect(monthAndYear('2026-12', 'km')).toBe('ធ្នូ 2026')
  expect(() => shortMonth('2026-12-01', 'en')).toThrow(RangeError)
})
