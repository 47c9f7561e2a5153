import { expect, test } from 'vitest'
import type { Party } from '#domain/network/register/parties.ts'
import type { WatchLetter } from '#domain/network/watch/watch.ts'
import { letterState } from '#src/pages/watch/letter-parts.ts'
import { partySaid } from '#src/pages/watch/parts.ts'
import { pageText } from '#test/pages/page-text.ts'

const seen = { by: 'two', on: '2026-01-02', writtenOn: '2026-01-02', seq: 2 }
const letter: WatchLetter = {
  letterId: 'a-letter',
  to: 'embassy',
  partyId: 'a-party',
  reportIds: ['a-report'],
  proposedBy: 'one',
  proposedOn: '2026-01-01',
  proposedSeq: 1,
  on: '2026-01-01',
  writtenOn: '2026-01-01',
  dueOn: '2026-01-31',
}
const shown = (one: WatchLetter, mayAct = false): string =>
  String(letterState('en', one, { mayAct }))

test('a letter that a second one has seen go tells when its answer is due, and nothing besides', () => {
  expect(pageText(shown(letter)).trim()).toContain('Nobody else has seen yet that it went')
  expect(pageText(shown({ ...letter, confirmed: seen })).trim()).toBe(
    'answer due on 31 January 2026',
  )
  expect(shown({ ...letter, confirmed: seen })).not.toContain('<p></p>')
})

test('an answer that nobody else has seen yet is told as one that waits', () => {
  const proposed = { proposedBy: 'one', proposedOn: '2026-01-20', proposedSeq: 3 }
  const waits = { ...letter, confirmed: seen, answers: [{ ...proposed, says: 'refuses' }] } as const
  const text = pageText(shown(waits))
  expect(text).toContain('20 January 2026')
})

test('who may not act on a letter is offered no button', () => {
  for (const one of [letter, { ...letter, confirmed: seen }]) {
    expect(shown(one)).not.toContain('class="button"')
    expect(shown(one, true)).toContain('class="button"')
  }
})

test('an agency is called in the reader’s script where it has a name in it, and else in the other', () => {
  const looked = { source: 'ministry-list', seenOn: '2026-01-01' } as const
  const entered = { factId: 'a-fact', enteredBy: 'one', enteredOn: '2026-01-01', ...looked }
  const party = (name: { readonly km?: string; readonly latin?: string }): Party => ({
    partyId: '00000000-0000-8000-8000-000000abcdef',
    kind: 'agency',
    facts: [{ ...entered, fact: { what: 'name', ...name } }],
  })
  const both = { km: 'ទន្លេមាស', latin: 'Golden River' }
  expect([partySaid(party(both), 'km'), partySaid(party(both), 'en')]).toEqual([
    'ទន្លេមាស',
    'Golden River',
  ])
  expect(partySaid(party({ km: both.km }), 'en')).toBe(both.km)
  expect(partySaid(party({ latin: both.latin }), 'km')).toBe(both.latin)
  expect(partySaid(party({}), 'km')).toBe('abcdef')
  expect(partySaid(undefined, 'en')).toBe('')
})
