import fc from 'fast-check'
import { expect, test } from 'vitest'
import { coverageOf } from '#domain/network/training/coverage.ts'
import {
  type Graduates,
  allCourses,
  coursesFor,
  outcomeOf,
} from '#domain/network/training/courses.ts'
import { idOf, networkLife } from '#test/domain/network/life.ts'

const courseId = idOf('course')
const saidOfCourse = {
  field: 'sewing',
  name: 'Sewing at the river',
  provider: 'House of work',
  province: '02',
  weeks: 12,
  cost: 200_000,
  source: 'company-paper',
  seenOn: '2026-01-02',
}

const offerOf = ({ network: { training, goodForDays } }: ReturnType<typeof networkLife>) => ({
  courses: training.courses.values(),
  jobs: training.jobs.values(),
  graduates: training.graduates.values(),
  goodForDays,
})

test('a course is held against jobs seen in its field and province, and not long ago', () => {
  const life = networkLife()
  const { give } = life
  give('ann', 'ProposeCourse', '2026-01-10', { courseId, ...saidOfCourse })
  give('bo', 'CheckCourse', '2026-01-11', { courseId, how: 'visited' })
  const seen = (name: string, more: object) =>
    give('ann', 'RecordJobsSeen', '2026-01-20', {
      jobsId: idOf(name),
      field: 'sewing',
      province: '02',
      openings: 3,
      how: 'posted',
      ...more,
    })
  seen('here', {})
  seen('elsewhere', { province: '03' })
  seen('another', { field: 'cooking' })
  const [course] = coursesFor(offerOf(life), { today: '2026-02-01' })
  expect(course).toMatchObject({ openings: 3, lastSeenOn: '2026-01-20', isSuggested: true })
  const [later] = allCourses(offerOf(life), '2026-08-01')
  expect(later).toMatchObject({ openings: 0, isSuggested: false })
  expect(coursesFor(offerOf(life), { today: '2026-02-01', province: '03' })).toEqual([])
})

test('a class is asked after half a year, and a course that led to no work is not suggested', () => {
  const life = networkLife()
  const { give } = life
  give('ann', 'ProposeCourse', '2026-01-10', { courseId, ...saidOfCourse })
  give('bo', 'CheckCourse', '2026-01-11', { courseId, how: 'visited' })
  give('ann', 'RecordJobsSeen', '2026-09-01', {
    jobsId: idOf('jobs'),
    field: 'sewing',
    province: '02',
    openings: 3,
    how: 'posted',
  })
  const count = (on: string, more: object) =>
    give('ann', 'CountGraduates', on, {
      countId: idOf(JSON.stringify(more)),
      courseId,
      finishedOn: '2026-02-28',
      finished: 9,
      inField: 3,
      ...more,
    })
  expect(count('2026-08-27', {})).toBe('asked-too-early')
  expect(count('2026-08-28', { inField: 10 })).toBe('more-in-field-than-finished /inField')
  expect(count('2026-08-28', {})).toBe('recorded')
  const now = () => allCourses(offerOf(life), '2026-09-02')[0]
  expect(now()).toMatchObject({ outcome: undefined, isSuggested: true })
  expect(count('2026-08-29', { finished: 11, inField: 3 })).toBe('class-already-counted')
  const next = { finishedOn: '2026-02-27', finished: 11, inField: 3 }
  expect(count('2026-08-29', next)).toBe('recorded')
  expect(now()).toMatchObject({ outcome: { ofTen: 3 }, isSuggested: false })
})

test('no share is told of fewer than twenty, of all or of nobody, and no two figures share a class', () => {
  const classes = fc.array(
    fc
      .tuple(fc.integer({ min: 1, max: 30 }), fc.nat(30))
      .map(([finished, most]) => ({ finished, inField: Math.min(finished, most) })),
    { maxLength: 8 },
  )
  fc.assert(
    fc.property(classes, (all) => {
      const counts = all.map((one, seq): Graduates => ({
        ...one,
        seq,
        courseId: 'c',
        countId: String(seq),
        finishedOn: '2026-01-01',
      }))
      const told = counts.map((_, i) => outcomeOf(counts.slice(0, i + 1)))
      for (const [i, outcome] of told.entries()) {
        if (!outcome) {
          expect(all.slice(0, i + 1).reduce((sum, one) => sum + one.finished, 0)).toBeLessThan(20)
          continue
        }
        expect(outcome.ofTen).toBeGreaterThanOrEqual(2)
        expect(outcome.ofTen).toBeLessThanOrEqual(8)
      }
    }),
  )
})

test('every tenth that is told can be of two numbers of people at least', () => {
  const toldOf = (finished: number, inField: number) =>
    outcomeOf([
      { courseId: 'c', countId: 'one', seq: 1, finishedOn: '2026-01-01', finished, inField },
    ])?.ofTen
  for (let finished = 1; finished <= 60; finished += 1) {
    const told = Array.from({ length: finished + 1 }, (_, inField) => toldOf(finished, inField))
    for (const one of told.filter((ofTen) => ofTen !== undefined))
      expect(told.filter((other) => other === one).length, `${finished}`).toBeGreaterThan(1)
  }
})

