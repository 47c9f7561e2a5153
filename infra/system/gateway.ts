import { isIP } from 'node:net'
import type { OutgoingText } from '#domain/fund/messages.ts'
import { isPrivateAddress } from '#infra/system/alert-feeds.ts'

export type Gateway = {
  readonly url: string
  /** Sent as `Authorization: Bearer …`, and never written anywhere. */
  readonly secret: string
  /** A gateway in the own house, such as a modem beside the server; then it may be plain http too. */
  readonly mayBePrivate: boolean
  readonly waitMs?: number
}

/** After so long a text counts as not taken. */
export const gatewayWaitMs = 10_000

/** Whether texts may go there at all. */
export const isAllowed = ({ protocol, hostname }: URL, mayBePrivate: boolean): boolean => {
  const bare = hostname.replaceAll(/[[\]]/g, '')
  if (mayBePrivate) return protocol === 'https:' || protocol === 'http:'
  // A name is looked at when it is looked up; an address that stands there itself is looked at here.
  return protocol === 'https:' && !(isIP(bare) > 0 && isPrivateAddress(bare))
}

/** How a text is said to a gateway; the same text again has the same id. */
export const postOf = ({ secret }: Pick<Gateway, 'secret'>, { id, to, text }: OutgoingText) => ({
  headers: { authorization: `Bearer ${secret}`, 'idempotency-key': id },
  body: JSON.stringify({ id, to, text }),
})
