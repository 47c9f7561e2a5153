import { expect, test } from 'vitest'
import type { Language } from '#src/words/catalogue.ts'
import * as quoteWords from '#src/words/quote-words.ts'
import * as reportWords from '#src/words/report-words.ts'
import * as pageWords from '#src/words/words.ts'
import { glossary as english } from '#src/words/en/glossary.ts'
import { glossary as khmer } from '#src/words/km/glossary.ts'
import { glossaryTerms } from '#src/words/glossary-terms.ts'
import { jargon } from '#test/support/jargon.ts'

const families = Object.entries({ ...quoteWords, ...reportWords, ...pageWords })

/** Every wording of a language; what takes parameters is called with harmless ones. */
const wordingsIn = (language: Language): readonly (readonly [string, string])[] =>
  families.flatMap(([name, family]) =>
    Object.entries(family.in(language) as object).map(([key, wording]) => {
      const text = typeof wording === 'function' ? wording('2', '3', '4', '5') : wording
      return [`${name}.${key}`, String(text)] as const
    }),
  )

test('no wording has a word that a villager cannot know', () => {
  const met = wordingsIn('en').filter(([, text]) => jargon.some((one) => one.test(text)))
  expect(met).toEqual([])
})

/*
 * Reading level, by two plain measures. Words in a sentence: what stands between full stops, question marks, colons and
 * semicolons. Syllables of a word: groups of vowels, a silent e at its end left out, at least one. Together they are the
 * school grade of Flesch and Kincaid: 0.39 words a sentence + 11.8 syllables a word - 15.59.
 */
const sentencesOf = (text: string): readonly (readonly string[])[] =>
  text
    .split(/[.?!:;](?=\s|$)|\n/)
    .map((sentence) => sentence.match(/[A-Za-z’'-]*[A-Za-z][A-Za-z’'-]*/g) ?? [])
    .filter((words) => words.length > 0)

const syllablesOf = (word: string): number =>
  Math.max(
    1,
    (
      word
        .toLowerCase()
        .replace(/[^a-z]/g, '')
        .replace(/(?<=[^aeiouy]|[aeiouy][^aeiouy]+)e$/, '')
        .match(/[aeiouy]+/g) ?? []
    ).length,
  )

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0)

const gradeOf = (texts: readonly string[]): number => {
  const sentences = texts.flatMap(sentencesOf)
  const words = sentences.flat()
  return (
    0.39 * (words.length / sentences.length) +
    11.8 * (sum(words.map(syllablesOf)) / words.length) -
    15.59
  )
}

/** Codes of the API and how to check a folder are read by programmers and auditors. */
const forOthers = /^(folderWords)\./

/** What the text of today holds, so that it does not grow harder: it is well below the sixth grade. */
const limits = { all: 2.3, family: 4.1, wordsInSentence: 26 }

test('the English is for six years of school: all of it, each family, each sentence', () => {
  const texts = wordingsIn('en').filter(([key]) => !forOthers.test(key))
  expect(gradeOf(texts.map(([, text]) => text))).toBeLessThan(limits.all)
  const byFamily = Map.groupBy(texts, ([key]) => key.split('.')[0]!)
  const hard = [...byFamily]
    .map(([name, own]) => [name, gradeOf(own.map(([, text]) => text))] as const)
    .filter(([, grade]) => grade > limits.family)
  expect(hard).toEqual([])
  const long = texts.filter(([, text]) =>
    sentencesOf(text).some(({ length }) => length > limits.wordsInSentence),
  )
  expect(long).toEqual([])
})

test('the measure tells a hard sentence from a plain one', () => {
  const plain = ['The box is full. Bring the rest to the bank.']
  const hard = [
    'Notwithstanding the aforementioned provisions, delinquency administration necessitates reconciliation of subsidiary ledgers.',
  ]
  expect(gradeOf(plain)).toBeLessThan(3)
  expect(gradeOf(hard)).toBeGreaterThan(15)
})

/** Wordings that once stood for a term beside its own. */
const instead: Readonly<Partial<Record<keyof typeof khmer, readonly string[]>>> = {
  committee: ['គណៈកម្មការ'],
  record_keeper: ['អ្នកកត់ត្រា', 'អ្នកកាន់សៀវភៅ'],
  auditor: ['អ្នកសវនកម្ម', 'អ្នកត្រួតពិនិត្យ'],
  share: ['ភាគហ៊ុន'],
  savings_beside_shares: ['សន្សំសេរី'],
  loan: ['ប្រាក់កម្ចី'],
  rules: ['លក្ខន្តិកៈ', 'ធម្មនុញ្ញ', 'បទបញ្ជា'],
  donor: ['អ្នកឧបត្ថម្ភ', 'អ្នកផ្តល់ជំនួយ', 'អ្នកផ្ដល់ជំនួយ'],
}

/** What only looks like one of them: interest on a loan; the supervisor of cases. */
const looksAlike = /ការប្រាក់កម្ចី|អ្នកត្រួតពិនិត្យករណី/g

test('Khmer has one wording for a term of the glossary, and no other', () => {
  const text = wordingsIn('km').map(
    ([key, said]) => [key, said.replaceAll(looksAlike, '')] as const,
  )
  for (const [term, others] of Object.entries(instead)) {
    const own = khmer[term as keyof typeof khmer]
    expect(
      text.some(([, said]) => said.includes(own)),
      term,
    ).toBe(true)
    for (const other of others)
      expect(
        text.filter(([, said]) => said.includes(other)),
        `${term}: ${own}, not ${other}`,
      ).toEqual([])
  }
})

/** Terms that Khmer says in each wording in which English says them. */
const always = ['committee', 'interest', 'guarantor', 'social_fund', 'receipt', 'auditor'] as const
/** Terms that it says nearly always: English says "box" of letters, "fund" of what Khmer leaves to the context. */
const mostly = ['fund', 'card', 'loan', 'fine', 'donor', 'box', 'vote'] as const

test('what English calls by a term of the glossary Khmer calls by it too', () => {
  const inKhmer = new Map(wordingsIn('km'))
  const heldBy = (term: keyof typeof english) => {
    const pattern = new RegExp(`\\b${english[term]}s?\\b`, 'i')
    const all = wordingsIn('en').filter(([, text]) => pattern.test(text))
    const without = all.filter(([key]) => !inKhmer.get(key)!.includes(khmer[term]))
    return { without: without.map(([key]) => key), share: 1 - without.length / all.length }
  }
  for (const term of always) expect(heldBy(term).without, term).toEqual([])
  for (const term of mostly) expect(heldBy(term).share, term).toBeGreaterThan(0.84)
})

test('the glossary explains every term of its table, in both languages', () => {
  for (const words of [english, khmer])
    expect(Object.keys(words).filter((key) => key.startsWith('means_'))).toEqual(
      glossaryTerms.map((term) => `means_${term}`),
    )
})
