import { money } from '#src/words/km/money.ts'
import { number } from '#src/words/km/number.ts'
import { type Money, moneyInWords } from '#src/words/money-words.ts'

/** What the clips of number words are called, in the order of `clipWords`. */
export const clipNames: readonly string[] =
  'zero one two three four five ten twenty thirty forty fifty sixty seventy eighty ninety hundred-thousand ten-thousand thousand hundred million riel dollar baht dong kip kyat cent satang minus'.split(
    ' ',
  )

/**
 * What each clip says, as the catalogue of Khmer writes it; none begins with another. It is asked anew each time, because words
 * of a phone come after its script.
 */
export const clipWords = (): readonly string[] => [
  number.zero,
  ...number.small.slice(1, 6),
  ...number.tens.slice(1),
  ...number.places.map(([, word]) => word),
  number.million,
  ...[...Object.values(money.units), ...Object.values(money.parts)].map(({ one }) => one),
  money.minus.trim(),
]

/**
 * The clips that say a sum in Khmer, one after the other, by their names. They are read off the sum in words, so that what is
 * heard is what is written; undefined where it has no words.
 */
export const clipsOf = (sum: Money): readonly string[] | undefined => {
  const words = clipWords()
  const text = moneyInWords(sum, 'km').replaceAll(/\s/g, '')
  const heard = text.match(new RegExp(words.join('|'), 'g')) ?? []
  return heard.join('') === text ? heard.map((word) => clipNames[words.indexOf(word)]!) : undefined
}
