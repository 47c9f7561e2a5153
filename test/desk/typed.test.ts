import { expect, test } from 'vitest'
import { exampleAmount, linesField, sumField } from '#src/desk/fields.ts'
import { fillingOf } from '#src/desk/filling.ts'
import { daysField } from '#src/desk/day-fields.ts'
import { linesOfNumber } from '#src/desk/number-lines.ts'
import { writtenSum } from '#src/desk/written-sum.ts'

const at = { language: 'en' } as const

test('an example of a sum is written as its money is', () => {
  expect([exampleAmount('KHR'), exampleAmount('USD')]).toEqual(['212000', '12.50'])
})

test('a sum that may be left out is refused where it is none', () => {
  const field = sumField(at, { name: 'sum', label: 'Sum', currency: 'KHR', isOptional: true })
  expect(field.read('')).toEqual({ text: '' })
  for (const wrong of ['much', '0', '9'.repeat(20)])
    expect(field.read(wrong)).toHaveProperty('fault')
})

test('a sum that has parts is typed with a comma for the thousands and a point for the rest', () => {
  const [riel, dollars] = (['KHR', 'USD'] as const).map((currency) =>
    writtenSum({ name: 'sum', label: 'Sum', fault: 'No sum.', currency }),
  )
  expect(riel!.read('១២,០០០')).toEqual({ text: '12000' })
  expect(dollars!.read('1,200.50')).toEqual({ text: '1200.50' })
  // Whoever types parts of a dollar needs a point on the keyboard.
  expect(riel).toMatchObject({ inputmode: 'numeric' })
  expect(dollars).not.toMatchObject({ inputmode: 'numeric' })
})

test('lines that cannot be read stay to be mended, up to twice as many signs as they may have', () => {
  const field = linesField({
    name: 'lines',
    label: 'Lines',
    fault: 'No lines.',
    lengthMax: 10,
    rule: () => undefined,
  })
  expect(field.read('a'.repeat(21))).toEqual({ fault: 'No lines.', typed: 'a'.repeat(20) })
})

test('a day of which a part holds signs that no keyboard has does not stand in its field again', () => {
  const day = {
    as: 'day',
    name: 'day',
    label: 'Day',
    read: () => ({ fault: 'No day.' }),
    said: (text: string) => text,
  } as const
  const typed = (parts: Readonly<Record<string, string>>) =>
    fillingOf([day], (name) => parts[name] ?? '').typed
  const parts = { day: '31', month: '2', year: '2026' }
  expect(Object.fromEntries(typed(parts)!)).toEqual(parts)
  expect(typed({ ...parts, month: '\u202e2' })!.size).toBe(0)
})

test('of a number it is told what a call costs, when somebody answers and in which languages', () => {
  const number = { isFree: true, hours: '00:00-24:00', languages: ['km', 'en'] } as const
  expect(linesOfNumber('en', number)).toHaveLength(3)
  expect(linesOfNumber('en', { languages: [] })).toEqual([])
  const [free] = linesOfNumber('en', number)
  const [costs] = linesOfNumber('en', { ...number, isFree: false })
  expect(free).not.toBe(costs)
})

test('days of one’s own are written in order, and no more than a form may carry', () => {
  const field = daysField(at, { name: 'days', label: 'Days', fault: 'No days.', daysMax: 2 })
  expect(field.read('')).toEqual({ text: '' })
  expect(field.read('2026-01-01 2026-02-01')).toEqual({ text: '2026-01-01 2026-02-01' })
  for (const wrong of [
    '2026-02-01 2026-01-01',
    '2026-01-01 2026-01-01',
    '2026-01-01 2026-02-01 2026-03-01',
    'a day',
  ])
    expect(field.read(wrong)).toHaveProperty('fault')
})
