import { expect, test } from 'vitest'
import type { Charter } from '#domain/fund/charter/charter.ts'
import { defaultCharter } from '#domain/fund/charter/default-charter.ts'
import { changesBetween } from '#src/app/charter-history.ts'
import {
  type RuleField,
  charterAnew,
  numberFields,
  rateFields,
  ruleFields,
} from '#src/app/new-rules.ts'

/** The charter after some fields were typed anew; every other field stays as it is shown. */
const anew = (typed: Partial<Record<RuleField, string>>, charter: Charter = defaultCharter) =>
  charterAnew(charter, (field) => typed[field] ?? 'as shown', {
    shown: () => 'as shown',
    read: (text) => (/^\d+$/.test(text) ? Number(text) : undefined),
  })

/** A charter that says all that it could leave out. */
const full: Charter = {
  ...defaultCharter,
  oneHandLimit: 30_000,
  ceiling: { ...defaultCharter.ceiling, buyOutMax: 900_000 },
}

test.each(numberFields)('%s is set where it stands, and nothing else with it', (field) => {
  const { charter, faults } = anew({ [field]: '7777' }, full)
  expect([...faults]).toEqual([])
  expect(changesBetween(full, charter).map((one) => [one.field, one.now.value])).toEqual([
    [field, field.endsWith('Percent') ? '7777' : 7777],
  ])
})

test.each(rateFields)('%s is set where it stands, and nothing else with it', (field) => {
  const { charter } = anew({ [field]: '1.25' })
  expect(changesBetween(defaultCharter, charter).map((one) => [one.field, one.now.value])).toEqual([
    [field, '1.25'],
  ])
})

test('a rate may be typed in Khmer digits and with spaces around it, and is at most a hundred', () => {
  const rateOf = (rateNormal: string) => {
    const { charter, faults } = anew({ rateNormal })
    return faults.has('rateNormal') ? 'fault' : charter.rateMonthlyPercent.normal
  }
  expect(rateOf(' ១.២៥ ')).toBe('1.25')
  expect(rateOf('0')).toBe('0')
  expect(rateOf('100')).toBe('100')
  expect(rateOf('100.01')).toBe('fault')
  expect(rateOf('-1')).toBe('fault')
  expect(rateOf('')).toBe('fault')
})

test('what a repayment pays first is one of two words, and the one that holds already changes nothing', () => {
  const orderIn = (repaymentOrder: string, charter?: Charter) =>
    anew({ repaymentOrder }, charter).charter.repaymentOrder
  const principalFirst: Charter = { ...defaultCharter, repaymentOrder: 'principal-first' }
  expect(orderIn('principal-first')).toBe('principal-first')
  // Nothing was said before, and nothing is said now.
  expect(orderIn('interest-first')).toBeUndefined()
  expect(orderIn('interest-first', principalFirst)).toBe('interest-first')
  expect(anew({ repaymentOrder: 'principal-first' }, principalFirst).charter).toBe(principalFirst)
  const wrong = anew({ repaymentOrder: 'fines-first' })
  expect([...wrong.faults]).toEqual(['repaymentOrder'])
  expect(wrong.charter).toBe(defaultCharter)
})

test('every field that holds no value is named, and the others are set all the same', () => {
  const { charter, faults } = anew({
    shareValue: 'many',
    rateSeasonal: 'two',
    repaymentOrder: 'any',
    boxMax: '1',
    quorumPercent: '0',
  })
  expect(faults).toEqual(new Set(['rateSeasonal', 'shareValue', 'repaymentOrder']))
  expect(charter).toMatchObject({ shareValue: 5_000, boxMax: 1, quorumPercent: 0 })
})

test('a field that was left as it is shown is not read, whatever it says', () => {
  const { charter, faults } = anew({})
  expect(charter).toBe(defaultCharter)
  expect(faults.size).toBe(0)
  expect(ruleFields).toHaveLength(46)
  expect(ruleFields.slice(0, 4)).toEqual([...rateFields, 'shareValue'])
  expect(ruleFields.at(-1)).toBe('repaymentOrder')
})
