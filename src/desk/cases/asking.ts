import { type CaseFile } from '#domain/cases/file.ts'
import type { AnyCaseOperation } from '#domain/cases/operation.ts'
import { decimalsOf, isCurrency } from '#domain/kernel/money.ts'
import type { Shape, Shapes } from '#domain/kernel/shape.ts'
import { dateField } from '#src/desk/day-fields.ts'
import {
  type Choice,
  type Field,
  choiceField,
  choicesOf,
  countField,
  faultsAll,
  lineField,
  tickField,
} from '#src/desk/fields.ts'
import type { Language } from '#src/words/catalogue.ts'
import { caseAskName, caseWord, wordOfList } from '#src/desk/cases/words.ts'
import { caseFormWords } from '#src/words/words.ts'

/** What a form of a case is drawn from beside its shapes. */
export type CaseDesk = {
  readonly language: Language
  /** Of a case that is open; none at the first talk. */
  readonly file?: CaseFile
  /** What may be chosen where a field names something that is kept elsewhere, by the field's name. */
  readonly choices: Readonly<Record<string, readonly Choice[]>>
  /** Fields that may stay empty on the form, because another one says the same. */
  readonly loose?: readonly string[]
}

type Asked = { readonly fields: readonly Field[]; readonly value: (of: Typed) => unknown }
type Typed = (name: string) => string
type Named = {
  readonly name: string
  readonly label: string
  readonly isOptional: boolean
  readonly hint?: string
}

/** So many words stand open; more are a list. */
const radiosMax = 6

/** The longest that a line may be, as its shape says it. */
const longestOf = (pattern: string): number => Number(/,(\d+)\}/.exec(pattern)?.[1] ?? 80)

const hidden = ['seen', 'item']

type Maker = (desk: CaseDesk, named: Named, shape: Shape) => Asked

const one = ({ name }: Named, field: Field, value: (text: string) => unknown): Asked => ({
  fields: [field],
  value: (of) => (of(name) === '' ? undefined : value(of(name))),
})

const chosen = (desk: CaseDesk, named: Named, choices: readonly Choice[]): Asked => {
  const as = choices.length > radiosMax || named.isOptional ? 'list' : 'radios'
  const fault = caseFormWords.in(desk.language).choose
  return one(named, choiceField({ ...named, choices, fault, as }), (text) => text)
}

const counted: Maker = ({ language }, named, shape) => {
  const mayBeZero = !('min' in shape) || shape.min === 0
  const faults = faultsAll(caseFormWords.in(language).noNumber)
  return one(named, countField({ ...named, faults, mayBeZero }), Number)
}

const written: Maker = ({ language }, named, shape) => {
  const pattern = shape.is === 'text' ? shape.pattern : '^.{1,80}$'
  const lengthMax = longestOf(pattern)
  const rule = new RegExp(pattern, 'u')
  const field = lineField({
    ...named,
    rule: (text) => (rule.test(text) ? text : undefined),
    fault: caseFormWords.in(language).noLine(lengthMax),
    keepsTyped: true,
    lengthMax,
  })
  return one(named, field, (text) => text)
}

const ticked: Maker = ({ language }, { name, label, isOptional }, shape) => {
  const words = caseFormWords.in(language)
  const mustBe = shape.is === 'mark' && !isOptional ? { fault: words.tickIt } : {}
  return {
    fields: [tickField({ name, label, said: words.yes, ...mustBe })],
    value: (of) =>
      shape.is === 'yes-or-no' ? of(name) === 'yes' : of(name) === 'yes' || undefined,
  }
}

const several: Maker = ({ language }, { name, label }, shape) => {
  const of = shape.is === 'list' && shape.each.is === 'word' ? shape.each.of : []
  const each = of.map((word) => ({ word, field: `${name}-${word}` }))
  return {
    fields: each.map((tick) =>
      tickField({
        name: tick.field,
        label: caseWord(language, tick.word),
        said: caseFormWords.in(language).yes,
        group: label,
      }),
    ),
    value: (typed) => each.flatMap(({ word, field }) => (typed(field) === 'yes' ? [word] : [])),
  }
}

const wordsIn = (shape: Shape): readonly string[] => (shape.is === 'word' ? shape.of : [])

const makers: Readonly<Partial<Record<Shape['is'], Maker>>> = {
  word: (desk, named, shape) =>
    chosen(
      desk,
      named,
      choicesOf(wordsIn(shape), (word) => wordOfList(desk.language, word, wordsIn(shape))),
    ),
  'yes-or-no': ticked,
  mark: ticked,
  list: several,
  day: (desk, named) =>
    one(
      named,
      dateField(desk, { ...named, fault: caseFormWords.in(desk.language).noDay }),
      (text) => text,
    ),
  sum: counted,
  whole: counted,
  'any-whole': counted,
}

const ask: Maker = (desk, named, shape) => {
  const offered = desk.choices[named.name]
  return offered ? chosen(desk, named, offered) : (makers[shape.is] ?? written)(desk, named, shape)
}

/** What a sum that is typed in whole dollars or baht is kept in, by the currency that is chosen beside it. */
const unitsIn = (currency: unknown): number =>
  isCurrency(currency) ? 10 ** decimalsOf(currency) : 1

const inUnits = (asks: Shapes, said: Readonly<Record<string, unknown>>): object =>
  Object.fromEntries(
    Object.entries(said).map(([name, value]) => [
      name,
      asks[name]?.is === 'sum' ? Number(value) * unitsIn(said['currency']) : value,
    ]),
  )

/** The fields of some shapes, and what was typed into them as the rules read it; whatever was left empty is left out. */
export const askedOf = (
  desk: CaseDesk,
  asks: Shapes,
): { readonly fields: readonly Field[]; readonly said: (of: Typed) => object } => {
  const words = caseFormWords.in(desk.language)
  const all = Object.entries(asks)
    .filter(([name]) => !hidden.includes(name))
    .map(([name, shape]) => {
      const isOptional = shape.isOptional === true || desk.loose?.includes(name) === true
      const label = caseAskName(desk.language, name)
      const hint = isOptional ? words.mayBeEmpty : undefined
      const asked = ask(desk, { name, label, isOptional, ...(hint ? { hint } : {}) }, shape)
      return { name, asked }
    })
  return {
    fields: all.flatMap(({ asked }) => asked.fields),
    said: (of) =>
      inUnits(
        asks,
        Object.fromEntries(
          all.flatMap(({ name, asked }) => {
            const value = asked.value(of)
            return value === undefined ? [] : [[name, value] as const]
          }),
        ),
      ),
  }
}

/** What stands in a form before anybody has filled it in: what was said last. */
export const saidBefore = (
  { asks, writes, name }: Pick<AnyCaseOperation, 'asks' | 'writes' | 'name'>,
  file: CaseFile,
): Readonly<Record<string, string>> => {
  const value = writes === 'fact' ? file.facts[name]?.value : undefined
  if (!value) return {}
  return Object.fromEntries(
    Object.entries(asks).flatMap(([field, shape]) => {
      const said = value[field]
      if (said === undefined || said === false) return []
      if (shape.is === 'list')
        return (said as readonly string[]).map((word) => [`${field}-${word}`, 'yes'] as const)
      if (shape.is === 'sum')
        return [[field, String(Number(said) / unitsIn(value['currency']))] as const]
      return [[field, said === true ? 'yes' : String(said)] as const]
    }),
  )
}
