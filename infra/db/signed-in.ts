import type { Device, Membership, User } from '#domain/ports.ts'
import { type KnownMarks, ownRow, ownRows } from '#infra/db/marked.ts'
import type { Kysely } from 'kysely'
import { lastOf, networks } from '#infra/db/journal.ts'
import { type ValueAt, askAll, statement } from '#infra/db/statement.ts'
import { type Statements, type Tables, tables } from '#infra/db/tables.ts'

/* What every request asks: whose session it is, and what its user is in. */

const sessionBy = statement((db, value) =>
  db
    .selectFrom('session')
    .selectAll()
    .where('network_id', '=', value(0))
    .where('token_hash', '=', value(1)),
)
/** Who or what a session is of, by its network and the hash of its token. */
const ofSession = (db: Kysely<Tables>, value: ValueAt, column: 'user_id' | 'device_id') =>
  db
    .selectFrom('session')
    .select(column)
    .where('network_id', '=', value(0))
    .where('token_hash', '=', value(1))

const deviceOfSession = statement((db, value) =>
  db
    .selectFrom('device')
    .selectAll()
    .where('network_id', '=', value(0))
    .where('device_id', '=', ofSession(db, value, 'device_id')),
)
const userOfSession = statement((db, value) =>
  db
    .selectFrom('user_account')
    .selectAll()
    .where('network_id', '=', value(0))
    .where('user_id', '=', ofSession(db, value, 'user_id')),
)
const membershipsOfSession = statement((db, value) =>
  db
    .selectFrom('membership')
    .selectAll()
    .where('network_id', '=', value(0))
    .where('user_id', '=', ofSession(db, value, 'user_id'))
    .orderBy('fund_id'),
)

/** What a session by a card needs besides stands with the card. */
const isByUser = ([session]: readonly unknown[]): boolean =>
  typeof (session as Tables['session'] | undefined)?.user_id === 'string'

/** A session with its device, its user, the funds that one is in, and the last entry of the network. */
export const sessionWithAll = (db: Kysely<Tables>, networkId: string, tokenHash: string) => {
  const values = [networkId, tokenHash]
  return askAll(
    db,
    { name: 'signed in', goesOn: isByUser },
    { of: sessionBy, values },
    { of: deviceOfSession, values },
    { of: userOfSession, values },
    { of: membershipsOfSession, values },
    lastOf(db, networks, networkId),
  )
}

const userBy = statement((db, value) =>
  db
    .selectFrom('user_account')
    .selectAll()
    .where('network_id', '=', value(0))
    .where('user_id', '=', value(1)),
)
const membershipsBy = statement((db, value) =>
  db
    .selectFrom('membership')
    .selectAll()
    .where('network_id', '=', value(0))
    .where('user_id', '=', value(1))
    .orderBy('fund_id'),
)
const deviceBy = statement((db, value) =>
  db
    .selectFrom('device')
    .selectAll()
    .where('network_id', '=', value(0))
    .where('device_id', '=', value(1)),
)
export const cardBy = statement((db, value) =>
  db.selectFrom('card').selectAll().where('fund_id', '=', value(0)).where('card_id', '=', value(1)),
)

export const userIn = async (
  em: Statements,
  marks: KnownMarks,
  { networkId, userId }: Pick<User, 'networkId' | 'userId'>,
): Promise<User | undefined> => {
  const [found] = await userBy(tables(em), [networkId, userId])
  return ownRow<User>(marks, 'user_account', found)
}

export const membershipsIn = async (
  em: Statements,
  marks: KnownMarks,
  { networkId, userId }: Pick<Membership, 'networkId' | 'userId'>,
): Promise<readonly Membership[]> => {
  return ownRows(marks, 'membership', await membershipsBy(tables(em), [networkId, userId]))
}

export const deviceIn = async (
  em: Statements,
  marks: KnownMarks,
  { networkId, deviceId }: Pick<Device, 'networkId' | 'deviceId'>,
): Promise<Device | undefined> => {
  const [found] = await deviceBy(tables(em), [networkId, deviceId])
  return ownRow<Device>(marks, 'device', found)
}
