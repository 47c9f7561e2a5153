import { expect } from 'vitest'
import type { Practice } from '#test/support/service.ts'

type Door = 'migration-worker' | 'administrator'
type Filled = Readonly<Record<string, string>>

/** Fills in a form as a browser does: with its hidden fields, and those that are left as they are. */
export const filledIn = (page: string, fields: Filled): URLSearchParams => {
  const [, form = ''] = /<form\s+class="record[^]*?method="post"([^]*?)<\/form>/.exec(page) ?? []
  const all = new URLSearchParams()
  for (const [tag] of form.matchAll(/<(input|select)[^>]*>/g)) {
    const of = (name: string) => new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1]
    if (!['checkbox', 'radio'].includes(of('type') ?? '')) all.set(of('name')!, of('value') ?? '')
  }
  for (const [name, value] of Object.entries(fields)) all.set(name, value)
  return all
}

export const at = async (village: Practice, door: Door) => {
  const token = await village.as(door)
  const get = async (path: string) =>
    (await village.ask(`${path}${path.includes('?') ? '&' : '?'}lang=en`, { token })).text()
  const post = (path: string, body: URLSearchParams | FormData) =>
    village.ask(`${path}?lang=en`, {
      token,
      method: 'POST',
      ...(body instanceof FormData
        ? { body }
        : {
            body: body.toString(),
            headers: { 'content-type': 'application/x-www-form-urlencoded' },
          }),
    })
  return {
    get,
    post,
    send: async (path: string, fields: Filled) => post(path, filledIn(await get(path), fields)),
  }
}

export const sourced = { source: 'ministry-list', seenOn: '30/12/2025', document: 'List 12' }
export const register = '/network/agencies'

/** The ticks of lines that change a licence. */
export const ticksIn = (page: string): readonly string[] =>
  [...page.matchAll(/name="(line-[0-9a-f-]{36})"/g)].map(([, name]) => name!)

/** Where a form leads to, without what the page then says. */
export const leadsTo = (answer: Response): string => {
  expect(answer.status).toBe(303)
  return answer.headers.get('location')!.split('?')[0]!
}

/** Everything that waits is held against its source, each line that changes a licence by itself. */
export const allChecked = async (boss: Awaited<ReturnType<typeof at>>): Promise<Response> => {
  const ticks = ticksIn(await boss.get(`${register}/check`)).map((name) => [name, 'yes'] as const)
  const form = { how: 'official-page', isSo: 'yes', ...Object.fromEntries(ticks) }
  return boss.send(`${register}/check`, form)
}
