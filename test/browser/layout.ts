import type { Page } from 'playwright-core'
import { type Seen, type SeenPage, lookAt } from '#test/browser/seen.ts'

const smallestTarget = 48
const smallestText = 16
const lowestKhmer = 1.7
/* Browsers round the places of letters. */
const tolerance = 0.5

/** Khmer letters, not the sign of the riel alone, which English pages write too. */
const isKhmer = (text: string): boolean => /[\u1780-\u17da\u17dc-\u17ff\u19e0-\u19ff]/.test(text)

const pixels = (length: number): string => `${Math.round(length * 10) / 10} px`

type Rule = (seen: Seen, page: SeenPage) => string | undefined

const tooWide: Rule = ({ right, isHeld, isDrawn }, { width, contentWidth }) =>
  contentWidth > width && right > width + tolerance && !isHeld && !isDrawn
    ? `reaches ${pixels(right)} of ${pixels(width)} across`
    : undefined

/**
 * Text that cannot be read to its end; of a target, also text that hangs out of it. A font may reach
 * a little out of its lines without a letter being cut.
 */
const clipped: Rule = ({ cut, cuts, name, fontSize, isTarget, isInProse }) => {
  // The head is one line high: a long name of a fund ends in dots there, and stands whole on the page.
  if (name.endsWith('""') || name.startsWith('p.fund')) return undefined
  const mayHangOut = !isTarget || isInProse
  if (cut.across > 1 && (cuts.across || !mayHangOut))
    return `is ${pixels(cut.across)} too narrow for its text`
  if (cut.down > Math.max(1, 0.15 * fontSize) && (cuts.down || !mayHangOut))
    return `is ${pixels(cut.down)} too low for its text`
  return undefined
}

const smallTarget: Rule = ({ isTarget, isInProse, width, height }) =>
  isTarget && !isInProse && Math.min(width, height) < smallestTarget - tolerance
    ? `is a target of ${pixels(width)} by ${pixels(height)}, less than ${smallestTarget} px`
    : undefined

const smallText: Rule = ({ text, fontSize }) =>
  text !== '' && fontSize < smallestText - 0.05
    ? `is written in ${pixels(fontSize)}, less than ${smallestText} px`
    : undefined

const lowKhmer: Rule = ({ text, lineHeight, isDrawn }) =>
  isKhmer(text) && !isDrawn && lineHeight < lowestKhmer - 0.005
    ? `is Khmer with line-height ${lineHeight === 0 ? 'normal' : lineHeight}, less than ${lowestKhmer}`
    : undefined

const rules: readonly Rule[] = [tooWide, clipped, smallTarget, smallText, lowKhmer]
const mostOfOneRule = 8

const ofThePage = (page: SeenPage): string[] => [
  ...(page.contentWidth > page.width
    ? [`the page is ${pixels(page.contentWidth)} wide on a screen of ${pixels(page.width)}`]
    : []),
  ...(page.isForPhones ? [] : ['the page does not ask a phone for its own width']),
  ...page.failedFonts.map((font) => `the font ${font} did not load`),
  ...(page.hasWebfont || !page.elements.some(({ text }) => isKhmer(text))
    ? []
    : ['Khmer is written without a font of the page']),
]

/** The complaints about a page that was looked at; of one sort, the first few and the number of the rest. */
export const complaintsAbout = (page: SeenPage): readonly string[] => [
  ...ofThePage(page),
  ...rules.flatMap((rule) => {
    const lines = page.elements.flatMap((seen) => {
      const complaint = rule(seen, page)
      return complaint === undefined ? [] : [`${seen.name} ${complaint}`]
    })
    const rest = lines.length - mostOfOneRule
    return rest > 0 ? [...lines.slice(0, mostOfOneRule), `and ${rest} more like it`] : lines
  }),
]

/** What of a page does not fit its screen or cannot be read or pressed, one line each. */
export const layoutProblems = async (page: Page): Promise<readonly string[]> =>
  complaintsAbout(await lookAt(page))
