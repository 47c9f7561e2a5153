import { type client, client as clientOf } from '#src/http/client.ts'
import type { Door } from '#src/app/practice/practice-people.ts'
import { type Practice, ourHost } from '#test/support/service.ts'

/** The typed client of a person, answered in this process. */
export const clientFor = async (
  { service, as }: Practice,
  door: Door,
): Promise<ReturnType<typeof client>> => {
  const token = await as(door)
  return clientOf(`http://${ourHost}`, {
    token,
    fetch: async (input, init) => {
      const headers = new Headers(init?.headers)
      headers.set('host', ourHost)
      return service.request(input instanceof Request ? input.url : input, { ...init, headers })
    },
  })
}

/** Every item of a list, page by page; `pages` says how many pages that took. */
export const wholeList = async <T>(
  page: (
    cursor: string | undefined,
  ) => Promise<{ readonly items: readonly T[]; readonly nextCursor: string | null }>,
): Promise<{ readonly items: readonly T[]; readonly pages: number }> => {
  const items: T[] = []
  let cursor: string | undefined
  for (let pages = 1; ; pages += 1) {
    const { items: more, nextCursor } = await page(cursor)
    items.push(...more)
    if (nextCursor === null) return { items, pages }
    cursor = nextCursor
  }
}
