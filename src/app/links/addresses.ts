import { base64Of } from '#domain/kernel/base64.ts'
import { type OutsideKind, type StandingLink, markedText } from '#domain/network/links.ts'
import type { Hasher } from '#domain/ports.ts'
import { type RowNeeds, addressOf, foundRow, sealedRow } from '#src/app/messages/rows.ts'

/** Rows of the network itself, and of no fund. */
export const ofNoFund = ''

type Address = { readonly kind: OutsideKind; readonly to: string }

type Needs = RowNeeds & { readonly hash: Hasher }

const urlMax = 500

/** An address for a webhook as it is kept: https without a login; plain http only where private addresses are allowed. */
const hookAddress = (typed: string, mayBePrivate: boolean): string | undefined => {
  try {
    const url = new URL(typed.trim())
    const { protocol, username, password, hash, href } = url
    const isKnown = protocol === 'https:' || (mayBePrivate && protocol === 'http:')
    return isKnown && username + password + hash === '' && href.length <= urlMax ? href : undefined
  } catch {
    return undefined
  }
}

/** What was typed as it is kept and told to; undefined for what is no address of that kind. */
export const outsideAddress = (
  kind: OutsideKind,
  typed: string,
  mayBePrivate: boolean,
): string | undefined => (kind === 'webhook' ? hookAddress(typed, mayBePrivate) : addressOf(typed))

export const markOfAddress = (hash: Hasher, linkId: string, { kind, to }: Address): string =>
  hash(markedText(linkId, [kind, to]))

/** The row that keeps an address; the journal has its mark alone. */
export const addressRow = (
  needs: Pick<RowNeeds, 'sealing'>,
  networkId: string,
  { linkId, ...value }: Address & { readonly linkId: string },
) => sealedRow(needs, networkId, { kind: 'address', key: linkId, fundId: ofNoFund, value })

/** Where a link leads; undefined where that is not kept, or is another address than two have set. */
export const addressIn = async (
  needs: Needs,
  networkId: string,
  { linkId, mark, kind }: StandingLink,
): Promise<string | undefined> => {
  const found = await foundRow<Address>(needs, networkId, { kind: 'address', key: linkId })
  if (!found || found.value.kind !== kind) return undefined
  return markOfAddress(needs.hash, linkId, found.value) === mark ? found.value.to : undefined
}

/** By which key what a webhook is told is signed: of the service's secret and of this link alone. */
export const hookKeyOf = async (
  { sealing }: Pick<RowNeeds, 'sealing'>,
  networkId: string,
  linkId: string,
): Promise<Uint8Array<ArrayBuffer>> => {
  const hex = await sealing.mark(networkId, `webhook key ${linkId}`)
  return Uint8Array.from(hex.match(/../g)!, (byte) => Number.parseInt(byte, 16))
}

/** The key as Standard Webhooks writes it. */
export const hookSecret = (key: Uint8Array): string => `whsec_${base64Of(key)}`
