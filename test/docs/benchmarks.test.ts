import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { balancesIn, differing } from '#test/bench/audits.ts'
import { pictureOf } from '#test/bench/picture.ts'
import { page, renewed } from '#test/bench/section.ts'

const text = readFileSync(page, 'utf8')

test('each part of the benchmarks has its two marks on the page, and its picture is there', () => {
  const begun = [...text.matchAll(/<!-- bench ([a-z-]+) -->/g)].map(([, name]) => name)
  const ended = [...text.matchAll(/<!-- end of ([a-z-]+) -->/g)].map(([, name]) => name)
  expect(begun.length).toBeGreaterThanOrEqual(9)
  expect(ended).toEqual(begun)
  for (const [, picture] of text.matchAll(/\((pictures\/[^)]+)\)/g))
    expect(existsSync(new URL(`../../docs/${picture}`, import.meta.url)), picture).toBe(true)
})

test('a part is written anew between its marks, and all else stays', () => {
  const before = 'A.\n\n<!-- bench x -->\n\nold\n\n<!-- end of x -->\n\nB.\n'
  const after = renewed(before, 'x', 'new')
  expect(after).toBe('A.\n\n<!-- bench x -->\n\nnew\n\n<!-- end of x -->\n\nB.\n')
  expect(renewed(after, 'y', 'more')).toBe(
    `${after.trimEnd()}\n\n<!-- bench y -->\n\nmore\n\n<!-- end of y -->\n`,
  )
  expect(() => renewed('<!-- bench x -->', 'x', 'new')).toThrow('end of x')
})

test('a curve that does not grow is drawn flat, and one that grows goes up', () => {
  const drawn = pictureOf('CPU', [
    { name: 'flat', points: [[10, 100], [1000, 100]] },
    { name: 'growing', points: [[10, 100], [1000, 10_000]] },
  ]) // prettier-ignore
  const lines = [...drawn.matchAll(/points="([^"]+)"/g)].map(([, points]) =>
    points!.split(' ').map((point) => Number(point.split(',')[1])),
  )
  const [growing, flat] = lines as [number[], number[]]
  expect(flat[0]).toBe(flat[1])
  expect(growing[1]!).toBeLessThan(growing[0]!)
  expect(drawn.match(/</g)?.length).toBe(drawn.match(/>/g)?.length)
})

test('a balance that ledger tells otherwise, or does not know, is named', () => {
  const told = balancesIn(
    [
      '           1,250.00 KHR  Assets:Cash-Box',
      '             -40.00 KHR',
      '              10.00 USD  Assets:Bank',
      '          -1,220.00 KHR  Liabilities:Savings:M01',
    ].join('\n'),
  )
  const ours = new Map([
    ['Assets:Cash-Box KHR', 1250],
    ['Assets:Bank KHR', -40],
    ['Assets:Bank USD', 10],
    ['Liabilities:Savings:M01 KHR', -1220],
  ])
  expect(differing(ours, told)).toEqual([])
  expect(differing(new Map([...ours, ['Assets:Bank USD', 11]]), told)).toHaveLength(1)
  expect(differing(new Map([...ours, ['Assets:Wallet KHR', 1]]), told)).toHaveLength(1)
  ours.delete('Assets:Bank KHR')
  expect(differing(ours, told)).toHaveLength(1)
})
