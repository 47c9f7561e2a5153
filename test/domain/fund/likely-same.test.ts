import { expect, test } from 'vitest'
import { type Likeness, likelySame } from '#domain/fund/people/likely-same.ts'
import type { MemberName } from '#domain/fund/people/particulars.ts'

type Named = Partial<Pick<MemberName, 'khmer' | 'latin'>> & {
  readonly sex?: 'f' | 'm'
  readonly digest?: string
}

/** What is said of two cards: why they may be one person's, or nothing. */
const saidOf = (first: Named, second: Named): Likeness | undefined => {
  const both = [first, second].map((one, i) => ({ memberId: `m${i}`, ...one }))
  const names = both.map(({ memberId, khmer, latin }) => ({ fundId: 'f', memberId, khmer, latin }))
  const photos = both.flatMap(({ memberId, digest }) =>
    digest === undefined ? [] : [{ memberId, digest }],
  )
  const members = both.map(({ memberId, sex = 'f' }) => ({ memberId, sex }))
  const pairs = likelySame(members, names, photos)
  expect(pairs.length).toBeLessThanOrEqual(1)
  return pairs[0]?.why
}

test('one name that was typed in two ways may be one person', () => {
  expect(saidOf({ khmer: 'កណ្ដាល ស៊ី' }, { khmer: 'កណ្តាល\u200bសី៊' })).toBe('same-name')
  expect(saidOf({ latin: 'Sok Dara' }, { latin: 'SOK  dara' })).toBe('same-name')
})

test('one name in Latin letters is found where the Khmer one is missing', () => {
  expect(
    saidOf({ khmer: 'សុខ ដារ៉ា', latin: 'Sok Dara' }, { khmer: undefined, latin: 'Sok Dara' }),
  ).toBe('same-name')
})

test('the family name behind and before is the same words', () => {
  expect(saidOf({ latin: 'Sok Dara' }, { latin: 'Dara Sok' })).toBe('same-words')
  expect(saidOf({ khmer: 'សុខ ដារ៉ា' }, { khmer: 'ដារ៉ា សុខ' })).toBe('same-words')
})

test('names of one sex that are one sign apart may be a slip of the hand', () => {
  expect(saidOf({ latin: 'Sok Dara' }, { latin: 'Sok Dera' })).toBe('one-sign-apart')
  expect(saidOf({ latin: 'Sok Dara' }, { latin: 'Sokh Dara' })).toBe('one-sign-apart')
  expect(saidOf({ latin: 'Sok Dara' }, { latin: 'Sok Dar' })).toBe('one-sign-apart')
  expect(saidOf({ latin: 'Sok Dara' }, { latin: 'Sok Dera', sex: 'm' })).toBeUndefined()
})

test('short names that are one sign apart, and names two signs apart, are two names', () => {
  expect(saidOf({ latin: 'Mom' }, { latin: 'Mum' })).toBeUndefined()
  expect(saidOf({ latin: 'Sok Dara' }, { latin: 'Sok Deri' })).toBeUndefined()
  expect(saidOf({ latin: 'Sok Dara' }, { latin: 'Sok Daravy' })).toBeUndefined()
})

test('five signs are enough to be one apart, four are not', () => {
  expect(saidOf({ latin: 'Sokha' }, { latin: 'Sokhe' })).toBe('one-sign-apart')
  expect(saidOf({ latin: 'Sokha' }, { latin: 'Sokhay' })).toBe('one-sign-apart')
  expect(saidOf({ latin: 'Sokh' }, { latin: 'Sokk' })).toBeUndefined()
  expect(saidOf({ latin: 'Sokh' }, { latin: 'Sokha' })).toBeUndefined()
  expect(saidOf({ latin: 'Sokha' }, { latin: 'Sekhe' })).toBeUndefined()
})

test('one script is enough, whatever stands in the other', () => {
  const first = { khmer: 'សុខ ដារ៉ា', latin: 'Sok Dara' }
  expect(saidOf(first, { khmer: 'កែវ មុំ', latin: 'Sok Dera' })).toBe('one-sign-apart')
  expect(saidOf(first, { khmer: 'កែវ មុំ', latin: 'Keo Mom' })).toBeUndefined()
})

test('two photos are two, also of one name', () => {
  const [one, other] = [{ digest: 'one' }, { digest: 'other' }]
  expect(saidOf({ latin: 'Keo Mom', ...one }, { latin: 'Sok Dara', ...other })).toBeUndefined()
  expect(saidOf({ latin: 'Sok Dara', ...one }, { latin: 'Sok Dara', ...other })).toBe('same-name')
  expect(saidOf({ latin: 'Keo Mom', ...one }, { latin: 'Sok Dara' })).toBeUndefined()
})

test('one photo for two cards is said before anything of their names', () => {
  const digest = 'one'
  expect(saidOf({ latin: 'Sok Dara', digest }, { latin: 'Sok Dara', digest })).toBe('same-photo')
  expect(saidOf({ latin: 'Sok Dara', digest }, { latin: 'Keo Mom', digest })).toBe('same-photo')
})

test('nothing is said of members whose name nobody wrote down', () => {
  expect(saidOf({}, {})).toBeUndefined()
  expect(saidOf({ latin: '-' }, { latin: '.' })).toBeUndefined()
})

test('the plainest reasons come first', () => {
  const name = (memberId: string, latin: string): MemberName => ({
    fundId: 'f',
    memberId,
    khmer: undefined,
    latin,
  })
  const names = [
    name('a', 'Sok Dara'),
    name('b', 'Sok Dera'),
    name('c', 'Dara Sok'),
    name('d', 'sok dara'),
  ]
  const members = names.map(({ memberId }) => ({ memberId, sex: 'f' as const }))
  expect(likelySame(members, names, []).map(({ why }) => why)).toEqual([
    'same-name',
    'same-words',
    'same-words',
    'one-sign-apart',
    'one-sign-apart',
  ])
})
