import type { CaseFile } from '#domain/cases/file.ts'
import type { CaseOperations } from '#domain/cases/operations/all.ts'
import type { intake } from '#domain/cases/operations/life.ts'
import { type Language } from '#src/words/catalogue.ts'
import { caseFormWords, caseWords } from '#src/words/words.ts'

type AsksOf<O> = O extends { readonly asks: infer Asks } ? Asks : never
type WordsIn<S> = S extends {
  readonly is: 'word'
  readonly of: readonly (infer Word extends string)[]
}
  ? Word
  : S extends { readonly is: 'list'; readonly each: infer Each }
    ? WordsIn<Each>
    : never
type WordsOf<Asks> = Asks extends unknown
  ? { [K in keyof Asks]: WordsIn<Asks[K]> }[keyof Asks]
  : never
type KeysOf<Asks> = Asks extends unknown ? Extract<keyof Asks, string> : never
type Hidden = 'seen' | 'item'

/** Every wording that the forms of cases need, by what the operations ask: one that is missing does not compile. */
export type CaseFormKeys =
  | `act_${CaseOperations['command']}`
  | `ask_${Exclude<KeysOf<AsksOf<CaseOperations> | typeof intake>, Hidden>}`
  | `say_${WordsOf<AsksOf<CaseOperations> | typeof intake>}`

/** What a word of the rules is called. */
export const caseWord = (language: Language, word: string): string =>
  (caseFormWords.in(language) as Readonly<Record<string, unknown>>)[`say_${word}`] as string

/** What the team calls a case. */
export const codeNameIn = (
  language: Language,
  { codeName: { word, number } }: Pick<CaseFile, 'codeName'>,
): string => `${caseWords.in(language).codeWords[word]} ${number}`
