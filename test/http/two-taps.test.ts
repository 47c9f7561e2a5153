import { expect, test } from 'vitest'
import { scopeFor } from '#domain/access/table.ts'
import type { Role } from '#domain/access/roles.ts'
import type { Action } from '#domain/access/actions.ts'
import type { Command } from '#domain/village.ts'
import { acts } from '#src/desk/acts.ts'
import { oneOfEach } from '#test/http/commands/one-of-each.ts'
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

/** Records whatever fits, so that there is something of most of what can be done. */
const fill = async (at: Desk): Promise<void> => {
  const by = { actor: 'practice', device: 'practice' }
  for (const command of Object.values(await oneOfEach(at)) as Command[])
    if (command.type !== 'DismissAuditors' && command.type !== 'DecideFuture')
      await at.needs.record(at.fundId, [command], by)
}

/** What has a page only while it is so, on the page of the thing itself: none of it is so here. */
const onlyWhileItIsSo = [
  'letters/:code',
  'audits/:auditId/findings/:findingId/reply',
  'away/:entryId/erase',
  'people/:memberId/kin/end',
  'meetings/:day/pass/:memberId',
  'meetings/:day/pass/:memberId/back',
  'record/explaining',
  'record/appeal',
  'record/payout-part',
  'record/relief-word',
  'record/relief-lapse',
  'record/support-vote',
  'record/support-part',
].map((path) => `/funds/:fundId/${path}`)

/** Forms that stand on the page of what they are about. */
const homes = new Map<string, string>(
  acts.flatMap(({ name, home }) =>
    home
      ? [[`/funds/:fundId/record/${name}`, home({ fundId: ':fundId' }, ':loanId')] as const]
      : [],
  ),
)

const roles = { 'record-keeper': ['record-keeper'], chair: ['chair'] } as const satisfies Record<
  string,
  readonly Role[]
>

test.each(['record-keeper', 'chair'] as const)(
  'the %s finds the page of every form within two links of the bar',
  async (door) => {
    const at = await desk(door)
    await fill(at)
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
      .map(({ path }) => homes.get(path) ?? path)
      .filter((path) => {
        const pattern = new RegExp(`^${path.replaceAll(/:\w+/g, '[^/]+')}$`)
        return !seen.some((href) => pattern.test(href))
      })
    const so = forms.map(({ path }) => path).filter((path) => onlyWhileItIsSo.includes(path))
    expect(lost.toSorted()).toEqual(so.toSorted())
  },
)
