import type { AwayFigures } from '#domain/fund/meeting/away-figures.ts'
import type { CountedVillage } from '#domain/statistics/away-tables.ts'

/* Twelve invented villages that counted, in two sorts: near the border, and in the plain. */

const nobody = { nothing: 0, 'to-1': 0, 'to-3': 0, 'over-3': 0, unknown: 0 }

const nearBorder: AwayFigures = {
  total: 84,
  sex: { f: 44, m: 40 },
  age: { 'under-18': 2, '18-24': 27, '25-34': 30, '35-44': 16, '45-up': 7, unknown: 2 },
  mode: {
    agency: 12,
    'state-programme': 0,
    employer: 9,
    'border-pass': 26,
    alone: 14,
    broker: 20,
    unknown: 3,
  },
  work: {
    building: 24,
    factory: 21,
    farm: 20,
    fishing: 4,
    'house-work': 7,
    selling: 6,
    other: 1,
    unknown: 1,
  },
  place: { inside: 18, outside: 66 },
  more: {
    corridor: { inside: 18, TH: 54, MY: 7, KR: 2, JP: 0, elsewhere: 3 },
    women: { inside: 11, TH: 26, MY: 5, KR: 0, JP: 0, elsewhere: 2 },
    returned: 11,
    broker: { kin: 6, neighbour: 8, 'sub-agent': 2, stranger: 3, online: 1, unknown: 0 },
    debt: { none: 26, 'paid-back': 21, owes: 34, unknown: 3 },
    sends: { often: 43, sometimes: 24, never: 12, unknown: 5 },
    reason: {
      'contract-over': 1,
      family: 2,
      ill: 1,
      dismissed: 1,
      expelled: 5,
      'own-wish': 1,
      unknown: 0,
    },
    cost: {
      TH: { nothing: 5, 'to-1': 18, 'to-3': 13, 'over-3': 4, unknown: 3 },
      MY: { ...nobody, 'to-1': 1, 'to-3': 3, 'over-3': 1 },
      KR: { ...nobody, 'to-3': 1 },
      JP: nobody,
      elsewhere: { ...nobody, unknown: 2 },
    },
    stones: { asked: 22, 'pay-kept': 8, 'papers-kept': 5, 'not-free': 4, hurt: 3, nothing: 9 },
  },
}

const inPlain: AwayFigures = {
  total: 61,
  sex: { f: 35, m: 26 },
  age: { 'under-18': 1, '18-24': 22, '25-34': 21, '35-44': 11, '45-up': 5, unknown: 1 },
  mode: {
    agency: 17,
    'state-programme': 7,
    employer: 14,
    'border-pass': 2,
    alone: 9,
    broker: 11,
    unknown: 1,
  },
  work: {
    building: 12,
    factory: 27,
    farm: 5,
    fishing: 1,
    'house-work': 9,
    selling: 5,
    other: 1,
    unknown: 1,
  },
  place: { inside: 29, outside: 32 },
  more: {
    corridor: { inside: 29, TH: 13, MY: 8, KR: 7, JP: 2, elsewhere: 2 },
    women: { inside: 18, TH: 6, MY: 7, KR: 2, JP: 1, elsewhere: 1 },
    returned: 6,
    broker: { kin: 3, neighbour: 4, 'sub-agent': 3, stranger: 0, online: 1, unknown: 0 },
    debt: { none: 27, 'paid-back': 17, owes: 15, unknown: 2 },
    sends: { often: 36, sometimes: 15, never: 7, unknown: 3 },
    reason: {
      'contract-over': 3,
      family: 1,
      ill: 1,
      dismissed: 0,
      expelled: 1,
      'own-wish': 0,
      unknown: 0,
    },
    cost: {
      TH: { nothing: 2, 'to-1': 4, 'to-3': 3, 'over-3': 1, unknown: 1 },
      MY: { ...nobody, 'to-1': 1, 'to-3': 4, 'over-3': 2 },
      KR: { ...nobody, 'to-3': 4, 'over-3': 2 },
      JP: { ...nobody, 'over-3': 1 },
      elsewhere: { ...nobody, unknown: 1 },
    },
    stones: { asked: 14, 'pay-kept': 3, 'papers-kept': 2, 'not-free': 1, hurt: 1, nothing: 8 },
  },
}

const village =
  (figures: AwayFigures) =>
  (district: string): CountedVillage => ({
    province: district.slice(0, 2),
    district,
    figures,
  })

export const practiceVillages: readonly CountedVillage[] = [
  ...['0110', '0110', '0105', '1702', '1702', '1702'].map(village(nearBorder)),
  ...['1706', '1706', '1706', '1401', '1401', '1409'].map(village(inPlain)),
]

const due = (to: string, count: number, answered?: string) =>
  Array.from({ length: count }, () => ({
    to,
    dueOn: '2026-05-11',
    ...(answered === undefined ? {} : { answer: { on: answered } }),
  }))

/** Invented letters of a quarter: what was answered in time, late, or not. */
export const practiceLetters = [
  ...due('agency', 9, '2026-05-09'),
  ...due('agency', 7),
  ...due('labour-ministry', 6, '2026-05-30'),
  ...due('labour-ministry', 8),
  ...due('embassy', 6, '2026-05-02'),
]
