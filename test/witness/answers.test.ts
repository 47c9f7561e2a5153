import { beforeAll, expect, test } from 'vitest'
import type { Door } from '#src/app/practice/practice-people.ts'
import { oneOfEach, oneOfEachInNetwork } from '#test/http/commands/one-of-each.ts'
import { commandsPath, networkPath } from '#test/http/commands/sending.ts'
import { type ServiceRequest, type Practice, practice } from '#test/support/service.ts'
import { chanceOf } from '#test/support/oracle/chance.ts'
import { differing } from '#test/witness/kept.ts'

type Operation = Readonly<Record<string, unknown>>
type Document = {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>
  readonly components: { readonly schemas: Readonly<Record<string, unknown>> }
}

let village: Practice
let document: Document
beforeAll(async () => {
  const chance = chanceOf(19)
  let made = 0
  village = await practice({
    random: {
      token: () => Buffer.from(`${(made += 1)}`.padStart(32, 't')).toString('base64url'),
      below: (bound) => chance.whole(0, bound - 1),
    },
  })
  document = (await (await village.ask('/openapi.json')).json()) as Document
})

const answered = async (path: string, asked: ServiceRequest): Promise<string> => {
  const answer = await village.ask(path, asked)
  return `${answer.status} ${answer.headers.get('content-type')}\n${await answer.text()}`
}

/** Examples are made from what is asked for (ADR 101), and are no promise to anybody. */
const withoutExamples = (key: string, value: unknown): unknown =>
  key === 'example' ? undefined : value

test('every path and every schema of the description is what it was before', () => {
  const found = new Map<string, string>()
  for (const [path, methods] of Object.entries(document.paths))
    for (const [method, { operationId: _id, tags: _tags, ...said }] of Object.entries(methods))
      found.set(`${method.toUpperCase()} ${path}`, JSON.stringify(said, withoutExamples))
  for (const [name, schema] of Object.entries(document.components.schemas))
    found.set(name, JSON.stringify(schema, withoutExamples))
  expect(differing('paths', found)).toEqual([])
})

const senders: readonly Door[] = ['record-keeper', 'chair', 'auditor', 'household']

test('every sample of a command is answered as before, whoever sends it', async () => {
  const found = new Map<string, string>()
  const samples = { ...(await oneOfEach(village)), ...(await oneOfEachInNetwork(village)) }
  const ofNetwork = new Set(Object.keys(await oneOfEachInNetwork(village)))
  const tokens = new Map<Door, string>()
  for (const door of [...senders, 'administrator'] as const)
    tokens.set(door, await village.as(door))
  for (const [type, command] of Object.entries(samples)) {
    const pathOf = ofNetwork.has(type) ? networkPath : commandsPath
    for (const door of ofNetwork.has(type) ? (['administrator'] as const) : senders) {
      const asked = { token: tokens.get(door), json: { commands: [command] } }
      found.set(`${type} ${door}`, await answered(pathOf(village, '?dryRun=true'), asked))
    }
  }
  expect(differing('answers', found)).toEqual([])
})

test('whatever can be read of a fund and a network is answered as before, whoever asks', async () => {
  const found = new Map<string, string>()
  const plainPaths = Object.keys(document.paths).filter(
    (path) =>
      document.paths[path]!['get'] !== undefined &&
      !path.replaceAll(/\{(fundId|networkId)\}/g, '').includes('{'),
  )
  for (const door of [...senders, 'administrator'] as const) {
    const token = await village.as(door)
    for (const path of plainPaths) {
      const { fundId, networkId } = village
      const address = path.replace('{fundId}', fundId).replace('{networkId}', networkId)
      found.set(`${path} ${door}`, await answered(address, { token }))
    }
  }
  expect(differing('reads', found)).toEqual([])
})
