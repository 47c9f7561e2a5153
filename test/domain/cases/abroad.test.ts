import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { alarmOf, alarmSteps, needsOtherRhythm } from '#domain/cases/alarm.ts'
import { duesFor, duesOf } from '#domain/cases/dues.ts'
import type { CaseFile } from '#domain/cases/file.ts'
import { recordCheckIn, setLeftBehind, setRhythm } from '#domain/cases/operations/abroad.ts'
import { closeCase } from '#domain/cases/operations/life.ts'
import { addPersonAround, safety, setContact, setSafety } from '#domain/cases/operations/person.ts'
import { setStage } from '#domain/cases/operations/plan.ts'
import { type CheckIn, checkInAnswers, silenceIn } from '#domain/cases/silence.ts'
import { daysAfter } from '#domain/kernel/dates.ts'
import { asked, codeOf, done, lastItem, talked, worker } from '#test/domain/cases/case-file.ts'

const start = '2026-11-01'
const late = '2027-12-31'
const on = (days: number): string => daysAfter(start, days)
const contact = { way: 'call', when: 'at noon', safeWord: 'ripe mango' }
const rhythm = { everyDays: 7, how: 'call', toldFirst: worker, from: start }

/** Somebody abroad who is to be heard every seven days from the first of November. */
const away = (more: object = {}): CaseFile => {
  const left = done(talked({ stage: 'abroad' }, start), setContact, contact)
  return done(left, setRhythm, { ...rhythm, ...more }, start)
}
const heard = (file: CaseFile, days: number, answer: CheckIn['answer'] = 'with-word'): CaseFile =>
  done(file, recordCheckIn, { on: on(days), answer }, late)
const around = (file: CaseFile, name: string, said: object): CaseFile =>
  done(file, addPersonAround, {
    name,
    relation: 'mother',
    safety: 'safe',
    isAccused: false,
    ...said,
  })

describe('a rhythm of check-ins', () => {
  test('is agreed with a word', () => {
    const file = talked({ stage: 'abroad' }, start)
    expect(codeOf(asked(file, setRhythm, rhythm, start))).toBe('safe-word-first')
  })

  test('says when somebody is to be heard next, and each answer with the word moves it on', () => {
    const dueOn = (file: CaseFile) => duesOf(file).find(({ what }) => what === 'check-in')?.on
    expect(dueOn(away())).toBe(on(7))
    expect(dueOn(heard(away(), 5))).toBe(on(12))
    expect(dueOn(heard(heard(away(), 5), 6, 'without-word'))).toBe(on(6))
  })

  test('counts no alarm where the word comes on the very day', () => {
    const seven = [{ on: on(7), answer: 'with-word' }] as const
    expect(silenceIn({ from: start, everyDays: 7 }, seven)).toEqual({
      dueOn: on(14),
      falseAlarms: 0,
    })
    const silent = [
      { on: on(7), answer: 'no-answer' },
      { on: on(8), answer: 'with-word' },
    ] as const
    expect(silenceIn({ from: start, everyDays: 7 }, silent).falseAlarms).toBe(1)
  })

  test('asks nothing of whoever has not left or is back, or whose case has ended', () => {
    const back = done(away(), setStage, { stage: 'back', since: on(2) }, on(2))
    expect(alarmOf(back, on(60))).toBeUndefined()
    expect(duesOf(back).some(({ what }) => what === 'check-in')).toBe(false)
    const closed = done(away(), closeCase, { why: 'asked-to-end' })
    expect([alarmOf(closed, on(60)), duesOf(closed)]).toEqual([undefined, []])
  })

  test('is not changed while an alarm stands, because that would end it', () => {
    const again = { ...rhythm, everyDays: 30, from: on(8) }
    expect(codeOf(asked(away(), setRhythm, again, on(8)))).toBe('alarm-stands')
    expect(codeOf(asked(heard(away(), 8), setRhythm, again, on(8)))).toBe('recorded')
  })
})

