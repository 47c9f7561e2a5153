import type {
  Card,
  Cards,
  Device,
  Membership,
  NetworkViews,
  OneTimeKey,
  People,
  SessionRow,
  User,
} from '#domain/ports.ts'

/** Rows by a key of several texts. */
const rowsBy = <Row>(keyOf: (row: Row) => readonly string[]) => {
  const rows = new Map<string, Row>()
  const all = (): Row[] => [...rows.values()]
  const isSame = (a: Row, b: Row): boolean => JSON.stringify(keyOf(a)) === JSON.stringify(keyOf(b))
  return {
    all,
    get: (...key: readonly string[]): Row | undefined => rows.get(JSON.stringify(key)),
    put: (row: Row): void => void rows.set(JSON.stringify(keyOf(row)), row),
    /** Whether a row of another key shares what `fits` asks for. */
    isTaken: (row: Row, fits: (other: Row) => boolean): boolean =>
      all().some((other) => fits(other) && !isSame(other, row)),
  }
}

type Rows<Row> = ReturnType<typeof rowsBy<Row>>

const inOrder = <Row>(rows: readonly Row[], ...by: readonly ((row: Row) => string)[]): Row[] =>
  rows.toSorted((a, b) => {
    for (const of of by) if (of(a) !== of(b)) return of(a) < of(b) ? -1 : 1
    return 0
  })

const assertTokenFree = <Row extends { readonly tokenHash: string }>(
  rows: Rows<Row>,
  row: Row,
  isNear: (other: Row) => boolean,
): void => {
  if (rows.isTaken(row, (other) => isNear(other) && other.tokenHash === row.tokenHash))
    throw new Error('the token is taken')
}

const users = (): Pick<People, 'keepUser' | 'user' | 'userByLogin' | 'users'> => {
  const rows = rowsBy<User>(({ networkId, userId }) => [networkId, userId])
  const ofNetwork = (networkId: string): User[] =>
    rows.all().filter((user) => user.networkId === networkId)
  return {
    keepUser: async (user) => {
      const { networkId, loginKey } = user
      if (rows.isTaken(user, (o) => o.networkId === networkId && o.loginKey === loginKey))
        return 'login-taken'
      rows.put(user)
      return 'kept'
    },
    user: async (networkId, userId) => rows.get(networkId, userId),
    userByLogin: async (networkId, loginKey) =>
      ofNetwork(networkId).find((user) => user.loginKey === loginKey),
    users: async (networkId) =>
      inOrder(
        ofNetwork(networkId),
        (user) => user.createdAt,
        (user) => user.userId,
      ),
  }
}

const memberships = (): Pick<People, 'keepMembership' | 'memberships' | 'membershipsOfFund'> => {
  const rows = rowsBy<Membership>(({ networkId, userId, fundId }) => [networkId, userId, fundId])
  const ofNetwork = (networkId: string): Membership[] =>
    rows.all().filter((row) => row.networkId === networkId)
  return {
    keepMembership: async (membership) => rows.put(membership),
    memberships: async (networkId, userId) =>
      inOrder(
        ofNetwork(networkId).filter((row) => row.userId === userId),
        (row) => row.fundId,
      ),
    membershipsOfFund: async (networkId, fundId) =>
      inOrder(
        ofNetwork(networkId).filter((row) => row.fundId === fundId),
        (row) => row.userId,
      ),
  }
}

const devices = (): Pick<People, 'keepDevice' | 'device' | 'deviceByToken' | 'devices'> => {
  const rows = rowsBy<Device>(({ networkId, deviceId }) => [networkId, deviceId])
  const ofNetwork = (networkId: string): Device[] =>
    rows.all().filter((device) => device.networkId === networkId)
  return {
    keepDevice: async (device) => {
      assertTokenFree(rows, device, ({ networkId }) => networkId === device.networkId)
      rows.put(device)
    },
    device: async (networkId, deviceId) => rows.get(networkId, deviceId),
    deviceByToken: async (networkId, tokenHash) =>
      ofNetwork(networkId).find((device) => device.tokenHash === tokenHash),
    devices: async (networkId) =>
      inOrder(
        ofNetwork(networkId),
        (device) => device.enrolledAt,
        (device) => device.deviceId,
      ),
  }
}

