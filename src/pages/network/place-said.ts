import {
  type DistrictPlace,
  placeOfCode,
  provinceOfCode,
} from '#domain/network/gazetteer/gazetteer.ts'
import type { Language } from '#src/words/catalogue.ts'
import { directoryWords } from '#src/words/words.ts'

/** The province that a code of the gazetteer lies in; undefined where there is none of that number. */
export const provinceIn = (code: string, language: Language): string | undefined => {
  const found = provinceOfCode(code)
  return found && directoryWords.in(language)[`province_${found}`]
}

const nameIn = ({ latin, km }: DistrictPlace, language: Language): string =>
  language === 'km' ? km : latin

/** The district and the province of a code, as a reader of the language knows them; undefined where the list has no such district. */
export const placeSaid = (code: string, language: Language): string | undefined => {
  const placed = placeOfCode(code)
  if (placed.is === 'unknown') return undefined
  const some = 'among' in placed ? placed.among : [placed.district]
  const names = some.map((one) => nameIn(one, language)).join(' / ')
  return [names, provinceIn(code, language)].filter((one) => one !== undefined).join(', ')
}
