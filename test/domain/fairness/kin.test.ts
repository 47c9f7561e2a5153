import fc from 'fast-check'
import { expect, test } from 'vitest'
import { householdOf, kinOf } from '#domain/fairness/kin.ts'
import { type KinRelation, type Kinship, kinRelations } from '#domain/fund/people/particulars.ts'

const is = (firstId: string, relation: KinRelation, secondId: string): Kinship => ({
  firstId,
  secondId,
  relation,
})

/** Kin of `her` by what was declared, by name. */
const kinOfHer = (...kin: readonly Kinship[]): string[] => [...kinOf(kin, 'her')].toSorted()

test.each(kinRelations)(
  'whoever is declared %s is kin, whichever of the two is asked about',
  (relation) => {
    expect(kinOfHer(is('her', relation, 'him'))).toEqual(['him'])
    expect(kinOfHer(is('him', relation, 'her'))).toEqual(['him'])
  },
)

const reaches: readonly (readonly [string, readonly Kinship[]])[] = [
  ["a sibling's spouse", [is('her', 'sibling', 'x'), is('x', 'spouse', 'him')]],
  ["a spouse's sibling", [is('her', 'spouse', 'x'), is('him', 'sibling', 'x')]],
  ["a child's spouse", [is('her', 'parent', 'x'), is('him', 'spouse', 'x')]],
  ["a spouse's parent", [is('her', 'spouse', 'x'), is('him', 'parent', 'x')]],
  ["a spouse's child", [is('her', 'spouse', 'x'), is('x', 'parent', 'him')]],
  ["a parent's spouse", [is('x', 'parent', 'her'), is('x', 'spouse', 'him')]],
  ["a sibling's sibling", [is('her', 'sibling', 'x'), is('him', 'sibling', 'x')]],
  ["a parent's other child", [is('x', 'parent', 'her'), is('x', 'parent', 'him')]],
  ["a sibling's parent", [is('her', 'sibling', 'x'), is('him', 'parent', 'x')]],
  ["a child's sibling", [is('her', 'parent', 'x'), is('him', 'sibling', 'x')]],
  [
    'somebody who lives with one of the household',
    [
      is('her', 'same-household', 'x'),
      is('y', 'same-household', 'x'),
      is('y', 'same-household', 'him'),
    ],
  ],
]

test.each(reaches)('%s steps out: kin of kin', (_, kin) => {
  expect(kinOfHer(...kin)).toContain('him')
  expect([...kinOf(kin, 'him')]).toContain('her')
})

const ends: readonly (readonly [string, readonly Kinship[]])[] = [
  ["an in-law's in-law", [is('her', 'in-law', 'x'), is('x', 'in-law', 'him')]],
  ["an in-law's household", [is('her', 'in-law', 'x'), is('x', 'same-household', 'him')]],
  ["a parent's parent", [is('x', 'parent', 'her'), is('him', 'parent', 'x')]],
  ["a sibling's child", [is('x', 'sibling', 'her'), is('x', 'parent', 'him')]],
  [
    "a spouse's sibling's spouse",
    [is('her', 'spouse', 'x'), is('x', 'sibling', 'y'), is('y', 'spouse', 'him')],
  ],
  [
    "a child's spouse's parent",
    [is('her', 'parent', 'x'), is('x', 'spouse', 'y'), is('him', 'parent', 'y')],
  ],
  ["a spouse's household elsewhere", [is('her', 'spouse', 'x'), is('x', 'same-household', 'him')]],
  ['somebody of whom nothing was declared', [is('x', 'sibling', 'him')]],
]

test.each(ends)('%s is not on the list and may vote', (_, kin) => {
  expect(kinOfHer(...kin)).not.toContain('him')
  expect([...kinOf(kin, 'him')]).not.toContain('her')
})

test('nobody is her own kin, and where nothing was declared there is nobody', () => {
  expect(kinOfHer()).toEqual([])
  expect(kinOfHer(is('her', 'sibling', 'her'), is('her', 'same-household', 'her'))).toEqual([])
})

test('money is shared by who live together and by husband and wife, wherever they live', () => {
  const kin = [
    is('her', 'same-household', 'x'),
    is('y', 'same-household', 'x'),
    is('husband', 'spouse', 'her'),
    is('husband', 'same-household', 'z'),
    is('her', 'sibling', 'brother'),
    is('her', 'parent', 'child'),
    is('in-law', 'in-law', 'her'),
    is('other', 'same-household', 'lodger'),
  ]
  const of = (...ids: string[]) => [...householdOf(kin, ids)].toSorted()
  expect(of('her')).toEqual(['her', 'husband', 'x', 'y', 'z'])
  expect(of('brother')).toEqual(['brother'])
  expect(of('brother', 'lodger')).toEqual(['brother', 'lodger', 'other'])
  expect(of()).toEqual([])
})

const member = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g')
const kinship = fc.record({
  firstId: member,
  secondId: member,
  relation: fc.constantFrom(...kinRelations),
})
const declared = fc.array(kinship, { maxLength: 9 })

test('that two are kin holds for both, whatever was declared', () => {
  fc.assert(
    fc.property(declared, member, member, (kin, one, other) => {
      expect(kinOf(kin, one).has(other)).toBe(kinOf(kin, other).has(one))
    }),
  )
})

test('one more declaration lets nobody vote who had to step out', () => {
  fc.assert(
    fc.property(declared, kinship, member, (kin, more, one) => {
      const after = kinOf([...kin, more], one)
      expect([...kinOf(kin, one)].filter((id) => !after.has(id))).toEqual([])
    }),
  )
})

test('the order of declarations and how often one was made change nothing', () => {
  fc.assert(
    fc.property(declared, member, (kin, one) => {
      const turned = [...kin, ...kin].toReversed()
      expect(kinOf(turned, one)).toEqual(kinOf(kin, one))
    }),
  )
})

test('a household is one, however it was declared: all of it steps out for each', () => {
  fc.assert(
    fc.property(fc.uniqueArray(member, { minLength: 2 }), fc.nat(), (people, turn) => {
      const chain = people.slice(1).map((id, i) => is(people[i]!, 'same-household', id))
      const one = people[turn % people.length]!
      expect([...kinOf(chain, one)].toSorted()).toEqual(
        people.filter((id) => id !== one).toSorted(),
      )
    }),
  )
})
