import { expect, test } from 'vitest'
import type { CourseShown } from '#domain/network/training/courses.ts'
import { coursePart, coursesPage } from '#src/pages/training/courses-page.ts'
import { trainingPage } from '#src/pages/training/training-page.ts'
import { courseWords, trainingWords } from '#src/words/training-words.ts'
import { pageText } from '#test/pages/page-text.ts'

const frame = { language: 'en', isPractice: false } as const
const today = '2026-03-01'

const trained = (trainingId: string, refreshBy: string) =>
  ({
    trainingId,
    userId: 'somebody',
    competence: 'case-work',
    on: '2025-03-01',
    refreshBy,
    enteredBy: 'another',
  }) as const

test('what was learnt is good on its last day, and over on the next', async () => {
  const words = trainingWords.in('en')
  const told = async (refreshBy: string): Promise<string> => {
    const person = { login: 'worker', trainings: [trained('one', refreshBy)], duties: [] }
    const shown = { people: [person], required: [], today, mayWrite: false, done: undefined }
    return pageText(String(await trainingPage(frame, shown)))
  }
  expect(await told('2026-03-01')).toContain(words.soon('1 March 2026'))
  expect(await told('2026-02-28')).toContain(words.over('28 February 2026'))
})

test('of two duties the one that rests is told as that, and a rule of one role is none of another’s', async () => {
  const words = trainingWords.in('en')
  const duty = {
    userId: 'somebody',
    duty: 'counsellor',
    from: '2026-01-01',
    until: '2026-12-31',
  } as const
  const duties = [true, false].map((isValid) => ({ ...duty, isValid }))
  const shown = {
    people: [{ login: 'worker', trainings: [], duties }],
    required: [{ role: 'case-supervisor', isRequired: true, from: '2026-01-05' }],
    today,
    mayWrite: true,
    done: undefined,
  } as const
  const page = String(await trainingPage(frame, shown))
  expect(pageText(page).split(words.dutyRests)).toHaveLength(2)
  const acts = [...page.matchAll(/rules\/([a-z-]+)\/(require|let-go)"/g)].map(([, role, act]) =>
    act === 'let-go' ? role : undefined,
  )
  expect(acts.filter((role) => role !== undefined)).toEqual(['case-supervisor'])
  expect(acts.length).toBeGreaterThan(1)
})

const course: CourseShown = {
  courseId: 'a-course',
  field: 'sewing',
  name: 'Sewing',
  provider: 'School',
  province: '02',
  weeks: 8,
  cost: 0,
  source: 'seen-by-us',
  seenOn: '2026-01-01',
  enteredBy: 'ann',
  enteredOn: '2026-01-01',
  state: 'current',
  checkAgainOn: undefined,
  outcome: undefined,
  openings: 0,
  lastSeenOn: undefined,
  isSuggested: false,
} as unknown as CourseShown

test('of few and of many who work in it half a year later no number is told that names somebody', () => {
  const words = courseWords.in('en')
  const told = (ofTen: number): string =>
    pageText(String(coursePart('en', { ...course, outcome: { ofTen } as never })))
  expect(told(2)).toContain(words.outcomeLow)
  expect(told(3)).toContain(words.outcome(3))
  expect(told(7)).toContain(words.outcome(7))
  expect(told(8)).toContain(words.outcomeHigh)
})

test('of courses in two provinces each has its way', async () => {
  const page = String(
    await coursesPage(frame, {
      courses: [course],
      provinces: ['02', '08'],
      province: '02',
      networkId: undefined,
    }),
  )
  expect([...page.matchAll(/courses\?p=(\d\d)/g)].map(([, code]) => code)).toEqual(['02', '08'])
})
