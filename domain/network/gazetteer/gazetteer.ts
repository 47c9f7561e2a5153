import { type LocalDate } from '#domain/kernel/dates.ts'
import { type Province, provinces } from '#domain/network/places.ts'
import { districtLines } from '#domain/network/gazetteer/districts.ts'
import { found } from '#domain/network/register/search.ts'

/** The list that names and codes are of. A newer one is a change of the code, with its day. */
export const gazetteerOf = {
  publisher: 'National Committee for Sub-National Democratic Development',
  on: '2024-10-14' satisfies LocalDate,
} as const

const kinds = { s: 'srok', k: 'krong', n: 'khan' } as const
export type DistrictKind = (typeof kinds)[keyof typeof kinds]

/** A district by its code of four digits, with its name in both scripts. */
export type DistrictPlace = {
  readonly code: string
  readonly kind: DistrictKind
  readonly latin: string
  readonly km: string
}

const districtOfLine = (line: string): DistrictPlace => {
  const [, code, kind, latin, km] = /^(\d{4}) ([skn]) (.+) = (.+)$/u.exec(line)!
  return { code: code!, kind: kinds[kind as keyof typeof kinds], latin: latin!, km: km! }
}

/** All districts in the order of their codes. */
export const districts: readonly DistrictPlace[] = districtLines
  .trim()
  .split('\n')
  .map(districtOfLine)

const byCode = new Map(districts.map((one) => [one.code, one]))

/** Codes of districts that are no more, with what they became: what was written under them keeps its place. */
const formerCodes: Readonly<Record<string, { readonly now: readonly string[] } | undefined>> = {
  // Tboung Khmum became a province of its own on 31 December 2013; until then it was a part of Kampong Cham.
  '0304': { now: ['2501'] },
  '0309': { now: ['2502'] },
  '0310': { now: ['2503'] },
  '0311': { now: ['2504'] },
  '0312': { now: ['2505'] },
  '0316': { now: ['2507'] },
  '0317': { now: ['2506'] },
  // Odongk was divided by a sub-decree of 23 December 2022.
  '0505': { now: ['0509', '0510'] },
}

/**
 * Districts that were cut out of others, whose codes stand on: a village of an older code may lie in the younger one. Found by
 * holding the names of communes of the list against those of a list of 197 districts; the three of 2013 are from the newspapers
 * of those days.
 */
const cutFrom: Readonly<Record<string, readonly string[]>> = {
  '0214': ['0206'],
  '0609': ['0601'],
  '0709': ['0707'],
  '0812': ['0804'],
  '0813': ['0803', '0806'],
  '1007': ['1004'],
  '1210': ['1207'],
  '1211': ['1208', '1209'],
  '1212': ['1206'],
  '1213': ['1201'],
  '1214': ['1209', '1205'],
  '1507': ['1501', '1504'],
  '1715': ['1703', '1709'],
  '1805': ['1801'],
  '1806': ['1802'],
  '1906': ['1905'],
}

/**
 * Where a code of the gazetteer lies. `named`: the district is in the list. `moved`: its district has another code now.
 * `split`: it was divided, or another was cut out of it, so that a person who knows the village says which one it is.
 * `unknown`: the list has no such district.
 */
export type PlacedCode =
  | { readonly is: 'named' | 'moved'; readonly district: DistrictPlace }
  | { readonly is: 'split'; readonly among: readonly DistrictPlace[] }
  | { readonly is: 'unknown' }

const named = (codes: readonly string[]): readonly DistrictPlace[] =>
  codes.flatMap((code) => byCode.get(code) ?? [])

/** The district of a village's code, of its commune's or of its own. */
export const placeOfCode = (code: string): PlacedCode => {
  const own = code.slice(0, 4)
  const among = named(formerCodes[own]?.now ?? [])
  if (among.length > 1) return { is: 'split', among }
  if (among.length === 1) return { is: 'moved', district: among[0]! }
  const district = byCode.get(own)
  return district ? { is: 'named', district } : { is: 'unknown' }
}

/** A district by its code of four digits. */
export const districtNamed = (code: string): DistrictPlace | undefined => byCode.get(code)

/** Districts that were cut out of one whose code stands on. */
export const cutOutOf = (code: string): readonly DistrictPlace[] =>
  named(Object.keys(cutFrom).filter((young) => cutFrom[young]!.includes(code)))

/** The province that a code lies in today; undefined where there is none of that number. */
export const provinceOfCode = (code: string): Province | undefined => {
  const placed = placeOfCode(code)
  const today = 'district' in placed ? placed.district.code : code
  return provinces.find((one) => today.startsWith(one))
}

/** A code as it circulates: digits, and the zero that spreadsheets drop before those of the first nine provinces. */
export const codeWithZero = (typed: string): string | undefined => {
  const digits = /^\d{1,8}$/.exec(typed.trim())?.[0]
  return digits === undefined ? undefined : digits.length % 2 === 0 ? digits : `0${digits}`
}

/** Words that say of what kind a place is; whoever looks for it may have typed them before the name. */
const kindWords = /^(srok|krong|khan|ស្រុក|ក្រុង|ខណ្ឌ)\s*/iu

/**
 * Districts by what somebody typed: a code, or a name in either script, with a slip or another Latin spelling. The best come
 * first; a code finds by how it begins.
 */
export const districtsFor = (typed: string): readonly DistrictPlace[] => {
  const code = codeWithZero(typed)
  if (code !== undefined) {
    const placed = placeOfCode(code)
    if (placed.is === 'moved') return [placed.district]
    if (placed.is === 'split') return placed.among
    return districts.filter((one) => one.code.startsWith(code.slice(0, 4)))
  }
  const rows = districts.map((district) => ({
    district,
    names: [district.latin, district.km],
    phones: [],
  }))
  return found(rows, typed.trim().replace(kindWords, '')).map(({ district }) => district)
}
