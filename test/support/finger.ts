import { gunzipSync } from 'node:zlib'
import { pageText } from '#test/pages/page-text.ts'
import type { Practice } from '#test/support/service.ts'

const attribute = (tag: string, name: string): string | undefined => {
  const found = new RegExp(`\\s${name}(?:="([^"]*)")?(?=[\\s/>])`).exec(tag)
  return found ? (found[1] ?? '').replaceAll('&amp;', '&') : undefined
}

const all = (text: string, pattern: RegExp): readonly string[] =>
  [...text.matchAll(pattern)].map(([found]) => found)

/** What stands in a closed fold is neither seen nor pressed before the fold is opened. */
const shownIn = (page: string, opened: ReadonlySet<string>): string =>
  page.replaceAll(
    /<details([^>]*)>\s*<summary>([^]*?)<\/summary\s*>([^]*?)<\/details\s*>/g,
    (fold, more, line) => (/\sopen\b/.test(more) || opened.has(pageText(line).trim()) ? fold : ''),
  )

/** What a browser sends of a form that nobody has touched. */
const heldIn = (form: string): Map<string, string> => {
  const held = new Map<string, string>()
  for (const input of all(form, /<input[^>]*>/g)) {
    const isBox = /type="(?:checkbox|radio)"/.test(input)
    if (isBox && attribute(input, 'checked') === undefined) continue
    held.set(attribute(input, 'name')!, attribute(input, 'value') ?? (isBox ? 'on' : ''))
  }
  for (const select of all(form, /<select[^]*?<\/select\s*>/g)) {
    const chosen = all(select, /<option[^>]*>/g).find(
      (one) => attribute(one, 'selected') !== undefined,
    )
    held.set(attribute(select, 'name')!, attribute(chosen ?? '<option>', 'value') ?? '')
  }
  return held
}

/** A window without script: the page in it, and what was done to it since it was loaded. */
const windowOf = ({ ask }: Practice, token: string) => {
  const now = {
    requests: 0,
    /** Of every page but the first, and of each style sheet once, as they go over the line. */
    bytes: 0,
    files: new Set<string>(),
    path: '',
    page: '',
    typed: new Map<string, string | undefined>(),
    opened: new Set<string>(),
  }
  const get = async (address: string, body?: URLSearchParams) => {
    const headers = { 'accept-encoding': 'gzip' }
    const answer = await ask(address, { token, headers, ...(body && { body }) })
    const sent = new Uint8Array(await answer.arrayBuffer())
    const isPacked = answer.headers.get('content-encoding') === 'gzip'
    return { answer, sent, text: new TextDecoder().decode(isPacked ? gunzipSync(sent) : sent) }
  }
  /** Styles are kept under their name: each is asked for once. */
  const style = async (page: string): Promise<void> => {
    for (const link of all(page, /<link[^>]*stylesheet[^>]*>/g)) {
      const href = attribute(link, 'href')!
      if (now.files.has(href)) continue
      now.files.add(href)
      now.bytes += (await get(href)).sent.length
    }
  }
  const load = async (address: string, body?: URLSearchParams): Promise<void> => {
    now.requests += 1
    const { answer, sent, text } = await get(address, body)
    if (now.path !== '') now.bytes += sent.length
    const next = answer.headers.get('location')
    if (answer.status === 303 && next !== null) return load(next)
    Object.assign(now, { path: address, page: text })
    await style(text)
    now.typed.clear()
    now.opened.clear()
  }
  const missing = (what: string, said: RegExp | string): never => {
    const seen = pageText(now.page).slice(0, 1500)
    throw new Error(`no ${what} ${String(said)} at ${now.path}: ${seen}`)
  }
  /** The first part of the page that can be seen and is called so. */
  const found = (what: string, said: RegExp | string, pattern: RegExp): string => {
    const isCalled = (part: string): boolean => {
      const text = pageText(part).trim()
      return typeof said === 'string' ? text === said : said.test(text)
    }
    return all(shownIn(now.page, now.opened), pattern).find(isCalled) ?? missing(what, said)
  }
  /** A field by its name, where it can be seen. */
  const field = (name: string): string =>
    all(shownIn(now.page, now.opened), /<(?:input|select)[^>]*>/g).find(
      (tag) => attribute(tag, 'name') === name,
    ) ?? missing('field', name)
  return { now, load, found, field }
}

/** What pressing a button sends: what its form holds, as it was typed over, and the button itself. */
const sentBy = (button: string, form: string, typed: ReadonlyMap<string, string | undefined>) => {
  const fields = heldIn(form)
  for (const [name, text] of typed) {
    if (text === undefined) fields.delete(name)
    else if (form.includes(`name="${name}"`)) fields.set(name, text)
  }
  const [tag] = /<button[^>]*>/.exec(button)!
  const name = attribute(tag, 'name')
  if (name !== undefined) fields.set(name, attribute(tag, 'value') ?? '')
  return new URLSearchParams([...fields])
}

/**
 * One finger at a browser without script. A tap is a link that is followed, a button that is pressed, a fold that is
 * opened, a box that is ticked, a field that is begun to be typed in.
 */
export const finger = (village: Practice, token: string) => {
  let taps = 0
  let fields = 0
  const { now, load, found, field } = windowOf(village, token)
  const tapOn: typeof found = (...what) => {
    taps += 1
    return found(...what)
  }
  return {
    taps: () => taps,
    /** How many fields were typed in. */
    fields: () => fields,
    requests: () => now.requests,
    bytes: () => now.bytes,
    path: () => now.path,
    page: () => now.page,
    text: () => pageText(now.page),
    /** Typed into the address line, or where signing in leads: no tap of the page. */
    open: (address: string) => load(address),
    follow: (said: RegExp | string) =>
      load(attribute(tapOn('link', said, /<a [^>]*href=[^]*?<\/a\s*>/g), 'href')!),
    unfold: (said: RegExp | string): void => {
      const line = tapOn('fold', said, /<summary>[^]*?<\/summary\s*>/g)
      now.opened.add(pageText(line).trim())
    },
    type: (name: string, text: string): void => {
      taps += 1
      fields += 1
      field(name)
      now.typed.set(name, text)
    },
    /** Ticks a box, or takes its tick away. */
    tick: (name: string): void => {
      taps += 1
      const box = field(name)
      const isTicked = attribute(box, 'checked') !== undefined
      now.typed.set(name, isTicked ? undefined : (attribute(box, 'value') ?? 'on'))
    },
    press: async (said: RegExp | string): Promise<void> => {
      const button = tapOn('button', said, /<button[^>]*>[^]*?<\/button\s*>/g)
      const form = all(now.page, /<form[^]*?<\/form\s*>/g).find((one) => one.includes(button))!
      const action = attribute(button, 'formaction') ?? attribute(form, 'action') ?? now.path
      await load(action, sentBy(button, form, now.typed))
    },
  }
}

export type Finger = ReturnType<typeof finger>
