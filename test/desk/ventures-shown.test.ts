import { beforeAll, expect, test } from 'vitest'
import type { Venture } from '#domain/ventures/venture.ts'
import type { Desk } from '#src/desk/desk.ts'
import { formAt, practiceDesk, sentAt } from '#test/desk/at-the-desk.ts'

let desk: Desk
let venture: Venture
beforeAll(async () => {
  const plain = await practiceDesk()
  const [one, two] = [plain.book.members[0]!, plain.book.members[1]!]
  venture = {
    ventureId: 'rice-bank-2025',
    foundedOn: '2025-03-01',
    kind: 'rice-bank',
    sharePrice: 10_000,
    sharesOffered: 50,
    sharesEach: 10,
    leavesFrom: '2025-06-01',
    leavingValue: 'book-value',
    endsOn: '2027-12-31',
    cashKeeper: one.memberId,
    bookKeeper: two.memberId,
    lines: [
      {
        id: 'a',
        on: '2025-03-01',
        what: 'shares',
        cash: 30_000,
        goods: 0,
        parts: [{ memberId: one.memberId, shares: 3, paid: 30_000 }],
      },
    ],
  }
  desk = plain
})

const having = (...ventures: readonly Venture[]): Desk => ({
  ...desk,
  book: { ...desk.book, ventures },
})
const [holder, stranger] = [0, 1]
const idOf = (n: number): string => desk.book.members[n]!.memberId
const second = (): Venture => ({ ...venture, ventureId: 'rice-bank-2025-2' })

test('whoever buys shares of the only venture that sells reads its rules, and of several has a way to each', async () => {
  const told = async (...ventures: readonly Venture[]) =>
    ((await formAt(having(...ventures), 'venture-shares', idOf(stranger))).told ?? []).map(
      ({ is }) => is,
    )
  expect(await told(venture)).toEqual(['list'])
  expect(await told(venture, second())).toEqual(['link', 'link'])
})

test('only whoever holds shares leaves, of a venture of which they are, with their part of what it is worth', async () => {
  const form = await formAt(
    having(venture, { ...second(), lines: [] }),
    'venture-leave',
    idOf(holder),
  )
  expect(form.nothing).toBeUndefined()
  expect(form.prefilled).toMatchObject({ venture: 'rice-bank-2025' })
  const none = await formAt(having(venture), 'venture-leave', idOf(stranger))
  expect(none.nothing).toBeDefined()
  const of = (name: string): string => (name === 'venture' ? 'rice-bank-2025' : '')
  const gets = async (lost: number) => {
    const lines = [
      ...venture.lines,
      { id: 'b', on: '2025-05-01', what: 'missing', cash: -lost, goods: 0 } as const,
    ]
    const { effect } = await formAt(having({ ...venture, lines }), 'venture-leave', idOf(holder))
    return (await effect({ id: 'an-id', day: desk.today, of })).money?.sum.amount
  }
  expect(await gets(0)).toBe(30_000)
  // 29,950 riel cannot be handed out: there is no coin below a hundred.
  expect(await gets(50)).toBe(29_900)
})

test('a venture is shared by four at the least, ends after it began, and is kept by two', async () => {
  const officer = desk.book.members.find(({ offices }) => offices.length > 0)!
  const wrong = async (typed: Readonly<Record<string, string>>) => {
    const usual = {
      kind: 'rice-bank',
      sharePrice: '10000',
      sharesOffered: '40',
      sharesEach: '10',
      leavesFrom: '2026-06-01',
      leavingValue: 'book-value',
      endsOn: '2027-12-31',
      cashKeeper: 'M03',
      bookKeeper: 'M04',
      present: '20',
      yes: '15',
      no: '2',
      confirmedBy: officer.memberId,
    }
    const { faults } = await sentAt(desk, ['venture', desk.fundId], { ...usual, ...typed })
    return Object.keys(faults)
  }
  expect(await wrong({})).toEqual([])
  expect(await wrong({ sharesEach: '11' })).toEqual(['sharesEach'])
  expect(await wrong({ endsOn: desk.today })).toContain('endsOn')
  expect(await wrong({ leavesFrom: '2028-01-01' })).toEqual(['leavesFrom'])
  expect(await wrong({ bookKeeper: 'M03' })).toEqual(['bookKeeper'])
})
