import { beforeAll, expect, test } from 'vitest'
import { caseOperations } from '#domain/cases/operations/all.ts'
import { casesOf } from '#src/app/cases/cases.ts'
import { unlocked } from '#src/app/cases/team.ts'
import { loginKeyOf } from '#src/app/identity/identity.ts'
import { practiceTeam } from '#src/app/practice/practice-cases.ts'
import { codeNameIn } from '#src/desk/cases/words.ts'
import { app } from '#src/http/app.ts'
import { everyPageWords } from '#src/words/words.ts'
import { servedRoutes } from '#test/http/access/served.ts'
import { withCookies } from '#test/http/cases/browsing.ts'
import { type Practice, practice, requestOf } from '#test/support/service.ts'

/* The browser’s list of pages, which whoever picks up the telephone reads, after a worker has opened all there is. */

const isLong = process.env['TEST_BUDGET'] === 'ci'

let village: Practice
let token: string
let pages: readonly string[]
let named: readonly string[]

/** All cases of the worker, opened by the own key. */
const hers = async () => {
  const { needs, networkId } = village
  const all = { ...needs.cases!, ...needs, networkId, today: needs.today() }
  const { login, passphrase } = practiceTeam[0]
  const user = await needs.store.userByLogin(networkId, loginKeyOf(login))
  const desk = await unlocked(all, { userId: user!.userId, passphrase })
  if (typeof desk === 'string' || 'may' in desk) throw new Error('the key stays shut')
  return { files: (await casesOf(all, desk)).map(({ file }) => file), userId: user!.userId }
}

/** A service that does not end a reader who opens more pages in a minute than a person does. */
const unhurried = async (): Promise<Practice> => {
  const made = await practice()
  const service = app(made.needs, { requestsPerMinute: 1e6 })
  return {
    ...made,
    service,
    ask: async (path, asked = {}) => service.request(path, requestOf(asked)),
  }
}

beforeAll(async () => {
  village = withCookies(await unhurried())
  token = await village.as('migration-worker')
  await village.ask('/cases/open', { token })
  const body = new URLSearchParams({ passphrase: practiceTeam[0].passphrase })
  await village.ask('/cases/open', { token, body })
  const { files, userId } = await hers()
  const routes = servedRoutes(village.service)
    .filter((route) => /^GET \/cases(\/|$)/.test(route))
    .map((route) => route.slice(4))
  pages = routes.flatMap((route) => {
    if (!route.includes(':')) return [route]
    const commands = route.includes(':command')
      ? caseOperations.map(({ command }) => command)
      : ['']
    return files.flatMap(({ code, lists }, nth) =>
      // Of forms each case has some, so that all together have all.
      commands
        .filter((_, place) => commands.length === 1 || place % files.length === nth)
        .flatMap((command) => {
          const list = caseOperations.find((one) => one.command === command)?.name ?? 'referrals'
          const item = lists[list]?.at(-1)?.item
          if (route.includes(':item') && item === undefined) return []
          return [
            route
              .replace(':code', code)
              .replace(':command', command)
              .replace(':item', item ?? '')
              .replace(':whose', userId),
          ]
        }),
    )
  })
  named = files.flatMap((file) => [
    file.code,
    codeNameIn('en', file),
    codeNameIn('km', file),
    ...(typeof file.facts['person']?.value['name'] === 'string'
      ? [file.facts['person'].value['name']]
      : []),
  ])
})

test('no title of a page of cases says whose it is, nor that there is one: all are the same neutral words', async () => {
  expect(named.length).toBeGreaterThan(30)
  let seen = 0
  const told: string[] = []
  for (const [turn, language] of (['en', 'km'] as const).entries())
    for (const [place, page] of pages.entries()) {
      // With little time each page in one language, turn about.
      if (!isLong && place % 2 !== turn) continue
      const answer = await village.ask(`${page}?lang=${language}&names=1`, { token })
      expect(answer.status).not.toBe(429)
      if (answer.status !== 200 || !answer.headers.get('content-type')?.includes('html')) continue
      const text = await answer.text()
      const title = /<title>([^<]*)<\/title>/.exec(text)?.[1]
      seen += 1
      if (title !== everyPageWords.in(language).pageTitle) told.push(`${page}: ${title}`)
    }
  expect(told).toEqual([])
  // Each case, its papers and the forms that can be filled in now, in both languages or in one of them.
  expect(seen).toBeGreaterThan(isLong ? 300 : 150)
  for (const language of ['en', 'km'] as const)
    for (const one of named) expect(everyPageWords.in(language).pageTitle).not.toContain(one)
})
