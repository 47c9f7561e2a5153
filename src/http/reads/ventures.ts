import { z } from '@hono/zod-openapi'
import type { LocalDate } from '#domain/kernel/dates.ts'
import type { FundBook } from '#domain/health/book.ts'
import {
  type Venture,
  countsBeside,
  isClosed,
  isSelling,
  leavingValues,
  paidTo,
  shareWorth,
  ventureKinds,
  ventureMoves,
  ventureStanding,
} from '#domain/ventures/venture.ts'
import { cardOf } from '#src/desk/desk.ts'
import { day, id, sum } from '#src/http/reads/query.ts'
import { readList } from '#src/http/reads/read.ts'

const states = ['selling', 'working', 'closed'] as const

const holder = z.object({
  memberId: id,
  card: z.string(),
  shares: z.int(),
  paid: sum.openapi({ description: 'Paid to this holder so far: profit, and for leaving' }),
})

const line = z.object({
  on: day,
  what: z.enum(['shares', ...ventureMoves, 'profit', 'left', 'closed']),
  cash: sum.openapi({ description: 'What came into its cash; less than zero went out' }),
  goods: sum.openapi({ description: 'What came into its goods, by what they cost' }),
  paper: z.string().nullable(),
})

const hold = z.object({ cash: sum, goods: sum })

const count = z.object({
  on: day,
  counted: hold,
  book: hold.openapi({ description: 'What its book said of that day' }),
})

const venture = z
  .object({
    ventureId: z.string(),
    kind: z.enum(ventureKinds),
    state: z.enum(states),
    foundedOn: day,
    sharePrice: sum,
    sharesOffered: z.int(),
    sharesEach: z.int(),
    leavesFrom: day,
    leavingValue: z.enum(leavingValues),
    endsOn: day,
    cashKeeper: id,
    bookKeeper: id,
    cash: sum,
    goods: sum.openapi({ description: 'By what they cost' }),
    worth: sum,
    shares: z.int(),
    shareWorth: sum,
    holders: z.array(holder),
    lines: z.array(line).openapi({ description: 'Its book, in the order of the journal' }),
    counts: z.array(count).openapi({ description: 'What two people found, each time' }),
  })
  .openapi('Venture')

/** What was read out before the vote. */
const rulesOf = (one: Venture) => ({
  ventureId: one.ventureId,
  kind: one.kind,
  foundedOn: one.foundedOn,
  sharePrice: one.sharePrice,
  sharesOffered: one.sharesOffered,
  sharesEach: one.sharesEach,
  leavesFrom: one.leavesFrom,
  leavingValue: one.leavingValue,
  endsOn: one.endsOn,
  cashKeeper: one.cashKeeper,
  bookKeeper: one.bookKeeper,
})

/** What is written of it through a day; counts stand beside what its whole book says of theirs. */
const ventureRow = (book: FundBook, one: Venture, asOf: LocalDate): z.infer<typeof venture> => {
  const then = { ...one, lines: one.lines.filter(({ on }) => on <= asOf) }
  const standing = ventureStanding(then)
  const { cash, goods, worth, shares } = standing
  const holders = [...standing.holders].map(([memberId, own]) => ({
    memberId,
    card: cardOf(book, memberId),
    shares: own,
    paid: paidTo(then, memberId),
  }))
  return {
    ...rulesOf(one),
    state: isClosed(then) ? 'closed' : isSelling(then) ? 'selling' : 'working',
    cash,
    goods,
    worth,
    shares,
    shareWorth: shareWorth(standing),
    holders: holders.toSorted((a, b) => (a.card < b.card ? -1 : 1)),
    lines: then.lines.map(({ on, what, cash: came, goods: things, paper = null }) => ({
      on,
      what,
      cash: came,
      goods: things,
      paper,
    })),
    counts: countsBeside(one)
      .filter(({ on }) => on <= asOf)
      .map(({ on, book: said, ...found }) => ({
        on,
        counted: { cash: found.cash, goods: found.goods },
        book: said,
      })),
  }
}

const ventures = readList({
  path: '/ventures',
  may: 'read-members',
  summary: 'Pots for one purpose, with rules, holders, book and counts',
  description: 'Nothing of them is in savings, loans or the box.',
  filters: { state: z.enum(states, 'state-unknown').optional() },
  list: 'ventures',
  item: venture,
  said: 'Ventures by the day on which each was founded',
  rows: ({ book, asOf }, { state }) =>
    book.ventures
      .filter(({ foundedOn }) => foundedOn <= asOf)
      .map((one) => ventureRow(book, one, asOf))
      .filter((row) => state === undefined || row.state === state),
  key: ({ foundedOn, ventureId }) => `${foundedOn} ${ventureId}`,
  items: () => (row) => row,
})

export const ventureReads = [ventures] as const
