import type { Page } from 'playwright-core'

/** What one element of a page is like for whoever looks at it. Lengths are in CSS pixels. */
export type Seen = {
  /** Its tag and class, and the first of its words. */
  readonly name: string
  readonly right: number
  readonly width: number
  readonly height: number
  /** The text that stands in it directly, or is typed or hinted in it. */
  readonly text: string
  readonly fontSize: number
  /** As a multiple of the font size; 0 where the browser is left to choose. */
  readonly lineHeight: number
  readonly isTarget: boolean
  /** A link within a sentence, which may be as low as its line. */
  readonly isInProse: boolean
  readonly isDrawn: boolean
  /** Inside a part of the page that scrolls, or is cut, by itself. */
  readonly isHeld: boolean
  /** By how much its content is wider and higher than the room that it shows. */
  readonly cut: { readonly across: number; readonly down: number }
  /** Whether what does not fit is cut, rather than scrolled to or shown outside. */
  readonly cuts: { readonly across: boolean; readonly down: boolean }
}

export type SeenPage = {
  readonly width: number
  readonly contentWidth: number
  readonly isForPhones: boolean
  readonly failedFonts: readonly string[]
  readonly hasWebfont: boolean
  readonly elements: readonly Seen[]
}

/*
 * From here to `inPage`, the code runs in the page: it uses the page's own globals and what
 * `partsInPage` lists, because the rest of this file is not there.
 */
const targets = 'a[href], button, input:not([type=hidden]), select, textarea, summary'

const words = (text: string | null): string => (text ?? '').replaceAll(/\s+/g, ' ').trim()

const letters = (text: string | null): number =>
  words(text).replaceAll(/[^\p{L}\p{N}]/gu, '').length

const isBox = (element: Element): element is HTMLInputElement =>
  element instanceof HTMLInputElement && /^(checkbox|radio)$/.test(element.type)

/** One pixel, cut off: for those who listen to the page. */
const isForEarsOnly = (element: Element): boolean => {
  const { width, height } = element.getBoundingClientRect()
  return width <= 1 && height <= 1 && getComputedStyle(element).position === 'absolute'
}

/** All elements below one that show, each with whether it is in a part that scrolls by itself. */
const shownBelow = (parent: Element, isHeld: boolean): { element: Element; isHeld: boolean }[] =>
  [...parent.children].flatMap((element) => {
    if (!element.checkVisibility() || isForEarsOnly(element)) return []
    const { visibility, overflowX } = getComputedStyle(element)
    const below = shownBelow(element, isHeld || overflowX !== 'visible')
    const isSeen = visibility === 'visible' && element.getClientRects().length > 0
    return isSeen ? [{ element, isHeld }, ...below] : below
  })

const ownText = (element: Element): string => {
  if (isBox(element)) return ''
  if (element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement)
    return words(element.value || element.placeholder)
  const direct = [...element.childNodes].filter(({ nodeType }) => nodeType === Node.TEXT_NODE)
  return words(direct.map(({ textContent }) => textContent).join(' '))
}

const blockAround = (element: Element): Element => {
  const parent = element.parentElement ?? document.body
  return getComputedStyle(parent).display === 'inline' ? blockAround(parent) : parent
}

const isInProse = (element: Element, display: string): boolean => {
  if (element.tagName !== 'A' || display !== 'inline') return false
  const block = blockAround(element)
  const linked = [...block.querySelectorAll('a')].map(({ textContent }) => letters(textContent))
  return letters(block.textContent) > linked.reduce((sum, count) => sum + count, 0)
}

/** The room of an element; that of a box to tick is its label's, when that is larger. */
const roomOf = (element: Element): DOMRect => {
  const parts: Element[] = [element, ...(isBox(element) ? (element.labels ?? []) : [])]
  const rooms = parts.map((part) => part.getBoundingClientRect())
  return rooms.reduce((a, b) => (b.height * b.width > a.height * a.width ? b : a))
}

const seenOf = (element: Element, isHeld: boolean): Seen => {
  const { display, fontSize, lineHeight, overflowX, overflowY } = getComputedStyle(element)
  const { right, width, height } = roomOf(element)
  const size = Number(fontSize.replace('px', ''))
  const isDrawn = element instanceof SVGElement
  const scale = element instanceof SVGGraphicsElement ? (element.getScreenCTM()?.d ?? 1) : 1
  const hasRoom = display !== 'inline' && !isDrawn
  return {
    name: `${[element.localName, ...element.classList].join('.')} "${words(element.textContent).slice(0, 40)}"`,
    right,
    width,
    height,
    text: ownText(element),
    fontSize: size * scale,
    lineHeight: lineHeight === 'normal' ? 0 : Number(lineHeight.replace('px', '')) / size,
    isTarget: element.matches(targets),
    isInProse: isInProse(element, display),
    isDrawn,
    isHeld,
    cut: {
      across: hasRoom ? element.scrollWidth - element.clientWidth : 0,
      down: hasRoom ? element.scrollHeight - element.clientHeight : 0,
    },
    cuts: { across: /hidden|clip/.test(overflowX), down: /hidden|clip/.test(overflowY) },
  }
}

const seenPage = (): SeenPage => {
  const fonts = [...document.fonts]
  const viewport = document.querySelector<HTMLMetaElement>('meta[name=viewport]')?.content ?? ''
  return {
    width: document.documentElement.clientWidth,
    contentWidth: document.documentElement.scrollWidth,
    isForPhones: viewport.includes('width=device-width'),
    failedFonts: fonts.filter(({ status }) => status === 'error').map(({ family }) => family),
    hasWebfont: fonts.some(({ status }) => status === 'loaded'),
    elements: shownBelow(document.body, false).map(({ element, isHeld }) =>
      seenOf(element, isHeld),
    ),
  }
}

const partsInPage = {
  words,
  letters,
  isBox,
  isForEarsOnly,
  shownBelow,
  ownText,
  blockAround,
  isInProse,
  roomOf,
  seenOf,
  seenPage,
}

const inPage = [
  `const targets = ${JSON.stringify(targets)}`,
  ...Object.entries(partsInPage).map(([name, part]) => `const ${name} = ${part.toString()}`),
  'return seenPage()',
].join('\n')

/**
 * Looks at a page as it now is: all elements that show, and the page around them. It comes as one text, for which the
 * browser and we do half the work that a value of many parts asks for.
 */
export const lookAt = async (page: Page): Promise<SeenPage> =>
  JSON.parse(await page.evaluate<string>(`JSON.stringify((() => {\n${inPage}\n})())`)) as SeenPage
