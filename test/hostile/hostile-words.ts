import type { SubjectRow } from '#domain/ports.ts'
import type { AppNeeds } from '#src/http/needs.ts'

/** What a script says that ran where none may. */
export const confession = 'a canary ran'
const say = `console.info('${confession}')`

/** One attempt each at getting out of text, an attribute, an address, a title or a style. */
export const attempts: readonly string[] = [
  `<script>${say}</script>`,
  `</title><script>${say}</script>`,
  `"><img src=x onerror="${say}">`,
  `'><svg onload=${say.replaceAll(' ', '&#32;')}></svg>`,
  `" autofocus onfocus="${say}" x="`,
  `<details open ontoggle="${say}"><summary>x</summary></details>`,
  `</textarea></select></style></noscript><script>${say}</script>`,
  `<iframe srcdoc="<script>parent.${say}</script>"></iframe>`,
  `<meta http-equiv="refresh" content="0;url=javascript:${say}">`,
  `<base href="//evil.example/"><link rel="stylesheet" href="//evil.example/x.css">`,
  `<form action="//evil.example"><button formaction="javascript:${say}">x</button></form>`,
]

/** All of them in one text: somebody who may write one word may write many. */
export const hostileText = attempts.join(' ')

const spoilt = (row: SubjectRow): SubjectRow => {
  const data = JSON.parse(row.data) as Record<string, unknown>
  const texts = { member: ['card', 'zone'], loan: ['number'] }[row.kind as 'member' | 'loan'] ?? []
  for (const name of texts) data[name] = `${hostileText}${String(data[name])}`
  return { ...row, data: JSON.stringify(data) }
}

/** A store in which cards, zones, loan numbers, names, purposes, labels and logins are all hostile. */
export const spoiltStore = (store: AppNeeds['store']): AppNeeds['store'] => {
  const changed: Partial<AppNeeds['store']> = {
    subjects: async (fundId) => (await store.subjects(fundId)).map(spoilt),
    subject: async (...asked) => {
      const row = await store.subject(...asked)
      return row && spoilt(row)
    },
    subjectsBy: async (...asked) => (await store.subjectsBy(...asked)).map(spoilt),
    of: async (fundId) => {
      const loans = (await store.subjects(fundId)).filter(({ kind }) => kind === 'loan')
      const purposes = loans.map(({ key }) => [`loan:${key}`, hostileText] as const)
      return new Map([['fund', hostileText], ...purposes])
    },
    device: async (...asked) => {
      const device = await store.device(...asked)
      return device && { ...device, label: hostileText }
    },
    devices: async (networkId) =>
      (await store.devices(networkId)).map((device) => ({ ...device, label: hostileText })),
    names: async (fundId) =>
      (await store.names(fundId)).map((name) => ({
        ...name,
        khmer: hostileText,
        latin: hostileText,
      })),
    nominees: async (fundId) =>
      (await store.nominees(fundId)).map((one) => ({ ...one, name: hostileText })),
    users: async (networkId) =>
      (await store.users(networkId)).map((user) => ({ ...user, login: hostileText })),
  }
  return new Proxy(store, {
    get: (own, name) => (Object.hasOwn(changed, name) ? changed : own)[name as keyof typeof own],
  })
}
