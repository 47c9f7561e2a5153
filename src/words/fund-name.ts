import type { Language } from '#src/words/catalogue.ts'

const isKhmer = (text: string): boolean => /[\u1780-\u17d3]/.test(text)

/**
 * A fund's name in a language. Its people may give it one in both scripts, with a stroke between them: then each page
 * says its own. Any other name is said as it was given.
 */
export const fundNameSaid = (given: string, language: Language): string => {
  const names = given.split(' / ')
  const isInBoth = names.length === 2 && names.filter(isKhmer).length === 1
  return isInBoth ? names.find((name) => isKhmer(name) === (language === 'km'))! : given
}
