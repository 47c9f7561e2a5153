import { hc } from 'hono/client'
import type { Api } from '#src/http/api/routes.ts'

/** A client that knows every path, filter and answer of the API; `fetch` is another's in our own tests. */
export const client = (
  url: string,
  { token, fetch }: { readonly token?: string; readonly fetch?: typeof globalThis.fetch } = {},
) =>
  hc<Api>(url, {
    headers: token === undefined ? {} : { authorization: `Bearer ${token}` },
    ...(fetch ? { fetch } : {}),
  })
