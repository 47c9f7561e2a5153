import type { MessageChoices, OutgoingText } from '#domain/fund/messages.ts'
import { sealingBy } from '#infra/system/sealing.ts'
import { issueCard } from '#src/app/identity/cards.ts'
import { type Carried, sendMessagesOf } from '#src/app/messages/carrying.ts'
import { choose, makeMessageCode } from '#src/app/messages/linking.ts'
import { answerTo } from '#src/app/messages/menu.ts'
import { linkOfMember } from '#src/app/messages/rows.ts'
import { bookOf } from '#src/app/queries.ts'
import { type MessageNeeds, messageNeeds } from '#src/http/messages/needs.ts'
import type { AppNeeds } from '#src/http/needs.ts'
import { cheapSecrets } from '#test/support/cheap-secrets.ts'
import { type Practice, practice } from '#test/support/service.ts'

export type Texting = Practice & {
  readonly texts: OutgoingText[]
  readonly with: MessageNeeds
  /** Whether the gateway takes texts just now. */
  readonly gateway: { isUp: boolean }
  readonly memberIdOf: (card: string) => Promise<string>
  /** Hands a member a code and writes it from a phone; two officers stand behind it where a second is named. */
  readonly link: (card: string, phone: string, second?: string) => Promise<string | undefined>
  readonly write: (phone: string, text: string) => Promise<string | undefined>
  readonly send: () => Promise<Carried>
  readonly pinOf: (card: string) => Promise<string>
  /** Records commands as the record-keeper would. */
  readonly enter: (command: object) => Promise<string>
  readonly rows: () => Promise<string>
}

const messageSecret = 'a message secret for tests, long enough'

/** The practice service with phones: what is sent lands in a list. */
export const texting = async (day?: string, more: Partial<AppNeeds> = {}): Promise<Texting> => {
  const texts: OutgoingText[] = []
  const gateway = { isUp: true }
  const its = await practice(
    {
      secrets: cheapSecrets(),
      ...more,
      messages: {
        sealing: sealingBy({ secret: messageSecret, things: 'messages' }),
        carrier: async (text) => {
          if (gateway.isUp) texts.push(text)
          return gateway.isUp ? 'taken' : 'not-taken'
        },
      },
    },
    undefined,
    day,
  )
  const { needs, fundId, networkId } = its
  const all = messageNeeds(needs)!
  const memberIdOf = async (card: string) =>
    (await bookOf(needs.store, fundId))!.members.find((one) => one.card === card)!.memberId
  const write = (from: string, text: string) => answerTo(all, { networkId, from, text })
  return {
    ...its,
    texts,
    with: all,
    gateway,
    memberIdOf,
    write,
    link: async (card, phone, second) => {
      const whose = { networkId, fundId, memberId: await memberIdOf(card) }
      const stoodBehind = second === undefined ? undefined : { second }
      return write(phone, (await makeMessageCode(all, whose, officer, stoodBehind)).code)
    },
    send: () => sendMessagesOf(all, { networkId, fundId }),
    pinOf: async (card) =>
      (await issueCard(needs, { fundId, memberId: await memberIdOf(card) })).pin,
    enter: async (command) => {
      // The clock stands: what is entered is entered a moment later than what was done before.
      its.pass(1000)
      const sent = { id: needs.ids(), v: 1, effectiveOn: needs.today(), ...command }
      const [answer] = await needs.record(fundId, [sent as never], {
        actor: 'test',
        device: 'test',
      })
      return 'seq' in answer! ? answer.id : `not taken: ${JSON.stringify(answer)}`
    },
    rows: async () => {
      const kinds = ['link', 'code', 'waiting', 'state', 'taken'] as const
      const found = []
      for (const kind of kinds) found.push(await needs.store.messageRows(networkId, kind, fundId))
      return JSON.stringify(found.flat())
    },
  }
}

/** Who hands out a code. */
export const officer = { actor: 'officer', device: 'desk' } as const

export const phone = '012 345 678'
export const same = '+85512345678'
export const other = '+85598765432'
export const hour = 3_600_000
export const day = 24 * hour

/** What a member chose for the linked phone, by card. */
export const chosen = async (its: Texting, card: string, choices: Partial<MessageChoices>) => {
  const { networkId, fundId } = its
  const memberId = await its.memberIdOf(card)
  const link = (await linkOfMember(its.with, { networkId, fundId, memberId }))!
  return choose(its.with, link, choices)
}

export const deposit = async (its: Texting, card: string, amount = 12_000): Promise<string> =>
  its.enter({ type: 'RecordDeposit', memberId: await its.memberIdOf(card), amount })
