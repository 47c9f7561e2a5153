import { enrolDevice, makeKey } from '#src/app/identity/one-time-keys.ts'
import { cheapSecrets } from '#test/support/cheap-secrets.ts'
import { type Practice, practice } from '#test/support/service.ts'
import { pageText } from '#test/pages/page-text.ts'

/** A browser that keeps its cookies, in front of a service. */
export type Visitor = {
  readonly get: (path: string) => Promise<Seen>
  readonly send: (path: string, fields?: Readonly<Record<string, string>>) => Promise<Seen>
  readonly cookies: ReadonlyMap<string, string>
}

export type Seen = {
  readonly status: number
  readonly location: string | null
  readonly setCookies: readonly string[]
  readonly page: string
  /** What a reader sees of the page. */
  readonly text: string
}

export const visitor = (
  { ask }: Pick<Practice, 'ask'>,
  kept: Readonly<Record<string, string>> = {},
): Visitor => {
  const cookies = new Map(Object.entries(kept))
  const visit = async (path: string, method: string, body?: URLSearchParams): Promise<Seen> => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const answer = await ask(path, {
      method,
      headers: { cookie, 'accept-language': 'en', 'sec-fetch-site': 'same-origin' },
      ...(body ? { body } : {}),
    })
    const setCookies = answer.headers.getSetCookie()
    for (const line of setCookies) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      if (value === '') cookies.delete(name)
      else cookies.set(name, value)
    }
    const page = await answer.text()
    return {
      status: answer.status,
      location: answer.headers.get('location'),
      setCookies,
      page,
      text: pageText(page),
    }
  }
  return {
    get: (path) => visit(path, 'GET'),
    send: (path, fields = {}) => visit(path, 'POST', new URLSearchParams(fields)),
    cookies,
  }
}

/** The practice service, with secrets that are not stretched: these tests are about the pages. */
export const practising = (): Promise<Practice> => practice({ secrets: cheapSecrets() })

export const live = (): Promise<Practice> =>
  practice({ secrets: cheapSecrets(), isPractice: false })

/** A visitor on a phone that is known to the network. */
export const onKnownDevice = async (world: Practice): Promise<Visitor> => {
  const { needs, networkId } = world
  const { token } = await enrolDevice(needs, { networkId, label: 'fund phone', by: 'test' })
  return visitor(world, { '__Host-device': token })
}

export const keyFor = (
  { needs, networkId }: Practice,
  purpose: Parameters<typeof makeKey>[1]['purpose'],
  userId?: string,
): Promise<string> =>
  makeKey(needs, {
    networkId,
    purpose,
    madeBy: 'test',
    ...(userId === undefined ? {} : { userId }),
  })

/** The user behind a practice door. */
export const userOf = async ({ needs, networkId }: Practice, door: string) =>
  (await needs.store.userByLogin(networkId, `practice${door}`))!
