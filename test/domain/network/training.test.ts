import fc from 'fast-check'
import { expect, test } from 'vitest'
import { talkTopics } from '#domain/fund/meeting/talks.ts'
import { dayAfter, dayBefore } from '#domain/kernel/dates.ts'
import { trainingLogOf } from '#domain/network/operations/training.ts'
import { reachedMin, reachedReleases } from '#domain/network/training/reached.ts'
import { allTalks, childAges, talksFor } from '#domain/network/training/talks.ts'
import { hasDuty, trainedUntil } from '#domain/network/training/trained.ts'
import { idOf, networkLife } from '#test/domain/network/life.ts'

const talkId = idOf('talk')
const saidOfTalk = {
  topic: 'recruitment-fees',
  ages: ['adults'],
  nameKm: 'មិនបង់ថ្លៃ',
  nameEn: 'Pay nobody for a job',
  shortKm: 'សួរក្រុមការងារ មុនពេលបង់ប្រាក់ឱ្យនរណា។',
  shortEn: 'Ask the team before you pay anybody for a job.',
  textKm: 'អ្នកធ្វើការមិនត្រូវបង់ថ្លៃដើម្បីបានការងារទេ។ សួរក្រុមការងារជាមុន។',
  textEn: 'Who works should not pay for getting the work. Ask the team before you pay.',
  source: 'study',
  seenOn: '2026-01-02',
}

const withTalk = () => {
  const life = networkLife()
  expect(life.give('ann', 'ProposeTalk', '2026-01-10', { talkId, ...saidOfTalk })).toBe('recorded')
  return life
}

const library = ({ network }: ReturnType<typeof networkLife>) => ({
  talks: network.training.talks.values(),
  goodForDays: network.goodForDays,
})

test('a talk is told to nobody before a second one has read it, and not for ever', () => {
  const life = withTalk()
  const shown = (today: string) => talksFor(library(life), { today }).length
  expect(shown('2026-01-11')).toBe(0)
  expect(life.give('ann', 'CheckTalk', '2026-01-11', { talkId, how: 'in-writing' })).toBe(
    'recorded',
  )
  expect(shown('2026-01-11')).toBe(0)
  expect(life.give('bo', 'CheckTalk', '2026-01-11', { talkId, how: 'in-writing' })).toBe('recorded')
  expect(shown('2026-01-11')).toBe(1)
  expect(shown('2026-12-01')).toBe(0)
})

test('what is not marked for a child is not shown for one', () => {
  const life = withTalk()
  const forSchool = idOf('school')
  life.give('ann', 'ProposeTalk', '2026-01-10', {
    ...saidOfTalk,
    talkId: forSchool,
    topic: 'child-safety',
    ages: ['12-14', '15-17'],
  })
  for (const one of [talkId, forSchool])
    life.give('bo', 'CheckTalk', '2026-01-11', { talkId: one, how: 'in-writing' })
  const today = '2026-01-12'
  expect(talksFor(library(life), { ages: childAges, today }).map((one) => one.talkId)).toEqual([
    forSchool,
  ])
  expect(talksFor(library(life), { ages: ['under-12'], today })).toEqual([])
})

test('a talk has a source that has been seen, and ages', () => {
  const { give } = networkLife()
  const say = (more: object) =>
    give('ann', 'ProposeTalk', '2026-01-10', { talkId, ...saidOfTalk, ...more })
  expect(say({ seenOn: '2026-01-11' })).toBe('source-in-the-future /seenOn')
  expect(say({ ages: [] })).toBe('ages-missing /ages')
  expect(say({ textEn: 'short' })).toBe('talk-unreadable /textEn')
  expect(say({ shortKm: 'ក'.repeat(121) })).toBe('short-unreadable /shortKm')
  expect(say({ audioKm: '../../etc' })).toBe('audio-unreadable /audioKm')
})

const women = (people: number, ageBand = '25-34') => ({ sex: 'woman', ageBand, people })

test('who was reached is counted and never few by themselves', () => {
  const { give, network } = withTalk()
  const count = (more: object) =>
    give('ann', 'CountReached', '2026-02-01', {
      countId: idOf(JSON.stringify(more)),
      talkId,
      way: 'meeting',
      province: '02',
      groups: [women(12)],
      ...more,
    })
  expect(count({})).toBe('recorded')
  expect(count({ groups: [women(4)] })).toBe('too-few-together')
  expect(count({ groups: [women(6), women(6)] })).toBe('group-said-twice /groups')
  expect(count({ way: 'peer-group' })).toBe('peer-group-has-no-place /province')
  expect(count({ way: 'peer-group', province: undefined })).toBe('recorded')
  expect(count({ talkId: idOf('another') })).toBe('talk-unknown /talkId')
  expect(JSON.stringify([...network.training.reached.values()])).not.toMatch(/ann|name|fundId/)
})

