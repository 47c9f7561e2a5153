import { expect, test } from 'vitest'
import { awayFault, upcastAway } from '#domain/fund/meeting/away-figures.ts'
import type { MoreFigures } from '#domain/fund/meeting/away-more.ts'
import { figuresOfVillage, moreOfVillage } from '#test/support/away-counts.ts'

const faultOf = (more: Partial<MoreFigures> | object) =>
  awayFault({ ...figuresOfVillage, more: { ...moreOfVillage, ...more } as MoreFigures })

test('a village counts corridors, brokers, debts, money sent, returns, costs and stones, and all of it adds up', () => {
  expect(awayFault(figuresOfVillage)).toBeUndefined()
  const { stones: _, ...withoutStones } = moreOfVillage
  expect(awayFault({ ...figuresOfVillage, more: withoutStones })).toBeUndefined()
})

test.each([
  // Twelve left with a broker, and thirteen brokers are told.
  [{ broker: { ...moreOfVillage.broker, kin: 5 } }, 'table-not-total', '/more/broker'],
  [{ debt: { ...moreOfVillage.debt, owes: 21 } }, 'table-not-total', '/more/debt'],
  [{ sends: { ...moreOfVillage.sends, never: 9 } }, 'table-not-total', '/more/sends'],
  [{ returned: 8 }, 'table-not-total', '/more/reason'],
  // One fewer in the country, one more in Japan: sixty in all, but the meeting counted twenty at home.
  [
    { corridor: { ...moreOfVillage.corridor, inside: 19, JP: 2 } },
    'table-not-total',
    '/more/corridor',
  ],
  [{ women: { ...moreOfVillage.women, TH: 13 } }, 'table-not-total', '/more/women'],
  // Four women in Korea, where three people are; two fewer in Malaysia, one fewer in Thailand.
  [
    { women: { ...moreOfVillage.women, KR: 4, MY: 4, TH: 13 } },
    'more-than-there-are',
    '/more/corridor/KR',
  ],
  [
    { cost: { ...moreOfVillage.cost, JP: { ...moreOfVillage.cost.JP, 'to-1': 2 } } },
    'more-than-there-are',
    '/more/corridor/JP',
  ],
  [{ stones: { ...moreOfVillage.stones!, asked: 9 } }, 'too-few-stones', '/more/stones/asked'],
  [{ stones: { ...moreOfVillage.stones!, hurt: 15 } }, 'more-than-there-are', '/more/stones/hurt'],
  [{ sends: { ...moreOfVillage.sends, never: -8 } }, 'count-not-whole', '/more/sends/never'],
  [{ cost: { ...moreOfVillage.cost, TH: undefined } }, 'count-not-whole', '/more/cost/TH/nothing'],
  [{ returned: 0.5 }, 'count-not-whole', '/more/returned'],
])('what does not add up in %o is named', (more, code, at) => {
  expect(faultOf(more)).toEqual({ code, at })
})

test('ten stones are counted and nine are not, since fewer would tell who dropped them', () => {
  const stones = { ...moreOfVillage.stones!, nothing: 3 }
  expect(faultOf({ stones: { ...stones, asked: 10 } })).toBeUndefined()
  expect(faultOf({ stones: { ...stones, asked: 9 } })).toMatchObject({ code: 'too-few-stones' })
})

test('a count of an older version, without a line for border passes, is read as it was counted', () => {
  const { 'border-pass': _, ...mode } = figuresOfVillage.mode
  const { more: __, ...older } = {
    ...figuresOfVillage,
    mode: { ...mode, alone: 28 },
  } as typeof figuresOfVillage
  const read = upcastAway(older)
  expect(read.mode).toEqual({ ...mode, alone: 28, 'border-pass': 0 })
  expect(awayFault(read)).toBeUndefined()
  expect(read.more).toBeUndefined()
})
