import type { Somebody } from '#test/http/access/people.ts'
import type { SmallFund } from '#test/http/access/small-fund.ts'
import { secretOfAll, today, type twoNetworks } from '#test/http/access/two-networks.ts'
import { ourHost } from '#test/support/service.ts'

export type Village = Awaited<ReturnType<typeof twoNetworks>>

/** Asks the service as somebody of the first fund or its network. */
export const asking = (village: Village) => {
  const { f1, f2, a } = village
  const find = (way: string, home = f1, networkId = a.networkId): Somebody =>
    village.people.find(
      (one) =>
        one.way === way &&
        one.networkId === networkId &&
        (one.home === home || !['chair', 'record-keeper', 'counter'].includes(way)),
    )!
  const send = async (
    who: Somebody,
    path: string,
    { json, method }: { readonly json?: unknown; readonly method?: string } = {},
  ): Promise<Response> =>
    village.service.request(path, {
      method: method ?? (json === undefined ? 'GET' : 'POST'),
      headers: {
        host: ourHost,
        authorization: `Bearer ${await who.token()}`,
        ...(json === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(json === undefined ? {} : { body: JSON.stringify(json) }),
    })
  const one = async (answer: Response) =>
    ((await answer.json()) as { readonly answers: readonly Record<string, unknown>[] }).answers[0]!
  const envelope = () => ({ id: village.needs.ids(), effectiveOn: today })
  return { f1, f2, find, send, one, envelope }
}

export const paperOf = (number: string) => [{ paper: 'id-card', number }]

/** What is asked for a neighbour, looked at by the chair. */
export const wanted = (fund: SmallFund, more: object = {}) => ({
  windowId: fund.canary,
  amount: 100_000,
  parts: 1,
  kind: 'papers',
  isAdult: true,
  way: 'cash',
  reason: 'to see the aunt',
  memberId: fund.memberIds.neighbour,
  checkerId: fund.memberIds.chair,
  papers: paperOf('000 111 222'),
  ...more,
})

export const chairIn = ({ logins }: SmallFund) => ({
  login: `${logins} chair`,
  secret: secretOfAll,
})
