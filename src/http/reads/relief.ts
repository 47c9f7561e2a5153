import { z } from '@hono/zod-openapi'
import { eventKinds } from '#domain/relief/relief.ts'
import { weeksMax } from '#domain/relief/stress.ts'
import { postedOf } from '#domain/ledger/balance-list.ts'
import { lastMoved } from '#domain/ledger/running.ts'
import { liquidityAheadOf } from '#src/app/health/liquidity-ahead.ts'
import { eventViewOf, eventsOf, linesOfferedOn } from '#src/app/relief-view.ts'
import { savingsPostingsOf } from '#src/app/kept-books.ts'
import { day, id, sum, times } from '#src/http/reads/query.ts'
import { read } from '#src/http/reads/read.ts'

const eventFields = {
  eventId: z.string(),
  kind: z.enum(eventKinds),
  state: z.enum(['declared', 'given', 'waiting', 'missed', 'ended', 'over', 'older']).openapi({
    description:
      '`waiting`: officers gave relief and the meeting has not spoken; `missed`: it could have and did not; `older`: taken over from an older book',
  }),
  declaredOn: day,
  from: day.nullable(),
  until: day.nullable().openapi({ description: 'The last day on which anything is put off' }),
  loans: z.int(),
  isRenewed: z.boolean(),
  ratifyBy: day.nullable(),
}

const listed = z.object(eventFields).openapi('ReliefEvent')

const side = z
  .object({
    next: day,
    last: day,
    instalments: z.int(),
    largest: sum,
    interest: sum.openapi({ description: 'All interest of the loan, from its first day' }),
  })
  .openapi('LoanSide')

const window = z.object({ loanId: id, from: day, to: day })
const touched = z.array(window)

const detail = z
  .object({
    ...eventFields,
    places: z.array(z.string()).nullable(),
    memberIds: z.array(id).nullable(),
    declined: z.array(id),
    acts: z.array(z.enum(['give', 'renew', 'ratify', 'lapse', 'undo', 'decline'])),
    list: touched.openapi({
      description:
        'What `ActivateRelief` (or, once it was given, `RenewRelief`) puts off on the day asked: send it back as `touched`',
    }),
    rows: z.array(
      z.object({
        loanId: id,
        memberId: id,
        card: z.string(),
        number: z.string(),
        owed: sum,
        windows: touched,
        before: side,
        after: side,
      }),
    ),
  })
  .openapi('ReliefEventDetail')

const events = read({
  path: '/relief/events',
  may: 'read-loans',
  summary: 'Events and the relief that was given on them',
  answer: z.object({ items: z.array(listed) }),
  said: 'The last first',
  of: ({ book, asOf }) => ({
    items: eventsOf(book, asOf).map((one) => ({
      ...one,
      from: one.from ?? null,
      until: one.until ?? null,
      ratifyBy: one.ratifyBy ?? null,
    })),
  }),
})

const windowsOf = (list: readonly z.infer<typeof window>[]) =>
  list.map(({ loanId, from, to }) => ({ loanId, from, to }))

const oneEvent = read({
  path: '/relief/events/{eventId}',
  may: 'read-loans',
  summary: 'One event with every loan before and after',
  description: 'How relief is shown before it is confirmed. Nothing is written.',
  params: { eventId: z.string().max(40) },
  answer: detail,
  said: 'The event',
  of: ({ book, asOf }, { eventId }) => {
    const view = eventViewOf(book, eventId, asOf)
    if (!view) return undefined
    const { event, from, until, ratifyBy, isRenewal: _, ...rest } = view
    return {
      ...rest,
      from: from ?? null,
      until: until ?? null,
      ratifyBy: ratifyBy ?? null,
      places: event.told?.places ?? null,
      memberIds: event.told?.memberIds ?? null,
      list: windowsOf(rest.list),
      rows: rest.rows.map((row) => ({ ...row, windows: windowsOf(row.windows) })),
    }
  },
})

const line = z.object({
  memberId: id,
  card: z.string(),
  amount: sum,
  why: z.enum(['no-last-loan', 'late-with-last-loan']).nullable(),
})
const lines = z
  .object({
    seasons: z.array(
      z.object({
        seasonId: z.string(),
        from: day,
        to: day,
        promisedOn: day,
        promised: sum,
        members: z.int(),
        openedBy: z.array(z.object({ eventId: z.string(), on: day, until: day })),
      }),
    ),
    offered: z.array(line).openapi({ description: 'What could be promised to each member' }),
  })
  .openapi('EmergencyLines')

const emergencyLines = read({
  path: '/relief/lines',
  may: 'read-loans',
  summary: 'Emergency loans that were promised, and what could be',
  answer: lines,
  said: 'Seasons, and each member’s limit',
  of: ({ book, asOf }) => ({
    seasons: book.seasons.map(({ seasonId, from, to, promisedOn, lines: promised, opened }) => ({
      seasonId,
      from,
      to,
      promisedOn,
      promised: promised.reduce((all, { amount }) => all + amount, 0),
      members: promised.length,
      openedBy: opened.map(({ eventId, on, until }) => ({ eventId, on, until })),
    })),
    offered: linesOfferedOn(book, asOf).map((one) => ({ ...one, why: one.why ?? null })),
  }),
})

const week = z.object({
  through: day,
  comesIn: sum,
  putOff: sum,
  goesOut: sum,
  cash: sum,
  minimum: sum,
  is: z.enum(['enough', 'below-minimum', 'short']),
})
const liquidity = z
  .object({
    asOf: day,
    deferPercent: z.int(),
    cash: sum,
    asked: sum,
    promised: sum,
    weeks: z.array(week),
    firstBelow: day.nullable(),
  })
  .openapi('LiquidityAhead')

const whole = (most: number, code: string) =>
  z
    .string()
    .regex(/^\d{1,3}$/, code)
    .transform(Number)
    .refine((value) => value <= most, code)
    .openapi({ type: 'integer', minimum: 0, maximum: most })

const usual = { deferPercent: 40, weeks: 13 } as const

const cashAhead = read({
  path: '/relief/liquidity',
  may: 'read-reports',
  summary: 'Cash of the weeks ahead if a part of what falls due is put off',
  description: 'It warns, and blocks nothing.',
  // The times first, as the description has always told them.
  filters: {
    ...times,
    deferPercent: whole(100, 'percent-out-of-range').optional(),
    weeks: whole(weeksMax, 'weeks-out-of-range').optional(),
  },
  answer: liquidity,
  said: 'Week by week',
  of: async ({ book, asOf }, wanted, context) => {
    const { weeks = usual.weeks, deferPercent = usual.deferPercent } = wanted
    const { store } = context.get('needs')
    const all = await savingsPostingsOf(store, context.get('fund').fundId, book)
    // Most questions are about the end of the book: nobody looks through all that was ever saved for them.
    const saved = postedOf(book.balances).kinds.get('liability:savings')
    const isAll = !saved || (lastMoved(saved) ?? '') <= asOf
    const postings = isAll ? all : all.filter(({ on }) => on <= asOf)
    const ahead = liquidityAheadOf({ book, postings }, { asOf, weeks, deferPercent })
    const { weeksAhead, firstBelow, cash, promised, asked } = ahead
    return {
      asOf,
      deferPercent: ahead.deferPercent,
      cash,
      asked,
      promised,
      weeks: weeksAhead,
      firstBelow: firstBelow?.through ?? null,
    }
  },
})

/** Events, what relief would change, promised emergency loans and the cash of the weeks ahead. */
export const reliefReads = [events, oneEvent, emergencyLines, cashAhead] as const
