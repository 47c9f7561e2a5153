import { expect, test } from 'vitest'
import { setRhythm } from '#domain/cases/operations/abroad.ts'
import { setContact } from '#domain/cases/operations/person.ts'
import { addTask } from '#domain/cases/operations/plan.ts'
import { nextStep } from '#src/pages/cases/next-step.ts'
import type { CaseShown } from '#src/pages/cases/told.ts'
import { done, talked, worker } from '#test/domain/cases/case-file.ts'
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

const shownOn = (today: string): string => {
  const shown: CaseShown = {
    language: 'en',
    file: away(),
    showsNames: true,
    nameOf: () => undefined,
    today,
    reader: worker,
    path: (command) => `/case/${command}`,
    withNames: '/case',
    loginOf: (id) => id,
    numbersAt: '/numbers',
    sheetAt: (item) => `/sheet/${item}`,
  }
  return pageText(String(nextStep(shown)))
}

test('while nothing is heard of somebody that comes first, however late a task is', () => {
  expect(shownOn('2026-11-08')).toContain('Bring the form')
  expect(shownOn('2026-11-09')).toContain('No sign of life came')
  expect(shownOn('2026-11-09')).not.toContain('Bring the form')
})
