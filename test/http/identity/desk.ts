import { loginKeyOf } from '#src/app/identity/identity.ts'
import { enrolDevice } from '#src/app/identity/one-time-keys.ts'
import { practiceStaff } from '#src/app/practice/practice-pot.ts'
import { setSecret } from '#src/app/identity/users.ts'
import type { AppNeeds } from '#src/http/needs.ts'
import { type CheapSecrets, cheapSecrets } from '#test/support/cheap-secrets.ts'
import { type Practice, practice } from '#test/support/service.ts'

export const loginOf = (door: string): string => `practice ${door}`
export const secretOf = (door: string): string => `a long secret of the ${door}`

const withSecrets = ['record-keeper', 'chair', 'administrator', 'auditor'] as const

export type Desk = Practice & {
  readonly secrets: CheapSecrets
  readonly deviceToken: string
  readonly deviceId: string
  readonly userIdOf: (door: string) => Promise<string>
  /** The word of the supervisor, who stands beside the administrator. */
  readonly besideOfStaff: () => Promise<object>
  /** Signs in over HTTP with a login and a secret. */
  readonly come: (login: string, secret: string) => Promise<Response>
  /** The bearer token of somebody who signed in with a login and a secret. */
  readonly signedIn: (door: (typeof withSecrets)[number]) => Promise<string>
}

/** Ids of which each later one is the greater, also within one millisecond: the log goes by them. */
const idsInOrder = () => {
  let made = 0
  return (): string => {
    made += 1
    return `019b7210-0000-7000-8000-${made.toString(16).padStart(12, '0')}`
  }
}

/** The practice service, of the book of a folder, whose people have secrets of their own to sign in with. */
export const desk = async (more: Partial<AppNeeds> = {}, folder?: string): Promise<Desk> => {
  const secrets = cheapSecrets()
  const its = await practice({ secrets, ids: idsInOrder(), ...more }, folder)
  const { needs, networkId, ask } = its
  const userOf = async (door: string) =>
    (await needs.store.userByLogin(networkId, loginKeyOf(loginOf(door))))!
  for (const door of withSecrets) await setSecret(needs, await userOf(door), secretOf(door))
  const { token: deviceToken, device } = await enrolDevice(needs, {
    networkId,
    label: 'the phone of the committee',
    by: 'test',
  })
  const come = (login: string, secret: string) =>
    ask('/v1/sessions', { json: { deviceToken, login, secret } })
  return {
    ...its,
    secrets,
    deviceToken,
    deviceId: device.deviceId,
    besideOfStaff: async () => ({
      approvedBy: (await userOf('case-supervisor')).userId,
      approvals: [{ login: practiceStaff.login, secret: practiceStaff.pin }],
    }),
    userIdOf: async (door) => (await userOf(door)).userId,
    come,
    signedIn: async (door) => {
      const answer = (await (await come(loginOf(door), secretOf(door))).json()) as { token: string }
      return answer.token
    },
  }
}

type AnswerSeen = {
  readonly status: number
  readonly body: unknown
  readonly retryAfter: string | null
}

/** All of an answer that a caller could tell apart. */
export const answerSeen = async (response: Response): Promise<AnswerSeen> => ({
  status: response.status,
  body: await response.json(),
  retryAfter: response.headers.get('retry-after'),
})

export const codeOf = async (response: Response): Promise<string> => {
  const { code } = (await response.json()) as { code?: string }
  return `${response.status} ${code ?? ''}`.trim()
}

export const bodyOf = async <Body>(response: Response): Promise<Body> =>
  (await response.json()) as Body
