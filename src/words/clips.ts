import { spokenWords } from '#src/words/spoken-words.ts'
import { type Money, moneyInWords } from '#src/words/money-words.ts'

/** Longer words first: six is five-one, but the first sounds of a longer word may be a shorter one's. */
const byLength = spokenWords.toSorted(([, one], [, other]) => other.length - one.length)

/**
 * The clips that say a sum in Khmer, one after the other: the names of `spokenWords`. They are read off the sum in words, so
 * that what is heard is what is written; undefined where it has no words.
 */
export const clipsOf = (money: Money): readonly string[] | undefined => {
  const names: string[] = []
  let rest = moneyInWords(money, 'km').replaceAll(/\s/g, '')
  while (rest !== '') {
    const found = byLength.find(([, word]) => rest.startsWith(word))
    if (!found) return undefined
    names.push(found[0])
    rest = rest.slice(found[1].length)
  }
  return names
}
