/*
 * The client for programs of others: nothing but `fetch`, so that it runs in a browser, on Node and on the edge. What can be
 * asked is a type, made from the description of the API when the package is packed (src/packing/client.ts).
 */

/** What a service can be asked, by method and path. */
export type Described = Readonly<
  Record<string, { readonly asked: AskedOf; readonly answer: unknown }>
>

/** What is sent: words of the path, words of the query, and what stands in the body. */
export type AskedOf = {
  readonly path?: Readonly<Record<string, string | number>>
  readonly query?: Readonly<Record<string, unknown>>
  readonly body?: unknown
}

/** Why something was not done; `code` is stable, `errors` say where in what was sent. */
export type Problem = {
  readonly status: number
  readonly code: string
  readonly title?: string
  readonly errors?: readonly { readonly pointer: string; readonly code: string }[]
}

/** `data` is the answer itself; where that is a file, the whole `Response`, not read yet. */
export type Answered<Data> =
  | { readonly ok: true; readonly status: number; readonly data: Data }
  | {
      readonly ok: false
      readonly status: number
      readonly problem: Problem
      /** Seconds to wait before it is tried again, where the service says so. */
      readonly retryAfter?: number
    }

export type Client<Api extends Described> = {
  /** Asks one route, by its name in the description: `ask('GET /v1/funds')`. Throws only where nobody answers. */
  readonly ask: <Route extends keyof Api & string>(
    route: Route,
    ...asked: object extends Api[Route]['asked']
      ? [asked?: Api[Route]['asked']]
      : [asked: Api[Route]['asked']]
  ) => Promise<Answered<Api[Route]['answer']>>
}

export type ClientOptions = {
  /** Of a session, from `POST /v1/sessions`. A browser that signed in needs none. */
  readonly token?: string
  readonly fetch?: typeof globalThis.fetch
  /** Told once of each route that will go: by when, where the service says so. */
  readonly onDeprecated?: (route: string, goes: Date | undefined) => void
}

/** The path with its words put in. None may climb out of its place, whatever somebody typed. */
const pathOf = (pattern: string, words: AskedOf['path'] = {}): string =>
  pattern.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const word = String(words[name] ?? '')
    if (/^\.{0,2}$/.test(word)) throw new TypeError(`The path needs a word for "${name}".`)
    return encodeURIComponent(word)
  })

const queryOf = (words: AskedOf['query'] = {}): string => {
  const said = Object.entries(words).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, String(value)]],
  )
  return said.length === 0 ? '' : `?${new URLSearchParams(said).toString()}`
}

const isJson = (answer: Response): boolean =>
  /^application\/(?:problem\+)?json\b/.test(answer.headers.get('content-type') ?? '')

const dataOf = async (answer: Response): Promise<unknown> => {
  if (answer.status === 204) return undefined
  return isJson(answer) ? answer.json() : answer
}

const refusedBy = async (answer: Response): Promise<Answered<never>> => {
  const { status } = answer
  const said = isJson(answer) ? ((await answer.json()) as Partial<Problem>) : {}
  const wait = Number(answer.headers.get('retry-after') ?? Number.NaN)
  return {
    ok: false,
    status,
    problem: { ...said, status, code: said.code ?? 'not-understood' },
    ...(Number.isFinite(wait) ? { retryAfter: wait } : {}),
  }
}

/** A day of a header, or none. */
const dayIn = (text: string | null): Date | undefined => {
  const day = new Date(text ?? '')
  return Number.isNaN(day.getTime()) ? undefined : day
}

const requestOf = (method: string, { body }: AskedOf, token: string | undefined): RequestInit => {
  const isForm = body instanceof FormData
  return {
    method,
    // Nothing of the API leads elsewhere, and nobody follows with a token in the hand.
    redirect: 'manual',
    headers: {
      accept: 'application/json',
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      ...(body === undefined || isForm ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: isForm ? body : JSON.stringify(body) }),
  }
}

/** A client of the service at this address. Make the id of a command where the command is made, and send the same again after a failure. */
export const villageFund = <Api extends Described>(
  url: string,
  { token, fetch = globalThis.fetch, onDeprecated }: ClientOptions = {},
): Client<Api> => {
  const base = url.replace(/\/+$/, '')
  const told = new Set<string>()
  const tell = (route: string, { headers }: Response): void => {
    if (!headers.has('deprecation') || told.has(route)) return
    told.add(route)
    onDeprecated?.(route, dayIn(headers.get('sunset')))
  }
  return {
    ask: async (route, ...[asked = {}]: [asked?: AskedOf]) => {
      const [method = 'GET', pattern = '/'] = route.split(' ')
      const path = `${base}${pathOf(pattern, asked.path)}${queryOf(asked.query)}`
      const answer = await fetch(path, requestOf(method, asked, token))
      tell(route, answer)
      if (!answer.ok) return refusedBy(answer)
      return { ok: true, status: answer.status, data: (await dataOf(answer)) as never }
    },
  }
}
