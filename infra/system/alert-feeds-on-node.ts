import { lookup } from 'node:dns/promises'
import type { IncomingMessage, RequestOptions, request as plainRequest } from 'node:http'
import { request } from 'node:https'
import type { LookupFunction } from 'node:net'
import { type AskFeed, isPrivateAddress } from '#infra/system/alert-feeds.ts'

type Address = { readonly address: string; readonly family: number }

/** What is outside: how names become addresses, and what carries the asking. */
export type Outside = {
  readonly addressesOf: (hostname: string) => Promise<readonly Address[]>
  readonly isPrivate: (address: string) => boolean
  readonly request: typeof plainRequest
  readonly port: number
}

export const theInternet: Outside = {
  addressesOf: (hostname) => lookup(hostname, { all: true }),
  isPrivate: isPrivateAddress,
  request: request as typeof plainRequest,
  port: 443,
}

/**
 * The addresses of a name, all of them public, or an error. What was looked at is what is connected to: a name that
 * leads elsewhere a moment later is asked for no second time.
 */
export const publicOnly =
  ({ addressesOf, isPrivate }: Pick<Outside, 'addressesOf' | 'isPrivate'>): LookupFunction =>
  (hostname, options, callback) => {
    const found = async (): Promise<readonly Address[]> => {
      const all = await addressesOf(hostname)
      if (all.length === 0 || all.some(({ address }) => isPrivate(address)))
        throw new Error('not a public name')
      return all
    }
    found().then(
      (all) =>
        options.all ? callback(null, [...all]) : callback(null, all[0]!.address, all[0]!.family),
      (error: Error) => callback(error, ''),
    )
  }

const sent = (outside: Outside, options: RequestOptions): Promise<IncomingMessage> =>
  new Promise((resolve, reject) => {
    outside.request(options, resolve).on('error', reject).end()
  })

/** Asks over a connection of its own, to a public address alone; a redirect is an answer without an alert. */
export const askOnNode =
  (outside: Outside = theInternet): AskFeed =>
  async (address, { headers, signal }) => {
    const { hostname, pathname, search } = new URL(address)
    const answer = await sent(outside, {
      host: hostname.replaceAll(/[[\]]/g, ''),
      port: outside.port,
      path: pathname + search,
      headers: { ...headers },
      agent: false,
      signal,
      lookup: publicOnly(outside),
    })
    if (answer.statusCode === 200) return { body: answer, etag: answer.headers.etag }
    answer.destroy()
    return answer.statusCode === 304 ? 'unchanged' : 'nothing'
  }