describe('silence', () => {
  test('is an alarm from the day after, to the named worker first and then to the supervisor', () => {
    expect(alarmOf(away(), on(7))).toBeUndefined()
    expect(alarmOf(away(), on(8))).toMatchObject({
      why: 'silence',
      since: on(8),
      reached: ['worker'],
      worker,
    })
    expect(alarmOf(away(), on(10))?.reached).toEqual(['worker', 'supervisor'])
    expect(alarmOf(away(), on(13))?.reached).toEqual(['worker', 'supervisor', 'people'])
  })

  test('counts from the day itself where somebody tried and nobody answered', () => {
    expect(alarmOf(heard(away(), 7, 'no-answer'), on(7))?.since).toBe(on(7))
    expect(alarmOf(heard(away(), 6, 'no-answer'), on(7))).toBeUndefined()
  })

  test('asks in the end whoever was marked safe, and nobody who is accused, unsafe or not asked about', () => {
    const safe = around(away(), 'Mother', {})
    const mother = lastItem(safe, 'people')
    const file = [
      { safety: 'unsafe' },
      { safety: 'not-known' },
      { safety: 'safe', isAccused: true },
    ].reduce((one, said, i) => around(one, `other ${i}`, said), safe)
    expect(alarmOf(file, on(12))?.people).toEqual([])
    expect(alarmOf(file, on(13))?.people).toEqual([mother])
    const turned = done(file, setSafety, { item: mother, safety: 'unsafe', isAccused: false })
    expect(alarmOf(turned, on(13))?.people).toEqual([])
  })
})

describe('an alarm', () => {
  test('ends with an answer with the word, and is false then; after three another rhythm is better', () => {
    const three = [9, 18, 27].reduce((file, day) => heard(file, day), away())
    expect(alarmOf(three, on(28))).toBeUndefined()
    expect(needsOtherRhythm([9, 18].reduce((file, day) => heard(file, day), away()))).toBe(false)
    expect(needsOtherRhythm(three)).toBe(true)
    const anew = done(three, setRhythm, { ...rhythm, everyDays: 14, from: on(28) }, on(28))
    expect(needsOtherRhythm(anew)).toBe(false)
    const forgotten = [3, 6, 9].reduce(
      (file, day) => heard(heard(file, day, 'without-word'), day + 1),
      away(),
    )
    expect(needsOtherRhythm(forgotten)).toBe(true)
    const later = done(forgotten, setRhythm, { ...rhythm, from: on(28) }, on(11))
    expect(needsOtherRhythm(later)).toBe(false)
  })

  test('is outweighed by a call for help, which reaches the supervisor the same day and is never false', () => {
    const file = heard(away(), 3, 'asked-for-help')
    expect(alarmOf(file, on(3))).toMatchObject({
      why: 'asked-for-help',
      reached: ['worker', 'supervisor'],
    })
    expect(alarmOf(heard(file, 4, 'without-word'), on(4))?.why).toBe('asked-for-help')
    const thrice = [3, 6, 9].reduce(
      (one, day) => heard(heard(one, day, 'asked-for-help'), day + 1),
      away(),
    )
    expect(needsOtherRhythm(thrice)).toBe(false)
  })

  test('is not broken by whoever answers without the word', () => {
    const file = heard(heard(away(), 9, 'without-word'), 10, 'no-answer')
    expect(alarmOf(file, on(11))).toMatchObject({ why: 'without-word', since: on(8) })
  })
})

