import { beforeAll, expect, test } from 'vitest'
import type { Command } from '#domain/village.ts'
import { statementNames } from '#domain/ledger/statement.ts'
import { oneOfEach } from '#test/http/commands/one-of-each.ts'
import { type Practice, practice } from '#test/support/service.ts'

/*
 * What an answer holds beside what its description names, nobody has decided to tell: a value that is kept with what was
 * asked for goes out with it unseen.
 */

type Schema = {
  readonly $ref?: string
  readonly properties?: Readonly<Record<string, Schema>>
  readonly additionalProperties?: boolean | Schema
  readonly items?: Schema
  readonly anyOf?: readonly Schema[]
  readonly oneOf?: readonly Schema[]
  readonly allOf?: readonly Schema[]
}
type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json }
type Answers = Readonly<
  Record<string, { readonly content?: Readonly<Record<string, { readonly schema: Schema }>> }>
>
type Document = {
  readonly paths: Readonly<
    Record<string, Readonly<Record<string, { readonly responses: Answers }>>>
  >
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> }
}

let village: Practice
let document: Document

/** Whatever may be told where a schema stands: it, what it points to, and each of its alternatives. */
const alternatives = (schema: Schema): readonly Schema[] => {
  const { $ref, anyOf = [], oneOf = [], allOf = [] } = schema
  if ($ref !== undefined) return alternatives(document.components.schemas[$ref.split('/').at(-1)!]!)
  return [schema, ...[...anyOf, ...oneOf, ...allOf].flatMap(alternatives)]
}

const isList = (value: Json): value is readonly Json[] => Array.isArray(value)

/** The places of an answer that its description does not name. */
const untold = (value: Json, schemas: readonly Schema[], at = ''): string[] => {
  const some = schemas.flatMap(alternatives)
  if (isList(value))
    return value.flatMap((one) =>
      untold(
        one,
        some.flatMap(({ items }) => items ?? []),
        `${at}[]`,
      ),
    )
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, part]) => {
    const named = some.flatMap(({ properties }) => properties?.[key] ?? [])
    const free = some.flatMap(({ additionalProperties: more }) =>
      typeof more === 'object' ? more : [],
    )
    const found = named.length > 0 ? named : free
    const isAnything = some.some(({ additionalProperties }) => additionalProperties === true)
    if (found.length === 0 && !isAnything) return [`${at}.${key}`]
    return untold(part, found, `${at}.${key}`)
  })
}

type Ids = Readonly<Record<string, readonly string[]>>

const idsOf = async (token: string): Promise<Ids> => {
  const listed = async (list: string, key: string, under = 'items'): Promise<string[]> => {
    const answer = await village.ask(`/v1/funds/${village.fundId}/${list}`, { token })
    const { [under]: some } = (await answer.json()) as Record<string, Record<string, string>[]>
    if (!some) throw new Error(`${list} ${answer.status}`)
    return some.map((one) => one[key]!)
  }
  return {
    fundId: [village.fundId],
    networkId: [village.networkId],
    memberId: await listed('members?limit=200', 'memberId'),
    loanId: [
      ...(await listed('loans?limit=200', 'loanId')),
      ...(await listed('requests', 'loanId')),
    ],
    eventId: await listed('relief/events', 'eventId'),
    account: (await listed('accounts?limit=200', 'account')).slice(0, 12),
    entryId: (await listed('journal?after=1&limit=200', 'id')).slice(-12),
    windowId: await listed('windows', 'windowId', 'windows'),
    name: statementNames,
  }
}

/** Every address that a path leads to, plain and with what some reads ask for; none where it asks for what is not listed. */
const addressesOf = (path: string, ids: Ids): readonly string[] => {
  const name = /\{(\w+)\}/.exec(path)?.[1]
  if (name !== undefined)
    return few(ids[name] ?? []).flatMap((id) => addressesOf(path.replace(`{${name}}`, id), ids))
  if (path.endsWith('/report') || path.endsWith('/outcomes')) return [`${path}?year=2025`]
  if (path === '/v1/sending') return [`${path}?from=TH&currency=THB&paid=500000`]
  return path.endsWith('/health') ? [path, `${path}?all=true`] : [path]
}

/** Read elsewhere in full: what is sealed by a secret, what only the pot, auditors or texts by phone have, and files. */
const askedElsewhere: readonly string[] = [
  '/v1/funds/{fundId}/support/{code}/file',
  '/v1/networks/{networkId}/funds/{fundId}/support/{code}/file',
  '/v1/networks/{networkId}/pot/windows/{potWindow}/report',
  // An auditor alone reads it, and is asked where there is time.
  ...(process.env['TEST_BUDGET'] === 'ci' ? [] : ['/v1/networks/{networkId}/portfolio']),
  '/v1/funds/{fundId}/messages',
  '/v1/funds/{fundId}/messages/own',
]

beforeAll(async () => {
  village = await practice()
  document = (await (await village.ask('/openapi.json')).json()) as Document
  // Whatever fits is recorded, so that there is something of most of what can be done.
  for (const command of Object.values(await oneOfEach(village)))
    if ((command as Command).type !== 'DismissAuditors')
      await village.needs.record(village.fundId, [command as Command], {
        actor: 'practice',
        device: 'practice',
      })
})

const isLong = process.env['TEST_BUDGET'] === 'ci'
/** With little time those who together read all, and of each list every fourth. */
const readers = [
  'record-keeper',
  'household',
  'administrator',
  'migration-worker',
  ...(isLong ? (['chair', 'auditor'] as const) : []),
] as const
const few = (ids: readonly string[]): readonly string[] =>
  isLong || ids.length < 8 ? ids : ids.filter((_, place) => place % 4 === 0)

test('whoever reads is told what the description names, and nothing else', async () => {
  const found = new Set<string>()
  const answered = new Set<string>()
  const ids = await idsOf(await village.as('record-keeper'))
  const paths = Object.entries(document.paths).flatMap(([path, { get }]) => {
    const schema = get?.responses['200']?.content?.['application/json']?.schema
    return schema === undefined ? [] : [[path, schema] as const]
  })
  for (const door of readers) {
    const token = await village.as(door)
    for (const [path, schema] of paths)
      for (const address of addressesOf(path, ids)) {
        const answer = await village.ask(address, { token })
        if (answer.status !== 200) continue
        answered.add(path)
        for (const place of untold((await answer.json()) as Json, [schema]))
          found.add(`${path} ${place}`)
      }
    village.pass(60_000)
  }
  expect([...found]).toEqual([])
  const silent = paths.map(([path]) => path).filter((path) => !answered.has(path))
  expect(silent.toSorted()).toEqual(askedElsewhere.toSorted())
})
