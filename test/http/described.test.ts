import { beforeAll, expect, test } from 'vitest'
import { oneOfEach } from '#test/http/commands/one-of-each.ts'
import { commandsPath } from '#test/http/commands/sending.ts'
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

const idsOf = async (token: string): Promise<Readonly<Record<string, readonly string[]>>> => {
  const listed = async (list: string, key: string): Promise<readonly string[]> => {
    const answer = await village.ask(`/v1/funds/${village.fundId}/${list}`, { token })
    const { items } = (await answer.json()) as { items: readonly Record<string, string>[] }
    return items.map((one) => one[key]!)
  }
  return {
    fundId: [village.fundId],
    networkId: [village.networkId],
    memberId: await listed('members?limit=200', 'memberId'),
    loanId: [...(await listed('loans?limit=5', 'loanId')), ...(await listed('requests', 'loanId'))],
    eventId: await listed('relief/events', 'eventId'),
  }
}

/** Every address that a path leads to; none where it asks for what is not listed. */
const addressesOf = (path: string, ids: Readonly<Record<string, readonly string[]>>): string[] => {
  const name = /\{(\w+)\}/.exec(path)?.[1]
  if (name === undefined) return [path]
  return (ids[name] ?? []).flatMap((id) => addressesOf(path.replace(`{${name}}`, id), ids))
}

beforeAll(async () => {
  village = await practice()
  document = (await (await village.ask('/openapi.json')).json()) as Document
  const samples = Object.values(await oneOfEach(village))
  for (const door of ['record-keeper', 'chair'] as const) {
    const token = await village.as(door)
    for (const command of samples)
      await village.ask(commandsPath(village), { token, json: { commands: [command] } })
  }
})

test('whoever reads is told what the description names, and nothing else', async () => {
  const found = new Set<string>()
  let answers = 0
  for (const door of ['record-keeper', 'auditor', 'household', 'administrator'] as const) {
    const token = await village.as(door)
    const ids = await idsOf(await village.as('record-keeper'))
    for (const [path, { get }] of Object.entries(document.paths)) {
      const schema = get?.responses['200']?.content?.['application/json']?.schema
      if (schema === undefined) continue
      for (const address of addressesOf(path, ids)) {
        const answer = await village.ask(address, { token })
        if (answer.status !== 200) continue
        answers += 1
        for (const place of untold((await answer.json()) as Json, [schema]))
          found.add(`${path} ${place}`)
      }
    }
  }
  expect([...found]).toEqual([])
  expect(answers).toBeGreaterThan(400)
})
