import { describe, expect, test } from 'vitest'
import { duesOf } from '#domain/cases/dues.ts'
import { itemsOf } from '#domain/cases/operation.ts'
import type { CaseFile } from '#domain/cases/file.ts'
import { giveConsent } from '#domain/cases/operations/consent.ts'
import { closeCase } from '#domain/cases/operations/life.ts'
import { setPerson } from '#domain/cases/operations/person.ts'
import { addTask, finishTask } from '#domain/cases/operations/plan.ts'
import { offerReferral } from '#domain/cases/operations/referrals.ts'
import { asked, codeOf, done, talked, talkedWithChild } from '#test/domain/cases/case-file.ts'

const told = { kind: 'social-affairs', receiver: 'Social affairs', fields: [] }
const ended = (file: CaseFile): CaseFile =>
  itemsOf(file, addTask).reduce(
    (one, { item }) => done(one, finishTask, { item, end: 'not-needed' }),
    file,
  )
const routes = (file: CaseFile) => duesOf(file).filter(({ what }) => what === 'child-route')
const younger = { ageBand: 'under-18', sex: 'woman', language: 'khmer' }

describe('a case of a child', () => {
  test('is told to social affairs within a day, and ticking the task away does not end that', () => {
    const file = talkedWithChild()
    expect(duesOf(file)).toMatchObject([{ what: 'task', on: '2026-11-03' }])
    expect(routes(ended(file))).toEqual([{ what: 'child-route', on: '2026-11-03' }])
    expect(routes(done(ended(file), offerReferral, told))).toEqual([])
  })

  test('is one too where the age is learnt later, or the risk is the reason', () => {
    expect(routes(done(talked(), setPerson, younger))).toHaveLength(1)
    expect(routes(ended(talked({ kind: 'child-risk' })))).toHaveLength(1)
    expect(routes(talked())).toEqual([])
  })

  test('is told there although another service was asked before anybody knew the age', () => {
    const helped = done(talked(), offerReferral, { ...told, kind: 'health' })
    const file = done(helped, setPerson, younger)
    expect(routes(file)).toHaveLength(1)
    expect(codeOf(asked(file, closeCase, { why: 'asked-to-end' }))).toBe('child-route-first')
  })

  test('goes there without waiting for a guardian, and nowhere else', () => {
    const file = done(talked(), setPerson, younger)
    expect(codeOf(asked(file, offerReferral, told))).toBe('recorded')
    expect(codeOf(asked(file, offerReferral, { ...told, kind: 'health' }))).toBe('guardian-first')
  })

  test('may be kept a file of before a guardian has spoken, and every other yes waits for one', () => {
    const file = done(talked(), setPerson, younger)
    const code = (purpose: string) =>
      codeOf(asked(file, giveConsent, { purpose, receiver: 'team', fields: [], how: 'spoken' }))
    expect(code('keep-file')).toBe('recorded')
    expect(code('referral')).toBe('guardian-first')
  })

  test('is closed only after it was told there', () => {
    const file = talkedWithChild()
    expect(codeOf(asked(file, closeCase, { why: 'asked-to-end' }))).toBe('child-route-first')
    const after = done(file, offerReferral, told)
    expect(codeOf(asked(after, closeCase, { why: 'asked-to-end' }))).toBe('recorded')
  })

  test('sends no name, even where somebody has agreed to it', () => {
    const agreed = done(talkedWithChild(), giveConsent, {
      purpose: 'referral',
      receiver: told.receiver,
      fields: ['name', 'needs'],
      how: 'spoken',
    })
    const naming = { ...told, fields: ['name'] }
    expect(codeOf(asked(agreed, offerReferral, naming))).toBe('child-not-named')
    expect(codeOf(asked(agreed, offerReferral, { ...told, fields: ['needs'] }))).toBe('recorded')
  })
})
