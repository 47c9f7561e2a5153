import { createHmac } from 'node:crypto'
import { expect, test } from 'vitest'
import { heardFrom } from '#src/client/webhooks.ts'
import { secondNow } from '#test/support/today.ts'

const key = Buffer.from('a key that the page of a link shows once')
const shown = `whsec_${key.toString('base64')}`
const now = 1_800_000_000
const told = { type: 'meeting.closed', timestamp: '2027-01-15T08:00:00Z', data: { seq: 9 } }
const body = JSON.stringify(told)

type Sent = {
  readonly id?: string
  readonly at?: string
  readonly by?: Uint8Array
  readonly before?: string
}

/** The headers of the body, signed as Standard Webhooks has it. */
const signed = ({ id = 'news-1', at = String(now), by = key, before = '' }: Sent = {}): Headers => {
  const signature = createHmac('sha256', by).update(`${id}.${at}.${body}`).digest('base64')
  return new Headers({
    'webhook-id': id,
    'webhook-timestamp': at,
    'webhook-signature': `${before}v1,${signature}`,
  })
}
const heard = (sent: Sent, more: { readonly body?: string; readonly key?: string } = {}) =>
  heardFrom(more.key ?? shown, { headers: signed(sent), body: more.body ?? body }, now)

test('what a service tells is heard, with the key as it is shown or bare, and while two keys are in use', async () => {
  expect(await heard({})).toEqual(told)
  expect(await heard({}, { key: key.toString('base64') })).toEqual(told)
  expect(await heard({ before: `v1,${'A'.repeat(43)}= ` })).toEqual(told)
  expect(await heard({ before: 'v2,of-another-kind v1,no-base64 ' })).toEqual(told)
})

test('nobody is heard who has another key, or altered what was told, its id or its time', async () => {
  expect(await heard({ by: Buffer.from('the key of somebody else') })).toBeUndefined()
  expect(await heard({}, { body: body.replace('9', '8') })).toBeUndefined()
  for (const [name, value] of [
    ['webhook-id', 'news-2'],
    ['webhook-id', ''],
    ['webhook-timestamp', String(now + 1)],
    ['webhook-timestamp', ''],
    ['webhook-signature', ''],
  ] as const) {
    const headers = signed()
    headers.set(name, value)
    expect(await heardFrom(shown, { headers, body }, now), name).toBeUndefined()
  }
  expect(await heardFrom(shown, { headers: new Headers(), body }, now)).toBeUndefined()
  // A signature of nothing is none.
  expect(await heard({ id: '' })).toBeUndefined()
})

test('what was kept and sent again is heard for five minutes, by a clock that goes before or after', async () => {
  for (const seconds of [-300, 300])
    expect(await heard({ at: String(now + seconds) })).toEqual(told)
  for (const seconds of [-301, 301])
    expect(await heard({ at: String(now + seconds) })).toBeUndefined()
  for (const at of ['soon', `${now}.5`, '-1']) expect(await heard({ at })).toBeUndefined()
})

test('where no time is given it is that of the clock', async () => {
  const headers = signed({ at: String(secondNow()) })
  expect(await heardFrom(shown, { headers, body })).toEqual(told)
  expect(await heardFrom(shown, { headers: signed({ at: '1700000000' }), body })).toBeUndefined()
})
