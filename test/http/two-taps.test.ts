import { expect, test } from 'vitest'
import { scopeFor } from '#domain/access/table.ts'
import type { Role } from '#domain/access/roles.ts'
import type { Action } from '#domain/access/actions.ts'
import { type Desk, desk } from '#test/http/desk/at-desk.ts'

const hrefs = (page: string): readonly string[] =>
  [...page.matchAll(/href="(\/[^"#]*)"/g)].map(([, href]) => href!.replaceAll('&amp;', '&'))

const bare = (href: string): string => href.split('?')[0]!

/** The five places of the bar. */
const placesIn = (page: string): readonly string[] =>
  hrefs(/<nav class="places"[^]*?<\/nav>/.exec(page)![0])

/** Every address that is seen within two links of a place, each page opened once. */
const seenFrom = async ({ ask, token }: Desk): Promise<ReadonlySet<string>> => {
  const open = async (path: string): Promise<readonly string[]> => {
    const answer = await ask(path, { token })
    const isPage = answer.headers.get('content-type')?.includes('html') ?? false
    return answer.ok && isPage ? hrefs(await answer.text()) : []
  }
  const places = placesIn(await (await ask('/more', { token })).text())
  expect(places).toHaveLength(5)
  const first = new Map<string, string>()
  for (const place of places)
    for (const href of await open(place)) if (!first.has(bare(href))) first.set(bare(href), href)
  const seen = new Set([...places, ...first.keys()])
  for (const href of first.values()) for (const one of await open(href)) seen.add(bare(one))
  return seen
}

const roles = { 'record-keeper': ['record-keeper'], chair: ['chair'] } as const satisfies Record<
  string,
  readonly Role[]
>

test.each(['record-keeper', 'chair'] as const)(
  'the %s finds the page of every form within two links of the bar',
  async (door) => {
    const at = await desk(door)
    const seen = [...(await seenFrom(at))]
    const { pages } = at.service
    const forms = pages.filter(
      ({ method, path, rule }) =>
        method === 'get' &&
        path.startsWith('/funds/:fundId/') &&
        !path.endsWith('/confirm') &&
        rule !== 'public' &&
        rule !== 'signed-in' &&
        scopeFor(rule as Action, roles[door]) === 'all' &&
        pages.some((one) => one.method === 'post' && one.path === path),
    )
    const lost = forms
      .map(({ path }) => path)
      .filter((path) => {
        const pattern = new RegExp(`^${path.replaceAll(/:\w+/g, '[^/]+')}$`)
        return !seen.some((href) => pattern.test(href))
      })
    expect(lost).toEqual([])
  },
)
