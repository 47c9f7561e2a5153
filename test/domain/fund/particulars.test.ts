import { expect, test } from 'vitest'
import { isPersonName, kinshipOf } from '#domain/fund/people/particulars.ts'

test.each([
  ['Sok Dara', true],
  ["N'Diaye (the elder), O. / O’Brien-Sok 2", true],
  ['សុខ ដារ៉ា', true],
  ['S', true],
  ['S'.repeat(80), true],
  ['S'.repeat(81), false],
  ['', false],
  [' Sok', false],
  ['Sok <b>', false],
  ['Sok\ud800', false],
])('%j may be the name of a person: %s', (name, may) => {
  expect(isPersonName(name)).toBe(may)
})

test.each(['spouse', 'sibling', 'in-law', 'same-household'] as const)(
  'that two are each other’s %s is kept once, whoever said it',
  (relation) => {
    const kept = { firstId: 'm1', secondId: 'm2', relation }
    expect(kinshipOf(kept)).toEqual(kept)
    expect(kinshipOf({ firstId: 'm2', secondId: 'm1', relation })).toEqual(kept)
  },
)

test('a parent is said of the first of two, whatever their ids', () => {
  const older = { firstId: 'm2', secondId: 'm1', relation: 'parent' as const }
  expect(kinshipOf(older)).toEqual(older)
})
