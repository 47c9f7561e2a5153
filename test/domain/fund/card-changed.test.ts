import { expect, test } from 'vitest'
import { communes, declared } from '#test/support/flood.ts'
import { type Told, goesOn } from '#test/support/goes-on.ts'

const on = '2025-06-20'
const correct = (more: object): Told =>
  ({ type: 'CorrectMember', effectiveOn: on, memberId: 'm1', ...more }) as Told
const appointed = (confirmedBy = 'o2'): Told =>
  ({
    type: 'AppointOfficer',
    effectiveOn: on,
    memberId: 'm1',
    office: 'committee',
    confirmedBy,
  }) as Told
const ofCards = (found: readonly string[]) => found.filter((one) => one.startsWith('card-changed'))

test('a card that one alone changes is a finding, and by two it is none', () => {
  expect(ofCards(goesOn([correct({ povertyLevel: 1 })]).found)).toEqual([
    'card-changed-by-one-word - M1',
  ])
  expect(ofCards(goesOn([correct({ povertyLevel: 1, confirmedBy: 'o2' })]).found)).toEqual([])
})

test('a man who is said to be a woman for the day of the appointment stays a finding, whoever stands behind it', () => {
  const told = [
    correct({ sex: 'm', confirmedBy: 'o2' }),
    appointed(),
    correct({ sex: 'f', confirmedBy: 'o2' }),
  ]
  const around = 'card-changed-around-a-vote - M1'
  expect(ofCards(goesOn(told).found)).toEqual([around, around])
  // Neither does a day that the writer chose long before it help.
  const dated = goesOn([
    { ...correct({ sex: 'f', confirmedBy: 'o2' }), effectiveOn: '2025-02-01', at: on } as Told,
    appointed(),
  ])
  expect(ofCards(dated.found)).toEqual([around])
  const late = { ...correct({ sex: 'f', confirmedBy: 'o2' }), effectiveOn: '2025-07-22' } as Told
  expect(ofCards(goesOn([appointed(), late]).found)).toEqual([])
})

test('a zone that is changed for a flood is a finding', () => {
  const flood = declared({ on, from: '2025-06-01', places: [communes[0]!] }) as Told
  const moved = correct({ zone: communes[0]!, confirmedBy: 'o2' })
  expect(ofCards(goesOn([moved, flood]).found)).toEqual(['card-changed-around-a-vote - M1'])
  expect(ofCards(goesOn([{ ...moved, effectiveOn: '2025-04-01' } as Told, flood]).found)).toEqual(
    [],
  )
})
