import { makeKey } from '#src/app/identity/one-time-keys.ts'
import type { Service } from '#src/http/app.ts'
import { app } from '#src/http/app.ts'
import { type TwoNetworks, twoNetworks } from '#test/http/access/two-networks.ts'
import { type Plan, withCanary } from '#test/hostile/requests.ts'
import type { Known, Schema } from '#test/hostile/wanted.ts'
import { ourHost } from '#test/support/service.ts'

/** A live service and a practice service on one store, with somebody of every kind signed in. */
export type Attacked = {
  readonly village: TwoNetworks
  readonly live: Service
  readonly practice: Service
  /** Of which each enrols one device. */
  readonly keys: readonly string[]
  readonly token: (who: number) => Promise<string | undefined>
  readonly forget: (who: number) => void
}

export const attacked = async (): Promise<Attacked> => {
  const village = await twoNetworks()
  const tokens = new Map<number, Promise<string>>()
  const token = async (who: number): Promise<string | undefined> => {
    const somebody = village.people[who - 1]
    if (who === 0 || somebody === undefined) return undefined
    const known = tokens.get(who) ?? somebody.freshSession().then((fresh) => fresh.token)
    tokens.set(who, known)
    return known
  }
  const { needs, a } = village
  const key = { networkId: a.networkId, purpose: 'enrol-device', madeBy: 'test' } as const
  return {
    village,
    keys: await Promise.all([1, 2, 3].map(() => makeKey(needs, key))),
    live: village.service,
    practice: app({ ...village.needs, isPractice: true }),
    token,
    forget: (who) => tokens.delete(who),
  }
}

/** Texts that mean something in the village, by the field or parameter that they stand in. */
export const knownIn = (
  { village: { a, b, f1, f3, needs }, keys }: Attacked,
  schemas: Readonly<Record<string, Schema>>,
): Known => {
  const ids = (of: 'memberIds' | 'loanIds' | 'entryIds') => [
    ...Object.values(f1[of]),
    ...Object.values(f3[of]).slice(0, 2),
  ]
  const known: Readonly<Record<string, readonly string[]>> = {
    fundId: [f1.fundId, f1.fundId, f3.fundId],
    networkId: [a.networkId, a.networkId, b.networkId],
    memberId: ids('memberIds'),
    member: ids('memberIds'),
    loanId: ids('loanIds'),
    loan: ids('loanIds'),
    entryId: ids('entryIds'),
    account: ['asset:cash', 'asset:loans', 'equity:reserve'],
    name: ['cash', 'balance', 'income', 'loans', 'portfolio'],
    door: ['record-keeper', 'household', 'ngo', 'team', 'chair'],
    figure: ['savings', 'par30', 'cash', 'loans'],
    deviceToken: [a.deviceToken],
    login: [`${a.canary} administrator`, `${f1.logins} second-officer`, 'nobody'],
    key: keys,
    label: ['the phone of the committee'],
    id: Array.from({ length: 20 }, needs.ids),
    secret: ['four rivers and a boat', '123456'],
    again: ['four rivers and a boat'],
    pin: ['123456', '១២៣៤៥៦'],
    lang: ['km', 'en'],
    to: [`/funds/${f1.fundId}/desk`, '//evil.example', '/\\evil.example'],
    amount: ['20000', '២០០០០', '500000'],
    shares: ['1', '២'],
    day: ['31', '1'],
    month: ['12', '1'],
    year: ['2025'],
    months: ['10'],
    asOf: ['2025-12-31', '2025-02-01'],
    cursor: ['bG9hbnMgTDAwMQ', '0197a000-0000-7000-8000-000000000000'],
  }
  return { schemas, texts: (name) => (Object.hasOwn(known, name) ? known[name]! : []) }
}

