import { beforeAll, expect, test } from 'vitest'
import type { Door } from '#src/app/practice/practice-people.ts'
import { type Service, app } from '#src/http/app.ts'
import { attempts, hostileText, spoiltStore } from '#test/hostile/hostile-words.ts'
import { everyQuery, strictPolicy } from '#test/hostile/watching.ts'
import { cheapSecrets } from '#test/support/cheap-secrets.ts'
import { reached } from '#test/support/reached.ts'
import { type Practice, ourHost, practice } from '#test/support/service.ts'

/*
 * Every page that is served, of a fund whose every text is hostile, and every field of every form on them: what the
 * browser tests show on a part of the pages is held here on all of them, on the mark-up itself.
 */

/** With little time the record-keeper alone, every third page, and all fields of a form at once. */
const isLong = process.env['TEST_BUDGET'] === 'ci'
const doors: readonly (Door | undefined)[] = isLong
  ? [undefined, 'household', 'record-keeper', 'chair', 'administrator']
  : ['record-keeper']

let village: Practice
let service: Service
let known: Readonly<Record<string, string>>
const tokens = new Map<Door | undefined, string>()

type Shown = { readonly door: Door | undefined; readonly path: string; readonly html: string }
const shown: Shown[] = []
const seenPages = new Set<string>()
let asked = 0

