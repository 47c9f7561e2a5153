import {
  type DistrictPlace,
  districtNamed,
  districts,
} from '#domain/network/gazetteer/gazetteer.ts'
import { type Field, type Choice, lineField } from '#src/desk/fields.ts'
import { provinceIn } from '#src/pages/network/place-said.ts'
import type { Language } from '#src/words/catalogue.ts'
import { latinDigits } from '#src/words/locale.ts'

/*
 * A place by its code of the national list. Whoever does not know it types the name of the district, in either script: the
 * browser offers the codes that it finds, in the field itself, so that no page grows by it.
 */

const [districtLength, villageLength] = [4, 8]

type Asked = { readonly label: string; readonly hint: string }

const choiceOf =
  (language: Language) =>
  ({ code, latin, km }: DistrictPlace): Choice => ({
    value: code,
    label: code,
    meaning: `${latin}, ${km}, ${provinceIn(code, language) ?? ''}`,
  })

/** All its digits: what lacks one may lack any of them. */
const codeTyped = (text: string, length: number): string | undefined => {
  const code = latinDigits(text)
  return /^\d+$/.test(code) && code.length === length ? code : undefined
}

/** A district by its code, or by its whole name where no other one is called so. */
const districtTyped = (text: string): string | undefined => {
  const typed = text.toLowerCase()
  const named = districts.filter(({ latin, km }) => latin.toLowerCase() === typed || km === text)
  return codeTyped(text, districtLength) ?? (named.length === 1 ? named[0]!.code : undefined)
}

/** The field of a district. */
export const districtField = (
  language: Language,
  asked: Asked & { readonly fault: string },
): Field =>
  lineField({
    ...asked,
    name: 'district',
    rule: districtTyped,
    people: districts.map(choiceOf(language)),
  })

/** The field of a village: its code begins with that of its district, which the field finds by name. */
export const villageField = (
  language: Language,
  {
    fault,
    faultDistrict,
    ...asked
  }: Asked & { readonly fault: string; readonly faultDistrict: (district: string) => string },
): Field =>
  lineField({
    ...asked,
    name: 'villageCode',
    rule: (text) => codeTyped(text, villageLength),
    fault: (text) => {
      const district = districtNamed(districtTyped(text) ?? '')
      return district ? faultDistrict(language === 'km' ? district.km : district.latin) : fault
    },
    people: districts.map(choiceOf(language)),
    keepsTyped: true,
  })
