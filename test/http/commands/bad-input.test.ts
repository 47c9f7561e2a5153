import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { oneOfEach } from '#test/http/commands/one-of-each.ts'
import { commandsPath, headOf, send } from '#test/http/commands/sending.ts'
import { type Practice, practice } from '#test/support/service.ts'
import { anyCharacter } from '#test/support/any-character.ts'

const numRuns = process.env['TEST_BUDGET'] === 'ci' ? 3000 : 300

let village: Practice
let token: string
let fine: Awaited<ReturnType<typeof oneOfEach>>
beforeAll(async () => {
  village = await practice()
  token = await village.as('record-keeper')
  fine = await oneOfEach(village)
})

const json = { 'content-type': 'application/json' }

/** What a body is answered, with the head of the journal that it left. */
const answerTo = async (body: BodyInit, headers: Record<string, string> = json) => {
  const before = await headOf(village)
  const response = await village.ask(commandsPath(village), { token, body, headers })
  const text = await response.text()
  expect(await headOf(village)).toEqual(before)
  expect(text).not.toContain('canary')
  return { status: response.status, text }
}

const listed = (commands: unknown): string => JSON.stringify({ commands })

test.each([
  ['no JSON', 'canary', 400, 'body-unreadable'],
  ['half of a JSON', '{"commands":["canary"', 400, 'body-unreadable'],
  ['an empty body', '', 400, 'body-unreadable'],
  ['a list without a name', '["canary"]', 400, 'invalid-request'],
  ['null', 'null', 400, 'invalid-request'],
  ['a field more', '{"commands":[{}],"canary":1}', 400, 'unknown-field'],
  ['a field of the language', '{"commands":[{}],"__proto__":{"canary":1}}', 400, 'unknown-field'],
  ['no list', '{"commands":"canary"}', 400, 'list-missing'],
  ['an empty list', '{"commands":[]}', 400, 'list-empty'],
  ['a list of 501', listed(Array.from({ length: 501 }, () => 'canary')), 400, 'list-too-long'],
  ['33 brackets', `{"commands":[${'['.repeat(31)}${']'.repeat(31)}]}`, 400, 'json-too-deep'],
  ['brackets alone', '['.repeat(500_000), 400, 'json-too-deep'],
])('%s is refused as a whole, and nothing is written', async (_, body, status, code) => {
  const answer = await answerTo(body)
  expect(answer.status).toBe(status)
  expect(answer.text).toContain(`"code":"${code}"`)
})

test('what is no text in UTF-8 is not read as some other text', async () => {
  const body = Buffer.from(listed([{ ...fine.AdmitMember, card: 'M9_' }]))
  body[body.indexOf('M9_') + 2] = 0xff
  expect(await answerTo(body)).toMatchObject({ status: 400 })
})

test('32 brackets in each other and any number in a text are still read', async () => {
  const deep = `{"commands":[${'['.repeat(30)}${']'.repeat(30)},"${'['.repeat(50)}\\"${'{'.repeat(50)}"]}`
  const answer = await answerTo(deep)
  expect(answer.status).toBe(200)
  expect(answer.text.match(/not-a-command/g)).toHaveLength(2)
})

test.each([
  ['text/plain'],
  ['application/x-www-form-urlencoded'],
  ['multipart/form-data; boundary=x'],
  ['application/jsonp'],
  ['canary'],
])('a body that says it is %s is not read', async (type) => {
  const answer = await answerTo(listed([fine.RecordFine]), { 'content-type': type })
  expect(answer.status).toBe(415)
  expect(answer.text).toContain('wrong-content-type')
})

test('a body of ten megabytes is turned away', async () => {
  const answer = await answerTo(listed(['canary'.repeat(1_700_000)]))
  expect(answer.status).toBe(413)
})

test('a filter that does not exist is an error and never a write', async () => {
  const before = await headOf(village)
  for (const query of ['?dryRun=canary', '?dryrun=true', '?dryRun=true&canary=1', '?dryRun=']) {
    const answer = await village.ask(commandsPath(village, query), {
      token,
      json: { commands: [fine.RecordFine] },
    })
    expect(answer.status, query).toBe(400)
    expect(await answer.text()).not.toContain('canary')
  }
  expect(await headOf(village)).toEqual(before)
})

