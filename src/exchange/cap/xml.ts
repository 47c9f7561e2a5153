/*
 * As much of XML as an alert needs, and nothing by which a text could grow, ask for another one or never end:
 * no document type, no entity of its own, no processing instruction beside the declaration (ADR 62).
 */

export type XmlElement = {
  /** Without its prefix. */
  readonly name: string
  readonly namespace: string
  readonly children: readonly XmlElement[]
  /** All character data directly in it. */
  readonly text: string
}

export type XmlFault =
  | 'alert-too-long'
  | 'alert-has-doctype'
  | 'alert-has-entity'
  | 'alert-too-deep'
  | 'alert-not-xml'

const textMax = 256 * 1024
const depthMax = 20
const elementsMax = 2000

class Unreadable extends Error {
  readonly code: XmlFault
  /** How far the text was read. */
  at = 0
  constructor(code: XmlFault) {
    super(code)
    this.code = code
  }
}

const stop = (code: XmlFault = 'alert-not-xml'): never => {
  throw new Unreadable(code)
}

const known: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', apos: "'", quot: '"' }

const characterOf = (reference: string): string => {
  const code = reference.startsWith('x')
    ? Number.parseInt(reference.slice(1), 16)
    : Number.parseInt(reference, 10)
  const isCharacter = code >= 0x20 || code === 0x9 || code === 0xa || code === 0xd
  if (!isCharacter || code > 0x10_ffff || (code >= 0xd8_00 && code <= 0xdf_ff)) return stop()
  return String.fromCodePoint(code)
}

/** Character data with the references that XML knows by itself. */
const plain = (raw: string): string =>
  raw.replaceAll(/&([^;&\s]{0,12});?/g, (whole, name: string) => {
    if (!whole.endsWith(';')) return stop()
    if (/^#(\d{1,7}|x[\da-fA-F]{1,6})$/.test(name)) return characterOf(name.slice(1))
    return Object.hasOwn(known, name) ? known[name]! : stop('alert-has-entity')
  })

type Open = {
  name: string
  prefix: string
  spaces: Map<string, string>
  children: XmlElement[]
  text: string
}

const nameOf = /^(?:([A-Za-z_][\w.-]*):)?([A-Za-z_][\w.-]*)/
const attributeOf = /^\s+([A-Za-z_][\w:.-]*)\s*=\s*("[^"<]*"|'[^'<]*')/

/** A tag's attributes, of which only the names of namespaces are kept. */
const spacesOf = (tag: string, outer: ReadonlyMap<string, string>): Map<string, string> => {
  const spaces = new Map(outer)
  const seen = new Set<string>()
  let rest = tag
  for (let found = attributeOf.exec(rest); found; found = attributeOf.exec(rest)) {
    const [whole, name, quoted] = found
    if (seen.has(name!)) return stop()
    seen.add(name!)
    const value = plain(quoted!.slice(1, -1))
    if (name === 'xmlns') spaces.set('', value)
    else if (name!.startsWith('xmlns:')) spaces.set(name!.slice(6), value)
    rest = rest.slice(whole.length)
  }
  return rest.trim() === '' ? spaces : stop()
}

const begun = (tag: string, outer: ReadonlyMap<string, string>): Open => {
  const found = nameOf.exec(tag)
  if (!found) return stop()
  const [whole, prefix = '', name] = found
  return {
    name: name!,
    prefix,
    spaces: spacesOf(tag.slice(whole.length), outer),
    children: [],
    text: '',
  }
}

const ended = ({ name, prefix, spaces, children, text }: Open): XmlElement => {
  const namespace = spaces.get(prefix)
  if (prefix !== '' && namespace === undefined) return stop()
  return { name, namespace: namespace ?? '', children, text }
}

/** Up to the end of a part that begins here; what is in it, and where it goes on. */
const part = (text: string, at: number, [open, close]: readonly [string, string]) => {
  const end = text.indexOf(close, at + open.length)
  return end < 0 ? stop() : { inside: text.slice(at + open.length, end), next: end + close.length }
}

/** What has been opened and not closed, and the one element that all of it is in. */
class Reader {
  readonly stack: Open[] = []
  root: XmlElement | undefined
  private elements = 0

  say(data: string): void {
    const open = this.stack.at(-1)
    if (open) open.text += data
    else if (data.trim() !== '') stop()
  }

  close(open: Open): void {
    const element = ended(open)
    const outer = this.stack.at(-1)
    if (outer) outer.children.push(element)
    else if (this.root) stop()
    else this.root = element
  }

  end(name: string): void {
    const open = this.stack.pop() ?? stop()
    const own = open.prefix === '' ? open.name : `${open.prefix}:${open.name}`
    if (name.trim() !== own) stop()
    this.close(open)
  }

  begin(tag: string): void {
    this.elements += 1
    if (this.elements > elementsMax || this.stack.length >= depthMax) stop('alert-too-deep')
    const isEmpty = tag.endsWith('/')
    const inside = isEmpty ? tag.slice(0, -1) : tag
    const open = begun(inside, this.stack.at(-1)?.spaces ?? new Map())
    if (isEmpty) this.close(open)
    else this.stack.push(open)
  }
}

/** Takes in what begins with a `<`, and says where the text goes on. */
const takeMark = (reader: Reader, text: string, at: number): number => {
  if (text.startsWith('<!--', at)) return part(text, at, ['<!--', '-->']).next
  if (text.startsWith('<![CDATA[', at)) {
    const data = part(text, at, ['<![CDATA[', ']]>'])
    reader.say(data.inside)
    return data.next
  }
  if (text.startsWith('<!', at)) return stop('alert-has-doctype')
  if (text.startsWith('<?', at)) return stop()
  const tag = part(text, at, ['<', '>'])
  if (tag.inside.startsWith('/')) reader.end(tag.inside.slice(1))
  else reader.begin(tag.inside)
  return tag.next
}

const reading = (text: string): XmlElement => {
  const reader = new Reader()
  let at = 0
  try {
    while (at < text.length) {
      const next = text.indexOf('<', at)
      const until = next < 0 ? text.length : next
      reader.say(plain(text.slice(at, until)))
      at = until
      if (next >= 0) at = takeMark(reader, text, next)
    }
    return reader.stack.length === 0 && reader.root ? reader.root : stop()
  } catch (error) {
    if (error instanceof Unreadable) error.at = at
    throw error
  }
}

const linesIn = (text: string): number => text.split('\n').length

const declaration = /^﻿?\s*<\?xml\s[^?<>]*\?>/

/** Why a text cannot be read, and the line, from 1, up to which it could. */
type XmlFaultAt = { readonly code: XmlFault; readonly line: number }

/** The one element of a text, or why it cannot be read. */
export const xmlOf = (text: string): { readonly root: XmlElement } | XmlFaultAt => {
  if (text.length > textMax) return { code: 'alert-too-long', line: 1 }
  const body = text.replace(declaration, '').replace(/^﻿/, '')
  try {
    return { root: reading(body) }
  } catch (error) {
    if (error instanceof Unreadable) {
      const before = text.length - body.length
      return { code: error.code, line: linesIn(text.slice(0, before + error.at)) }
    }
    throw error
  }
}
