import type { LocalDate } from '#domain/kernel/dates.ts'
import { nameKeyOf } from '#domain/kernel/names.ts'
import { faultIn } from '#domain/kernel/shape.ts'
import { countries, type Country } from '#domain/network/places.ts'
import { publicName } from '#domain/network/public-texts.ts'
import { type AgencyLine, type ListedAgency, agencyList } from '#src/exchange/agency-list/sheet.ts'
import { type BookFault, fault } from '#src/exchange/paper-book/faults.ts'
import type { Reader } from '#src/exchange/reader.ts'

/** As many agencies as one who checks them can look through. */
const agenciesMax = 200

const codesIn = (text: string | undefined): readonly string[] =>
  (text ?? '')
    .toUpperCase()
    .split(/[^A-Z]+/)
    .filter((one) => one !== '')

const isCountry = (code: string): code is Country => countries.some((one) => one === code)

const isName = (text: string | undefined): boolean =>
  text === undefined || faultIn({ text: publicName }, { text }) === undefined

const lineFaults = (line: AgencyLine, today: LocalDate): readonly BookFault[] => {
  const at = (field: string, code: BookFault['code']) =>
    fault(agencyList.name, { row: line.row, field }, code)
  const { name_km: km, name_latin: latin, since, until, countries: where } = line
  return [
    ...(km === undefined && latin === undefined ? [at('name_latin', 'value-missing')] : []),
    ...((line.list_date ?? today) > today ? [at('list_date', 'date-in-the-future')] : []),
    ...(isName(km) ? [] : [at('name_km', 'name-not-readable')]),
    ...(isName(latin) ? [] : [at('name_latin', 'name-not-readable')]),
    ...(codesIn(where).every(isCountry) ? [] : [at('countries', 'country-not-known')]),
    ...(since !== undefined && until !== undefined && until < since
      ? [at('until', 'list-ends-before-it-begins')]
      : []),
  ]
}

const listedOf = ({ row, ...line }: AgencyLine): ListedAgency => ({
  row,
  ...(line.name_km !== undefined && { km: line.name_km }),
  ...(line.name_latin !== undefined && { latin: line.name_latin }),
  ...(line.licence !== undefined && { number: line.licence }),
  state: line.status ?? 'licensed',
  ...(line.since !== undefined && { since: line.since }),
  ...(line.until !== undefined && { until: line.until }),
  countries: codesIn(line.countries).filter(isCountry),
})

/** By which a line is known again: the Latin name, or where there is none the Khmer one. */
export const listedKey = ({ latin, km }: Pick<ListedAgency, 'latin' | 'km'>): string =>
  nameKeyOf(latin ?? km ?? '')

const twice = (agencies: readonly ListedAgency[]): readonly BookFault[] => {
  const seen = new Set<string>()
  return agencies.flatMap((one) => {
    const key = listedKey(one)
    const isTwice = seen.has(key)
    seen.add(key)
    const field = one.latin === undefined ? 'name_km' : 'name_latin'
    return isTwice ? [fault(agencyList.name, { row: one.row, field }, 'agency-twice')] : []
  })
}

/** A list with its day: its own, or the day on which it was taken in. */
type AgencyList = { readonly agencies: readonly ListedAgency[]; readonly on: LocalDate }

/** The agencies of an official list, CSV or workbook; or all that cannot be read of it, cell by cell. */
export const readAgencyList = async (
  reader: Omit<Reader, 'of'>,
  bytes: Uint8Array,
  today: LocalDate,
): Promise<AgencyList | { readonly faults: readonly BookFault[] }> => {
  const { lines, faults } = await reader.list(agencyList, bytes, 'KHR')
  const read = lines as readonly AgencyLine[]
  const more = faults.length > 0 ? faults : read.flatMap((line) => lineFaults(line, today))
  if (more.length > 0) return { faults: more }
  if (read.length === 0) return { faults: [fault(agencyList.name, {}, 'list-empty')] }
  if (read.length > agenciesMax)
    return { faults: [fault(agencyList.name, {}, 'agencies-too-many')] }
  const agencies = read.map(listedOf)
  const double = twice(agencies)
  const on = read.find(({ list_date: day }) => day !== undefined)?.list_date ?? today
  return double.length > 0 ? { faults: double } : { agencies, on }
}