test('of a half-year nothing is told before it is over, and then the same for ever', () => {
  const { give, network } = withTalk()
  const countId = idOf('count')
  give('ann', 'CountReached', '2026-02-01', {
    countId,
    talkId,
    way: 'meeting',
    groups: [women(23), women(17, '18-24')],
  })
  const told = (today: string) => reachedReleases(network.training.reached.values(), today)
  expect(told('2026-06-30')).toEqual([])
  const first = told('2026-07-01')
  expect(first).toMatchObject([{ halfYear: '2026-1', total: 40 }])
  give('ann', 'StrikeReached', '2026-07-02', { countId })
  // A fact of the half-year that is over, written down later: it waits for the next one.
  give('ann', 'CountReached', '2026-07-02', {
    countId: idOf('late'),
    talkId,
    way: 'visit',
    groups: [women(30)],
  })
  expect(told('2026-07-03')).toEqual(first)
  expect(told('2027-01-01')).toMatchObject([{ halfYear: '2026-2', total: 30 }, first[0]!])
})

test('no figure of who was reached is of few, nor can be had by subtracting', () => {
  const people = fc.array(
    fc.record({
      sex: fc.constantFrom('woman', 'man', 'other'),
      ageBand: fc.constantFrom('under-18', '18-24', '25-34', '35-44', '45-and-over'),
      people: fc.integer({ min: 1, max: 40 }),
    }),
    { minLength: 1, maxLength: 12 },
  )
  fc.assert(
    fc.property(people, (groups) => {
      const one = {
        countId: 'c',
        talkId: 't',
        way: 'meeting',
        groups,
        writtenOn: '2026-01-05',
      } as never
      const [release] = reachedReleases([one], '2026-08-01')
      const of = (key: 'sex' | 'ageBand', value: string) =>
        groups.filter((each) => each[key] === value).reduce((sum, each) => sum + each.people, 0)
      const tables = [
        [['woman', 'man', 'other'].map((each) => of('sex', each)), release!.bySex],
        [
          ['under-18', '18-24', '25-34', '35-44', '45-and-over'].map((each) => of('ageBand', each)),
          release!.byAge,
        ],
      ] as const
      for (const [real, told] of tables) {
        const hidden = real.filter((_, i) => told[i] === null)
        for (const [i, cell] of told.entries()) {
          if (cell === null) continue
          expect(real[i]).toBeGreaterThanOrEqual(reachedMin)
          expect(cell % 5).toBe(0)
        }
        if (release!.total === null) continue
        expect(hidden.length).not.toBe(1)
      }
    }),
  )
})

const user = idOf('worker')
const trained = {
  trainingId: idOf('training'),
  userId: user,
  competence: 'case-work',
  on: '2026-01-05',
  refreshBy: '2026-12-31',
}
const term = { userId: user, role: 'migration-worker', until: '2026-12-31' }

test('nobody who worked before is locked out: a role asks for a training once two have said so', () => {
  const { give } = networkLife()
  expect(give('ann', 'AppointStaff', '2026-02-01', term)).toBe('recorded')
  give('ann', 'RequireTraining', '2026-02-02', { role: 'migration-worker', isRequired: true })
  expect(give('ann', 'AppointStaff', '2026-02-02', term)).toBe('training-missing')
  // Written for an earlier day it would go around the rule.
  expect(give('ann', 'AppointStaff', '2026-02-01', term)).toBe('training-missing')
  expect(give('ann', 'AppointStaff', '2026-02-01', { ...term, until: '2026-02-01' })).toBe(
    'recorded',
  )
  expect(give('ann', 'AppointStaff', '2026-02-02', { ...term, role: 'auditor' })).toBe('recorded')
  give('ann', 'RecordTraining', '2026-02-03', trained)
  expect(give('ann', 'AppointStaff', '2026-02-03', term)).toBe('recorded')
  expect(give('ann', 'AppointStaff', '2027-01-01', { ...term, until: '2027-06-01' })).toBe(
    'training-missing',
  )
  give('ann', 'RequireTraining', '2027-01-02', { role: 'migration-worker', isRequired: false })
  expect(give('ann', 'AppointStaff', '2027-01-02', { ...term, until: '2027-06-01' })).toBe(
    'recorded',
  )
})

