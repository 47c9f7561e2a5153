import { createRoute, z } from '@hono/zod-openapi'
import { eventKinds } from '#domain/relief/relief.ts'
import { weeksMax } from '#domain/relief/stress.ts'
import { liquidityAheadOf } from '#src/app/liquidity-ahead.ts'
import { eventViewOf, eventsOf, linesOfferedOn } from '#src/app/relief-view.ts'
import { savingsAccounts } from '#src/app/savings-view.ts'
import { json, newApi, ofFund, problems } from '#src/http/api.ts'
import { askedBook, day, id, none, sum, times } from '#src/http/reads/asked.ts'
import { fundPath } from '#src/http/reads/funds.ts'

const tags = ['relief']

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

const touched = z.array(z.object({ loanId: id, from: day, to: day }))

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

const orNull = <T>(value: T | undefined): T | null => value ?? null

const eventsRoute = createRoute({
  method: 'get',
  path: '/v1/funds/{fundId}/relief/events',
  ...ofFund('read-loans'),
  tags,
  summary: 'Events and the relief that was given on them',
  request: { params: fundPath, query: z.strictObject(times) },
  responses: { 200: json(z.object({ items: z.array(listed) }), 'The last first'), ...problems },
})

const eventRoute = createRoute({
  method: 'get',
  path: '/v1/funds/{fundId}/relief/events/{eventId}',
  ...ofFund('read-loans'),
  tags,
  summary: 'One event with every loan before and after',
  description: 'How relief is shown before it is confirmed. Nothing is written.',
  request: {
    params: fundPath.extend({ eventId: z.string().max(40) }),
    query: z.strictObject(times),
  },
  responses: { 200: json(detail, 'The event'), ...problems },
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

const linesRoute = createRoute({
  method: 'get',
  path: '/v1/funds/{fundId}/relief/lines',
  ...ofFund('read-loans'),
  tags,
  summary: 'Emergency loans that were promised, and what could be',
  request: { params: fundPath, query: z.strictObject(times) },
  responses: { 200: json(lines, 'Seasons, and each member’s limit'), ...problems },
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

const liquidityRoute = createRoute({
  method: 'get',
  path: '/v1/funds/{fundId}/relief/liquidity',
  ...ofFund('read-reports'),
  tags,
  summary: 'Cash of the weeks ahead if a part of what falls due is put off',
  description: 'It warns, and blocks nothing.',
  request: {
    params: fundPath,
    query: z.strictObject({
      ...times,
      deferPercent: whole(100, 'percent-out-of-range').optional(),
      weeks: whole(weeksMax, 'weeks-out-of-range').optional(),
    }),
  },
  responses: { 200: json(liquidity, 'Week by week'), ...problems },
})

const usual = { deferPercent: 40, weeks: 13 } as const

const events = () =>
  newApi().openapi(eventsRoute, async (context) => {
    const asked = await askedBook(context, context.req.valid('query'))
    if (asked instanceof Response) return asked
    const items = eventsOf(asked.book, asked.asOf).map((one) => ({
      ...one,
      from: orNull(one.from),
      until: orNull(one.until),
      ratifyBy: orNull(one.ratifyBy),
    }))
    return context.json({ items }, 200)
  })

const oneEvent = () =>
  newApi().openapi(eventRoute, async (context) => {
    const asked = await askedBook(context, context.req.valid('query'))
    if (asked instanceof Response) return asked
    const view = eventViewOf(asked.book, context.req.valid('param').eventId, asked.asOf)
    if (!view) return none()
    const { event, from, until, ratifyBy, isRenewal: _, ...rest } = view
    const windows = (list: readonly { loanId: string; from: string; to: string }[]) =>
      list.map(({ loanId, from: begins, to }) => ({ loanId, from: begins, to }))
    return context.json(
      {
        ...rest,
        from: orNull(from),
        until: orNull(until),
        ratifyBy: orNull(ratifyBy),
        places: event.told?.places ? [...event.told.places] : null,
        memberIds: event.told?.memberIds ? [...event.told.memberIds] : null,
        declined: [...rest.declined],
        acts: [...rest.acts],
        list: windows(rest.list),
        rows: rest.rows.map((row) => ({ ...row, windows: windows(row.windows) })),
      },
      200,
    )
  })

const emergencyLines = () =>
  newApi().openapi(linesRoute, async (context) => {
    const asked = await askedBook(context, context.req.valid('query'))
    if (asked instanceof Response) return asked
    const { book, asOf } = asked
    const seasons = book.seasons.map((season) => ({
      seasonId: season.seasonId,
      from: season.from,
      to: season.to,
      promisedOn: season.promisedOn,
      promised: season.lines.reduce((all, { amount }) => all + amount, 0),
      members: season.lines.length,
      openedBy: season.opened.map(({ eventId, on, until }) => ({ eventId, on, until })),
    }))
    const offered = linesOfferedOn(book, asOf).map((one) => ({ ...one, why: orNull(one.why) }))
    return context.json({ seasons, offered }, 200)
  })

const cashAhead = () =>
  newApi().openapi(liquidityRoute, async (context) => {
    const { deferPercent, weeks, ...time } = context.req.valid('query')
    const asked = await askedBook(context, time)
    if (asked instanceof Response) return asked
    const { book, asOf } = asked
    const { store } = context.get('needs')
    const postings = await store.postings(context.get('fund').fundId, {
      through: asOf,
      accounts: savingsAccounts(book),
    })
    const ahead = liquidityAheadOf(
      { book, postings },
      {
        asOf,
        weeks: weeks ?? usual.weeks,
        deferPercent: deferPercent ?? usual.deferPercent,
      },
    )
    const { weeksAhead, firstBelow, cash, promised, asked: bySavers } = ahead
    return context.json(
      {
        asOf,
        deferPercent: ahead.deferPercent,
        cash,
        asked: bySavers,
        promised,
        weeks: [...weeksAhead],
        firstBelow: orNull(firstBelow?.through),
      },
      200,
    )
  })

/** Events, what relief would change, promised emergency loans and the cash of the weeks ahead. */
export const reliefReads = () =>
  newApi()
    .route('/', events())
    .route('/', oneEvent())
    .route('/', emergencyLines())
    .route('/', cashAhead())
