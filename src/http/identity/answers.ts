import { z } from '@hono/zod-openapi'
import { note } from '#src/app/activity.ts'
import type { NotLetIn } from '#src/app/identity/doors.ts'
import type { Caller, HttpContext } from '#src/http/env.ts'
import { type ProblemMore, problem } from '#src/http/problem.ts'
import { type DeepReadonly, readPlain } from '#src/http/reads/read.ts'

/** A problem where a route's types look for one of its own answers. */
export const refusal = (status: number, code: string, more?: ProblemMore) =>
  problem(status, code, more) as never

/** None, or none of the caller's: the same answer. */
export const nobodyThere = () => refusal(404, 'not-found')

export const fieldFault = (pointer: string, code: string) =>
  refusal(400, 'invalid-request', { errors: [{ pointer, code }] })

/** Why somebody was not let in, with the status that the case asks for. */
export const notLetIn = (
  context: HttpContext,
  refused: NotLetIn,
  failed: { readonly status: number; readonly code: string } = {
    status: 401,
    code: 'sign-in-failed',
  },
) => {
  switch (refused.code) {
    case 'device-not-enrolled':
      return refusal(401, refused.code)
    case 'sign-in-failed':
      return refusal(failed.status, failed.code)
    case 'reset-in-person':
      return refusal(403, refused.code)
    case 'wait': {
      const waitMs = Date.parse(refused.until) - Date.parse(context.get('needs').clock())
      const retryAfterSeconds = Math.max(1, Math.ceil(waitMs / 1000))
      return refusal(429, refused.code, { retryAfterSeconds })
    }
  }
}

/** Writes down what a caller did, beside the line of the guard: to whom or what. */
export const noteBy = (
  context: HttpContext,
  { by }: Caller,
  what: Omit<Parameters<typeof note>[1], 'actor' | 'device'>,
): Promise<void> => {
  if (context.get('tried')?.action === what.action) context.set('told', what.scope)
  return note(context.get('needs'), { actor: by.actor, device: by.device, ...what })
}

const limitMax = 200
const limitDefault = 50

/** Which page of a list: `cursor` is what the page before gave as `nextCursor`. */
export const pageQuery = {
  limit: z
    .string()
    .regex(/^[1-9]\d{0,5}$/, 'limit-out-of-range')
    .transform(Number)
    .refine((limit) => limit <= limitMax, 'limit-out-of-range')
    .optional()
    .openapi({ type: 'integer', minimum: 1, maximum: limitMax }),
  cursor: z.uuid('cursor-unreadable').optional(),
}

export const pageQuerySchema = z.strictObject(pageQuery)

export type PageQuery = {
  readonly limit?: number | undefined
  readonly cursor?: string | undefined
}

export const limitOf = ({ limit }: PageQuery): number => limit ?? limitDefault

export const pageOfSchema = <Item extends z.ZodType>(item: Item) =>
  z.object({ items: z.array(item), nextCursor: z.string().nullable() })

/** A page of a list that is at hand whole, in its own order; nothing where the cursor names no row. */
export const portionOf = <Row>(
  rows: readonly Row[],
  idOf: (row: Row) => string,
  asked: PageQuery,
): { readonly items: readonly Row[]; readonly nextCursor: string | null } => {
  const at = asked.cursor === undefined ? -1 : rows.findIndex((row) => idOf(row) === asked.cursor)
  const after = asked.cursor !== undefined && at < 0 ? [] : rows.slice(at + 1)
  const items = after.slice(0, limitOf(asked))
  const hasMore = after.length > items.length
  return { items, nextCursor: hasMore ? idOf(items.at(-1)!) : null }
}

type Listing<Path, Params, Item extends z.ZodType, Row> = {
  readonly path: Path
  readonly params?: Params
  readonly item: Item
  readonly said: string
  readonly rows: (context: HttpContext) => Promise<readonly Row[]>
  readonly idOf: (row: Row) => string
  readonly shown: (row: Row, context: HttpContext) => DeepReadonly<z.output<Item>>
}

/** A list of people, sessions or devices, page by page. */
export const readPortion = <
  Path extends string,
  Item extends z.ZodType,
  Row,
  Rest extends object,
  Params extends z.ZodObject = z.ZodObject,
>({
  params,
  item,
  rows,
  idOf,
  shown,
  ...route
}: Listing<Path, Params, Item, Row> & Rest) =>
  readPlain({
    ...route,
    request: { ...(params ? { params } : {}), query: pageQuerySchema },
    answer: pageOfSchema(item),
    of: async (context) => {
      const { items, nextCursor } = portionOf(await rows(context), idOf, context.req.valid('query'))
      return { items: items.map((row) => shown(row, context)), nextCursor }
    },
  })
