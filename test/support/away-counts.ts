import type { AwayFigures } from '#domain/fund/meeting/away-figures.ts'
import type { MoreFigures } from '#domain/fund/meeting/away-more.ts'

/*
 * A village counts at its meeting, worked out by hand: 60 are away, 34 women and 26 men; 20 inside the country, 40 abroad: 25
 * in Thailand, 8 in Malaysia, 3 in Korea, 1 in Japan and 3 elsewhere.
 */

const nobody = { nothing: 0, 'to-1': 0, 'to-3': 0, 'over-3': 0, unknown: 0 }

export const moreOfVillage: MoreFigures = {
  corridor: { inside: 20, TH: 25, MY: 8, KR: 3, JP: 1, elsewhere: 3 },
  women: { inside: 12, TH: 14, MY: 6, KR: 1, JP: 0, elsewhere: 1 },
  returned: 7,
  broker: { kin: 4, neighbour: 5, 'sub-agent': 2, stranger: 1, online: 0, unknown: 0 },
  debt: { none: 20, 'paid-back': 15, owes: 22, unknown: 3 },
  sends: { often: 31, sometimes: 17, never: 8, unknown: 4 },
  reason: {
    'contract-over': 2,
    family: 1,
    ill: 1,
    dismissed: 0,
    expelled: 3,
    'own-wish': 0,
    unknown: 0,
  },
  // Of the 25 in Thailand 18 left within three years for their first job there.
  cost: {
    TH: { nothing: 2, 'to-1': 7, 'to-3': 6, 'over-3': 1, unknown: 2 },
    MY: { nothing: 0, 'to-1': 1, 'to-3': 4, 'over-3': 2, unknown: 0 },
    KR: { ...nobody, 'to-3': 3 },
    JP: nobody,
    elsewhere: { ...nobody, unknown: 1 },
  },
  stones: { asked: 14, 'pay-kept': 5, 'papers-kept': 3, 'not-free': 2, hurt: 1, nothing: 6 },
}

export const figuresOfVillage: AwayFigures = {
  total: 60,
  sex: { f: 34, m: 26 },
  age: { 'under-18': 0, '18-24': 22, '25-34': 21, '35-44': 12, '45-up': 4, unknown: 1 },
  mode: {
    agency: 9,
    'state-programme': 3,
    employer: 6,
    'border-pass': 11,
    alone: 17,
    broker: 12,
    unknown: 2,
  },
  work: {
    building: 14,
    factory: 19,
    farm: 10,
    fishing: 2,
    'house-work': 8,
    selling: 5,
    other: 1,
    unknown: 1,
  },
  place: { inside: 20, outside: 40 },
  more: moreOfVillage,
}
