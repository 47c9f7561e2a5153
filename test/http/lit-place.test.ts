import { expect, test } from 'vitest'
import type { Door } from '#src/app/practice/practice-people.ts'
import { type Desk, desk } from '#test/http/desk/at-desk.ts'

/*
 * In the bar that place is lit from which the page is reached: whoever looks where she is finds the way back there. Every
 * page that is found within two links of a place is opened, and so is the receipt of each kind of line of the book.
 */

const unescaped = (href: string): string => href.replaceAll('&amp;', '&')

const linksIn = (page: string): readonly string[] =>
  [...page.matchAll(/href="(\/[^"#]*)"/g)].map(([, href]) => unescaped(href!))

type Opened = {
  readonly lit: string | undefined
  readonly links: readonly string[]
  /** What its head calls the first page, where it leads back there. */
  readonly first: string | undefined
}

const barOf = (page: string): string => /<nav class="places"[^]*?<\/nav>/.exec(page)?.[0] ?? ''

const litIn = (page: string): string | undefined =>
  /<a href="([^"]*)"\s+aria-current="true"/.exec(barOf(page))?.[1]

const open = async ({ ask, token }: Desk, path: string): Promise<Opened | undefined> => {
  const asked = await ask(path, { token })
  const moved = asked.status === 303 ? asked.headers.get('location') : null
  const answer = moved === null ? asked : await ask(moved, { token })
  if (!answer.ok || !answer.headers.get('content-type')?.includes('html')) return undefined
  const page = await answer.text()
  if (barOf(page) === '') return undefined
  const first = /<a class="before" href="(?:\/|[^"]*\/today)"[^]*?<span>(.*?)<\/span>/.exec(
    page,
  )?.[1]
  return { lit: litIn(page), links: linksIn(page.slice(page.indexOf('<main'))), first }
}

/** The page behind an address, whatever it is about. */
const kindOf = (href: string): string =>
  href
    .split('?')[0]!
    .replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, ':id')
    .replaceAll(/\d{4}-\d\d-\d\d/g, ':day')
    .replace(/entries\/\d+/, 'entries/:seq')

/** First pages light no place; a receipt, and what is about a line, light that of the line, whoever leads there. */
const isOfNoPlace = (kind: string): boolean =>
  kind === '/' || /\/today$|\/(entries|receipts)\/|record\/correction$/.test(kind)

type Found = {
  readonly kind: string
  readonly lit: string | undefined
  readonly from: string[]
  readonly first: string | undefined
}

/** Pages that are found within two links of the bar, each kind once, with the places of those that lead there. */
const crawled = async (at: Desk): Promise<readonly Found[]> => {
  const bar = linksIn(barOf(await (await at.ask('/more', { token: at.token })).text()))
  const found = new Map<string, Opened | undefined>()
  const ledFrom = new Map(bar.map((place) => [kindOf(place), new Set([place])]))
  let level: readonly string[] = bar
  for (const isLast of [false, false, true]) {
    const next: string[] = []
    for (const href of level) {
      const kind = kindOf(href)
      if (found.has(kind)) continue
      const page = await open(at, href)
      found.set(kind, page)
      if (isLast || page?.lit === undefined || isOfNoPlace(kind)) continue
      for (const link of page.links) {
        const from = ledFrom.get(kindOf(link)) ?? new Set()
        ledFrom.set(kindOf(link), from.add(page.lit))
        next.push(link)
      }
    }
    level = next
  }
  return [...found].flatMap(([kind, page]) =>
    page === undefined || isOfNoPlace(kind)
      ? []
      : [{ kind, ...page, from: [...(ledFrom.get(kind) ?? [])] }],
  )
}

const short = (place: string | undefined): string => kindOf(place ?? 'none')

/** With little time the two who see most of it are followed. */
const isLong = process.env['TEST_BUDGET'] === 'ci'
const followed = [
  'record-keeper',
  'auditor',
  ...(isLong ? ['chair', 'administrator'] : []),
] as Door[]

test.each(followed)('for the %s that place is lit from which a page is reached', async (door) => {
  const pages = await crawled(await desk(door))
  expect(pages.length).toBeGreaterThan(3)
  const wrong = pages
    .filter(({ lit, from }) => !from.includes(lit ?? ''))
    .map(({ kind, lit, from }) => `${kind}: ${short(lit)}, from ${from.map(short).join(' ')}`)
  expect(wrong).toEqual([])
  const names = new Set(pages.flatMap(({ first }) => (first === undefined ? [] : [first])))
  expect([...names]).toHaveLength(1)
})

test('a receipt lights the place in which its line is written down, on every receipt of the year', async () => {
  const at = await desk()
  const rows = await at.needs.store.read(at.fundId, 0, 10_000)
  const lit = new Map<string, string>()
  for (const { type, id } of rows)
    if (!lit.has(type)) {
      const page = await open(at, `/funds/${at.fundId}/receipts/${id}`)
      lit.set(type, page?.lit?.split('/').at(-1) ?? 'none')
    }
  const places = { meeting: 'meetings', members: 'members', loans: 'loans', money: 'money' }
  expect(Object.fromEntries(lit)).toMatchObject({
    MeetingClosed: places.meeting,
    RepaymentRecorded: places.loans,
    LoanPaidOut: places.loans,
    SharesBought: places.members,
    ExpensePaid: places.money,
  })
})