const whole = 'amount-not-whole'

test.each<readonly [string, () => object, string, string]>([
  ['letters in an amount', () => ({ ...fine.RecordFine, amount: 'canary' }), whole, '/amount'],
  ['Khmer digits in an amount', () => ({ ...fine.RecordFine, amount: '៥០០០' }), whole, '/amount'],
  ['an amount as text', () => ({ ...fine.RecordFine, amount: '5000' }), whole, '/amount'],
  ['half a riel', () => ({ ...fine.RecordFine, amount: 0.5 }), whole, '/amount'],
  ['nothing', () => ({ ...fine.RecordFine, amount: 0 }), whole, '/amount'],
  ['less than nothing', () => ({ ...fine.RecordFine, amount: -5 }), whole, '/amount'],
  ['no amount', () => ({ ...fine.RecordFine, amount: undefined }), whole, '/amount'],
  [
    'more than there is',
    () => ({ ...fine.RecordFine, amount: 1e12 }),
    'amount-too-large',
    '/amount',
  ],
  ['a number past counting', () => ({ ...fine.RecordFine, amount: 2 ** 53 }), whole, '/amount'],
  [
    'Khmer digits in a count',
    () => ({ ...fine.OpenMeeting, count: { amount: '៥', isByNote: true } }),
    whole,
    '/count/amount',
  ],
  [
    'an unknown field in a count',
    () => ({ ...fine.OpenMeeting, count: { amount: 5, isByNote: true, canary: 1 } }),
    'unknown-field',
    '/count',
  ],
  ['an unknown field', () => ({ ...fine.RecordFine, canary: 1 }), 'unknown-field', ''],
  ['a person who sends', () => ({ ...fine.RecordFine, actor: 'canary' }), 'unknown-field', ''],
  ['approvals', () => ({ ...fine.RecordFine, approvals: [] }), 'unknown-field', ''],
  ['U+0000', () => ({ ...fine.AdmitMember, card: 'canary\u0000' }), 'text-not-clean', '/card'],
  ['half a character', () => ({ ...fine.AdmitMember, card: 'M\ud800' }), 'text-not-clean', '/card'],
  ['a line break', () => ({ ...fine.AdmitMember, zone: 'Z\n1' }), 'text-not-clean', '/zone'],
  [
    'a name for a card',
    () => ({ ...fine.AdmitMember, card: 'c'.repeat(41) }),
    'card-not-a-code',
    '/card',
  ],
  [
    'text for an id',
    () => ({ ...fine.RecordFine, memberId: 'canary' }),
    'member-not-an-id',
    '/memberId',
  ],
  [
    'an id in capitals',
    () => ({ ...fine.RecordFine, id: fine.RecordFine.id.toUpperCase() }),
    'id-not-an-id',
    '/id',
  ],
  [
    '30 February',
    () => ({ ...fine.RecordFine, effectiveOn: '2025-02-30' }),
    'date-impossible',
    '/effectiveOn',
  ],
  [
    'an instant for a day',
    () => ({ ...fine.RecordFine, effectiveOn: '2025-12-20T10:00:00Z' }),
    'date-impossible',
    '/effectiveOn',
  ],
  [
    'tomorrow',
    () => ({ ...fine.RecordFine, effectiveOn: '2026-01-01' }),
    'date-in-the-future',
    '/effectiveOn',
  ],
  ['another version', () => ({ ...fine.RecordFine, v: 2 }), 'version-unknown', '/v'],
  ['an unknown type', () => ({ ...fine.RecordFine, type: 'canary' }), 'type-unknown', '/type'],
  [
    'a type of the language',
    () => ({ ...fine.RecordFine, type: '__proto__' }),
    'type-unknown',
    '/type',
  ],
  [
    'an odd name in a long list',
    () => ({ ...fine.RecordAttendance, present: [fine.RecordFine.memberId, 'canary'] }),
    'member-not-an-id',
    '/present/1',
  ],
  [
    'more names than a village has',
    () => ({
      ...fine.RecordAttendance,
      present: Array.from({ length: 2001 }, () => fine.RecordFine.memberId),
    }),
    'list-too-long',
    '/present',
  ],
  [
    'an impossible window',
    () => ({
      ...fine.RecordRelief,
      touched: [{ ...fine.RecordRelief.touched[0]!, to: '2026-02-30' }],
    }),
    'date-impossible',
    '/touched/0/to',
  ],
])('%s is told where it stands, and nothing is written', async (_, command, code, at) => {
  const answer = await answerTo(listed([command()]))
  expect(answer.status).toBe(200)
  expect(JSON.parse(answer.text)).toMatchObject({ answers: [{ outcome: 'invalid', code, at }] })
})

