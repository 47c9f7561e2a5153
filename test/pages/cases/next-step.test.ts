import { expect, test } from 'vitest'
import type { CaseFile } from '#domain/cases/file.ts'
import { setRhythm } from '#domain/cases/operations/abroad.ts'
import { setContact } from '#domain/cases/operations/person.ts'
import { addTask } from '#domain/cases/operations/plan.ts'
import { casePage } from '#src/pages/cases/case-page.ts'
import { nextStep } from '#src/pages/cases/next-step.ts'
import type { CaseShown } from '#src/pages/cases/told.ts'
import { done, talked, talkedWithChild, worker } from '#test/domain/cases/case-file.ts'
import { pageText } from '#test/pages/page-text.ts'

const start = '2026-11-01'

/** Somebody abroad who is heard every seven days, and a form that was to be brought on the second day. */
const away = () => {
  const left = done(talked({ stage: 'abroad' }, start), setContact, {
    way: 'call',
    when: 'at noon',
    safeWord: 'ripe mango',
  })
  const rhythm = { everyDays: 7, how: 'call', toldFirst: worker, from: start }
  const task = { what: 'Bring the form', dueOn: '2026-11-02', whose: 'worker' }
  return done(done(left, setRhythm, rhythm, start), addTask, task, start)
}

const caseShown = (file: CaseFile, today: string): CaseShown => ({
  language: 'en',
  file,
  showsNames: true,
  nameOf: () => undefined,
  today,
  reader: worker,
  path: (command) => `/case/${command}`,
  withNames: '/case',
  loginOf: (id) => id,
  numbersAt: '/numbers',
  sheetAt: (item) => `/sheet/${item}`,
})

const shownOn = (today: string): string => pageText(String(nextStep(caseShown(away(), today))))

test('while nothing is heard of somebody that comes first, however late a task is', () => {
  expect(shownOn('2026-11-08')).toContain('Bring the form')
  expect(shownOn('2026-11-09')).toContain('No sign of life came')
  expect(shownOn('2026-11-09')).not.toContain('Bring the form')
})

test('that a child is told of to the social affairs office begins with the referral, every other task ends where it stands', () => {
  const waysOf = (file: CaseFile) =>
    [...String(nextStep(caseShown(file, '2026-11-02'))).matchAll(/href="([^"]+)"/g)].map(
      ([, href]) => href,
    )
  expect(waysOf(talkedWithChild())).toEqual(['/case/OfferReferral', '/case/FinishTask'])
  expect(waysOf(away())).toEqual(['/case/FinishTask'])
})

test('who speaks for somebody is asked for where it is a child', () => {
  const offered = (file: CaseFile) =>
    String(casePage({ language: 'en', isPractice: false }, caseShown(file, '2026-11-02'))).includes(
      'href="/case/SetGuardian"',
    )
  expect([
    offered(talked()),
    offered(talked({ ageBand: 'under-18', bestInterest: 'yes' })),
  ]).toEqual([false, true])
})
