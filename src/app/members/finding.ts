import { nameKeyOf, nameWordsOf } from '#domain/kernel/names.ts'
import { cardMatches } from '#src/app/desk-day.ts'

/** What somebody is called, in either script; what is not kept is left out. */
export type Called = { readonly khmer?: string | undefined; readonly latin?: string | undefined }

/**
 * Whether somebody is whom a search asks for: by the card, or by each word of it somewhere in the name, in Khmer or in
 * Latin letters. Names are compared by what is seen of them, not by how it was typed.
 */
export const isAskedFor = (
  asked: string,
  { card, name = {} }: { readonly card: string; readonly name?: Called | undefined },
): boolean => {
  if (cardMatches(card, asked)) return true
  const words = nameWordsOf(asked)
  const names = [name.khmer, name.latin].filter((one) => one !== undefined).map(nameKeyOf)
  return words.length > 0 && names.some((key) => words.every((word) => key.includes(word)))
}