test('a command under the id of another is a conflict, and what stands stays', async () => {
  const [first] = await send(village, commandsPath(village), { token, commands: [fine.RecordFine] })
  expect(first!.outcome).toBe('recorded')
  const answer = await answerTo(listed([{ ...fine.RecordExpense, id: fine.RecordFine.id }]))
  expect(answer.text).toContain('conflict')
})

const junk = fc.constantFrom<unknown>(
  '<canary>',
  '<canary> ៥០០០',
  '\u0000canary',
  '',
  null,
  1.5,
  -1,
  1e300,
  ['<canary>'],
  [[null]],
  { canary: 1 },
)

const mayBeLeftOut =
  'povertyLevel written paidBy minute firstDueOn windowId plan proof sender asWritten securities proxy until replaces leftId slipHash from to'.split(
    ' ',
  )

/** A command with one field spoilt, one left out, or one too many: never one that can hold. */
const spoilt = (): fc.Arbitrary<unknown> =>
  fc
    .tuple(fc.constantFrom(...Object.values(fine)), fc.nat(), junk, fc.nat(2))
    .map(([command, place, value, kind]) => {
      const required = Object.keys(command).filter((name) => !mayBeLeftOut.includes(name))
      const name = required[place % required.length]!
      const { [name]: _, ...rest } = command as Record<string, unknown>
      if (kind === 0) return rest
      return kind === 1 ? { ...rest, [name]: value } : { ...command, [`canary${place}`]: value }
    })

/** Requests count by token, and a thousand of them are more than one person sends in a minute. */
const sessions = async (): Promise<() => string> => {
  const tokens = await Promise.all(
    Array.from({ length: Math.ceil(numRuns / 300) }, () => village.as('record-keeper')),
  )
  let sent = 0
  return () => tokens[Math.floor(sent++ / 300) % tokens.length]!
}

test('nothing that is made of spoilt commands is written, and none of it is a fault of ours', async () => {
  const before = await headOf(village)
  const nextToken = await sessions()
  const lists = fc.array(fc.oneof(spoilt(), fc.jsonValue({ maxDepth: 4 })), {
    minLength: 1,
    maxLength: 8,
  })
  await fc.assert(
    fc.asyncProperty(lists, async (commands) => {
      const answer = await village.ask(commandsPath(village), {
        token: nextToken(),
        body: listed(commands),
        headers: json,
      })
      const text = await answer.text()
      expect(answer.status).toBe(200)
      expect(text).not.toContain('canary')
      const { answers } = JSON.parse(text) as { answers: { outcome: string }[] }
      expect(answers).toHaveLength(commands.length)
      for (const { outcome } of answers) expect(['invalid', 'refused']).toContain(outcome)
      expect(await headOf(village)).toEqual(before)
    }),
    { numRuns },
  )
})

test('a body of any bytes under any name is answered, and the book stays as it was', async () => {
  const before = await headOf(village)
  const nextToken = await sessions()
  const bodies = fc.oneof(
    fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes)),
    fc.string({ unit: anyCharacter, maxLength: 200 }),
    fc.json({ maxDepth: 6 }),
    fc.json({ maxDepth: 4 }).map((text) => `{"commands":[${text}]}`),
    fc.nat(60).map((depth) => '{"commands":'.repeat(depth)),
  )
  const types = fc.constantFrom('application/json', 'application/json; charset=utf-8', 'text/html')
  await fc.assert(
    fc.asyncProperty(bodies, types, async (body, type) => {
      const headers = { 'content-type': type }
      const asked = { token: nextToken(), body, headers }
      const answer = await village.ask(commandsPath(village), asked)
      expect([200, 400, 415]).toContain(answer.status)
      expect(await headOf(village)).toEqual(before)
    }),
    { numRuns },
  )
})
