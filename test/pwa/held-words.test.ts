import { expect, test } from 'vitest'
import { hasWords, held, holdWords } from '#src/pwa/held-words.ts'

/* Words come to a phone by the place of their names in one list, and before a book is open only some of them. */

/** Words that have come stay in the process: each look is at a catalogue that nobody has asked for before. */
let catalogues = 0

test('words are there once they have come, by their own names, and those of a second part beside those of the first', () => {
  const place = `of-a-test/${(catalogues += 1)}`
  const [before, other] = [held('en', place), held('km', place)] as Readonly<
    Record<string, unknown>
  >[]
  expect(Object.keys(before!)).toEqual([])
  holdWords({ language: 'en', part: 'first' }, [{ 0: 'One', 1: 'Two' }], [[place, 'one two']])
  expect(hasWords('en', 'first')).toBe(true)
  expect({ ...before }).toEqual({ one: 'One', two: 'Two' })
  holdWords({ language: 'en', part: 'rest' }, [{ 0: 'Three', own: 'Four' }], [[place, 'three']])
  // Whoever holds a catalogue already reads what has come since.
  expect({ ...before }).toEqual({ one: 'One', two: 'Two', three: 'Three', own: 'Four' })
  expect('three' in before!).toBe(true)
  expect('five' in before!).toBe(false)
  expect(Object.keys(other!)).toEqual([])
})
