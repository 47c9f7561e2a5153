import { openSession } from '#src/app/identity/sessions.ts'
import { enrolDevice } from '#src/app/identity/one-time-keys.ts'
import { teamOf } from '#src/app/cases/team.ts'
import { networkBookOf } from '#src/app/network/network-views.ts'
import type { Somebody } from '#test/http/access/people.ts'
import { secretOfAll } from '#test/http/access/two-networks.ts'
import type { Village } from '#test/http/support/team.ts'
import { ourHost } from '#test/support/service.ts'

export const passphrase = 'four words nobody says'

/** Who somebody is to the service, on a device that nobody else uses, or on the one that all use. */
const sessionOf = async (village: Village, who: Somebody, device: 'own' | 'shared') => {
  const { networkId } = who
  const { needs } = village
  const { token, sessionId } = await who.freshSession()
  const open = await needs.store.openSessions(networkId)
  const { userId = '' } = open.find((one) => one.sessionId === sessionId)!
  const user = await needs.store.user(networkId, userId)
  const told = { userId, login: user?.login ?? '' }
  if (device === 'shared') return { token, ...told }
  const { device: own } = await enrolDevice(needs, { networkId, label: 'own', by: 'test' })
  const { deviceId } = own
  const made = await openSession(needs, { networkId, deviceId, whose: { userId } })
  return { token: made.token, ...told }
}

const loginOf = async (village: Village, networkId: string, userId: string): Promise<string> =>
  (await village.needs.store.user(networkId, userId))?.login ?? ''

/** Another one of the team, who has a key. */
const colleagueOf = async (village: Village, networkId: string, userId: string) => {
  const needs = { ...village.needs.cases!, clock: village.needs.clock, networkId }
  const other = (await teamOf(needs)).find((one) => one !== userId)!
  return loginOf(village, networkId, other)
}

/** Who decides in the network. */
const administratorOf = async (village: Village, networkId: string): Promise<string> => {
  const staff = (await networkBookOf(village.needs.store, networkId))!.staff
  const one = staff.find(({ appointments }) =>
    appointments.some(({ role }) => role === 'administrator'),
  )!
  return loginOf(village, networkId, one.userId)
}

/** Somebody at the desk of cases, in one session, whose browser keeps the open key. */
export const atDesk = async (village: Village, who: Somebody, device: 'own' | 'shared' = 'own') => {
  let cookie = ''
  const { token, userId, login } = await sessionOf(village, who, device)
  const ask = async (
    path: string,
    form?: Readonly<Record<string, string>> | FormData,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<Response> => {
    const answer = await village.service.request(path, {
      method: form ? 'POST' : 'GET',
      headers: {
        host: ourHost,
        authorization: `Bearer ${token}`,
        ...(cookie === '' ? {} : { cookie }),
        ...(form && !(form instanceof FormData)
          ? { 'content-type': 'application/x-www-form-urlencoded' }
          : {}),
        ...headers,
      },
      ...(form
        ? { body: form instanceof FormData ? form : new URLSearchParams(form).toString() }
        : {}),
    })
    const set = answer.headers.getSetCookie().find((one) => one.startsWith('__Host-cases='))
    if (set) cookie = set.split(';')[0]!
    return answer
  }
  return {
    userId,
    login,
    ask,
    page: async (path: string): Promise<string> => (await ask(path)).text(),
    /** Makes the own key, with whoever the page asks for behind it. */
    first: async () => {
      const form = await (await ask('/cases/first-key')).text()
      const second = form.includes('name="secondPassphrase"')
        ? {
            secondLogin: await colleagueOf(village, who.networkId, userId),
            secondPassphrase: passphrase,
          }
        : { secondLogin: await administratorOf(village, who.networkId), secret: secretOfAll }
      return ask('/cases/first-key', { passphrase, again: passphrase, ...second })
    },
    open: (typed = passphrase) => ask('/cases/open', { passphrase: typed }),
    /** The code of a new case. */
    intake: async (more: Readonly<Record<string, string>> = {}): Promise<string> => {
      const answer = await ask('/cases/new', { ...firstTalk, ...more })
      return (answer.headers.get('location') ?? '').replace('/cases/of/', '')
    },
    cookie: () => cookie,
    carry: (other: string) => {
      cookie = other
    },
  }
}

export const firstTalk = {
  kind: 'survivor',
  ageBand: '25-34',
  sex: 'woman',
  language: 'khmer',
  stage: 'back',
  way: 'visit',
  when: 'after the market',
  notTo: '',
  isAgreed: 'yes',
  bestInterest: '',
} as const