/** How far every journal has come; a change of any of them changes this. */
export const heads = async ({ village: { store } }: Attacked): Promise<string> => {
  const lengths: string[] = []
  for (const journal of [store, store.networks])
    for (const id of await journal.fundIds()) {
      const rows = await journal.read(id, 0, 1_000_000)
      lengths.push(`${id} ${rows.length} ${rows.at(-1)?.hash}`)
    }
  return lengths.join('\n')
}

const initOf = (plan: Plan, token: string | undefined): RequestInit => {
  const headers = new Headers({ host: ourHost })
  if (token !== undefined && plan.byCookie) {
    headers.set('cookie', `__Host-session=${token}`)
    // As a browser says of a form of ours; else nothing behind a form would be reached.
    headers.set('sec-fetch-site', 'same-origin')
  }
  if (token !== undefined && !plan.byCookie) headers.set('authorization', `Bearer ${token}`)
  for (const [name, value] of plan.headers) headers.set(name, value)
  const hasBody = !['GET', 'HEAD'].includes(plan.method) && plan.body !== undefined
  return { method: plan.method, headers, ...(hasBody ? { body: plan.body! } : {}) }
}

let sent = 0

/** Each stranger has an address of its own, so that nobody is told to wait. */
const nextAddress = () => ({
  incoming: {
    socket: { remoteAddress: `10.${(sent >> 16) & 255}.${(sent >> 8) & 255}.${sent & 255}` },
  },
})

export type ReadAnswer = {
  readonly status: number
  readonly text: string
  readonly headers: string
  readonly canary: string
  /** What the answer says outside the fields and links of a form that keeps what was typed. */
  readonly said: string
}

/** Forms in an address: they show what was typed, as text in its field and in the link of the other language. */
const keeping: readonly string[] = [
  'GET /agencies',
  'GET /network/agencies',
  'GET /places',
  'GET /funds/:fundId/quote',
  'GET /funds/:fundId/quote/agreement',
]

/** A form of a page comes back with what was typed, in its fields and nowhere else. */
const keeps = ({ route, method }: Plan, answer: Response): boolean =>
  keeping.includes(route) ||
  (method === 'POST' && answer.headers.get('content-type')?.startsWith('text/html') === true)

const outsideFields = (text: string): string =>
  text
    .replaceAll(/ (?:value|href|action)="[^"]*"/g, '')
    .replaceAll(/<textarea[^>]*>[^<]*<\/textarea>/g, '')

/** Sends a planned request, with a canary of its own, and reads all of the answer. */
export const send = async (
  { live, practice, token, forget }: Attacked,
  plan: Plan,
  service: Pick<Service, 'request'> = plan.isPractice ? practice : live,
): Promise<ReadAnswer> => {
  sent += 1
  const canary = `zqx${sent}qz`
  const own = withCanary(plan, canary)
  const answer = await service.request(
    `http://localhost${own.path}`,
    initOf(own, await token(plan.who)),
    nextAddress(),
  )
  if (answer.status === 401 || answer.status === 429 || sent % 300 === 0) forget(plan.who)
  const headers = [...answer.headers].map((pair) => pair.join(': ')).join('\n')
  const text = await answer.text()
  const said = keeps(plan, answer) ? outsideFields(text) : text
  return { status: answer.status, text, headers, canary, said }
}

/** What is wrong with an answer, whatever was asked. */
export const wrongWith = ({ status, text, said, headers, canary }: ReadAnswer): string[] => [
  ...(status >= 500 ? [`answered ${status}`] : []),
  ...(said.includes(canary) ? ['repeated in the body what was sent'] : []),
  ...(headers.includes(canary) ? ['repeated in a header what was sent'] : []),
  ...(/\n\s+at \S+ \(|node:internal|node_modules|\.ts:\d/.test(text) ? ['told of its inside'] : []),
  ...(headers.includes('content-security-policy:') ? [] : ['came without a policy']),
  ...(/cache-control: (no-store|public)/.test(headers) ? [] : ['may be kept in a cache']),
]