type Sessions = Pick<
  People,
  'keepSession' | 'changeOpenSession' | 'signedIn' | 'openSessions' | 'deviceUsers'
>

type Others = Pick<People, 'device' | 'user' | 'memberships'> & Pick<NetworkViews, 'networkHead'>

const sessions = (others: Others): Sessions => {
  const rows = rowsBy<SessionRow>(({ networkId, sessionId }) => [networkId, sessionId])
  /** Asked at every request, and the token of a session never changes. */
  const idByToken = new Map<string, string>()
  const ofNetwork = (networkId: string): SessionRow[] =>
    rows.all().filter((session) => session.networkId === networkId)
  return {
    keepSession: async (session) => {
      assertTokenFree(rows, session, ({ networkId }) => networkId === session.networkId)
      rows.put(session)
      idByToken.set(`${session.networkId} ${session.tokenHash}`, session.sessionId)
    },
    changeOpenSession: async (networkId, sessionId, change) => {
      const session = rows.get(networkId, sessionId)
      if (session && session.endedAt === undefined) rows.put({ ...session, ...change })
    },
    signedIn: async (networkId, tokenHash) => {
      const session = rows.get(networkId, idByToken.get(`${networkId} ${tokenHash}`) ?? '')
      if (!session) return undefined
      const { userId, deviceId } = session
      if (userId === undefined)
        return {
          session,
          device: undefined,
          user: undefined,
          memberships: [],
          networkHead: undefined,
        }
      return {
        session,
        device: await others.device(networkId, deviceId),
        user: await others.user(networkId, userId),
        memberships: await others.memberships(networkId, userId),
        networkHead: await others.networkHead(networkId),
      }
    },
    openSessions: async (networkId) =>
      inOrder(
        ofNetwork(networkId).filter(({ endedAt }) => endedAt === undefined),
        (session) => session.startedAt,
        (session) => session.sessionId,
      ).toReversed(),
    deviceUsers: async (networkId, deviceId) => {
      const own = ofNetwork(networkId).filter((session) => session.deviceId === deviceId)
      return [...new Set(own.flatMap(({ userId }) => userId ?? []))].toSorted()
    },
  }
}

const keys = (): Pick<People, 'keepKey' | 'key' | 'keysOf' | 'takeKey' | 'voidKeys'> => {
  const rows = rowsBy<OneTimeKey>(({ networkId, keyHash }) => [networkId, keyHash])
  return {
    keepKey: async (key) => rows.put(key),
    key: async (networkId, keyHash) => rows.get(networkId, keyHash),
    keysOf: async (networkId, userId) =>
      rows.all().filter((key) => key.networkId === networkId && key.userId === userId),
    takeKey: async (networkId, keyHash, at) => {
      const key = rows.get(networkId, keyHash)
      if (key === undefined || key.usedAt !== undefined) return undefined
      const taken = { ...key, usedAt: at }
      rows.put(taken)
      return taken
    },
    voidKeys: async (networkId, userId, at) => {
      for (const key of rows.all())
        if (key.networkId === networkId && key.userId === userId && key.usedAt === undefined)
          rows.put({ ...key, usedAt: at })
    },
  }
}

export const people = (networks: Pick<NetworkViews, 'networkHead'>): People => {
  const others = { ...users(), ...memberships(), ...devices(), ...keys() }
  return { ...others, ...sessions({ ...others, ...networks }) }
}

export const cards = (): Cards => {
  const rows = rowsBy<Card>(({ fundId, cardId }) => [fundId, cardId])
  const ofFund = (fundId: string): Card[] => rows.all().filter((card) => card.fundId === fundId)
  return {
    keepCard: async (card) => {
      assertTokenFree(rows, card, ({ fundId }) => fundId === card.fundId)
      rows.put(card)
    },
    card: async (fundId, cardId) => rows.get(fundId, cardId),
    cardByToken: async (fundId, tokenHash) =>
      ofFund(fundId).find((card) => card.tokenHash === tokenHash),
    cards: async (fundId) =>
      inOrder(
        ofFund(fundId),
        (card) => card.issuedAt,
        (card) => card.cardId,
      ),
  }
}
