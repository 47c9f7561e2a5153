import { expect, test } from 'vitest'
import { readStatus, sourceOf, wordFiles, wordingsOf } from '#test/support/words-read.ts'

const filesOf = (language: string): readonly string[] =>
  wordFiles.filter((file) => file.startsWith(`${language}/`))

test('every English wording has been read, and every Khmer one is a draft', () => {
  const unread = filesOf('en').map((file) => [file, readStatus(file).draft])
  expect(unread.filter(([, names]) => names!.length > 0)).toEqual([])
  const read = filesOf('km').map((file) => [file, readStatus(file).read])
  expect(read.filter(([, names]) => names!.length > 0)).toEqual([])
})

test('every file of English words has one of Khmer words, and wordings are found in both', () => {
  expect(filesOf('km')).toEqual(filesOf('en').map((file) => file.replace('en/', 'km/')))
  for (const file of wordFiles) expect(wordingsOf(sourceOf(file)).size, file).toBeGreaterThan(0)
})

const changed = (file: string, from: string, to: string): readonly string[] => {
  const text = sourceOf(file)
  expect(text.split(from)).toHaveLength(2)
  return readStatus(
    file,
    text.replace(from, () => to),
  ).draft
}

test('a wording that is changed loses its review, and no other does', () => {
  expect(changed('en/asking', "'See the price'", "'See the cost'")).toEqual(['asking.seePrice'])
  expect(changed('en/asking', '`Paid off: ${kind}`', '`${kind}, paid off`')).toEqual([
    'asking.lender',
  ])
  expect(changed('en/asking', '  seePrice:', '  seeThePrice:')).toEqual(['asking.seeThePrice'])
  expect(changed('en/quote', "'more' : 'less'", "'above' : 'less'")).toEqual(['more'])
})

test('neither layout nor types cost a wording its review', () => {
  expect(changed('en/asking', "'See the price'", "\n    ('See the price')")).toEqual([])
  expect(changed('en/asking', '(kind: string) =>', '(kind: string | null): string =>')).toEqual([])
})
