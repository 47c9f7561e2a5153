import { expect, test } from 'vitest'
import { adviceCodes, meetingCodes, nextSteps, refusalCodes } from '#domain/fairness/ruling.ts'
import { languages } from '#src/words/catalogue.ts'
import { verdictWords } from '#src/words/words.ts'

test('every ruling and every next step of the domain has a sentence of its own', () => {
  const codes = [...refusalCodes, ...meetingCodes, ...adviceCodes, ...nextSteps]
  for (const language of languages) {
    const words = verdictWords.in(language) as Readonly<Record<string, string | undefined>>
    const told = codes.map((code) => words[code] ?? `${code} has no words in ${language}`)
    expect(told.filter((text) => /has no words|[a-z]-[a-z]+-/.test(text))).toEqual([])
    expect(new Set(told).size).toBe(codes.length)
  }
})
