import { expect, test } from 'vitest'
import { toRead, unsent } from '#domain/phone/outbox.ts'
import type { Command } from '#domain/village.ts'
import { type Service, ServiceFault } from '#src/pwa/service.ts'
import { codeSaid } from '#src/words/code-words.ts'
import { languages } from '#src/words/catalogue.ts'
import { idOf, memberId, officer } from '#test/contract/village-life.ts'
import { foundedVillage, fundId, phoneNeeds, syncedPhone } from '#test/pwa/village-with-phones.ts'

/* A meeting was written down on a phone without a network, and its fund was ended by two thirds of another meeting meanwhile. */

const on = (n: number, effectiveOn = '2026-06-20') => ({ id: idOf(n), v: 1, effectiveOn }) as const
const asked = (n: number, member: number): Command =>
  ({
    ...on(n),
    type: 'RequestLoan',
    loanId: `loan-${n}`,
    memberId: memberId(member),
    product: 'normal',
    principal: 15_000,
    months: 4,
    purpose: 'trade',
  }) as Command
const deposit = (n: number, member: number): Command =>
  ({ ...on(n), type: 'RecordDeposit', memberId: memberId(member), amount: 5_000 }) as Command
const paid = (n: number, loan: number): Command =>
  ({
    ...on(n),
    type: 'RecordPayout',
    loanId: `loan-${loan}`,
    number: `L${n}`,
    memberId: memberId(1),
    product: 'normal',
    principal: 15_000,
    months: 4,
  }) as Command

const meeting: readonly Command[] = [
  deposit(51, 1),
  asked(52, 1),
  asked(53, 2),
  paid(54, 52),
  deposit(55, 2),
]
const ended: Command = {
  ...on(40, '2026-06-10'),
  type: 'DecideFuture',
  future: 'end',
  votes: { present: 4, yes: 4, no: 0 },
} as Command

/** A phone that holds a meeting of a fund that has ended meanwhile. */
const phoneOfEnded = async () => {
  const village = await foundedVillage()
  await village.record(fundId, [deposit(30, 1), deposit(31, 2)], officer)
  const net: { says: 'unreachable' | 'not-yours' | undefined; sent: number } = {
    says: undefined,
    sent: 0,
  }
  const service: Service = {
    rowsAfter: async (...asking) => {
      if (net.says) throw new ServiceFault(net.says)
      return village.service.rowsAfter(...asking)
    },
    send: async (...sending) => {
      if (net.says) throw new ServiceFault(net.says)
      net.sent += sending[1].length
      return village.service.send(...sending)
    },
  }
  const phone = await syncedPhone(phoneNeeds(service))
  net.says = 'unreachable'
  const down = await phone.write(meeting.map((command) => ({ command })))
  expect(down).toEqual([])
  await village.record(fundId, [ended], officer)
  return { village, net, phone }
}

test('each line that waits for a fund that has ended is recorded, flagged or refused in words, and none is dropped', async () => {
  const { village, net, phone } = await phoneOfEnded()
  net.says = undefined
  expect(await phone.sync()).toBe('done')
  const { kept } = phone.shown()
  expect(kept.map(({ command }) => command.id)).toEqual(meeting.map(({ id }) => id))
  expect(kept.map(({ told }) => told?.outcome)).toEqual([
    'recorded',
    'refused',
    'refused',
    'flagged',
    'recorded',
  ])
  expect(unsent(kept)).toEqual([])
  // What was refused stays on top with a sentence in both languages until somebody has read it.
  expect(toRead(kept).map(({ command }) => command.id)).toEqual([idOf(52), idOf(53)])
  for (const { told } of toRead(kept))
    for (const language of languages)
      expect(codeSaid((told as { readonly code: string }).code, language)).toMatch(/\p{L}{4}/u)
  const { sent } = net
  await phone.sync()
  expect(net.sent).toBe(sent)
  for (const { command } of toRead(kept)) await phone.see(command.id)
  expect(toRead(phone.shown().kept)).toEqual([])
  expect(phone.shown().kept).toHaveLength(5)
  // Money that moved is in the book whatever became of the fund.
  const rows = await village.store.find(fundId, [idOf(51), idOf(54), idOf(55)])
  expect(rows).toHaveLength(3)
})

test('a phone that has heard that its fund ended begins nothing anew, and takes in money as ever', async () => {
  const { net, phone } = await phoneOfEnded()
  net.says = undefined
  await phone.sync()
  expect(await phone.write([{ command: asked(60, 3) }])).toMatchObject([
    { code: 'fund-does-not-go-on' },
  ])
  expect(await phone.write([{ command: deposit(61, 3) }])).toEqual([])
  expect(await phone.sync()).toBe('done')
  expect(phone.shown().kept.at(-1)!.told?.outcome).toBe('recorded')
})

test('where nobody may send for the fund any more all of it stays on the phone and is counted as waiting', async () => {
  const { net, phone } = await phoneOfEnded()
  net.says = 'not-yours'
  expect(await phone.sync()).toBe('not-yours')
  expect(unsent(phone.shown().kept)).toHaveLength(5)
  net.says = undefined
  expect(await phone.sync()).toBe('done')
  expect(unsent(phone.shown().kept)).toEqual([])
})
