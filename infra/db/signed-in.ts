import type { Device, Membership, User } from '#domain/ports.ts'
import { type KnownMarks, ownRow, ownRows } from '#infra/db/marked.ts'
import { statement } from '#infra/db/statement.ts'
import { type Statements, tables } from '#infra/db/tables.ts'

/* What every request asks: whose session it is, and what its user is in. */

export const sessionBy = statement((db, value) =>
  db
    .selectFrom('session')
    .selectAll()
    .where('network_id', '=', value(0))
    .where('token_hash', '=', value(1)),
)
export const userBy = statement((db, value) =>
  db
    .selectFrom('user_account')
    .selectAll()
    .where('network_id', '=', value(0))
    .where('user_id', '=', value(1)),
)
export const membershipsBy = statement((db, value) =>
  db
    .selectFrom('membership')
    .selectAll()
    .where('network_id', '=', value(0))
    .where('user_id', '=', value(1))
    .orderBy('fund_id'),
)
export const deviceBy = statement((db, value) =>
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
