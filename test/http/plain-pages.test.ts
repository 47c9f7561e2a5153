import { expect, test } from 'vitest'
import { pageText } from '#test/pages/page-text.ts'
import { jargon } from '#test/support/jargon.ts'
import { type Practice, practice } from '#test/support/service.ts'

const hrefs = (page: string): readonly string[] =>
  [...page.matchAll(/href="(\/[^"#]*)"/g)].map(([, href]) => href!.replaceAll('&amp;', '&'))

/** What kind of page an address is: one of many members, loans or days stands for all. */
const kindOf = (href: string): string =>
  href
    .split('?')[0]!
    .replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, '*')
    .replaceAll(/\/\d[\d-]*/g, '/*')

/** One page of each kind that is seen within two links of the first, with its text. */
const pagesOf = async (village: Practice, token: string): Promise<ReadonlyMap<string, string>> => {
  const found = new Map<string, string>()
  let next = ['/', '/more', '/glossary']
  for (let far = 0; far < 3; far += 1) {
    const seen: string[] = []
    for (const href of next) {
      const kind = kindOf(href)
      if (found.has(kind) || href.startsWith('/v1/') || href.includes('file=')) continue
      const answer = await village.ask(`${href}${href.includes('?') ? '&' : '?'}lang=en`, { token })
      const isPage = answer.headers.get('content-type')?.includes('html') ?? false
      const page = isPage ? await answer.text() : ''
      found.set(kind, pageText(page))
      seen.push(...hrefs(page))
    }
    next = seen
  }
  return found
}

test.each(['record-keeper', 'household', 'auditor', 'migration-worker', 'administrator'] as const)(
  'no page that a %s is led to has a word that a villager cannot know',
  async (door) => {
    const village = await practice()
    const pages = await pagesOf(village, await village.as(door))
    expect(pages.size).toBeGreaterThan(5)
    const met = [...pages].flatMap(([path, text]) =>
      jargon.flatMap((one) => {
        const found = one.exec(text)
        return found ? [[path, text.slice(Math.max(0, found.index - 40), found.index + 50)]] : []
      }),
    )
    expect(met).toEqual([])
  },
)
