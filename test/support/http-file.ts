import { readFileSync } from 'node:fs'

/* Reads `.http` files as the REST Client of VS Code does, as far as ours go: names, variables, and what earlier requests answered. */

type Asked = {
  readonly title: string
  readonly name: string | undefined
  /** What the comment says that it answers. */
  readonly answers: number
  readonly method: string
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string | undefined
}

export type HttpFile = {
  readonly variables: Readonly<Record<string, string>>
  readonly requests: readonly Asked[]
}

const requestIn = (block: string): Asked => {
  const [title = '', ...lines] = block.trim().split('\n')
  const comments = lines.filter((line) => line.startsWith('#'))
  const said = lines.filter((line) => !line.startsWith('#')).join('\n')
  const [head = '', ...rest] = said.split('\n\n')
  const [first = '', ...headerLines] = head.split('\n')
  const [method = '', url = ''] = first.split(' ')
  const about = (what: RegExp): string | undefined =>
    comments.map((line) => what.exec(line)?.[1]).find((found) => found !== undefined)
  return {
    title,
    name: about(/^# @name (\w+)$/),
    answers: Number(about(/^# answers (\d{3})$/)),
    method,
    url,
    headers: Object.fromEntries(headerLines.map((line) => line.split(/: (.*)/).slice(0, 2))),
    body: rest.length === 0 ? undefined : rest.join('\n\n'),
  }
}

export const httpFileAt = (path: string): HttpFile => {
  const [top = '', ...blocks] = readFileSync(path, 'utf8').split(/^### /m)
  const variables = [...top.matchAll(/^@(\w+) = (.*)$/gm)].map(([, name, value]) => [name, value])
  return {
    variables: Object.fromEntries(variables) as Record<string, string>,
    requests: blocks.map(requestIn),
  }
}

const at = (value: unknown, path: string): unknown =>
  [...path.matchAll(/\.(\w+)|\[(\d+)\]/g)].reduce<unknown>(
    (found, [, key, index]) => (found as Record<string, unknown>)[key ?? index!],
    value,
  )

/** Sends all requests of a file in their order; what each was answered. */
export const sendAll = async (
  { variables, requests }: HttpFile,
  send: (url: string, init: RequestInit) => Promise<Response>,
) => {
  const bodies = new Map<string, unknown>()
  const filled = (text: string): string =>
    text.replaceAll(/\{\{([^}]+)\}\}/g, (_, what: string) => {
      if (what === '$guid') return crypto.randomUUID()
      const [, name, path] = /^(\w+)\.response\.body\.\$(.*)$/.exec(what) ?? []
      const value = name === undefined ? variables[what] : at(bodies.get(name), path!)
      if (typeof value !== 'string') throw new Error(`nothing is known of ${what}`)
      return value
    })
  const told: { readonly request: Asked; readonly status: number; readonly text: string }[] = []
  for (const request of requests) {
    const { method, url, headers, body, name } = request
    const sent = Object.entries(headers).map(([key, value]) => [key, filled(value)])
    const answer = await send(filled(url), {
      method,
      headers: Object.fromEntries(sent) as Record<string, string>,
      ...(body === undefined ? {} : { body: filled(body) }),
    })
    const text = await answer.text()
    if (name !== undefined) bodies.set(name, JSON.parse(text))
    told.push({ request, status: answer.status, text })
  }
  return told
}
