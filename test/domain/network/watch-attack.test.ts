import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type LocalDate, daysAfter } from '#domain/kernel/dates.ts'
import { householdsOf } from '#domain/network/watch/report.ts'
import { type Watch, knownBy, upheldOf } from '#domain/network/watch/watch.ts'
import { shownWatch } from '#domain/network/watch/shown.ts'
import { idOf } from '#test/domain/network/life.ts'
import { watchLife } from '#test/domain/network/watch-life.ts'

/*
 * An agency that watches every public byte for 24 months. It knows of each of its clients but one whether, when and how that
 * one spoke, and it knows every rule of the program. What it is after: whether the last one spoke as well. It makes both worlds
 * itself, with and without, and holds each day of what it saw against them: a day that is otherwise in the two tells it.
 */

const begins = '2026-01-10'
const months24 = 730

type Spoken = {
  readonly day: number
  readonly isCounted: boolean
  readonly kind: 'duty' | 'money-lost'
}

/** What is shown of a network, in one way or another. */
type Showing = (watch: Watch, today: LocalDate) => unknown

/** A world in which some clients spoke, each of a household of its own. */
const worldOf = (spoken: readonly Spoken[]): Watch => {
  const { network, give, upheld } = watchLife()
  give('rith', 'SwitchPublication', '2026-01-02', { isPublic: true })
  const inOrder = spoken
    .map((one, client) => ({ ...one, client }))
    .toSorted((a, b) => a.day - b.day)
  for (const { day, isCounted, kind, client } of inOrder)
    upheld(client + 1, daysAfter(begins, day), {
      mayBeCounted: isCounted,
      kind,
      duties: kind === 'duty' ? ['no-fee-above-ceiling'] : [],
    })
  return network.watch
}

/** The first day on which the agency can tell the two worlds apart; undefined where it never can. */
const tellsOn = (
  showing: Showing,
  others: readonly Spoken[],
  last: Spoken,
): LocalDate | undefined => {
  const [without, within] = [worldOf(others), worldOf([...others, last])]
  for (let day = 0; day <= months24; day += 1) {
    const today = daysAfter(begins, day)
    if (JSON.stringify(showing(without, today)) !== JSON.stringify(showing(within, today)))
      return today
  }
  return undefined
}

const spoken = fc.record({
  day: fc.integer({ min: 0, max: 500 }),
  isCounted: fc.boolean(),
  kind: fc.constantFrom('duty' as const, 'money-lost' as const),
})

const party = idOf('Golden River')

/** Shown as soon as it is upheld, with how many there are. */
const atOnce: Showing = (watch, today) => householdsOf(upheldOf(watch, party, knownBy(today)))
/** Shown with a day on which something changed, of which nothing else is told. */
const withChangedDay: Showing = (watch, today) => [
  shownWatch(watch, today),
  upheldOf(watch, party, knownBy(today)).at(-1)?.ruling.confirmed.on,
]
/** From three on, and as soon as there are three, whether whoever spoke wants that or not. */
const fromThreeAtOnce: Showing = (watch, today) =>
  householdsOf(upheldOf(watch, party, knownBy(today))) >= 3

test('whoever has not asked to be counted changes no byte that the agency can read, on any of 730 days', () => {
  fc.assert(
    fc.property(fc.array(spoken, { maxLength: 6 }), spoken, (others, last) => {
      expect(tellsOn(shownWatch, others, { ...last, isCounted: false })).toBeUndefined()
    }),
    { numRuns: 40 },
  )
})

test('whoever asks to be counted is told of only among three, and only where exactly two others asked for it', () => {
  let told = 0
  fc.assert(
    fc.property(fc.array(spoken, { maxLength: 6 }), spoken, (others, last) => {
      const asked = { ...last, isCounted: true }
      const on = tellsOn(shownWatch, others, asked)
      if (on === undefined) return
      told += 1
      expect(on.slice(5)).toMatch(/^0[17]-01$/)
      // Of all, of a kind or of a duty: the last one is the third of something, never the first or the second.
      const old = daysAfter(on, -90)
      const before = others.filter(
        ({ day, isCounted }) => isCounted && daysAfter(begins, day) <= old,
      )
      const ofKind = before.filter(({ kind }) => kind === asked.kind)
      expect([before.length, ofKind.length]).toContain(2)
    }),
    { numRuns: 60 },
  )
  // The form says so in words; a draw in which it never happens would hold nothing.
  expect(told).toBeGreaterThan(0)
})

test.each([
  ['at once', atOnce],
  ['with the day of the last change', withChangedDay],
] as const)('a network that publishes %s is found out, every time', (_, showing) => {
  fc.assert(
    fc.property(fc.array(spoken, { maxLength: 6 }), spoken, (all, last) => {
      // A day on which somebody else spoke too would change all the same.
      const others = all.filter(({ day }) => day !== last.day)
      expect(tellsOn(showing, others, { ...last, isCounted: false })).toBeDefined()
    }),
    { numRuns: 15 },
  )
})

test('a bare threshold is found out where two others spoke', () => {
  const two = [1, 2].map((day) => ({ day, isCounted: false, kind: 'duty' as const }))
  const last = { day: 9, isCounted: false, kind: 'duty' as const }
  expect(tellsOn(fromThreeAtOnce, two, last)).toBe(daysAfter(begins, 9))
  expect(tellsOn(shownWatch, two, last)).toBeUndefined()
})
