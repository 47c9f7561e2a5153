import type { HttpContext } from '#src/http/env.ts'
import type { AppNeeds } from '#src/http/needs.ts'

/* Where a request comes from, as far as requests of one sender are counted together. */

const four = /^(?:\d{1,3}\.){3}\d{1,3}$/

const isFour = (text: string): boolean =>
  four.test(text) && text.split('.').every((part) => Number(part) <= 255)

const groups = 8
const network = 4

/** The eight groups of a long address; undefined for what is none. */
const groupsOf = (text: string): readonly number[] | undefined => {
  const [head = '', tail, ...more] = text.split('::')
  if (more.length > 0) return undefined
  const read = (part: string): string[] => (part === '' ? [] : part.split(':'))
  const [before, after] = [read(head), read(tail ?? '')]
  const missing = groups - before.length - after.length
  if (tail === undefined ? missing !== 0 : missing < 1) return undefined
  const all = [...before, ...Array<string>(missing).fill('0'), ...after]
  if (!all.every((group) => /^[\da-f]{1,4}$/i.test(group))) return undefined
  return all.map((group) => Number.parseInt(group, 16))
}

/** A short address written within a long one: `::ffff:192.0.2.1`, as words or as numbers. */
const withinLong = (all: readonly number[]): string | undefined => {
  const isMapped = all.slice(0, 5).every((group) => group === 0) && all[5] === 0xff_ff
  if (!isMapped) return undefined
  const [high, low] = [all[6]!, all[7]!]
  return [high >> 8, high & 255, low >> 8, low & 255].join('.')
}

/** The last group of a mapped address may be written as a short one. */
const asGroups = (text: string): string =>
  text.replace(/(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/, (whole, ...parts: string[]) => {
    if (!isFour(whole)) return 'none'
    const [a, b, c, d] = parts.slice(0, 4).map(Number)
    return `${(a! * 256 + b!).toString(16)}:${(c! * 256 + d!).toString(16)}`
  })

/** Without what may stand around it: a port, brackets, the name of a line of this machine. */
const bare = (written: string): string => {
  const text = written.trim()
  const inBrackets = /^\[([^\]]*)\](?::\d{1,5})?$/.exec(text)?.[1]
  const without = inBrackets ?? text.replace(/^([\d.]+):\d{1,5}$/, '$1')
  return without.replace(/%.*$/, '')
}

/**
 * What an address counts as. Some proxies write the port of each connection beside it, and whoever has one long address
 * has 2^64 of them: neither makes another sender. What is no address is all of one sender.
 */
export const senderAddress = (written: string): string => {
  const text = bare(written)
  if (isFour(text)) return text
  const read = (long: string) => (long.includes(':') ? groupsOf(asGroups(long)) : undefined)
  // A port may stand behind a long address too, and looks like a group of it.
  const all = read(text) ?? read(text.replace(/:\d{1,5}$/, ''))
  if (!all) return 'nowhere'
  const own = all.slice(0, network).map((group) => group.toString(16))
  return withinLong(all) ?? `${own.join(':')}::/64`
}

/**
 * Where a request comes from: behind a TLS proxy, what that proxy itself wrote down last. A service that speaks TLS itself
 * has no proxy before it, and whoever writes such a line is asking to be counted as somebody else.
 */
export const addressOf = (
  context: HttpContext,
  { publicUrl, holdsTls }: Pick<AppNeeds, 'publicUrl' | 'holdsTls'>,
): string => {
  const isProxied = publicUrl !== undefined && holdsTls !== true
  const told = isProxied ? context.req.header('x-forwarded-for') : undefined
  const socket = context.env as { incoming?: { socket?: { remoteAddress?: string } } } | undefined
  return senderAddress(told?.split(',').at(-1) ?? socket?.incoming?.socket?.remoteAddress ?? '')
}
