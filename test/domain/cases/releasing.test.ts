import { expect, test } from 'vitest'
import { htcdsOf } from '#domain/cases/htcds.ts'
import { giveConsent, withdrawConsent } from '#domain/cases/operations/consent.ts'
import { readingOf, released, releasesOf, statisticsReceivers } from '#domain/cases/releasing.ts'
import { done, lastItem, talked, worker } from '#test/domain/cases/case-file.ts'

/* Coded data leaves a case for a receiver whom the person has agreed to, when another one has read it and let it go. */

const on = '2026-11-02'
const receiver = 'Counting office (invented)'
const supervisor = 'a0000000-0000-8000-8000-000000000002'
const agreed = (fields: readonly string[]) =>
  done(talked(), giveConsent, { purpose: 'statistics', receiver, fields, how: 'spoken' })

const readOf = (file: ReturnType<typeof talked>): string => {
  const answer = htcdsOf(file, { receiver, on })
  return answer.outcome === 'given' ? readingOf(answer.record) : ''
}
const letGo = (file: ReturnType<typeof talked>, read = readOf(file), releasedBy = supervisor) =>
  released(file, { receiver, on, by: worker, releasedBy, item: '9f'.repeat(16), read })

test('a release gives the fields that were agreed to, and the case says to whom and who let it go', () => {
  const told = letGo(agreed(['sex', 'name', 'code-name']))
  if (typeof told === 'string') throw new Error(told)
  expect(told.record).toEqual({ Gender: 'Feminine' })
  expect(releasesOf(told.file)).toMatchObject([
    { on, by: worker, value: { receiver, fields: ['Gender'], releasedBy: supervisor } },
  ])
})

test('a release needs a consent that holds, another person, and the record that was read', () => {
  const file = agreed(['sex'])
  expect(letGo(talked(), '{}')).toBe('consent-missing')
  const item = lastItem(file, 'consents')
  expect(letGo(done(file, withdrawConsent, { item }), readOf(file))).toBe('consent-missing')
  expect(letGo(file, readOf(file), worker)).toBe('same-person')
  expect(letGo(file, readOf(agreed(['age-band'])))).toBe('read-another')
})

test('a release is offered to receivers of statistics alone', () => {
  const file = done(agreed(['sex']), giveConsent, {
    purpose: 'referral',
    receiver: 'Clinic (invented)',
    fields: ['sex'],
    how: 'spoken',
  })
  expect(statisticsReceivers(file, on)).toEqual([receiver])
})
