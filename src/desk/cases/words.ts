import type { CaseFile } from '#domain/cases/file.ts'
import type { CaseOperations } from '#domain/cases/operations/all.ts'
import { costPayers } from '#domain/cases/operations/costs.ts'
import type { intake } from '#domain/cases/operations/life.ts'
import {
  type ReferralKind,
  officialKinds,
  referralKinds,
} from '#domain/cases/operations/referrals.ts'
import { type CostItem, costItems } from '#domain/network/roads/costs.ts'
import { type Language } from '#src/words/catalogue.ts'
import {
  caseAskWords,
  caseFormWords,
  caseSayWords,
  caseCostWords,
  caseWords,
  directoryWords,
  roadWords,
} from '#src/words/words.ts'

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

type Asked = AsksOf<Exclude<CaseOperations, { readonly command: 'GiveAnswers' }>> | typeof intake
/** What asks for words that stand here; kinds of service stand in the directory, and costs with the roads. */
type AskedHere =
  | AsksOf<Exclude<CaseOperations, { readonly command: 'OfferReferral' | 'AddCost' | 'TellOfFee' }>>
  | typeof intake

/** Every wording that the forms of cases need, by what the operations ask: one that is missing does not compile. */
type ActKeys = `act_${CaseOperations['command']}`
type AskKeys = `ask_${Exclude<KeysOf<Asked>, Hidden>}`
type OfficialKind = (typeof officialKinds)[number]
type SayKeys = `say_${WordsOf<AskedHere> | OfficialKind}`

const acts = (language: Language): Readonly<Record<ActKeys, string>> => caseFormWords.in(language)
const asks = (language: Language): Readonly<Record<AskKeys, string>> => caseAskWords.in(language)
const says = (language: Language): Readonly<Record<SayKeys, string>> => caseSayWords.in(language)

/** What something that can be done with a case is called. */
export const caseActName = (language: Language, command: string): string =>
  acts(language)[`act_${command}` as ActKeys]

/** What is asked for under a name of the rules. */
export const caseAskName = (language: Language, name: string): string =>
  asks(language)[`ask_${name}` as AskKeys]

/** What a word of the rules is called. */
export const caseWord = (language: Language, word: string): string =>
  says(language)[`say_${word}` as SayKeys]

const isOfficial = (kind: ReferralKind): kind is OfficialKind =>
  (officialKinds as readonly string[]).includes(kind)

/** What a kind of referral is called: a service as in the directory. */
export const referralWord = (language: Language, kind: ReferralKind): string =>
  isOfficial(kind) ? caseWord(language, kind) : directoryWords.in(language)[`kind_${kind}`]

/** What a word of one of the lists of the rules is called. */
export const wordOfList = (language: Language, word: string, of: readonly string[]): string => {
  if (of === referralKinds) return referralWord(language, word as ReferralKind)
  if (of === costItems) return roadWords.in(language)[`cost_${word as CostItem}`]
  return of === costPayers
    ? caseCostWords.in(language)[`paid_${word as (typeof costPayers)[number]}`]
    : caseWord(language, word)
}

/** What the team calls a case. */
export const codeNameIn = (
  language: Language,
  { codeName: { word, number } }: Pick<CaseFile, 'codeName'>,
): string => `${caseWords.in(language).codeWords.split('. ')[word]} ${number}`
