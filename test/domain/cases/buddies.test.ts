import { expect, test } from 'vitest'
import type { CaseFile } from '#domain/cases/file.ts'
import { recordCheckIn, scheduleOf, setRhythm } from '#domain/cases/operations/abroad.ts'
import {
  agreeToBuddy,
  buddiesNow,
  buddySides,
  endBuddy,
  proposeBuddy,
} from '#domain/cases/operations/buddies.ts'
import { addPersonAround, setContact, setSafety } from '#domain/cases/operations/person.ts'
import { setStage } from '#domain/cases/operations/plan.ts'
import { idOf } from '#test/domain/network/life.ts'
import {
  asked,
  codeOf,
  done,
  lastItem,
  talked,
  talkedWithChild,
} from '#test/domain/cases/case-file.ts'

const on = '2026-09-01'
const proposed = (file: CaseFile, more: object = {}): CaseFile =>
  done(file, proposeBuddy, { buddyKind: 'buddy', name: 'Sok of the market', ...more })
const target = (file: CaseFile) => ({ item: lastItem(file, 'buddies') })
const agreed = (file: CaseFile, side: string): CaseFile =>
  done(file, agreeToBuddy, { side, how: 'spoken', on, ...target(file) })
const both = (file: CaseFile): CaseFile => buddySides.reduce(agreed, file)

test('nobody is brought together before both sides have said yes, each for itself and with a day', () => {
  const one = proposed(talked())
  expect(buddiesNow(one)).toEqual([])
  for (const side of buddySides) expect(buddiesNow(agreed(one, side))).toEqual([])
  expect(buddiesNow(both(one))).toHaveLength(1)
  expect(buddiesNow(both(one))[0]!.value.agreed).toEqual({ person: on, 'other-side': on })
  const again = asked(agreed(one, 'person'), agreeToBuddy, {
    side: 'person',
    how: 'spoken',
    on,
    ...target(agreed(one, 'person')),
  })
  expect(codeOf(again)).toBe('buddy-agreed-already')
})

test('either side ends it at any time, and nothing brings it back but a new yes of both', () => {
  for (const side of buddySides) {
    const file = both(proposed(talked()))
    const ended = done(file, endBuddy, { side, ...target(file) })
    expect(buddiesNow(ended)).toEqual([])
    expect(codeOf(asked(ended, endBuddy, { side, ...target(ended) }))).toBe('buddy-ended')
    const said = { side, how: 'spoken', on, ...target(ended) }
    expect(codeOf(asked(ended, agreeToBuddy, said))).toBe('buddy-ended')
  }
})

const around = { name: 'Sok of the market', relation: 'friend', isAccused: false }

test('whoever is unsafe or accused can never be matched, by name or as somebody around', () => {
  for (const unsafe of [{ safety: 'unsafe' }, { safety: 'safe', isAccused: true }]) {
    const file = done(talked(), addPersonAround, { ...around, ...unsafe })
    const person = lastItem(file, 'people')
    const say = (more: object) =>
      codeOf(asked(file, proposeBuddy, { buddyKind: 'buddy', name: 'Somebody', ...more }))
    expect(say({ person })).toBe('buddy-unsafe')
    expect(say({ name: 'sok of the market ' })).toBe('buddy-unsafe')
    expect(say({})).toBe('recorded')
  }
})

test('what is learnt later ends a match at once', () => {
  const file = done(talked(), addPersonAround, { ...around, safety: 'safe' })
  const item = lastItem(file, 'people')
  const matched = both(proposed(file, { person: item }))
  expect(buddiesNow(matched)).toHaveLength(1)
  const learnt = done(matched, setSafety, {
    safety: 'unsafe',
    isAccused: false,
    item,
  })
  expect(buddiesNow(learnt)).toEqual([])
})

test('for a child somebody who may speak for it comes first', () => {
  const file = proposed(talkedWithChild())
  const { guardian: _none, ...facts } = file.facts
  const without = { ...file, facts }
  const said = { side: 'person', how: 'spoken', on, ...target(without) }
  expect(codeOf(asked(without, agreeToBuddy, said))).toBe('guardian-first')
})

test('the next calls stand on the days that were agreed, and an answer moves all of them', () => {
  const rhythm = {
    everyDays: 14,
    how: 'call',
    toldFirst: idOf('worker'),
    from: '2026-09-01',
    partOfDay: 'evening',
    seen: 0,
  }
  const contact = { way: 'call', when: 'Sunday', safeWord: 'lotus', seen: 1 }
  const file = done(
    done(done(talked(), setContact, contact), setStage, {
      stage: 'abroad',
      since: '2026-08-20',
      seen: 1,
    }),
    setRhythm,
    rhythm,
  )
  expect(scheduleOf(file)).toEqual(['2026-09-15', '2026-09-29', '2026-10-13'])
  const answered = done(file, recordCheckIn, { on: '2026-09-10', answer: 'with-word' })
  expect(scheduleOf(answered)).toEqual(['2026-09-24', '2026-10-08', '2026-10-22'])
  expect(scheduleOf(talked())).toEqual([])
})