describe('whatever is answered, and in whatever order it is written down', () => {
  const checkIn = fc.record({
    on: fc.integer({ min: 0, max: 60 }),
    answer: fc.constantFrom(...checkInAnswers),
  })
  const person = fc.record({ safety: fc.constantFrom(...safety), isAccused: fc.boolean() })

  test('the worker hears first, nobody unsafe or accused ever does, and the ladder only climbs', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(checkIn, { maxLength: 8, selector: (one) => one.on }),
        fc.array(person, { maxLength: 4 }),
        fc.integer({ min: 0, max: 80 }),
        (checkIns, people, today) => {
          const known = people.reduce((file, said, i) => around(file, `person ${i}`, said), away())
          const file = checkIns
            .filter((one) => one.on <= today)
            .reduce((one, { on: day, answer }) => heard(one, day, answer), known)
          const [now, then] = [alarmOf(file, on(today)), alarmOf(file, on(today + 1))]
          const safe = file.lists['people']?.filter(
            ({ value }) => value['safety'] === 'safe' && value['isAccused'] === false,
          )
          for (const alarm of [now, then]) {
            expect(alarm === undefined || alarm.reached[0] === 'worker').toBe(true)
            for (const item of alarm?.people ?? [])
              expect(safe?.map((one) => one.item)).toContain(item)
          }
          if (now) {
            expect(then?.reached.slice(0, now.reached.length)).toEqual(now.reached)
            expect(alarmSteps.slice(0, now.reached.length)).toEqual(now.reached)
          }
          expect(alarmOf(heard(file, today), on(today))).toBeUndefined()
        },
      ),
    )
  })

  test('the same is known in the end', () => {
    fc.assert(
      fc.property(
        fc
          .uniqueArray(checkIn, { maxLength: 7, selector: (one) => one.on })
          .chain((all) =>
            fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
          ),
        ([all, other]) => {
          const [one, two] = [all, other].map((some) =>
            some.reduce((file, { on: day, answer }) => heard(file, day, answer), away()),
          )
          expect(alarmOf(two!, on(61))).toEqual(alarmOf(one!, on(61)))
          expect(needsOtherRhythm(two!)).toBe(needsOtherRhythm(one!))
        },
      ),
    )
  })
})

describe('the household at home', () => {
  const supporter = 'a0000000-0000-8000-8000-000000000009'
  const plan = { supporter, school: 'all-go', moneyEveryDays: 30, lastMoneyOn: on(0) }

  test('waits for money that did not come, and its supporter alone sees that', () => {
    const file = done(away(), setLeftBehind, plan, on(0))
    const gap = { what: 'left-behind', on: on(30), onlyFor: supporter }
    expect(duesFor(file, supporter)).toContainEqual(gap)
    expect(duesFor(file, worker)).not.toContainEqual(gap)
    expect(duesFor(file, worker).map(({ what }) => what)).toEqual(['check-in'])
  })

  test('waits from the day of the plan where no money has come yet, and from each time that it comes', () => {
    const { lastMoneyOn: _none, ...without } = plan
    const file = done(away(), setLeftBehind, without, on(3))
    expect(duesFor(file, supporter).at(-1)?.on).toBe(on(33))
    const came = done(file, setLeftBehind, { ...plan, lastMoneyOn: on(20) }, on(20))
    expect(duesFor(came, supporter).at(-1)?.on).toBe(on(50))
    expect(codeOf(asked(file, setLeftBehind, { ...plan, lastMoneyOn: on(9) }, on(8)))).toBe(
      'day-to-come',
    )
  })

  test('is left in peace until a day that its supporter names, and for good where nobody is to ask', () => {
    const quiet = done(away(), setLeftBehind, { ...plan, quietUntil: on(60) }, on(0))
    expect(duesFor(quiet, supporter)).toContainEqual({
      what: 'left-behind',
      on: on(60),
      onlyFor: supporter,
    })
    const sooner = done(away(), setLeftBehind, { ...plan, quietUntil: on(9) }, on(0))
    expect(duesFor(sooner, supporter).some((due) => due.on === on(30))).toBe(true)
    const stopped = done(away(), setLeftBehind, { ...plan, isStopped: true }, on(0))
    expect(duesFor(stopped, supporter).map(({ what }) => what)).not.toContain('left-behind')
  })
})
