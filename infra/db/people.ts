import type { SqlEntityManager as EntityManager } from '@mikro-orm/sql'
import type { Card, Cards, Device, OneTimeKey, People, SessionRow, User } from '#domain/ports.ts'
import { isTaken } from '#infra/db/codes.ts'
import {
  type Columns,
  type FlatSession,
  type Runs,
  fromColumns,
  putRows,
  tables,
  toColumns,
} from '#infra/db/tables.ts'

const sessionColumns = ({ card, ...session }: SessionRow): Columns<FlatSession> =>
  toColumns<FlatSession>({ ...session, cardFundId: card?.fundId, cardMemberId: card?.memberId })

const sessionOf = (columns: Columns<FlatSession>): SessionRow => {
  const { cardFundId, cardMemberId, ...session } = fromColumns<FlatSession>(columns)
  const isByCard = cardFundId !== undefined && cardMemberId !== undefined
  return {
    ...session,
    card: isByCard ? { fundId: cardFundId, memberId: cardMemberId } : undefined,
  }
}

const one = <Row extends object>(columns: Columns<Row> | undefined): Row | undefined =>
  columns && fromColumns<Row>(columns)

const all = <Row extends object>(rows: readonly Columns<Row>[]): Row[] =>
  rows.map((columns) => fromColumns<Row>(columns))

const of = (em: EntityManager, networkId: string) => ({
  users: tables(em).selectFrom('user_account').selectAll().where('network_id', '=', networkId),
  memberships: tables(em).selectFrom('membership').selectAll().where('network_id', '=', networkId),
  devices: tables(em).selectFrom('device').selectAll().where('network_id', '=', networkId),
  sessions: tables(em).selectFrom('session').selectAll().where('network_id', '=', networkId),
  keys: tables(em).selectFrom('one_time_key').selectAll().where('network_id', '=', networkId),
})

type Users = Pick<People, 'keepUser' | 'user' | 'userByLogin' | 'users'>

const users = ({ read, transaction }: Runs): Users => ({
  keepUser: async (user) => {
    try {
      await transaction(user.networkId, (em) =>
        putRows(em, 'user_account', ['network_id', 'user_id'], [toColumns(user)]),
      )
      return 'kept'
    } catch (error) {
      // Beside its key, which is written over, the login is all that the table wants only once.
      if (isTaken(error)) return 'login-taken'
      throw error
    }
  },
  user: (networkId, userId) =>
    read(networkId, async (em) =>
      one<User>(await of(em, networkId).users.where('user_id', '=', userId).executeTakeFirst()),
    ),
  userByLogin: (networkId, loginKey) =>
    read(networkId, async (em) =>
      one<User>(await of(em, networkId).users.where('login_key', '=', loginKey).executeTakeFirst()),
    ),
  users: (networkId) =>
    read(networkId, async (em) =>
      all<User>(await of(em, networkId).users.orderBy('created_at').orderBy('user_id').execute()),
    ),
})

type Memberships = Pick<People, 'keepMembership' | 'memberships' | 'membershipsOfFund'>

const memberships = ({ read, transaction }: Runs): Memberships => ({
  keepMembership: (membership) =>
    transaction(membership.networkId, (em) =>
      putRows(em, 'membership', ['network_id', 'user_id', 'fund_id'], [toColumns(membership)]),
    ),
  memberships: (networkId, userId) =>
    read(networkId, async (em) => {
      const query = of(em, networkId).memberships.where('user_id', '=', userId)
      return all(await query.orderBy('fund_id').execute())
    }),
  membershipsOfFund: (networkId, fundId) =>
    read(networkId, async (em) => {
      const query = of(em, networkId).memberships.where('fund_id', '=', fundId)
      return all(await query.orderBy('user_id').execute())
    }),
})

type Devices = Pick<People, 'keepDevice' | 'device' | 'deviceByToken' | 'devices'>

const devices = ({ read, transaction }: Runs): Devices => ({
  keepDevice: (device) =>
    transaction(device.networkId, (em) =>
      putRows(em, 'device', ['network_id', 'device_id'], [toColumns(device)]),
    ),
  device: (networkId, deviceId) =>
    read(networkId, async (em) => {
      const query = of(em, networkId).devices.where('device_id', '=', deviceId)
      return one<Device>(await query.executeTakeFirst())
    }),
  deviceByToken: (networkId, tokenHash) =>
    read(networkId, async (em) => {
      const query = of(em, networkId).devices.where('token_hash', '=', tokenHash)
      return one<Device>(await query.executeTakeFirst())
    }),
  devices: (networkId) =>
    read(networkId, async (em) => {
      const query = of(em, networkId).devices.orderBy('enrolled_at').orderBy('device_id')
      return all<Device>(await query.execute())
    }),
})

