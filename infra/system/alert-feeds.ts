const bytesMax = 256 * 1024
const waitMs = 10_000

const isFour = (address: string): boolean => /^\d{1,3}(\.\d{1,3}){3}$/.test(address)

/** This machine, private networks, links, groups, what is set aside for examples, and what stands for another address. */
const privateFour =
  /^(0|10|127|22[4-9]|2[3-5]\d|100\.(6[4-9]|[7-9]\d|1[01]\d|12[0-7])|169\.254|172\.(1[6-9]|2\d|3[01])|192\.(0|168)|198\.1[89])\./
const privateSix = /^(::|f[cd]|fe[89a-f]|ff|2001:db8|2002:|64:ff9b)/

/** Addresses of private networks and of none: nothing is ever asked for there. */
export const isPrivateAddress = (address: string): boolean => {
  const plain = address.toLowerCase()
  const mapped = plain.replace(/^::ffff:(?=\d+\.)/, '')
  return isFour(mapped) ? privateFour.test(mapped) : privateSix.test(plain)
}

/** `https`, no login in it, no other port. */
export const isFeedAddress = (address: string): boolean => {
  try {
    const { protocol, username, password, port, hostname } = new URL(address)
    const bare = hostname.replaceAll(/[[\]]/g, '')
    return (
      protocol === 'https:' &&
      username + password + port === '' &&
      !((isFour(bare) || bare.includes(':')) && isPrivateAddress(bare)) &&
      !/(^|\.)(localhost|local|internal)$/.test(bare)
    )
  } catch {
    return false
  }
}

/** The text of a body as far as it may go; undefined where it goes further. */
const textWithin = async (body: AsyncIterable<Uint8Array>): Promise<string | undefined> => {
  const decoder = new TextDecoder('utf-8')
  let text = ''
  let bytes = 0
  for await (const chunk of body) {
    bytes += chunk.byteLength
    if (bytes > bytesMax) return undefined
    text += decoder.decode(chunk, { stream: true })
  }
  return text + decoder.decode()
}

type Got = { readonly text: string } | { readonly code: 'feed-not-reached' | 'alert-too-long' }

/** What an address gave: a body, or that nothing is new since the answer with this mark. */
type FeedAnswer =
  | { readonly body: AsyncIterable<Uint8Array>; readonly etag: string | undefined }
  | 'unchanged'
  | 'nothing'

/** Asks one address once: no redirect is followed; given up at the signal, wherever it is then. */
export type AskFeed = (
  address: string,
  asked: { readonly headers: Readonly<Record<string, string>>; readonly signal: AbortSignal },
) => Promise<FeedAnswer>

const accept = 'application/cap+xml, application/xml, text/xml'

/**
 * Asks addresses for their alerts, each anew for every fund; an address that says that nothing is new since gives the
 * text that it gave before. That is remembered for as long as the program runs, and for no more addresses than are configured.
 */
export const alertFetcher = (ask: AskFeed = askByFetch, wait = waitMs) => {
  const before = new Map<string, { readonly etag: string; readonly text: string }>()
  return async (address: string): Promise<Got> => {
    if (!isFeedAddress(address)) return { code: 'feed-not-reached' }
    const known = before.get(address)
    const headers = { accept, ...(known && { 'if-none-match': known.etag }) }
    try {
      const answer = await ask(address, { headers, signal: AbortSignal.timeout(wait) })
      if (answer === 'unchanged' && known) return { text: known.text }
      if (typeof answer === 'string') return { code: 'feed-not-reached' }
      const text = await textWithin(answer.body)
      before.delete(address)
      if (text === undefined) return { code: 'alert-too-long' }
      if (answer.etag !== undefined) before.set(address, { etag: answer.etag, text })
      return { text }
    } catch {
      // Whatever went wrong out there, the page says that this address gave nothing.
      return { code: 'feed-not-reached' }
    }
  }
}

/** Where names cannot lead into a private network (Workers), the platform's own way to ask does. */
export const askByFetch: AskFeed = async (address, asked) => {
  const { status, body, headers } = await fetch(address, { ...asked, redirect: 'error' })
  if (status === 304) return 'unchanged'
  return status === 200 && body ? { body, etag: headers.get('etag') ?? undefined } : 'nothing'
}
