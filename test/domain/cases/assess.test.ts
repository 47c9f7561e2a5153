import { describe, expect, test } from 'vitest'
import type { CaseFile } from '#domain/cases/file.ts'
import { factOf } from '#domain/cases/operation.ts'
import { caseOperations } from '#domain/cases/operations/all.ts'
import { mayReunite, setFamilyAssessment, setNeeds } from '#domain/cases/operations/assess.ts'
import { addPersonAround, setSafety } from '#domain/cases/operations/person.ts'
import { asked, codeOf, done, lastItem, talked } from '#test/domain/cases/case-file.ts'

const around = (file: CaseFile, said: object): CaseFile =>
  done(file, addPersonAround, {
    name: 'Chan',
    relation: 'father',
    safety: 'safe',
    isAccused: false,
    lives: 'at-home',
    ...said,
  })
const reunion = {
  asked: 'person',
  isAskedInPrivate: true,
  wish: 'wants',
  outcome: 'reunite',
}

test('what somebody needs is ticked, with how soon', () => {
  const file = done(talked(), setNeeds, { needs: ['debt', 'legal'], urgency: 'this-week' })
  expect(factOf(file, setNeeds)).toEqual({ needs: ['debt', 'legal'], urgency: 'this-week' })
  expect(codeOf(asked(file, setNeeds, { needs: ['a new roof'], urgency: 'later' }))).toBe(
    'word-unknown',
  )
})

describe('before somebody goes home to the family', () => {
  test('the person is asked alone, and wants it', () => {
    const file = around(talked(), {})
    const { isAskedInPrivate: _alone, ...unasked } = reunion
    expect(codeOf(asked(file, setFamilyAssessment, unasked))).toBe('asked-in-private-missing')
    expect(codeOf(asked(file, setFamilyAssessment, { ...reunion, wish: 'not-sure' }))).toBe(
      'wish-first',
    )
    expect(mayReunite(done(file, setFamilyAssessment, reunion))).toBe(true)
  })

  test.each([
    { safety: 'unsafe' },
    { isAccused: true },
    { safety: 'unsafe', lives: 'not-known' },
    { safety: 'unsafe', lives: undefined },
  ])('no reunion follows where somebody unsafe lives there (%o)', (who) => {
    const file = around(talked(), who)
    expect(codeOf(asked(file, setFamilyAssessment, reunion))).toBe('home-unsafe')
    const other = { ...reunion, outcome: 'live-elsewhere' }
    expect(codeOf(asked(file, setFamilyAssessment, other))).toBe('recorded')
  })

  test('a brother who is unsafe and lives far away forbids none', () => {
    const file = around(talked(), { safety: 'unsafe', lives: 'elsewhere' })
    expect(codeOf(asked(file, setFamilyAssessment, reunion))).toBe('recorded')
  })

  test('whoever lives there has been asked about', () => {
    const file = around(talked(), { safety: 'not-known' })
    expect(codeOf(asked(file, setFamilyAssessment, reunion))).toBe('home-not-asked')
  })

  test('what is learnt after the assessment stops the reunion', () => {
    const file = done(around(talked(), {}), setFamilyAssessment, reunion)
    const item = lastItem(file, 'people')
    const after = done(file, setSafety, { item, safety: 'unsafe', isAccused: false })
    expect(mayReunite(after)).toBe(false)
  })
})

test('nobody is traced by the team itself', () => {
  expect(caseOperations.filter(({ command }) => /trac/i.test(command))).toEqual([])
})
