import { describe, expect, test } from 'vitest'
import { emptyNetwork } from '#domain/network/state.ts'
import { firstWrittenAnew } from '#domain/network/witnessing.ts'
import { networkOperations } from '#domain/operations/network.ts'
import { idOf } from '#test/support/village.ts'
import { witnessedOf } from '#test/support/witnessed.ts'

const hash = `0123456789abcdef${'f'.repeat(48)}`
const beginning = '0123456789abcdef'
const trailOf = (length: number) => [
  ...Array.from({ length: length - 1 }, () => 'a'.repeat(16)),
  beginning,
]

const fundId = idOf(2)

const kept = (more: object = {}): string => {
  const command = {
    id: idOf(1),
    v: 1 as const,
    effectiveOn: '2026-02-01',
    ...witnessedOf(fundId),
    hash,
    trail: [beginning],
    ...more,
  }
  const network = emptyNetwork()
  network.funds.set(fundId, { fundId, joinedOn: '2026-01-01' })
  const decision = networkOperations.decide(network, command)
  return decision.outcome === 'recorded' ? 'recorded' : decision.code
}

describe('a checkpoint with its trail', () => {
  test.each<readonly [string, object, string]>([
    ['of one entry', {}, 'recorded'],
    ['of the first entry', { seq: 1, from: 1 }, 'recorded'],
    ['before the first entry', { seq: 0, from: 0 }, 'number-not-whole'],
    ['of half an entry', { seq: 6.5, from: 6.5 }, 'number-not-whole'],
    ['of three entries', { seq: 9, trail: trailOf(3) }, 'recorded'],
    ['of one entry too many', { seq: 8, trail: trailOf(3) }, 'trail-unreadable'],
    ['of one entry too few', { seq: 10, trail: trailOf(3) }, 'trail-unreadable'],
    ['of a thousand entries', { seq: 1006, trail: trailOf(1000) }, 'recorded'],
    ['of one more', { seq: 1007, trail: trailOf(1001) }, 'trail-unreadable'],
    ['that begins in the middle', { from: 6.5 }, 'number-not-whole'],
    ['that begins before the book', { seq: 1, from: 0, trail: trailOf(2) }, 'trail-unreadable'],
    ['that is none', { trail: beginning }, 'trail-unreadable'],
    ['with a number in it', { seq: 8, trail: [1234567812345678, beginning] }, 'trail-unreadable'],
    ['with a word in it', { seq: 8, trail: ['x'.repeat(16), beginning] }, 'trail-unreadable'],
    ['that ends with another hash', { trail: ['f'.repeat(16)] }, 'trail-unreadable'],
  ])('%s', (_, more, said) => {
    expect(kept(more)).toBe(said)
  })
})

describe('the first entry that was written anew', () => {
  const of = (letter: string) => letter.repeat(64)
  const witnessed = {
    from: 5,
    seq: 7,
    hash: of('c'),
    trail: ['a', 'b', 'c'].map((one) => one.repeat(16)),
  }
  const rows = (...letters: readonly string[]) =>
    letters.map((letter, i) => ({ seq: 5 + i, hash: of(letter) }))

  test.each<readonly [string, readonly string[], number | undefined]>([
    ['nothing', ['a', 'b', 'c'], undefined],
    ['nothing, and more was written since', ['a', 'b', 'c', 'd'], undefined],
    ['the first', ['x', 'y', 'z'], 5],
    ['the second', ['a', 'y', 'z'], 6],
    ['the last', ['a', 'b', 'z'], 7],
    ['all that is not there any more', ['a'], 6],
    ['the whole book', [], 5],
  ])('is of %s', (_, letters, first) => {
    expect(firstWrittenAnew(witnessed, rows(...letters))).toBe(first)
  })

  test('a hash that only begins and ends as it did is another one', () => {
    const last = { seq: 7, hash: `${'c'.repeat(16)}${'d'.repeat(32)}${'c'.repeat(16)}` }
    expect(firstWrittenAnew(witnessed, [...rows('a', 'b'), last])).toBe(7)
    const second = { seq: 6, hash: `${'d'.repeat(48)}${'b'.repeat(16)}` }
    expect(firstWrittenAnew(witnessed, [rows('a')[0]!, second, rows('a', 'b', 'c')[2]!])).toBe(6)
  })
})