/** Texts that would be mark-up if they stood in a page as they were written. */
const live = attempts.filter((attempt) => attempt.includes('<'))
const inQuotes = attempts.filter((attempt) => /^["']/.test(attempt))

/** What of an answer could run: our own scripts are files of this house, and nothing of a page is inline. */
const wrongWith = (html: string, policy: string | null): readonly string[] => [
  ...live.filter((attempt) => html.includes(attempt)),
  ...inQuotes.filter((attempt) => html.includes(`value=${attempt}`)),
  ...(/<script(?! src="\/[a-z]+\.[0-9a-f]{12}\.js" defer)/.test(html)
    ? ['a script of somebody else']
    : []),
  ...(/<[a-z][^>]*\son[a-z]+\s*=/i.test(html.replaceAll(/"[^"]*"/g, '""')) ? ['a handler'] : []),
  ...(policy?.startsWith(strictPolicy) ? [] : ['no strict policy']),
]

const ask = async (door: Door | undefined, path: string, form?: URLSearchParams) => {
  asked += 1
  const token = tokens.get(door)
  const remoteAddress = `10.7.${(asked >> 8) & 255}.${asked & 255}`
  const answer = await service.request(
    path,
    {
      method: form ? 'POST' : 'GET',
      headers: { host: ourHost, ...(token ? { authorization: `Bearer ${token}` } : {}) },
      ...(form ? { body: form } : {}),
    },
    { incoming: { socket: { remoteAddress } } },
  )
  const html = await answer.text()
  const wrong = wrongWith(html, answer.headers.get('content-security-policy'))
  return { status: answer.status, html, wrong: wrong.map((one) => `${path}: ${one}`) }
}

const fresh = async (): Promise<void> => {
  for (const door of doors) if (door) tokens.set(door, await village.as(door))
}

const idsOf = async (): Promise<Readonly<Record<string, string>>> => {
  const { needs, fundId, networkId } = village
  const { memberId } = (await needs.store.cards(fundId))[0]!
  const subjects = await needs.store.subjects(fundId)
  const keyOf = (kind: string): string => subjects.find((one) => one.kind === kind)?.key ?? 'none'
  const rows = await needs.store.read(fundId, 0, 5000)
  const [user] = await needs.store.users(networkId)
  const [device] = await needs.store.devices(networkId)
  return {
    fundId,
    memberId,
    loanId: keyOf('loan'),
    entryId: rows.find(({ type }) => type === 'RepaymentRecorded')!.id,
    eventId: keyOf('event'),
    windowId: keyOf('window'),
    code: keyOf('support'),
    userId: user!.userId,
    deviceId: device!.deviceId,
    day: '2025-12-20',
    name: 'trial-balance',
    figure: 'par30',
    cardId: (await needs.store.cards(fundId))[0]!.cardId,
  }
}

const subjects = (): string =>
  new URLSearchParams({
    member: known['memberId']!,
    loan: known['loanId']!,
    entry: known['entryId']!,
    fund: known['fundId']!,
    support: known['code']!,
    event: known['eventId']!,
  }).toString()

const pathTo = (pattern: string): string =>
  pattern.replaceAll(/:(\w+)/g, (_, name: string) => known[name] ?? 'none')

/** Odd addresses are asked for by those who may open most. */
const isOdd = (door: Door | undefined): boolean => door === 'record-keeper' || door === undefined

beforeAll(async () => {
  village = await practice({ secrets: cheapSecrets() })
  service = app({ ...village.needs, store: spoiltStore(village.needs.store) })
  known = await idsOf()
  await fresh()
})

test('words that want to be a script stand as text on every page that is served, whoever opens it', async () => {
  const pages = service.pages.filter(
    ({ method }, place) => method === 'get' && (isLong || place % 3 === 0),
  )
  const wrong: string[] = []
  for (const door of doors) {
    await fresh()
    for (const [place, { path }] of pages.entries())
      for (const query of [subjects(), ...(isOdd(door) ? [`${subjects()}&${everyQuery()}`] : [])]) {
        const told = await ask(door, `${pathTo(path)}?${query}`)
        wrong.push(...told.wrong)
        if (told.status !== 200) continue
        seenPages.add(path)
        if (query === subjects()) shown.push({ door, path: pathTo(path), html: told.html })
        if (place % 60 === 59) await fresh()
      }
  }
  expect(wrong).toEqual([])
  expect(seenPages.size).toBeGreaterThan(isLong ? 120 : 20)
  reached({
    promise: 'P17',
    tried: 'pages of hostile text, by whoever may open them',
    count: asked,
    atLeast: isLong ? 1_700 : 70,
    found: wrong.length,
  })
})

type Form = { readonly action: string; readonly fields: readonly (readonly [string, string])[] }

const unescaped = (text: string): string =>
  text
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')

/** Forms of a page, with what stands in their fields. */
const formsIn = (html: string): readonly Form[] =>
  [...html.matchAll(/<form[^>]*method="post"[^>]*action="([^"]*)"[^>]*>([\s\S]*?)<\/form>/g)].map(
    ([, action, inside]) => ({
      action: unescaped(action!),
      fields: [...inside!.matchAll(/<(?:input|textarea|select)\b[^>]*?name="([^"]+)"[^>]*?>/g)].map(
        ([tag, name]) => [name!, unescaped(/value="([^"]*)"/.exec(tag)?.[1] ?? '')] as const,
      ),
    }),
  )

/** Ways out, after which nobody would be here to go on; and what would take the clock of a test to read a book. */
const isLast = (action: string): boolean =>
  /sign-out|quick-exit|\/end|shut-out|revoke|book/.test(action)

test('typed into every field of every form, alone or with all others, they come back as text or not at all', async () => {
  const wrong: string[] = []
  let fields = 0
  const done = new Set<string>()
  for (const { door, path, html } of shown)
    for (const { action, fields: own } of formsIn(html)) {
      const at = action === '' ? path : action.split('?')[0]!
      const name = `${at} ${own.map(([one]) => one).join()}`
      if (isLast(at) || !at.startsWith('/') || done.has(name)) continue
      done.add(name)
      for (const which of ['all', ...(isLong ? own.map(([one]) => one) : [])]) {
        const form = new URLSearchParams(
          own.map(([one, value]) => [one, which === 'all' || which === one ? hostileText : value]),
        )
        const told = await ask(door, at, form)
        wrong.push(...told.wrong)
        fields += 1
        if (fields % 250 === 0) await fresh()
      }
    }
  expect(wrong).toEqual([])
  console.log(`P17: ${fields} fields of ${done.size} forms`)
  reached({
    promise: 'P17',
    tried: 'fields of all forms, typed into',
    count: fields,
    atLeast: isLong ? 1_450 : 15,
    found: wrong.length,
  })
})

test('a page that does not escape, and one without the policy, are caught by the same look', () => {
  for (const attempt of live) expect(wrongWith(`<p>${attempt}</p>`, strictPolicy)).not.toEqual([])
  for (const attempt of inQuotes)
    expect(wrongWith(`<input value=${attempt}>`, strictPolicy)).not.toEqual([])
  expect(wrongWith('<p onclick=x>x</p>', strictPolicy)).toEqual(['a handler'])
  expect(wrongWith('<p>x</p>', null)).toEqual(['no strict policy'])
})
