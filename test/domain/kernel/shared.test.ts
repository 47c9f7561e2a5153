import fc from 'fast-check'
import { expect, test } from 'vitest'
import { mapWith } from '#domain/kernel/layers.ts'
import { type ListOf, listWith, newsIn, putTogether } from '#domain/kernel/list-of.ts'

const step = fc.record({ of: fc.nat(), more: fc.array(fc.nat(9), { maxLength: 3 }) })

test('a list that follows on any other has its lines and the new ones, and the other stays as it was', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
      const [lists, plain]: [ListOf<number>[], number[][]] = [[[]], [[]]]
      for (const { of, more } of steps) {
        const at = of % lists.length
        lists.push(listWith(lists[at]!, more))
        plain.push([...plain[at]!, ...more])
        expect(lists.map((one) => [...one])).toEqual(plain)
        expect(lists.map((one) => one.length)).toEqual(plain.map((one) => one.length))
        expect(lists.map((one) => one.at(-1))).toEqual(plain.map((one) => one.at(-1)))
      }
      const even = (n: number): boolean => n % 2 === 0
      expect(lists.map((one) => one.filter(even))).toEqual(plain.map((one) => one.filter(even)))
      expect(JSON.stringify(lists)).toBe(JSON.stringify(plain))
    }),
  )
})

test('what a list has more than another is told of one that it follows on, and of no other', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 20 }), (steps) => {
      const lists: ListOf<number>[] = [listWith([], [])]
      for (const { of, more } of steps) lists.push(listWith(lists[of % lists.length]!, more))
      for (const before of lists)
        for (const after of lists) {
          const news = newsIn(before, after)
          if (news) expect([...before, ...news]).toEqual([...after])
        }
    }),
  )
  const list = listWith([1], [2])
  expect(newsIn(list, listWith(list, [3, 4]))).toEqual([3, 4])
  expect(newsIn(list, listWith([1, 2], [3]))).toBeUndefined()
})

test('a list that is put together is made once, when somebody reads it', () => {
  let made = 0
  const list = putTogether(2, () => {
    made += 1
    return [3, 1]
  })
  expect([list.length, made]).toEqual([2, 0])
  expect([list.toSorted(), [...list], list.every((n) => n > 0), made]).toEqual([
    [1, 3],
    [3, 1],
    true,
    1,
  ])
})

const change = fc.record({
  of: fc.nat(),
  news: fc.array(fc.tuple(fc.nat(120), fc.nat()), { maxLength: 40 }),
})

test('a map that follows on any other has its values and the new ones in their order, and the other stays', () => {
  fc.assert(
    fc.property(fc.array(change, { maxLength: 12 }), (changes) => {
      const [maps, plain]: [ReadonlyMap<number, number>[], Map<number, number>[]] = [
        [new Map()],
        [new Map()],
      ]
      for (const { of, news } of changes) {
        const at = of % maps.length
        maps.push(mapWith(maps[at]!, news))
        plain.push(new Map([...plain[at]!, ...news]))
      }
      for (const [i, map] of maps.entries()) {
        expect([...map]).toEqual([...plain[i]!])
        expect([[...map.keys()], [...map.values()], map.size]).toEqual([
          [...plain[i]!.keys()],
          [...plain[i]!.values()],
          plain[i]!.size,
        ])
        for (const key of [0, 7, 120, 500])
          expect([map.get(key), map.has(key)]).toEqual([plain[i]!.get(key), plain[i]!.has(key)])
        const seen: [number, number][] = []
        map.forEach((value, key) => seen.push([key, value]))
        expect(seen).toEqual([...map])
      }
    }),
  )
})
