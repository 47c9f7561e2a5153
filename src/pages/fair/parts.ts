import { html } from 'hono/html'
import { ownPlace } from '#src/pages/household/parts.ts'
import { type Html, type PageFrame, layout, behindFirstPage } from '#src/pages/layout.ts'
import { quoteWords } from '#src/words/quote-words.ts'

/** Where a page about fair lending stands: whose fund, and whether a household reads it. */
export type FairPlace = PageFrame & {
  readonly fundId: string
  readonly fundName: string
  /** A household has the way out on top and goes back to its passbook. */
  readonly isHousehold: boolean
}

export const fairPaths = {
  quote: (fundId: string): string => `/funds/${fundId}/quote`,
  agreement: (fundId: string): string => `/funds/${fundId}/quote/agreement`,
  rules: (fundId: string): string => `/funds/${fundId}/rules`,
  newRules: (fundId: string): string => `/funds/${fundId}/rules/new`,
  buyOut: (fundId: string): string => `/funds/${fundId}/buy-out`,
} as const

/** Whoever reads the page goes back to where they came from: the passbook, or the first page. */
export const wayBackOf = ({ fundId, isHousehold, language }: FairPlace) => {
  const words = quoteWords.in(language)
  return isHousehold ? { href: ownPlace.own(fundId), label: words.backToOwn } : behindFirstPage
}

/** A page in the frame of all pages; for a household the way out comes first. */
export const fairLayout = (place: FairPlace, name: string, content: Html): Html =>
  layout({
    ...place,
    printedFor: place.fundName,
    back: wayBackOf(place),
    isLeftAtOnce: place.isHousehold,
    content: html`<div class="fair ${name}">${content}</div>`,
  })

export const linkButton = (href: string, label: string): Html =>
  html`<a class="button" href="${href}">${label}</a>`
