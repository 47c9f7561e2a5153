import { issueCard } from '#src/app/identity/cards.ts'
import type { Service } from '#src/http/app.ts'
import type { Somebody } from '#test/http/access/people.ts'
import type { Means } from '#test/http/access/means.ts'
import { bodyOf, methodOf, pathOf } from '#test/http/access/requests.ts'
import type { SmallFund } from '#test/http/access/small-fund.ts'
import { type Target, networkOf, newKeys } from '#test/http/access/targets.ts'
import type { TwoNetworks } from '#test/http/access/two-networks.ts'
import { ourHost } from '#test/support/service.ts'

/** An answer as whoever asked can see it, but for what differs between any two answers. */
export type Seen = {
  readonly status: number
  readonly text: string
  readonly headers: string
}

/** The number of the request, and how many more a minute allows. */
const passing = /^(x-request-id|ratelimit.*|x-ratelimit.*)$/

export const seen = async (response: Response): Promise<Seen> => ({
  status: response.status,
  text: await response.text(),
  headers: [...response.headers]
    .filter(([name]) => !passing.test(name))
    .map(([name, value]) => `${name}: ${value}`)
    .toSorted()
    .join('\n'),
})

/** Each stranger comes from an address of its own, so that none of them is told to wait. */
let addresses = 0

type Sent = {
  readonly route: string
  readonly target: Target
  readonly token: string | undefined
  readonly means: Omit<Means, 'target' | 'newId'>
}

export const send = async (
  { service, needs, a, b }: TwoNetworks,
  { route, target, token, means }: Sent,
): Promise<Seen> => {
  const {
    query = '',
    json,
    form,
    files,
  } = await bodyOf(route, {
    ...means,
    target,
    newId: needs.ids,
  })
  const body = files?.() ?? (form && new URLSearchParams(form)) ?? (json && JSON.stringify(json))
  const { deviceToken } = target.networkId === b.networkId ? b : a
  addresses += 1
  const remoteAddress = `10.${(addresses >> 16) & 255}.${(addresses >> 8) & 255}.${addresses & 255}`
  const response = await service.request(
    `${pathOf(route, target)}${query}`,
    {
      method: methodOf(route),
      headers: {
        host: ourHost,
        ...(json === undefined ? {} : { 'content-type': 'application/json' }),
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        // What signs in by a name is a device that the network knows.
        ...(route === 'POST /sign-in'
          ? { cookie: `__Host-device=${deviceToken}`, 'sec-fetch-site': 'same-origin' }
          : {}),
      },
      ...(body === undefined ? {} : { body: body as BodyInit }),
    },
    { incoming: { socket: { remoteAddress } } },
  )
  return seen(response)
}

/** Keys and a card that whoever signs in by them may use up. */
export const meansOf = (
  village: TwoNetworks,
  { fundId, networkId, memberIds }: SmallFund,
  isDryRun: boolean,
): Sent['means'] => ({
  keys: () => newKeys(village, networkOf(village, networkId)),
  card: () => issueCard(village.needs, { fundId, memberId: memberIds.neighbour }),
  isDryRun,
})

/** Routes that end the session which asks, or what the caller's other requests need. */
const endsTheSession: readonly string[] = [
  'DELETE /v1/sessions/current',
  'POST /sign-out',
  'POST /quick-exit',
  'POST /sign-in',
  'POST /card',
  'POST /step-up',
  'POST /funds/:fundId/me/kept',
  'POST /v1/sessions/current/step-up',
]

/** Somebody who may not, and somebody of the same fund and network who may; none where nobody may. */
export const pairOf = <Of extends { readonly somebody: Somebody }>(
  mayNot: readonly Of[],
  may: readonly Of[],
): { readonly refused: Of; readonly allowed: Of } | undefined => {
  for (const refused of mayNot) {
    const { home, networkId } = refused.somebody
    const allowed = may.find(
      ({ somebody }) => somebody.home === home && somebody.networkId === networkId,
    )
    if (allowed) return { refused, allowed }
  }
  return undefined
}

/**
 * The same service with one grant too many: whoever asks is let in by the right of another. Each matrix has to find it.
 */
export const openTo = (village: TwoNetworks, token: string): TwoNetworks => {
  const request: Service['request'] = (asked, { headers, ...init } = {}, env) =>
    village.service.request(
      asked,
      { ...init, headers: { ...(headers as object), authorization: `Bearer ${token}` } },
      env,
    )
  const service = Object.assign(Object.create(village.service) as Service, { request })
  return { ...village, service }
}

export const tokenFor = async (somebody: Somebody, route: string): Promise<string> =>
  endsTheSession.includes(route) ? (await somebody.freshSession()).token : somebody.token()
