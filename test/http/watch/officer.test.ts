import { beforeAll, expect, test } from 'vitest'
import type { Role } from '#domain/access/roles.ts'
import { isApartFromOffice } from '#src/app/identity/offices.ts'
import { atDesk } from '#test/http/cases/desk.ts'
import { type Village, asking } from '#test/http/support/team.ts'
import { ofRegister, registerIds } from '#test/http/access/register-fixture.ts'
import { ofWatch, watchIds } from '#test/http/access/watch-fixture.ts'
import { today, twoNetworks } from '#test/http/access/two-networks.ts'
import { pageText } from '#test/pages/page-text.ts'

/* The recruiter is the chair of a fund, and is given a post of the network by the same login. */

const posts = [
  'migration-worker',
  'case-supervisor',
  'watchdog-reviewer',
  'administrator',
] as const satisfies readonly Role[]

let village: Village
const officers = new Map<string, Awaited<ReturnType<typeof atDesk>>>()

beforeAll(async () => {
  village = await twoNetworks()
  const { find } = asking(village)
  const { needs, a, f1 } = village
  for (const post of posts) {
    const who = await atDesk(village, find(post))
    const own = { fundId: f1.fundId, memberId: f1.memberIds.chair }
    await needs.store.keepMembership({ networkId: a.networkId, userId: who.userId, ...own })
    officers.set(post, who)
  }
})

const pathsOf = (method: 'get' | 'post'): readonly string[] => {
  const { partyId, factId, routeId } = registerIds(village.a.canary)
  const { reportId, decisionId, letterId } = watchIds(village.a.canary)
  const ids = { partyId, factId, routeId, reportId, decisionId, letterId }
  return village.service.pages
    .filter((page) => page.method === method && isApartFromOffice(page.rule as never))
    .map(({ path }) =>
      path.replaceAll(/:(\w+)/g, (_, name: string) => (ids as Record<string, string>)[name] ?? 'x'),
    )
}

test('an officer of a fund reads no page of rulings and of the register, by whatever post', async () => {
  const paths = pathsOf('get')
  expect(paths.length).toBeGreaterThan(20)
  const shut = new Map<string, number>()
  for (const who of officers.values())
    for (const path of paths) {
      const answer = await who.ask(path)
      expect(answer.status, path).toBe(403)
      if (pageText(await answer.text()).includes('You hold an office in a fund'))
        shut.set(path, (shut.get(path) ?? 0) + 1)
    }
  // Each was shut to somebody for the office and not for want of a post.
  expect([...shut.keys()].toSorted()).toEqual([...new Set(paths)].toSorted())
})

test('nor sends one of their forms', async () => {
  for (const who of officers.values())
    for (const path of pathsOf('post')) expect((await who.ask(path, {})).status, path).toBe(403)
})

test('nor sends one of their commands to the API', async () => {
  const { a, needs } = village
  const at = { ids: needs.ids, on: today }
  const commands = [
    ...Object.values(ofWatch(at, a.canary, a.newcomerId)),
    ...Object.values(ofRegister(at, registerIds(a.canary), a.newcomerId)),
  ]
  const { find, send } = asking(village)
  const before = (await needs.store.networkHead(a.networkId))!.seq
  const refused = new Set<string>()
  for (const post of posts)
    for (const command of commands) {
      const path = `/v1/networks/${a.networkId}/commands`
      const answer = await send(find(post), path, { json: { commands: [command] } })
      const { answers } = (await answer.json()) as {
        readonly answers?: readonly { readonly code: string }[]
      }
      if (answers?.[0]?.code === 'officer-of-a-fund') refused.add(command.type)
    }
  expect([...refused].toSorted()).toEqual([...new Set(commands.map(({ type }) => type))].toSorted())
  expect((await needs.store.networkHead(a.networkId))!.seq).toBe(before)
})

test('a member of a fund who holds no office has power over no money, and reads on', async () => {
  const fresh = await twoNetworks()
  const who = asking(fresh).find('migration-worker')
  expect((await asking(fresh).send(who, '/watch')).status).toBe(200)
  const { a, f1 } = fresh
  const { userId } = await atDesk(fresh, who)
  const memberId = f1.memberIds.neighbour
  await fresh.needs.store.keepMembership({
    networkId: a.networkId,
    userId,
    fundId: f1.fundId,
    memberId,
  })
  expect((await asking(fresh).send(who, '/watch')).status).toBe(200)
})

test('an administrator reads in the network’s journal that reports were checked, and none of their codes', async () => {
  const fresh = await twoNetworks()
  const { find, send } = asking(fresh)
  const path = `/v1/networks/${fresh.a.networkId}/journal?limit=200`
  const answer = await send(find('administrator'), path)
  expect(answer.status).toBe(200)
  const { items: entries } = (await answer.json()) as {
    readonly items: readonly { readonly type: string; readonly data: string }[]
  }
  const ofReports = entries.filter(({ type }) => /^(Report|Ruling|Decision|Watch)/.test(type))
  expect(ofReports.length).toBeGreaterThan(5)
  for (const { data } of ofReports) expect(data).toBe('')
})

/** The log read with one line a page, each page full; what is asked meanwhile stands before what was. */
const linesOneByOne = async (ask: (query: string) => Promise<Response>): Promise<string[]> => {
  const actions: string[] = []
  for (let cursor: string | null = ''; cursor !== null;) {
    const answer = await ask(`limit=1${cursor && `&cursor=${cursor}`}`)
    const { items, nextCursor } = (await answer.json()) as {
      readonly items: readonly { readonly activityId: string; readonly action: string }[]
      readonly nextCursor: string | null
    }
    expect(items).toHaveLength(1)
    if (nextCursor !== null) expect(nextCursor).toBe(items[0]!.activityId)
    actions.push(items[0]!.action)
    cursor = nextCursor
  }
  return actions
}

test('an administrator who holds an office in a fund learns from no journal and no log when reports were looked after', async () => {
  const fresh = await twoNetworks()
  const { find, send } = asking(fresh)
  const { a, f1, needs } = fresh
  // Somebody of the team reads the rulings: that stands in the log of the network.
  expect((await send(find('migration-worker'), '/watch')).status).toBe(200)
  const who = await atDesk(fresh, find('administrator'))
  const at = `/v1/networks/${a.networkId}`
  const actionsIn = async (): Promise<readonly string[]> => {
    const answer = await who.ask(`${at}/log?limit=100`)
    expect(answer.status).toBe(200)
    const { items } = (await answer.json()) as { readonly items: readonly { action: string }[] }
    return items.map(({ action }) => action)
  }
  expect((await who.ask(`${at}/journal`)).status).toBe(200)
  expect(await actionsIn()).toContain('read-watch')
  const own = { fundId: f1.fundId, memberId: f1.memberIds.chair }
  await needs.store.keepMembership({ networkId: a.networkId, userId: who.userId, ...own })
  const shut = await who.ask(`${at}/journal`)
  expect([shut.status, (await shut.json()) as object]).toMatchObject([
    403,
    { code: 'officer-of-a-fund' },
  ])
  const left = await actionsIn()
  expect(left).toContain('read-network-log')
  expect(left.filter((action) => /watch|register|Report|Ruling|Party/.test(action))).toEqual([])
  // Line by line as well: no page is short, and no cursor is the id of a line that is left out, which says when that was.
  const one = await linesOneByOne((query) => who.ask(`${at}/log?${query}`))
  expect(one.slice(-left.length)).toEqual(left)
})
