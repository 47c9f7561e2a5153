import type { Chance } from '#src/app/demo/chance.ts'
import { type FraudKind, fraudKinds } from '#src/app/demo/frauds.ts'

/** How an invented fund goes, which whoever looks for it should find. */
export const lifeKinds = ['sound', 'late-payers', 'flood', 'late-book', 'silent', 'dead'] as const
export type LifeKind = (typeof lifeKinds)[number]

/** What a fund does, whatever it is called. What somebody in it does to it is another matter, and stands in the key alone. */
export type Life = {
  /** So many of a hundred instalments are left out. */
  readonly missed: number
  /** Days after the meeting on which the book is filled in. */
  readonly writtenAfter: number
  /** So many of the last meetings were not held, nor anything after them. */
  readonly meetingsMissing: (all: number) => number
  readonly hasFlood: boolean
}

const sound: Life = { missed: 4, writtenAfter: 0, meetingsMissing: () => 0, hasFlood: false }

export const lives: Readonly<Record<LifeKind, Life>> = {
  sound,
  'late-payers': { ...sound, missed: 45 },
  flood: { ...sound, hasFlood: true, missed: 10 },
  'late-book': { ...sound, writtenAfter: 40 },
  silent: { ...sound, meetingsMissing: (all) => Math.min(Math.ceil(all / 4), 4) },
  dead: { ...sound, missed: 70, meetingsMissing: (all) => Math.ceil(all / 2) },
}

/** Of a hundred funds so many are of each kind. */
const shares: Readonly<Record<LifeKind, number>> = {
  sound: 62,
  'late-payers': 14,
  flood: 10,
  'late-book': 6,
  silent: 5,
  dead: 3,
}

/**
 * The kinds stand in each hundred funds in these shares, mixed; where a seed begins in them is its own. In a hundred there is one
 * fund of each kind of fraud, which goes like a sound one until somebody begins.
 */
export const lifeOf = (
  n: number,
  begin: number,
): { readonly kind: LifeKind; readonly fraud: FraudKind | undefined } => {
  const place = (n * 37 + begin) % 100
  const fraud = fraudKinds[place]
  let left = place
  for (const kind of lifeKinds) {
    if (left < shares[kind]) return { kind, fraud }
    left -= shares[kind]
  }
  return { kind: 'sound', fraud }
}

/** Words of which names of villages are made, in both scripts; with the number behind it none is a village that there is. */
const words = {
  first: [
    ['ត្រពាំង', 'Trapeang'],
    ['ព្រែក', 'Prek'],
    ['បឹង', 'Boeng'],
    ['ទួល', 'Tuol'],
    ['ស្ទឹង', 'Stueng'],
    ['ភ្នំ', 'Phnom'],
    ['អូរ', 'Ou'],
    ['កោះ', 'Kaoh'],
  ],
  second: [
    ['ឈូក', 'Chhuk'],
    ['ស្វាយ', 'Svay'],
    ['ចេក', 'Chek'],
    ['ឫស្សី', 'Ruessei'],
    ['ថ្ម', 'Thma'],
    ['ដូង', 'Dong'],
    ['ក្របី', 'Krabei'],
    ['ត្រី', 'Trei'],
  ],
} as const

export const inventedName = (chance: Chance, n: number): string => {
  const [first, second] = [chance.oneOf(words.first), chance.oneOf(words.second)]
  return `${first[0]}${second[0]} ${n} / ${first[1]} ${second[1]} ${n}`
}
