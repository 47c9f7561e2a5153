import { expect, test } from 'vitest'
import { languages } from '#src/words/catalogue.ts'
import { potWords } from '#src/words/words.ts'

test('the buttons that write a yes and a no differ from each other and from the safe way on', () => {
  for (const language of languages) {
    const { writeGive, writeDoNotGive, leave } = potWords.in(language)
    expect(new Set([writeGive('$1'), writeDoNotGive('$1'), leave]).size).toBe(3)
  }
})

test('in Khmer money of the pot is opened or handed over, and never paid as a debt', () => {
  const texts = Object.values(potWords.in('km')).map((one) =>
    typeof one === 'function' ? String((one as (...all: string[]) => string)('1', '2', '3')) : one,
  )
  expect(texts.filter((text) => text.includes('បង់') || text.includes('បង្អួច'))).toEqual([])
})
