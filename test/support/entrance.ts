import type { Card, User } from '#domain/ports.ts'
import { memoryStore } from '#infra/memory/store.ts'
import { randomIds, randomOnNode, sha256 } from '#infra/system/system.ts'
import { issueCard } from '#src/app/identity/cards.ts'
import type { IdentityNeeds, NamingNeeds } from '#src/app/identity/identity.ts'
import { enrolDevice } from '#src/app/identity/one-time-keys.ts'
import { signIn, signInByCard } from '#src/app/identity/sign-in.ts'
import { addUser, setSecret } from '#src/app/identity/users.ts'
import { type CheapSecrets, cheapSecrets } from '#test/support/cheap-secrets.ts'

export const minute = 60_000
export const hour = 60 * minute
export const day = 24 * hour

export const goodSecret = 'seven palms by the river'
const wrong = 'not what was chosen at all'

/** One network and one fund with people at its doors, a clock that is moved by hand, and no HTTP. */
export const entrance = async (store: IdentityNeeds['store'] = memoryStore()) => {
  let now = Date.parse('2026-01-20T02:00:00.000Z')
  const secrets: CheapSecrets = cheapSecrets()
  const needs: IdentityNeeds & NamingNeeds = {
    store,
    secrets,
    random: randomOnNode,
    hash: sha256,
    clock: () => new Date(now).toISOString(),
    ids: randomIds,
    signer: { mark: (scope, text) => sha256(`a secret outside ${scope} ${text}`) },
  }
  const networkId = randomIds()
  const fundId = randomIds()
  const { token: deviceToken, device } = await enrolDevice(needs, {
    networkId,
    label: 'the phone of the committee',
    by: 'test',
  })
  return {
    needs,
    secrets,
    networkId,
    fundId,
    device,
    deviceToken,
    pass: (ms: number) => {
      now += ms
    },
    /** Somebody with a login and the good secret. */
    person: async (login: string): Promise<User> => {
      const user = await addUser(needs, { networkId, login })
      if ('code' in user) throw new Error(user.code)
      await setSecret(needs, user, goodSecret)
      return (await store.user(networkId, user.userId))!
    },
    come: (login: string, secret = goodSecret, by: IdentityNeeds = needs) =>
      signIn(by, { deviceToken, login, secret }),
    guess: (login: string, by: IdentityNeeds = needs) =>
      signIn(by, { deviceToken, login, secret: wrong }),
    /** Tokens of more phones of the network. */
    phones: (count: number): Promise<string[]> =>
      Promise.all(
        Array.from({ length: count }, async () => {
          const phone = await enrolDevice(needs, { networkId, label: 'another phone', by: 'test' })
          return phone.token
        }),
      ),
    guessOn: (phone: string, login: string) =>
      signIn(needs, { deviceToken: phone, login, secret: wrong }),
    printed: (): Promise<{ token: string; pin: string; card: Card }> =>
      issueCard(needs, { fundId, memberId: randomIds() }),
    show: (cardToken: string, pin: string) =>
      signInByCard(needs, { cardToken, pin, networkOfFund: async () => networkId }),
  }
}

export type Entrance = Awaited<ReturnType<typeof entrance>>

/** What came of a try: `in`, or why not. */
export const told = (came: object): string => ('code' in came ? String(came.code) : 'in')

/** A PIN that is not the one given. */
export const otherPin = (pin: string): string => (pin === '000000' ? '000001' : '000000')
