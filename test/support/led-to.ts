import { pageText } from '#test/pages/page-text.ts'
import type { Practice } from '#test/support/service.ts'

const hrefs = (page: string): readonly string[] =>
  [...page.matchAll(/href="(\/[^"#]*)"/g)].map(([, href]) => href!.replaceAll('&amp;', '&'))

/** What kind of page an address is: one of many members, loans or days stands for all. */
const kindOf = (href: string): string =>
  href
    .split('?')[0]!
    .replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, '*')
    .replaceAll(/\/\d[\d-]*/g, '/*')

/** One page of each kind that somebody is led to within so many links of the first ones, with its text in English. */
export const pagesLedTo = async (
  { ask }: Practice,
  {
    token,
    first,
    links,
    isOpened,
  }: {
    readonly token: string
    readonly first: readonly string[]
    readonly links: number
    /** Whether an address that a page leads to is opened too. */
    readonly isOpened: (href: string) => boolean
  },
): Promise<ReadonlyMap<string, string>> => {
  const found = new Map<string, string>()
  let next = first
  for (let far = 0; far <= links; far += 1) {
    const seen: string[] = []
    for (const href of next) {
      const kind = kindOf(href)
      if (found.has(kind)) continue
      const answer = await ask(`${href}${href.includes('?') ? '&' : '?'}lang=en`, { token })
      const isPage = answer.headers.get('content-type')?.includes('html') ?? false
      const page = isPage ? await answer.text() : ''
      found.set(kind, pageText(page))
      seen.push(...hrefs(page).filter((one) => !one.includes('file=') && isOpened(one)))
    }
    next = seen
  }
  return found
}