test('a term that began before the rule needs a training that is good on the day of the rule', () => {
  const { give } = networkLife()
  give('ann', 'RecordTraining', '2026-01-10', { ...trained, refreshBy: '2026-02-01' })
  give('ann', 'RequireTraining', '2026-02-02', { role: 'migration-worker', isRequired: true })
  expect(give('ann', 'AppointStaff', '2026-01-15', term)).toBe('training-missing')
})

test('a counsellor has learnt it, from the first day, and stops when the training is over', () => {
  const { give, network } = networkLife()
  const duty = { userId: user, duty: 'counsellor', until: '2026-10-01' }
  const has = (day: string) =>
    hasDuty(trainingLogOf(network), { userId: user, duty: 'counsellor', day })
  expect(give('ann', 'GiveDuty', '2026-02-01', duty)).toBe('training-missing')
  give('ann', 'RecordTraining', '2026-02-01', trained)
  expect(give('ann', 'GiveDuty', '2026-02-01', duty)).toBe('training-missing')
  const counselling = { ...trained, trainingId: idOf('counselling'), competence: 'counselling' }
  give('ann', 'RecordTraining', '2026-02-01', counselling)
  expect(give('ann', 'GiveDuty', '2026-02-01', { ...duty, until: '2027-01-01' })).toBe(
    'duty-longer-than-training /until',
  )
  expect(give('ann', 'GiveDuty', '2026-02-01', duty)).toBe('recorded')
  expect([has('2026-01-31'), has('2026-02-01'), has('2026-10-02')]).toEqual([false, true, false])
  give('ann', 'StrikeTraining', '2026-03-01', { trainingId: counselling.trainingId })
  expect(has('2026-03-01')).toBe(false)
})

test('a duty ends when two say so, once', () => {
  const { give, network } = networkLife()
  give('ann', 'RecordTraining', '2026-02-01', { ...trained, competence: 'child-protection' })
  give('ann', 'GiveDuty', '2026-02-01', {
    userId: user,
    duty: 'child-counsellor',
    until: '2026-10-01',
  })
  const end = () => give('ann', 'EndDuty', '2026-04-01', { userId: user, duty: 'child-counsellor' })
  expect([end(), end()]).toEqual(['recorded', 'duty-not-held'])
  const has = (day: string) =>
    hasDuty(trainingLogOf(network), { userId: user, duty: 'child-counsellor', day })
  // On the day before it was still held.
  expect([has('2026-03-31'), has('2026-04-01')]).toEqual([true, false])
})

test('a training counts from its own day to its last one', () => {
  const { give, network } = networkLife()
  give('ann', 'RecordTraining', '2026-02-01', trained)
  const { on, refreshBy, competence } = [...trainingLogOf(network).trainings][0]!
  const until = (day: string) =>
    trainedUntil(trainingLogOf(network).trainings, { userId: user, competence, day })
  expect(until(dayBefore(on))).toBeUndefined()
  expect([until(on), until(refreshBy)]).toEqual([refreshBy, refreshBy])
  expect(until(dayAfter(refreshBy))).toBeUndefined()
})

test('talks stand by what they are about and then by name, in whichever order they came', () => {
  const life = networkLife()
  const talk = (topic: string, nameEn: string) =>
    life.give('ann', 'ProposeTalk', '2026-01-10', {
      ...saidOfTalk,
      talkId: idOf(nameEn),
      topic,
      nameEn,
    })
  const [first, last] = [talkTopics[0], talkTopics.at(-1)!]
  for (const [topic, name] of [
    [last, 'A walk home'],
    [first, 'What it costs'],
    [first, 'Before you pay'],
  ] as const)
    expect(talk(topic, name)).toBe('recorded')
  expect(allTalks(library(life), '2026-01-12').map(({ nameEn }) => nameEn)).toEqual([
    'Before you pay',
    'What it costs',
    'A walk home',
  ])
})

test('nobody stands behind the own training, and none is good for ever', () => {
  const { give } = networkLife()
  give('ann', 'AppointStaff', '2026-01-02', { ...term, role: 'administrator' })
  const say = (more: object) => give('ann', 'RecordTraining', '2026-02-01', { ...trained, ...more })
  expect(say({ approvedBy: user })).toBe('not-oneself')
  expect(say({ approvedBy: idOf('stranger') })).toBe('not-of-the-deciding-staff')
  expect(say({ on: '2026-02-02' })).toBe('training-in-the-future /on')
  expect(say({ refreshBy: '2029-01-06' })).toBe('refresher-too-late /refreshBy')
  expect(say({ refreshBy: '2026-01-05' })).toBe('ends-before-it-begins /refreshBy')
})
