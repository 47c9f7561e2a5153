import { p } from '@mikro-orm/core'

// What the entities of `schema.ts` are put together from.

export const key = () => p.string().primary()
export const place = () => p.integer().primary()
export const text = () => p.string()
export const optional = () => p.string().nullable()
export const whole = () => p.integer()
export const ofNetwork = { networkId: key() }
/** By which a row of ours is told from one that another program wrote. */
export const marked = { mark: optional() }
export const entryProperties = {
  seq: place(),
  id: text(),
  type: text(),
  v: whole(),
  effectiveOn: text(),
  recordedAt: text(),
  recordedBy: text(),
  device: text(),
  commandHash: text(),
  reverses: optional(),
  data: p.text(),
  prevHash: text(),
  hash: text(),
}
export const subjectProperties = { kind: key(), key: key(), data: p.text() }
export const lock = { since: text(), lockedUntil: optional() }
export const ofScope = { scope: key(), subject: key() }
/** What is kept sealed about a fund's member, wherever it is found by. */
export const ofFundSealed = { fundId: text(), sealed: p.text() }
export const ofMember = { fundId: key(), memberId: key() }
export const counts = { changes: whole(), rows: whole() }
export const numbered = { fundId: key(), number: place() }
export const ofAccountAndDay = { fundId: key(), account: place(), bookOn: key(), closing: place() }
export const ofEntry = { fundId: key(), seq: place() }
export const ofFlag = { entryType: text(), effectiveOn: text(), subject: text() }