test('villages without a team stand first, and what was said for a time that is over is not known', () => {
  const { give, network } = networkLife()
  const villages = ['a', 'b', 'c'].map((name, i) => ({
    fundId: idOf(name),
    name,
    villageCode: i < 2 ? '02030401' : '04010101',
  }))
  for (const { fundId } of villages) give('ann', 'JoinFund', '2026-01-01', { fundId })
  const say = (i: number, cover: string, until: string) =>
    give('ann', 'SetTeamCover', '2026-02-01', { fundId: villages[i]!.fundId, cover, until })
  expect(say(0, 'team', '2026-06-01')).toBe('recorded')
  expect(say(1, 'none', '2026-06-01')).toBe('recorded')
  expect(say(2, 'visits', '2027-03-01')).toBe('longer-than-a-year /until')
  expect(say(2, 'visits', '2026-03-01')).toBe('recorded')
  const on = (today: string) =>
    coverageOf(villages, network.training.covers, today).map(({ code, uncovered }) => [
      code,
      uncovered,
    ])
  expect(on('2026-02-15')).toEqual([
    ['0203', 1],
    ['0401', 0],
  ])
  expect(on('2026-07-01')).toEqual([
    ['0203', 2],
    ['0401', 1],
  ])
  expect(
    give('ann', 'SetTeamCover', '2026-02-01', {
      fundId: idOf('stranger'),
      cover: 'team',
      until: '2026-06-01',
    }),
  ).toBe('fund-not-in-network')
})

test('a team is said to come for the very day, and for none before it', () => {
  const { give } = networkLife()
  give('ann', 'JoinFund', '2026-01-01', { fundId: idOf('a') })
  const say = (until: string) =>
    give('ann', 'SetTeamCover', '2026-02-01', { fundId: idOf('a'), cover: 'team', until })
  expect(say('2026-01-31')).toBe('ends-before-it-begins /until')
  expect(say('2026-02-01')).toBe('recorded')
})

test('of two districts the one stands first that has more villages without a team, whatever its code', () => {
  const villages = ['a', 'b', 'c'].map((name, i) => ({
    fundId: idOf(name),
    name,
    villageCode: i < 1 ? '02030401' : '04010101',
  }))
  const told = coverageOf(villages, new Map(), '2026-02-01')
  expect(told.map(({ code, uncovered }) => [code, uncovered])).toEqual([
    ['0401', 2],
    ['0203', 1],
  ])
})

test('a course is checked by no day before it was entered, nor where there is none', () => {
  const { give } = networkLife()
  const check = (named: string, on: string) =>
    give('bo', 'CheckCourse', on, { courseId: idOf(named), how: 'visited' })
  expect(check('course', '2026-01-11')).toBe('course-unknown /courseId')
  give('ann', 'ProposeCourse', '2026-01-10', { courseId, ...saidOfCourse })
  expect(check('course', '2026-01-09')).toBe('checked-before-entered')
  expect(check('course', '2026-01-10')).toBe('recorded')
})

const ofCourse = { ...saidOfCourse, seq: 1, enteredBy: 'ann', enteredOn: '2026-01-10', checks: [] }
const jobsSeen = [
  {
    jobsId: '1',
    field: 'sewing',
    province: '02',
    openings: 3,
    how: 'posted',
    seenOn: '2026-01-20',
  },
  {
    jobsId: '2',
    field: 'cooking',
    province: '02',
    openings: 9,
    how: 'posted',
    seenOn: '2026-01-20',
  },
]
const course = (name: string, field: string) => ({ ...ofCourse, courseId: name, name, field })
const classOf = (name: string, inField: number) => ({
  seq: 1,
  courseId: name,
  countId: name,
  finishedOn: '2025-06-01',
  finished: 30,
  inField,
})
const sixCourses = {
  courses: [
    course('a no jobs', 'farming'),
    course('b led to none', 'sewing'),
    course('c few jobs', 'sewing'),
    course('d many jobs', 'cooking'),
    course('e just fair', 'sewing'),
    course('f led to work', 'sewing'),
  ],
  jobs: jobsSeen,
  graduates: [
    // However many found work: without a job that somebody has seen it is not suggested.
    classOf('a no jobs', 24),
    classOf('b led to none', 3),
    classOf('e just fair', 12),
    classOf('f led to work', 21),
  ],
  goodForDays: 180,
} as unknown as Parameters<typeof allCourses>[0]

test('suggested courses stand first, then those that led more people to work, then those with more jobs', () => {
  const told = allCourses(sixCourses, '2026-02-01')
  expect(told.map(({ name }) => name)).toEqual([
    'f led to work',
    'd many jobs',
    'c few jobs',
    'e just fair',
    'a no jobs',
    'b led to none',
  ])
  // Four of ten is as good as what is not known yet.
  expect(told.find(({ name }) => name === 'e just fair')).toMatchObject({
    outcome: { ofTen: 4 },
    isSuggested: true,
  })
})
