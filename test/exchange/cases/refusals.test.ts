import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { recalculated } from '#src/exchange/cases/payment-cases.ts'
import { runCases } from '#src/exchange/cases/run-cases.ts'

type Plain = Readonly<Record<string, unknown>>
type Case = { readonly id: string; readonly kind: string } & {
  readonly params: Plain
  readonly expected: Plain
}

const fixtures = new URL('../../fixtures/cases/', import.meta.url)
const casesOf = (kind: string) =>
  (JSON.parse(readFileSync(new URL(`${kind}.json`, fixtures), 'utf8')) as { cases: Case[] }).cases
const oneOf = (kind: string, isWanted: (params: Plain) => boolean): Case =>
  casesOf(kind).find(({ params }) => isWanted(params))!
/** What is told of one case of other params; nothing where it passes. */
const failureOf = (one: Case, params: Plain) => {
  const text = JSON.stringify({
    schema: 'loan-cases/1',
    kind: one.kind,
    cases: [{ ...one, params: { ...one.params, ...params } }],
  })
  const { failures, faults } = runCases([{ file: 'a.json', text }])
  expect(faults).toEqual([])
  return failures.map(({ cell, computed }) => [cell, computed])
}

test('a plan is agreed anew for flat interest or none, and any other is refused rather than guessed', () => {
  const one = oneOf('reschedule', ({ convention, original }) => {
    const { annualRatePercent } = (original ?? {}) as Plain
    return convention === 'reschedule' && annualRatePercent === '0'
  })
  const of = (more: Plain) =>
    failureOf(one, { original: { ...(one.params['original'] as Plain), ...more } })
  expect(of({})).toEqual([])
  expect(of({ interestMethod: 'declining' })).toEqual([])
  expect(of({ interestMethod: 'declining', annualRatePercent: '12' })).toEqual([
    ['params/original', 'is known for flat interest only, or none'],
  ])
})

test('a rounded plan has a number of instalments or a fixed one, and it is told which is amiss', () => {
  const one = oneOf('schedule', ({ fixedInstalment }) => fixedInstalment !== undefined)
  expect(failureOf(one, {})).toEqual([])
  expect(failureOf(one, { installments: 22 })).toEqual([
    ['params/installments', 'cannot hold beside fixedInstalment'],
  ])
  expect(failureOf(one, { fixedInstalment: null })).toEqual([
    ['params/installments', 'is missing, and so is fixedInstalment'],
  ])
})

test('payments count from the first day on, in whichever order a case lists them', () => {
  const { params } = oneOf(
    'repayment',
    ({ convention }) => convention === 'cumulative-recalculated',
  )
  // Both within the first month, so that interest hangs on which came first.
  const payments = [
    { on: '2022-11-10', amount: '500' },
    { on: '2022-11-20', amount: '700' },
  ]
  const of = (listed: readonly Plain[]) =>
    recalculated({ ...params, disbursedOn: '2022-11-01', payments: listed })
  expect(of(payments)).toMatchObject({ figures: { rows: expect.anything() } })
  expect(of(payments.toReversed())).toEqual(of(payments))
})
