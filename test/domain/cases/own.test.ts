import { describe, expect, test } from 'vitest'
import { answerSaid, ownViewOf, textsDue, textsTo, watchOf } from '#domain/cases/own.ts'
import { recordCheckIn, setRhythm } from '#domain/cases/operations/abroad.ts'
import { giveConsent } from '#domain/cases/operations/consent.ts'
import { addPersonAround, setContact } from '#domain/cases/operations/person.ts'
import { addTask, finishTask, setStage } from '#domain/cases/operations/plan.ts'
import { daysAfter } from '#domain/kernel/dates.ts'
import { asked, done, talked, worker } from '#test/domain/cases/case-file.ts'

const today = '2026-11-02'
const number = '012 345 678'
const byText = { way: 'text', when: 'at night', safeWord: 'lotus', number }
const rhythm = { everyDays: 7, how: 'text', toldFirst: worker, from: today }

/** Somebody abroad who is asked by text each week. */
const awayByText = (contact: object = byText) => {
  const there = done(talked(), setStage, { stage: 'abroad', since: today })
  return done(done(there, setContact, contact), setRhythm, rhythm)
}
const none = { heard: [], sent: { told: [] } }

describe('texts of somebody who is away', () => {
  test('go only where the safe contact says so, with a number', () => {
    expect(textsTo(awayByText())).toEqual({ to: number, language: 'km' })
    const called = done(talked(), setContact, { ...byText, way: 'call' })
    expect(textsTo(called)).toBeUndefined()
    const there = done(called, setStage, { stage: 'abroad', since: today })
    expect(asked(there, setRhythm, rhythm)).toMatchObject({ code: 'text-not-safe' })
  })

  test('go to no number that somebody unsafe or accused has, however it is written', () => {
    for (const [safety, isAccused] of [
      ['unsafe', false],
      ['safe', true],
    ]) {
      const file = done(awayByText(), addPersonAround, {
        name: 'Husband (invented)',
        relation: 'partner',
        safety,
        isAccused,
        number: '+855 12345678',
      })
      expect(textsTo(file)).toBeUndefined()
      expect(watchOf(file)?.texts).toBeUndefined()
      expect(watchOf(file)?.worker).toBe(worker)
    }
  })

  test('go to a number that a safe person has too, and whatever other number somebody unsafe has', () => {
    const kin = { name: 'Kin (invented)', relation: 'partner', isAccused: false }
    const of = (more: object) => done(awayByText(), addPersonAround, { ...kin, ...more })
    expect(textsTo(of({ safety: 'safe', number }))?.to).toBe(number)
    expect(textsTo(of({ safety: 'unsafe', number: '012 345 679' }))?.to).toBe(number)
    expect(textsTo(of({ safety: 'unsafe' }))?.to).toBe(number)
  })

  test('ask once for each day that is due, and not where something has come in', () => {
    const watch = watchOf(awayByText())!
    expect(watch.next).toBe(daysAfter(today, 7))
    expect(textsDue(watch, { ...none, today: daysAfter(today, 6) }).asks).toBe(false)
    expect(textsDue(watch, { ...none, today: watch.next }).asks).toBe(true)
    const sent = { asked: watch.next, told: [] }
    expect(textsDue(watch, { heard: [], sent, today: watch.next }).asks).toBe(false)
    const heard = [{ id: 'one', on: watch.next, isCall: false }]
    expect(textsDue(watch, { heard, sent: { told: [] }, today: watch.next }).asks).toBe(false)
  })
})

describe('an alarm by text', () => {
  test('goes to the worker first, the supervisor two days later, and nobody else ever', () => {
    const watch = watchOf(awayByText())!
    const told = (days: number, sent: readonly ('worker' | 'supervisor')[] = []) =>
      textsDue(watch, {
        heard: [],
        sent: { since: daysAfter(watch.next, 1), told: sent },
        today: daysAfter(watch.next, days),
      }).tells
    expect(told(0)).toEqual([])
    expect(told(1)).toEqual(['worker'])
    expect(told(2, ['worker'])).toEqual([])
    expect(told(3, ['worker'])).toEqual(['supervisor'])
    expect(told(60, ['worker', 'supervisor'])).toEqual([])
  })

  test('goes at once to both where help is asked for', () => {
    const watch = watchOf(awayByText())!
    const heard = [{ id: 'one', on: today, isCall: true }]
    const due = textsDue(watch, { heard, sent: { told: [] }, today })
    expect(due.tells).toEqual(['worker', 'supervisor'])
  })

  test('goes to the worker alone for an answer that nobody has read: it is no silence', () => {
    const watch = watchOf(awayByText())!
    const heard = [{ id: 'one', on: watch.next, isCall: false }]
    const due = textsDue(watch, { heard, sent: { told: [] }, today: daysAfter(watch.next, 1) })
    expect(due.tells).toEqual(['worker'])
  })

  test('goes to no supervisor after three false ones, but for a call for help', () => {
    const late = [10, 20, 30].reduce(
      (file, days) =>
        done(
          file,
          recordCheckIn,
          { on: daysAfter(today, days), answer: 'with-word' },
          daysAfter(today, 30),
        ),
      awayByText(),
    )
    const watch = watchOf(late)!
    expect(watch.isDoubted).toBe(true)
    const day = daysAfter(watch.next, 9)
    expect(textsDue(watch, { ...none, today: day }).tells).toEqual(['worker'])
    const heard = [{ id: 'one', on: day, isCall: true }]
    expect(textsDue(watch, { heard, sent: { told: [] }, today: day }).tells).toContain('supervisor')
  })

  test('ends as the agreed word says, in whichever script of digits and case; a cry for help outweighs it', () => {
    const file = awayByText()
    expect(answerSaid(file, ' The LOTUS blooms. ')).toBe('with-word')
    expect(answerSaid(file, 'lotuses')).toBe('without-word')
    expect(answerSaid(file, 'all fine')).toBe('without-word')
    expect(answerSaid(file, 'lotus, help')).toBe('asked-for-help')
    expect(answerSaid(file, 'ជំនួយ')).toBe('asked-for-help')
    expect(answerSaid(talked(), '')).toBe('without-word')
  })
})

test('what somebody sees of the own case is what was agreed to and the own tasks, and no name, note or task of the worker', () => {
  const withTasks = ['worker', 'person', 'both'].reduce(
    (file, whose) => done(file, addTask, { what: `task of ${whose}`, dueOn: today, whose }),
    awayByText(),
  )
  const finished = done(
    done(withTasks, addTask, { what: 'ended', dueOn: today, whose: 'person' }),
    addTask,
    { what: 'task of hers, sooner', dueOn: '2026-11-01', whose: 'person' },
  )
  const item = finished.lists['tasks']!.find(({ value }) => value['what'] === 'ended')!.item
  const file = done(done(finished, finishTask, { item, end: 'done' }), giveConsent, {
    purpose: 'referral',
    receiver: 'Clinic (invented)',
    fields: ['sex'],
    how: 'spoken',
  })
  const view = ownViewOf(file, today)
  expect(view.tasks.map(({ what }) => what)).toEqual([
    'task of hers, sooner',
    'task of person',
    'task of both',
  ])
  expect(view.agreed.map(({ purpose }) => purpose)).toEqual(['keep-file', 'referral'])
  const told = JSON.stringify(view)
  expect(told).not.toContain('lotus')
  expect(told).not.toContain(number)
})
