import { describe, expect, test } from 'vitest'
import { join } from 'node:path'
import {
  indicators,
  markSignals,
  signalsOf,
  takeBackSignals,
} from '#domain/cases/operations/signals.ts'
import { readHouse } from '#test/support/house.ts'
import { asked, codeOf, done, lastItem, talked } from '#test/domain/cases/case-file.ts'

describe('signals of forced labour', () => {
  test('are the eleven of the ILO', () => {
    expect(new Set(indicators).size).toBe(11)
  })

  test('stand with the day on which each was seen first', () => {
    const first = done(talked(), markSignals, {
      signals: ['isolation', 'deception'],
      seenOn: '2026-10-20',
    })
    const second = done(first, markSignals, { signals: ['isolation'], seenOn: '2026-10-01' })
    const file = done(second, markSignals, { signals: ['isolation'], seenOn: '2026-10-25' })
    expect(signalsOf(file)).toEqual([
      { signal: 'deception', seenOn: '2026-10-20' },
      { signal: 'isolation', seenOn: '2026-10-01' },
    ])
  })

  test('are never none and never of a day to come', () => {
    expect(codeOf(asked(talked(), markSignals, { signals: [], seenOn: '2026-10-01' }))).toBe(
      'signals-missing',
    )
    expect(
      codeOf(asked(talked(), markSignals, { signals: ['threats'], seenOn: '2026-12-01' })),
    ).toBe('day-to-come')
  })

  test('are gone when they are taken back, once', () => {
    const marked = done(talked(), markSignals, { signals: ['threats'], seenOn: '2026-10-01' })
    const item = lastItem(marked, 'signals')
    const file = done(marked, takeBackSignals, { item })
    expect(signalsOf(file)).toEqual([])
    expect(codeOf(asked(file, takeBackSignals, { item }))).toBe('signals-already-taken-back')
  })

  test('say of nobody what they are: the word for it stands in no file, and no field is a verdict', () => {
    const word = new RegExp(['vic', 'tim'].join(''), 'i')
    const files = readHouse(join(import.meta.dirname, '../../..')).filter(({ path }) =>
      /^(domain|src|infra|test|docs)\//.test(path),
    )
    expect(files.length).toBeGreaterThan(500)
    expect(files.filter(({ text }) => word.test(text)).map(({ path }) => path)).toEqual([])
    expect(Object.keys(markSignals.asks).toSorted()).toEqual(['seenOn', 'signals'])
  })
})
