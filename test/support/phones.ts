import { sealingBy } from '#infra/system/sealing.ts'
import type { OutgoingText, WaitingMessage } from '#domain/fund/messages.ts'
import { sendMessagesOf } from '#src/app/messages/carrying.ts'
import { linkByCode, makeMessageCode } from '#src/app/messages/linking.ts'
import { foundRows, linkOfMember } from '#src/app/messages/rows.ts'
import { fundId, networkId, smallNetwork } from '#test/support/small-network.ts'

export const hour = 3_600_000
export const phone = '+85512345678'
export const place = { networkId, fundId }
export const whose = { ...place, memberId: 'm1' }
export const by = { actor: 'u1', device: 'd1' }

/** A small network with a gateway that can be down, and the phones of its members. */
export const withPhones = async () => {
  const its = await smallNetwork()
  const texts: OutgoingText[] = []
  const gateway = { isUp: true }
  const all = {
    ...its.needs,
    record: its.record,
    sealing: sealingBy({ secret: 'a message secret for tests, long', things: 'messages' }),
    say: (told: { readonly what: string }, { withAmounts }: { readonly withAmounts: boolean }) =>
      `${told.what}${withAmounts ? ' with sums' : ''}`,
    today: () => its.needs.clock().slice(0, 10),
    dayOf: (instant: string) => instant.slice(0, 10),
    carrier: async (text: OutgoingText) => {
      if (gateway.isUp) texts.push(text)
      return gateway.isUp ? ('taken' as const) : ('not-taken' as const)
    },
  }
  const link = async (
    address = phone,
    memberId = 'm1',
    stoodBehind?: Parameters<typeof makeMessageCode>[3],
  ) => {
    const { code } = await makeMessageCode(all, { ...place, memberId }, by, stoodBehind)
    return linkByCode(all, { networkId, address, code, language: 'en' })
  }
  const linked = () => linkOfMember(all, whose)
  const saves = async (memberId = 'm1') => {
    its.pass(1000)
    await its.entered([{ type: 'BuyShares', effectiveOn: '2025-02-01', memberId, shares: 1 }])
  }
  const waiting = () => foundRows<WaitingMessage>(all, networkId, { kind: 'waiting', fundId })
  const send = () => sendMessagesOf(all, place)
  return { ...its, all, texts, gateway, link, linked, saves, waiting, send }
}
