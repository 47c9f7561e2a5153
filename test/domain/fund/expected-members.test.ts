import { expect, test } from 'vitest'
import {
  type Comparison,
  type Difference,
  cleanDaysOf,
  countedOf,
  expectedOn,
  isClean,
  sumOfDifferences,
} from '#domain/fund/meeting/comparing.ts'
import { type StoryCommand, admitted, founded, idOf, villageAfter } from '#test/support/village.ts'

const on = '2025-03-20'
const comes = (memberId: string, effectiveOn: string): StoryCommand => ({
  ...(admitted(memberId) as Extract<StoryCommand, { type: 'AdmitMember' }>),
  effectiveOn,
})
const left = (memberId: string, effectiveOn: string): StoryCommand => ({
  type: 'RecordMemberChange',
  effectiveOn,
  memberId,
  change: 'left',
})

test('a member is waited for from the day of admission through the last day, and longer with money here', () => {
  const { members } = villageAfter([
    founded(),
    ...['m1', 'm2', 'm3', 'm4', 'm5'].map((id) => admitted(id)),
    comes('m6', on),
    comes('m7', '2025-03-21'),
    left('m2', '2025-03-21'),
    left('m3', on),
    left('m4', on),
    left('m5', on),
  ])
  const state = {
    members,
    savedOn: () => new Map([['m4', 1]]),
    owedOn: () => new Map([['m5', 1]]),
  }
  expect(expectedOn(state, on).map(({ memberId }) => memberId)).toEqual([
    'm1',
    'm2',
    'm4',
    'm5',
    'm6',
  ])
})

const differs = (figure: 'savings' | 'loan', paper: number, system: number): Difference => ({
  memberId: 'm1',
  figure,
  paper,
  system,
  difference: paper - system,
})

test('differences of one figure are summed without their sign, the other figure apart', () => {
  const differences = [differs('savings', 1, 8), differs('loan', 5, 2), differs('savings', 4, 2)]
  expect(sumOfDifferences(differences)).toBe(12)
  expect(sumOfDifferences(differences, 'savings')).toBe(9)
  expect(sumOfDifferences(differences, 'loan')).toBe(3)
})

test('what was compared is counted by members and by figures that the paper says', () => {
  const rows = [
    { memberId: 'm1', savings: { paper: 5, system: 5 } },
    { memberId: 'm2', savings: { paper: 5, system: 4 }, loan: { paper: 0, system: 0 } },
  ]
  expect(countedOf({ rows, notCompared: [] }, on)).toMatchObject({
    members: 2,
    figures: 3,
    differences: [{ memberId: 'm2', figure: 'savings', difference: 1 }],
  })
})

const comparison = (day: string, more: Partial<Comparison> = {}): Comparison => ({
  id: idOf(1),
  on: day,
  confirmedBy: 'o1',
  members: 1,
  figures: 2,
  differences: [],
  notCompared: [],
  ...more,
})

test('a day is clean where nothing differed and nobody was left out', () => {
  const differences = [differs('loan', 1, 0)]
  const notCompared = [{ memberId: 'm2', figures: ['loan'] as const }]
  expect(isClean(comparison(on))).toBe(true)
  expect(isClean(comparison(on, { differences }))).toBe(false)
  expect(isClean(comparison(on, { notCompared }))).toBe(false)
  const days = [comparison('2025-01-20', { differences }), comparison('2025-02-20'), comparison(on)]
  expect(cleanDaysOf(days, '2025-02-19')).toBe(0)
  expect(cleanDaysOf(days, '2025-02-20')).toBe(1)
  expect(cleanDaysOf(days, on)).toBe(2)
})
