import { afterEach, expect, test, vi } from 'vitest'
import { batchSigned } from '#domain/phone/sealing.ts'
import type { Kept } from '#domain/phone/outbox.ts'
import { bookOf } from '#src/app/queries.ts'
import { serviceOverHttp } from '#src/pwa/http-service.ts'
import { commandsPath } from '#test/http/commands/sending.ts'
import { type Practice, practice, practiceDay } from '#test/support/service.ts'

/* What a phone sends is signed by a key that never leaves it: whoever copied its cookies sends nothing by them. */

const base64url = (bytes: ArrayBuffer): string => Buffer.from(bytes).toString('base64url')

const newPhone = async () => {
  const curve = { name: 'ECDSA', namedCurve: 'P-256' }
  const pair = await crypto.subtle.generateKey(curve, false, ['sign', 'verify'])
  const key = base64url(await crypto.subtle.exportKey('raw', pair.publicKey))
  const signedText = async (text: string) => {
    const how = { name: 'ECDSA', hash: 'SHA-256' }
    const bytes = new TextEncoder().encode(text)
    return { key, signature: base64url(await crypto.subtle.sign(how, pair.privateKey, bytes)) }
  }
  return {
    key,
    signedText,
    signed: async (fundId: string, body: string) => {
      const { signature } = await signedText(batchSigned(fundId, body))
      return { 'phone-key': key, 'phone-signature': signature }
    },
  }
}
type Phone = Awaited<ReturnType<typeof newPhone>>

type Sender = { readonly at: Practice; readonly token: string }

const fineIn = async ({ at }: Sender): Promise<string> => {
  const { members } = (await bookOf(at.needs.store, at.fundId))!
  const { memberId } = members[0]!
  const command = { id: at.needs.ids(), v: 1, type: 'RecordFine', effectiveOn: practiceDay }
  return JSON.stringify({ commands: [{ ...command, memberId, amount: 1000 }] })
}

const posted = async (
  { at, token }: Sender,
  body: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<number> => {
  const sent = { 'content-type': 'application/json', ...headers }
  return (await at.ask(commandsPath(at), { token, body, headers: sent })).status
}

const sentBy = async (sender: Sender, phone: Phone | undefined): Promise<number> => {
  const body = await fineIn(sender)
  return posted(sender, body, phone && (await phone.signed(sender.at.fundId, body)))
}

const begun = async (): Promise<Sender> => {
  const at = await practice()
  return { at, token: await at.as('record-keeper') }
}
const minute = 60_000
afterEach(() => vi.unstubAllGlobals())

test('a device that never signed is heard without, and once it has signed no more', async () => {
  const sender = await begun()
  const phone = await newPhone()
  expect(await sentBy(sender, undefined)).toBe(200)
  expect(await sentBy(sender, phone)).toBe(200)
  expect(await sentBy(sender, phone)).toBe(200)
  expect(await sentBy(sender, undefined)).toBe(403)
})

test('what was signed is heard for its own fund and as it was signed, or not at all', async () => {
  const sender = await begun()
  const phone = await newPhone()
  const { fundId } = sender.at
  const body = await fineIn(sender)
  const other = await fineIn(sender)
  const headers = await phone.signed(fundId, body)
  expect(await posted(sender, other, headers)).toBe(403)
  expect(await posted(sender, body, await phone.signed(sender.at.needs.ids(), body))).toBe(403)
  for (const bad of ['', 'nonsense', headers['phone-signature'].slice(2)])
    expect(await posted(sender, body, { ...headers, 'phone-signature': bad })).toBe(403)
  // Signs that are no digits of it are skipped where it is read, and would be kept with it.
  for (const key of ['no point', `${phone.key}!<b>`, `${phone.key}=`])
    expect(await posted(sender, body, { ...headers, 'phone-key': key }), key).toBe(403)
  // None of these made a key known.
  expect(await sentBy(sender, undefined)).toBe(200)
  expect(await posted(sender, body, headers)).toBe(200)
})

test('another key is taken only while somebody has just given a secret on the device', async () => {
  const sender = await begun()
  const [phone, another] = [await newPhone(), await newPhone()]
  expect(await sentBy(sender, phone)).toBe(200)
  sender.at.pass(6 * minute)
  expect(await sentBy(sender, another)).toBe(403)
  expect(await sentBy(sender, phone)).toBe(200)
  // Its storage was cleared, and its owner signs in on it again.
  const again = { ...sender, token: await sender.at.as('record-keeper') }
  expect(await sentBy(again, another)).toBe(200)
  expect(await sentBy(again, phone)).toBe(200)
  sender.at.pass(6 * minute)
  expect(await sentBy(again, another)).toBe(403)
})

test('why it was not heard is told by its code, and nothing of it stands in the book', async () => {
  const sender = await begun()
  const phone = await newPhone()
  expect(await sentBy(sender, phone)).toBe(200)
  const { at, token } = sender
  const before = (await at.needs.store.read(at.fundId, 0, 100_000)).length
  const headers = { 'content-type': 'application/json' }
  const answer = await at.ask(commandsPath(at), { token, body: await fineIn(sender), headers })
  expect(await answer.json()).toMatchObject({ status: 403, code: 'batch-not-signed' })
  expect((await at.needs.store.read(at.fundId, 0, 100_000)).length).toBe(before)
})

test('an app whose key was changed asks for a sign-in, and does not say that somebody may not', async () => {
  const sender = await begun()
  const { at, token } = sender
  expect(await sentBy(sender, await newPhone())).toBe(200)
  at.pass(6 * minute)
  // The app asks in a browser, which brings the session along.
  vi.stubGlobal(
    'fetch',
    (path: string, init: { readonly body: string; readonly headers: object }) =>
      at.ask(path, { token, body: init.body, headers: { ...init.headers } }),
  )
  const another = await newPhone()
  const app = serviceOverHttp(another.signedText)
  const [command] = (JSON.parse(await fineIn(sender)) as { commands: Kept['command'][] }).commands
  const kept: Kept = { place: 1, command: command!, madeAt: at.needs.clock() }
  await expect(app.send(at.fundId, [kept])).rejects.toMatchObject({ kind: 'signed-out' })
})
