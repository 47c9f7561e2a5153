import type { Role } from '#domain/access/roles.ts'
import type { Desk } from '#test/http/identity/desk.ts'

export const stolen = 'a secret that the thief has chosen'
export type Word = { readonly login: string; readonly secret: string }
/** What the thief has, who asks for everything as the own self and learns what the answers say. */
export type Thief = {
  readonly its: Desk
  readonly door: Role
  readonly token: string
  /** A third officer, who has a login. */
  readonly otherId: string
  /** What an honest one has typed on the thief's device, once, for the act that the thief has told of. */
  readonly word: Word
  readonly keys: string[]
  readonly cards: string[]
  readonly touched: Set<string>
}

/** A member who has neither login nor card, so that no act stands in another one's way. */
const member = async ({ needs, fundId, networkId }: Desk): Promise<string> => {
  const logins = await needs.store.membershipsOfFund(networkId, fundId)
  const taken = [...logins, ...(await needs.store.cards(fundId))].map(({ memberId }) => memberId)
  const all = (await needs.store.subjects(fundId)).filter(({ kind }) => kind === 'member')
  return all.find(({ key }) => !taken.includes(key))!.key
}

type Answer = { readonly status: number; readonly json: Record<string, string> }
const ask = async (
  { its, token }: Thief,
  path: string,
  asked: { readonly json?: object; readonly method?: string } = {},
): Promise<Answer> => {
  const answer = await its.ask(path, { token, ...asked })
  const text = await answer.text()
  const json = text.startsWith('{') ? (JSON.parse(text) as Record<string, string>) : {}
  return { status: answer.status, json }
}

/** Each act as somebody sends it who would steal; true where it was done. */
export const acts: Readonly<Record<string, (thief: Thief) => Promise<boolean>>> = {
  'give a login': async (thief) => {
    const { its, word: approver } = thief
    const json = { memberId: await member(its), login: `new ${its.needs.ids()}`, approver }
    const given = await ask(thief, `/v1/funds/${its.fundId}/logins`, { json })
    return took(thief, given, given.json['userId'])
  },
  'reset an officer': async (thief) => {
    const { its, word: approver, otherId: userId } = thief
    const path = `/v1/funds/${its.fundId}/logins/${userId}/reset`
    return took(thief, await ask(thief, path, { json: { approver } }), userId)
  },
  'make a card': async (thief) => {
    const { its, word: approver } = thief
    const json = { memberId: await member(its), approver }
    const made = await ask(thief, `/v1/funds/${its.fundId}/cards`, { json })
    return took(thief, made, made.json['cardId'])
  },
  'make a card for somebody far away': async (thief) => {
    const { its, word: approver } = thief
    const json = { memberId: await member(its), approver, way: 'afar' }
    const made = await ask(thief, `/v1/funds/${its.fundId}/cards`, { json })
    return took(thief, made, made.json['cardId'])
  },
  'add a login': async (thief) => {
    const { its, word: approver } = thief
    const json = { login: `new ${its.needs.ids()}`, approver }
    const added = await ask(thief, `/v1/networks/${its.networkId}/users`, { json })
    return took(thief, added, added.json['userId'])
  },
  'add a login of an officer': async (thief) => {
    const { its, word: approver } = thief
    const memberOf = { fundId: its.fundId, card: 'M02' }
    const json = { login: `new ${its.needs.ids()}`, memberOf, approver }
    const added = await ask(thief, `/v1/networks/${its.networkId}/users`, { json })
    return took(thief, added, added.json['userId'])
  },
  'reset one of the staff': async (thief) => {
    const { its, word: approver } = thief
    const userId = await its.userIdOf('auditor')
    const path = `/v1/networks/${its.networkId}/users/${userId}/reset`
    return took(thief, await ask(thief, path, { json: { approver } }), userId)
  },
  'reset an officer as the network': async (thief) => {
    const { its, word: approver } = thief
    const userId = await its.userIdOf('chair')
    const path = `/v1/networks/${its.networkId}/users/${userId}/reset`
    return took(thief, await ask(thief, path, { json: { approver } }), userId)
  },
  'shut an officer out': async (thief) => {
    const { its } = thief
    const userId = await its.userIdOf('chair')
    const path = `/v1/networks/${its.networkId}/users/${userId}/disable`
    return (await ask(thief, path, { method: 'POST' })).status < 300
  },
  'add a device': async (thief) => {
    const { its } = thief
    const made = await ask(thief, `/v1/networks/${its.networkId}/devices`, { json: {} })
    return made.status < 300
  },
  'end a session': async (thief) => {
    const { its } = thief
    await its.as('auditor')
    const path = `/v1/networks/${its.networkId}/sessions`
    const auditor = await its.userIdOf('auditor')
    const open = ((await ask(thief, path)).json['items'] ?? []) as unknown as readonly {
      readonly sessionId: string
      readonly userId: string
    }[]
    const one = open.find(({ userId }) => userId === auditor)
    return (
      one !== undefined &&
      (await ask(thief, `${path}/${one.sessionId}`, { method: 'DELETE' })).status < 300
    )
  },
  'print codes': async (thief) => {
    const { its, word: approver } = thief
    const json = { memberId: await member(its), approver }
    return (await ask(thief, `/v1/funds/${its.fundId}/codes`, { json })).status < 300
  },
  'stop a card': async (thief) => {
    const { its } = thief
    const [card] = await its.needs.store.cards(its.fundId)
    const path = `/v1/funds/${its.fundId}/cards/${card!.cardId}`
    return (await ask(thief, path, { method: 'DELETE' })).status < 300
  },
  'link a phone': async (thief) => {
    const { its } = thief
    const json = { memberId: await member(its) }
    return (await ask(thief, `/v1/funds/${its.fundId}/messages/codes`, { json })).status < 300
  },
  'draw the half of what was asked for': async (thief) => {
    const drawn = await Promise.all(
      [...thief.touched].map((id) => ask(thief, '/v1/sessions/current/halves', { json: { id } })),
    )
    return drawn.some(({ status }) => status < 300)
  },
}

/** Keeps what an answer told, and whose it is. */
const took = ({ keys, cards, touched }: Thief, { status, json }: Answer, id?: string): boolean => {
  if (status >= 300) return false
  if (json['key'] !== undefined) keys.push(json['key'])
  if (json['card'] !== undefined) cards.push(json['card'])
  if (id !== undefined) touched.add(id)
  return true
}
