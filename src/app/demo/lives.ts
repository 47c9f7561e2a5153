import type { Chance } from '#src/app/demo/chance.ts'

/** How an invented fund goes, which whoever looks for it should find. */
export const lifeKinds = ['sound', 'late-payers', 'flood', 'late-book', 'silent', 'dead'] as const
export type LifeKind = (typeof lifeKinds)[number]

/** What a fund does, whatever it is called; patterns of fraud will be kinds of their own, with a key beside the database. */
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

/** The kinds stand in each hundred funds in these shares, mixed; where a seed begins in them is its own. */
export const lifeOf = (n: number, begin: number): LifeKind => {
  let left = (n * 37 + begin) % 100
  for (const kind of lifeKinds) {
    if (left < shares[kind]) return kind
    left -= shares[kind]
  }
  return 'sound'
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
