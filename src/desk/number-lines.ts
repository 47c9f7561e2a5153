import type { ShownNumber } from '#src/app/network/numbers.ts'
import type { Language, PartialLanguage } from '#src/words/catalogue.ts'
import { numbersWords } from '#src/words/words.ts'

/** What else is known of a number for an emergency, beside its name: what a call costs, when somebody answers, and in which languages. */
export const linesOfNumber = (
  language: Language,
  { isFree, hours, languages }: Pick<ShownNumber, 'isFree' | 'hours' | 'languages'>,
  also?: PartialLanguage,
): readonly string[] => {
  const words = numbersWords.in(language, also)
  return [
    ...(isFree === undefined ? [] : [isFree ? words.free : words.notFree]),
    ...(hours === undefined ? [] : [hours === '00:00-24:00' ? words.always : hours]),
    ...(languages.length === 0
      ? []
      : [languages.map((one) => words[`language_${one}`]).join(', ')]),
  ]
}
