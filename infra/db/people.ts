import type {
  Card,
  Cards,
  Device,
  Membership,
  OneTimeKey,
  People,
  SessionRow,
  SignedIn,
  User,
} from '#domain/ports.ts'
import type { Kysely } from 'kysely'
import { headOf } from '#infra/db/journal.ts'
import { type KnownMarks, ownCells, ownRow, ownRows, putMarked } from '#infra/db/marked.ts'
import { cardBy, deviceIn, membershipsIn, sessionWithAll } from '#infra/db/signed-in.ts'
import { keptAnswers } from '#infra/db/statement.ts'
import { users } from '#infra/db/users.ts'
import {
  type Columns,
  type Statements,
  type FlatSession,
  type Runs,
  type Tables,
  fromColumns,
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

/** A session that this program wrote, whole. */
const ownSession = (
  marks: KnownMarks,
  found: Columns<FlatSession> | undefined,
): SessionRow | undefined => {
  const cells = ownCells(marks, 'session', found)
  return cells && sessionOf(cells as Columns<FlatSession>)
}

/** Runs work on the tables of people, whose rows count only where they bear a mark that holds. */
type MarkedRuns = Runs & { readonly marks: KnownMarks }

/** Questions to the tables of one network; each is made where it is asked. */
const of = (em: Statements, networkId: string) => ({
  get memberships() {
    return tables(em).selectFrom('membership').selectAll().where('network_id', '=', networkId)
  },
  get devices() {
    return tables(em).selectFrom('device').selectAll().where('network_id', '=', networkId)
  },
  get sessions() {
    return tables(em).selectFrom('session').selectAll().where('network_id', '=', networkId)
  },
  get keys() {
    return tables(em).selectFrom('one_time_key').selectAll().where('network_id', '=', networkId)
  },
})

type Memberships = Pick<People, 'keepMembership' | 'memberships' | 'membershipsOfFund'>

const memberships = ({ read, transaction, marks }: MarkedRuns): Memberships => ({
  keepMembership: (membership) =>
    transaction(membership.networkId, (em) =>
      putMarked(em, marks, 'membership', [toColumns(membership)]),
    ),
  memberships: (networkId, userId) =>
    read(networkId, (em) => membershipsIn(em, marks, { networkId, userId })),
  membershipsOfFund: (networkId, fundId) =>
    read(networkId, async (em) => {
      const query = of(em, networkId).memberships.where('fund_id', '=', fundId)
      return ownRows(marks, 'membership', await query.orderBy('user_id').execute())
    }),
})

type Devices = Pick<People, 'keepDevice' | 'device' | 'deviceByToken' | 'devices'>

const devices = ({ read, transaction, marks }: MarkedRuns): Devices => ({
  keepDevice: (device) =>
    transaction(device.networkId, (em) => putMarked(em, marks, 'device', [toColumns(device)])),
  device: (networkId, deviceId) =>
    read(networkId, (em) => deviceIn(em, marks, { networkId, deviceId })),
  deviceByToken: (networkId, tokenHash) =>
    read(networkId, async (em) => {
      const query = of(em, networkId).devices.where('token_hash', '=', tokenHash)
      return ownRow<Device>(marks, 'device', await query.executeTakeFirst())
    }),
  devices: (networkId) =>
    read(networkId, async (em) => {
      const query = of(em, networkId).devices.orderBy('enrolled_at').orderBy('device_id')
      return ownRows<Device>(marks, 'device', await query.execute())
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
  'keepSession' | 'changeOpenSession' | 'signedIn' | 'openSessions' | 'deviceUsers'
>

/** What a session by a card needs besides stands with the card. */
const byCard = (session: SessionRow): SignedIn => ({
  session,
  device: undefined,
  user: undefined,
  memberships: [],
  networkHead: undefined,
})

/** Who somebody with a session is, as the tables have it. */
const whoseIs = async (
  db: Kysely<Tables>,
  marks: KnownMarks,
  of: { readonly networkId: string; readonly tokenHash: string },
): Promise<SignedIn | undefined> => {
  const found = await sessionWithAll(db, of.networkId, of.tokenHash)
  const [[row], [device], [user], memberships, head] = found
  const session = ownSession(marks, row)
  if (!session) return undefined
  if (session.userId === undefined) return byCard(session)
  return {
    session,
    device: ownRow<Device>(marks, 'device', device),
    user: ownRow<User>(marks, 'user_account', user),
    memberships: ownRows<Membership>(marks, 'membership', memberships),
    networkHead: headOf(db, head),
  }
}

const askedBySession = ['session', 'device', 'user_account', 'membership', 'network_entry'] as const

const sessions = (
  { read, transaction, marks }: MarkedRuns,
  kept = keptAnswers<SignedIn>(askedBySession),
): Sessions => ({
  keepSession: (session) =>
    transaction(session.networkId, (em) =>
      putMarked(em, marks, 'session', [sessionColumns(session)]),
    ),
  changeOpenSession: (networkId, sessionId, change) =>
    transaction(networkId, async (em) => {
      const query = of(em, networkId).sessions.where('session_id', '=', sessionId)
      const open = await query.where('ended_at', 'is', null).executeTakeFirst()
      const cells = ownCells(marks, 'session', open)
      if (cells) await putMarked(em, marks, 'session', [{ ...cells, ...changedColumns(change) }])
    }),
  signedIn: (networkId, tokenHash) =>
    read(networkId, (em) => {
      const ask = () => whoseIs(tables(em), marks, { networkId, tokenHash })
      return kept(tables(em), `${networkId} ${tokenHash}`, ask)
    }),
  openSessions: (networkId) =>
    read(networkId, async (em) => {
      const query = of(em, networkId).sessions.where('ended_at', 'is', null)
      const newestFirst = query.orderBy('started_at', 'desc').orderBy('session_id', 'desc')
      return (await newestFirst.execute()).flatMap((found) => ownSession(marks, found) ?? [])
    }),
  deviceUsers: (networkId, deviceId) =>
    read(networkId, async (em) => {
      const query = of(em, networkId).sessions.where('device_id', '=', deviceId)
      const found = await query.where('user_id', 'is not', null).execute()
      const own = found.flatMap((row) => ownSession(marks, row)?.userId ?? [])
      return [...new Set(own)].toSorted()
    }),
})

const keys = ({
  read,
  transaction,
  marks,
}: MarkedRuns): Pick<People, 'keepKey' | 'key' | 'keysOf' | 'takeKey' | 'voidKeys'> => ({
  keepKey: (key) =>
    transaction(key.networkId, (em) => putMarked(em, marks, 'one_time_key', [toColumns(key)])),
  key: (networkId, keyHash) =>
    read(networkId, async (em) => {
      const query = of(em, networkId).keys.where('key_hash', '=', keyHash)
      return ownRow<OneTimeKey>(marks, 'one_time_key', await query.executeTakeFirst())
    }),
  keysOf: (networkId, userId) =>
    read(networkId, async (em) => {
      const query = of(em, networkId).keys.where('user_id', '=', userId).orderBy('key_hash')
      return ownRows<OneTimeKey>(marks, 'one_time_key', await query.execute())
    }),
  takeKey: (networkId, keyHash, at) =>
    transaction(networkId, async (em) => {
      const query = of(em, networkId).keys.where('key_hash', '=', keyHash)
      const unused = await query.where('used_at', 'is', null).executeTakeFirst()
      const cells = ownCells(marks, 'one_time_key', unused)
      if (!cells) return undefined
      const taken = { ...cells, used_at: at }
      await putMarked(em, marks, 'one_time_key', [taken])
      return fromColumns<OneTimeKey>(taken)
    }),
  voidKeys: (networkId, userId, at) =>
    transaction(networkId, async (em) => {
      const query = of(em, networkId).keys.where('user_id', '=', userId)
      for (const found of await query.where('used_at', 'is', null).execute()) {
        const cells = ownCells(marks, 'one_time_key', found)
        if (cells) await putMarked(em, marks, 'one_time_key', [{ ...cells, used_at: at }])
      }
    }),
})

export const people = (runs: MarkedRuns): People => ({
  ...users(runs),
  ...memberships(runs),
  ...devices(runs),
  ...sessions(runs),
  ...keys(runs),
})

export const cards = ({ read, transaction, marks }: MarkedRuns): Cards => {
  const kept = keptAnswers<Card>(['card'])
  const ofFund = (em: Statements, fundId: string) =>
    tables(em).selectFrom('card').selectAll().where('fund_id', '=', fundId)
  return {
    keepCard: (card) =>
      transaction(card.fundId, (em) => putMarked(em, marks, 'card', [toColumns(card)])),
    card: (fundId, cardId) =>
      read(fundId, (em) =>
        kept(tables(em), `${fundId} ${cardId}`, async () => {
          const [found] = await cardBy(tables(em), [fundId, cardId])
          return ownRow<Card>(marks, 'card', found)
        }),
      ),
    cardByToken: (fundId, tokenHash) =>
      read(fundId, async (em) => {
        const query = ofFund(em, fundId).where('token_hash', '=', tokenHash)
        return ownRow<Card>(marks, 'card', await query.executeTakeFirst())
      }),
    cards: (fundId) =>
      read(fundId, async (em) => {
        const query = ofFund(em, fundId).orderBy('issued_at').orderBy('card_id')
        return ownRows<Card>(marks, 'card', await query.execute())
      }),
  }
}
