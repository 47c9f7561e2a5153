import {
  type MoreFigures,
  abroad,
  abuses,
  corridors,
  costBands,
  moreTableNames,
  moreTables,
} from '#domain/fund/meeting/away-more.ts'
import type { Field, Named } from '#src/desk/fields.ts'
import type { Typed } from '#src/http/form-pages.ts'
import { type AwayWords, nameOfLine, nameOfTable } from '#src/pages/meeting/away.ts'

type OfPeople = (words: AwayWords, named: Named, isOptional: boolean) => Field

/** Fields under one heading in a fold: `at` is what their names begin with. */
type Part = {
  readonly at: string
  readonly lines: readonly string[]
  readonly group: string
  readonly fold: string
  readonly label: (line: string) => string
}

const partsOf = (words: AwayWords): readonly Part[] => {
  const named = (table: string) => (line: string) => nameOfLine(words, table, line)
  const { whereFold, lifeFold, backFold, costFold, stonesFold } = words
  const table = (at: (typeof moreTableNames)[number], fold: string): Part => ({
    at,
    lines: moreTables[at],
    group: nameOfTable(words, at),
    fold,
    label: named(at),
  })
  const to = named('corridor')
  return [
    { at: 'corridor', lines: corridors, group: words.table_corridor, fold: whereFold, label: to },
    { at: 'women', lines: corridors, group: words.table_women, fold: whereFold, label: to },
    table('broker', lifeFold),
    table('debt', lifeFold),
    table('sends', lifeFold),
    {
      at: 'back',
      lines: ['returned'],
      group: words.back,
      fold: backFold,
      label: () => words.returned,
    },
    table('reason', backFold),
    ...abroad.map((one): Part => ({
      at: `cost-${one}`,
      lines: costBands,
      group: words.costOf(to(one)),
      fold: costFold,
      label: named('cost'),
    })),
    {
      at: 'stones',
      lines: ['asked', ...abuses],
      group: words.stones,
      fold: stonesFold,
      label: named('stones'),
    },
  ]
}

/** What the meeting may count beyond who is away, fold by fold; all of it may stay empty. */
export const moreFields = (words: AwayWords, people: OfPeople): readonly Field[] =>
  partsOf(words).flatMap(({ at, lines, group, fold, label }) =>
    lines.map((line, i) => {
      const begins = i === 0 && at === 'stones' ? { begins: { text: words.stonesLead } } : {}
      const named = { name: `${at}-${line}`, label: label(line), group, fold, ...begins }
      return people(words, named, true)
    }),
  )

/** What was filled in of it; undefined where nothing was, so that nobody is counted who was not asked for. */
export const moreIn = (of: Typed): MoreFigures | undefined => {
  const counts = (at: string, lines: readonly string[]) =>
    Object.fromEntries(lines.map((line) => [line, Number(of(`${at}-${line}`))]))
  const isTyped = (at: string, lines: readonly string[]): boolean =>
    lines.some((line) => of(`${at}-${line}`) !== '')
  const tables = moreTableNames.map((one) => [one, moreTables[one]] as const)
  const costs = abroad.map((to) => [`cost-${to}`, costBands] as const)
  const stones = ['asked', ...abuses]
  const isCounted = [
    ['corridor', corridors] as const,
    ['women', corridors] as const,
    ['back', ['returned']] as const,
    ['stones', stones] as const,
    ...tables,
    ...costs,
  ].some(([at, lines]) => isTyped(at, lines))
  if (!isCounted) return undefined
  return {
    corridor: counts('corridor', corridors),
    women: counts('women', corridors),
    returned: Number(of('back-returned')),
    ...Object.fromEntries(tables.map(([at, lines]) => [at, counts(at, lines)])),
    cost: Object.fromEntries(abroad.map((to) => [to, counts(`cost-${to}`, costBands)])),
    ...(isTyped('stones', stones) && { stones: counts('stones', stones) }),
  } as MoreFigures
}

/** What does not add up, told at the heading that it stands under. */
export const moreFaultAt = (
  words: AwayWords,
  { code, at }: { readonly code: string; readonly at: string },
): ReadonlyMap<string, string> => {
  const [, , part = '', line = ''] = at.split('/')
  const groups: Readonly<Record<string, string>> = {
    corridor: words.table_corridor,
    women: words.table_women,
    reason: words.table_reason,
    stones: words.stones,
  }
  const group = groups[part] ?? nameOfTable(words, part)
  const said =
    code === 'too-few-stones'
      ? words.tooFewStones
      : code === 'more-than-there-are'
        ? words.moreThanThere(
            part === 'stones' ? words.stones : nameOfLine(words, 'corridor', line),
          )
        : words.notOf(group)
  return new Map([[group, said]])
}