type SessionChange = Parameters<People['changeOpenSession']>[2]

const changedColumns = ({ seenAt, steppedUpAt, endedAt }: SessionChange) => ({
  ...(seenAt === undefined ? {} : { seen_at: seenAt }),
  ...(steppedUpAt === undefined ? {} : { stepped_up_at: steppedUpAt }),
  ...(endedAt === undefined ? {} : { ended_at: endedAt }),
})

type Sessions = Pick<
  People,
  'keepSession' | 'changeOpenSession' | 'sessionByToken' | 'openSessions'
>

const sessions = ({ read, transaction }: Runs): Sessions => ({
  keepSession: (session) =>
    transaction(session.networkId, (em) =>
      putRows(em, 'session', ['network_id', 'session_id'], [sessionColumns(session)]),
    ),
  changeOpenSession: (networkId, sessionId, change) =>
    transaction(networkId, async (em) => {
      await tables(em)
        .updateTable('session')
        .set(changedColumns(change))
        .where('network_id', '=', networkId)
        .where('session_id', '=', sessionId)
        .where('ended_at', 'is', null)
        .execute()
    }),
  sessionByToken: (networkId, tokenHash) =>
    read(networkId, async (em) => {
      const query = of(em, networkId).sessions.where('token_hash', '=', tokenHash)
      const found = await query.executeTakeFirst()
      return found && sessionOf(found)
    }),
  openSessions: (networkId) =>
    read(networkId, async (em) => {
      const query = of(em, networkId).sessions.where('ended_at', 'is', null)
      const newestFirst = query.orderBy('started_at', 'desc').orderBy('session_id', 'desc')
      return (await newestFirst.execute()).map(sessionOf)
    }),
})

const keys = ({
  read,
  transaction,
}: Runs): Pick<People, 'keepKey' | 'key' | 'takeKey' | 'voidKeys'> => ({
  keepKey: (key) =>
    transaction(key.networkId, (em) =>
      putRows(em, 'one_time_key', ['network_id', 'key_hash'], [toColumns(key)]),
    ),
  key: (networkId, keyHash) =>
    read(networkId, async (em) => {
      const query = of(em, networkId).keys.where('key_hash', '=', keyHash)
      return one<OneTimeKey>(await query.executeTakeFirst())
    }),
  takeKey: (networkId, keyHash, at) =>
    transaction(networkId, async (em) => {
      const taken = await tables(em)
        .updateTable('one_time_key')
        .set({ used_at: at })
        .where('network_id', '=', networkId)
        .where('key_hash', '=', keyHash)
        .where('used_at', 'is', null)
        .returningAll()
        .executeTakeFirst()
      return one<OneTimeKey>(taken)
    }),
  voidKeys: (networkId, userId, at) =>
    transaction(networkId, async (em) => {
      await tables(em)
        .updateTable('one_time_key')
        .set({ used_at: at })
        .where('network_id', '=', networkId)
        .where('user_id', '=', userId)
        .where('used_at', 'is', null)
        .execute()
    }),
})

export const people = (runs: Runs): People => ({
  ...users(runs),
  ...memberships(runs),
  ...devices(runs),
  ...sessions(runs),
  ...keys(runs),
})

export const cards = ({ read, transaction }: Runs): Cards => {
  const ofFund = (em: EntityManager, fundId: string) =>
    tables(em).selectFrom('card').selectAll().where('fund_id', '=', fundId)
  return {
    keepCard: (card) =>
      transaction(card.fundId, (em) =>
        putRows(em, 'card', ['fund_id', 'card_id'], [toColumns(card)]),
      ),
    cardByToken: (fundId, tokenHash) =>
      read(fundId, async (em) => {
        const query = ofFund(em, fundId).where('token_hash', '=', tokenHash)
        return one<Card>(await query.executeTakeFirst())
      }),
    cards: (fundId) =>
      read(fundId, async (em) => {
        const query = ofFund(em, fundId).orderBy('issued_at').orderBy('card_id')
        return all<Card>(await query.execute())
      }),
  }
}
