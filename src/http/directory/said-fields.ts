import { countries, spokenLanguages } from '#domain/network/places.ts'
import { type Field, choiceField, choicesOf, lineField, tickField } from '#src/desk/fields.ts'
import type { Typed } from '#src/http/form-pages.ts'
import { latinDigits } from '#domain/kernel/money.ts'
import { faultIn, type Shape } from '#domain/kernel/shape.ts'
import type { Language } from '#src/words/catalogue.ts'
import { numbersWords } from '#src/words/words.ts'

/** A line that a shape of the rules takes: the one check is theirs. */
export const shapeLine = ({
  shape,
  ...named
}: Omit<Parameters<typeof lineField>[0], 'rule' | 'keepsTyped'> & {
  readonly shape: Shape
}): Field =>
  lineField({
    ...named,
    keepsTyped: true,
    rule: (line) => (faultIn({ line: shape }, { line }) === undefined ? line : undefined),
  })

/** Digits of either script. */
export const phoneLine = (named: Parameters<typeof shapeLine>[0]): Field => {
  const field = shapeLine({ ...named, inputmode: 'decimal', lengthMax: 20 })
  return { ...field, read: (text) => field.read(latinDigits(text)) }
}

export const countryField = (language: Language): Field => {
  const words = numbersWords.in(language)
  return choiceField({
    name: 'country',
    label: words.country,
    choices: choicesOf(countries, (one) => words[`country_${one}`]),
    fault: words.choose,
  })
}

/** Several of a list, each with a box of its own. */
export const ticksOf = <Value extends string>(
  name: string,
  {
    values,
    label,
    ...more
  }: {
    readonly values: readonly Value[]
    readonly label: (value: Value) => string
    readonly fold: string
  },
): readonly Field[] =>
  values.map((value) =>
    tickField({
      name: `${name}-${value}`,
      label: label(value),
      said: label(value),
      ...more,
    }),
  )

export const tickedOf = <Value extends string>(
  name: string,
  values: readonly Value[],
  of: Typed,
): readonly Value[] => values.filter((value) => of(`${name}-${value}`) === 'yes')

export const languageTicks = (language: Language): readonly Field[] => {
  const words = numbersWords.in(language)
  return ticksOf('language', {
    values: spokenLanguages,
    label: (one) => words[`language_${one}`],
    fold: words.spoken,
  })
}

/** What was left empty is not said. */
export const unlessEmpty = <Name extends string>(name: Name, text: string) =>
  (text === '' ? {} : { [name]: text }) as { readonly [N in Name]?: string }
