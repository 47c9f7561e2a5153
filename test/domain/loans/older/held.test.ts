import { expect, test } from 'vitest'
import { stillHeld } from '#domain/loans/held.ts'
import {
  committeeAfter,
  committeeStory,
  flagsOf,
  reversed,
  wordOf,
} from '#test/support/committee.ts'
import { requested } from '#test/support/committee.ts'
import { carriedOver, givenBack, lentLikeThat } from '#test/support/older.ts'
import { type StoryCommand, answerTo, bodyOf, idOf, loanIn, paid } from '#test/support/village.ts'

const papers = carriedOver({ securities: ['land-title', 'group-guarantee', 'family-book'] })
const held = (told: readonly StoryCommand[], day: string) =>
  stillHeld(loanIn(committeeAfter(told)), day)

test('what a lender took is held until the day on which it is given back, paper by paper', () => {
  const told = [papers, givenBack('2025-03-01', 'land-title')]
  expect(held(told, '2025-02-28')).toEqual(['land-title', 'family-book'])
  expect(held(told, '2025-03-01')).toEqual(['family-book'])
  expect(held([...told, givenBack('2025-03-02', 'family-book')], '2025-03-02')).toEqual([])
})

test('a paper is held also when the loan is paid back, and not before the loan is in the book', () => {
  const told = [lentLikeThat({ securities: ['id-card'] }), paid('2025-02-20', 1_015_000)]
  expect(held(told, '2025-12-31')).toEqual(['id-card'])
  expect(held(told, '2025-01-19')).toEqual([])
  expect(held(told, '2025-01-20')).toEqual(['id-card'])
})

test('of a loan whose pay-out was taken back nothing is held', () => {
  const lent = { ...lentLikeThat({ securities: ['id-card'] }), id: idOf(91) } as StoryCommand
  const back = reversed(idOf(91), '2025-02-01', { reason: 'did-not-happen' })
  expect(held([lent, back], '2025-12-31')).toEqual([])
})

test('two witnesses see it: fewer is a flag, and so is what nobody knew to be held', () => {
  const village = committeeAfter([papers])
  const flags = (told: StoryCommand) => flagsOf(village, told)
  expect(flags(givenBack('2025-03-01', 'land-title'))).toEqual([])
  expect(flags(givenBack('2025-03-01', 'land-title', ['m2']))).toEqual(['fewer-than-two-witnesses'])
  expect(flags(givenBack('2025-03-01', 'passport', []))).toEqual([
    'not-held',
    'fewer-than-two-witnesses',
  ])
  const back = committeeAfter([papers, givenBack('2025-03-01', 'land-title')])
  expect(flagsOf(back, givenBack('2025-03-05', 'land-title'))).toEqual(['not-held'])
})

test('a proof is like that of a pay-out: the borrower is no witness, and nobody is two', () => {
  const village = committeeAfter([papers])
  const word = (witnesses: readonly string[]) =>
    wordOf(village, givenBack('2025-03-01', 'land-title', witnesses))
  expect(word(['m1', 'm2'])).toBe('proof-cannot-hold')
  expect(word(['m2', 'm2'])).toBe('proof-cannot-hold')
  expect(word(['m2', 'nobody'])).toBe('proof-cannot-hold')
})

test('what cannot be held cannot be given back', () => {
  const village = committeeAfter([papers])
  expect(wordOf(village, givenBack('2025-03-01', 'none'))).toBe('security-unknown')
  expect(wordOf(village, givenBack('2025-03-01', 'group-guarantee'))).toBe('security-unknown')
  expect(wordOf(village, givenBack('2025-03-01', 'the-house' as 'none'))).toBe('security-unknown')
})

test('a return that did not happen is taken back, and the paper is held again', () => {
  const told = [papers, givenBack('2025-03-01', 'land-title')]
  const { id } = committeeStory(told).entries.at(-1)!
  const again = [...told, reversed(id, '2025-03-02', { reason: 'did-not-happen' })]
  expect(held(again, '2025-03-02')).toEqual(['land-title', 'family-book'])
})

test('a new loan that names such a paper is refused all the same', () => {
  const village = committeeAfter([papers])
  const asked = requested({ loanId: 'l2', memberId: 'm2', security: 'land-title' })
  expect(wordOf(village, asked)).toBe('security-not-taken')
})

test('that one paper came back says nothing of another, and the entry keeps who saw it', () => {
  const back = committeeAfter([papers, givenBack('2025-03-01', 'family-book')])
  expect(flagsOf(back, givenBack('2025-03-05', 'land-title'))).toEqual([])
  const body = (witnesses: readonly string[]) =>
    bodyOf(answerTo(back, givenBack('2025-03-05', 'land-title', witnesses)))
  expect(body(['m2', 'm3'])).toMatchObject({ proof: { witnesses: ['m2', 'm3'] } })
  expect(body([])).not.toHaveProperty('proof')
})
