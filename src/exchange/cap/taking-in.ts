import type { Hasher, Notes } from '#domain/ports.ts'
import { type KeptAlert, keepAlert } from '#src/app/alerts.ts'
import { type AlertFaultAt, alertOf, dayOfAlert } from '#src/exchange/cap/alert.ts'

/** How the text of an alert is got from an address; or why it was not. Given where a list of addresses is set. */
export type AlertFeeds = {
  readonly addresses: readonly string[]
  readonly fetch: (
    address: string,
  ) => Promise<{ readonly text: string } | { readonly code: 'feed-not-reached' | 'alert-too-long' }>
}

type Needs = { readonly store: Notes; readonly hash: Hasher }

export type TakenIn = { readonly alertId: string } | AlertFaultAt

/** Takes in an alert as it came, from a page, a file or an address. */
export const takeInAlert = async (needs: Needs, fundId: string, text: string): Promise<TakenIn> => {
  const read = alertOf(text)
  if ('code' in read) return read
  const alert: KeptAlert = {
    ...read.alert,
    hash: needs.hash(text),
    from: dayOfAlert(read.alert),
  }
  return { alertId: await keepAlert(needs, fundId, alert) }
}

/** Asks every address of the list once; how many alerts came, and how many addresses gave none. */
export const pollFeeds = async (
  needs: Needs,
  fundId: string,
  { addresses, fetch }: AlertFeeds,
): Promise<{ readonly taken: number; readonly failed: number }> => {
  let taken = 0
  for (const address of addresses) {
    const got = await fetch(address)
    if ('text' in got && 'alertId' in (await takeInAlert(needs, fundId, got.text))) taken += 1
  }
  return { taken, failed: addresses.length - taken }
}
