import { createRoute, z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import type { Action } from '#domain/access/table.ts'
import { json, ofFund, problems } from '#src/http/api.ts'
import type { HttpContext, HttpEnv } from '#src/http/env.ts'
import { headTag, isKnown, unchanged } from '#src/http/reads/head-tag.ts'
import * as asking from '#src/http/reads/query.ts'

/*
 * A read is a value: what it asks for, what it tells, and how that is found. A room of reads is a list of them, which
 * `openapiRoutes` serves and describes, and from whose types the typed client knows every filter and answer.
 */

type Body = z.ZodType<object>
type Shape = z.core.$ZodLooseShape
type Soon<T> = T | Promise<T>

/** What is told of a schema: lists need not be copied for it. */
export type DeepReadonly<T> = T extends object
  ? { readonly [Key in keyof T]: DeepReadonly<T[Key]> }
  : T

/** An answer, or why there is none; undefined where there is no such thing, or none of the caller's. */
type Found<T> = Soon<T | Response | undefined>

type Requested = { readonly params?: z.ZodObject; readonly query?: z.ZodObject }
type PartOf<Request, Part extends string> =
  Request extends Readonly<Record<Part, infer Schema extends z.ZodType>> ? z.output<Schema> : never

/** A request, with what its schemas have read of the path and the query. */
type Reading<Request> = Context<
  HttpEnv,
  string,
  { out: { param: PartOf<Request, 'params'>; query: PartOf<Request, 'query'> } }
>

type Plain<Path, Request, Answer extends Body> = {
  readonly path: Path
  readonly request: Request
  readonly answer: Answer
  readonly said: string
  readonly of: (context: Reading<Request>) => Found<DeepReadonly<z.output<Answer>>>
}

/** An answer with what it is known by, made of its text while that is one: to read it back out of an answer costs a stream. */
const tagged = (context: HttpContext, text: string): Response => {
  const answer = context.body(text, 200, { 'content-type': 'application/json' })
  if (!answer.headers.has('etag'))
    answer.headers.set('etag', `"${context.get('needs').hash(text)}"`)
  return answer
}

/** A read of anything. Whatever else is said of it stands in the description as it is. */
export const readPlain = <
  Path extends string,
  Request extends Requested,
  Answer extends Body,
  Rest extends object,
>({
  answer,
  said,
  of,
  ...route
}: Plain<Path, Request, Answer> & Rest) => ({
  route: createRoute({
    method: 'get',
    ...route,
    responses: { 200: json(answer, said), ...problems },
  }),
  handler: async (context: Reading<Request>): Promise<Response> => {
    const told = await of(context)
    if (told === undefined) return asking.none()
    return told instanceof Response ? told : tagged(context, JSON.stringify(told))
  },
})

type Output<Fields extends Shape> = z.output<z.ZodObject<Fields>>

/** How something is found in the book that is asked for, by what stands in the path and the query. */
type Find<Params extends Shape, Query extends Shape, T> = (
  asked: asking.QueriedBook,
  given: Output<{ fundId: typeof asking.id } & Params> & Output<Query>,
  context: HttpContext,
) => Found<T>

type Said<Path, Params> = {
  /** Below the fund. */
  readonly path: Path
  readonly may: Action
  readonly summary: string
  readonly description?: string
  /** What stands in the path beside the fund. */
  readonly params?: Params
  readonly said: string
  /** Whether the answer comes out of the fund's own book alone: nothing that is kept beside it is told. */
  readonly isOfBook?: true
}

type OfBook<Path, Params extends Shape, Query extends Shape, Answer extends Body> = Said<
  Path,
  Params
> & {
  readonly answer: Answer
  readonly of: Find<Params, Query, DeepReadonly<z.output<Answer>>>
}

/** A read of a fund's book by a query of its own. */
export const readBook = <
  Path extends string,
  Answer extends Body,
  Query extends Shape,
  Params extends Shape = {},
>({
  path,
  may,
  params,
  query,
  of,
  isOfBook,
  ...told
}: OfBook<Path, Params, Query, Answer> & { readonly query: Query }) =>
  readPlain({
    path: `/v1/funds/{fundId}${path}` as const,
    ...ofFund(may),
    ...told,
    request: {
      params: z.object(Object.assign({ fundId: asking.id }, params)),
      query: z.strictObject(query),
    },
    of: async (context) => {
      const tag = isOfBook && (await headTag(context))
      if (tag !== undefined && isKnown(context, tag)) return unchanged(tag)
      const asked = await asking.bookForQuery(context)
      if (asked instanceof Response) return asked
      const given = { ...context.req.valid('param'), ...context.req.valid('query') }
      const found = await of(asked, given, context)
      if (tag !== undefined && found !== undefined && !(found instanceof Response))
        context.header('etag', tag)
      return found
    },
  })

type Times = typeof asking.times

/** A read of a fund's book for any day, as it was known at any instant. */
export const read = <
  Path extends string,
  Answer extends Body,
  Params extends Shape = {},
  Filters extends Shape = {},
>({
  filters,
  ...one
}: OfBook<Path, Params, Filters & Times, Answer> & { readonly filters?: Filters }) =>
  readBook({ ...one, query: Object.assign({}, filters, asking.times) })

type Listing<Path, Params extends Shape, Query extends Shape, Item extends z.ZodType, Row> = Said<
  Path,
  Params
> & {
  readonly item: Item
  readonly rows: Find<Params, Query, readonly Row[]>
  /** By what it is sorted, and where a page of it ends. */
  readonly key: (row: Row) => string
  readonly items: (asked: asking.QueriedBook) => (row: Row) => DeepReadonly<z.output<Item>>
  /** Its name, which its cursors carry. */
  readonly list: string
}

type Paging = ReturnType<typeof asking.pagingOf>

/** A list of a fund's book, page by page. */
export const readList = <
  Path extends string,
  Item extends z.ZodType,
  Row,
  Params extends Shape = {},
  Filters extends Shape = {},
>({
  filters,
  list,
  item,
  rows,
  key,
  items,
  ...one
}: Listing<Path, Params, Filters & Times & Paging, Item, Row> & { readonly filters?: Filters }) =>
  readBook({
    ...one,
    answer: asking.pageOf(item),
    query: Object.assign({}, filters, asking.times, asking.pagingOf(list)),
    of: async (asked, given, context) => {
      const found = await rows(asked, given, context)
      if (found === undefined || found instanceof Response) return found
      const { limit, cursor } = context.req.query()
      const page = asking.paged(found, { list, key, cursor, ...(limit ? { limit: +limit } : {}) })
      return { ...page, items: page.items.map(items(asked)) }
    },
  })
