import type {
  ActivityRow,
  Card,
  Device,
  Membership,
  OneTimeKey,
  SessionRow,
  User,
} from '#domain/ports.ts'

export const network = 'network-a'
export const otherNetwork = 'network-b'

export const userRow = (row: Partial<User>): User => ({
  networkId: network,
  userId: 'user-1',
  login: 'Sok Dara',
  loginKey: 'sok dara',
  secret: undefined,
  createdAt: '2026-01-01T02:00:00.000Z',
  disabledAt: undefined,
  ...row,
})

export const membershipRow = (row: Partial<Membership>): Membership => ({
  networkId: network,
  userId: 'user-1',
  fundId: 'fund-a',
  memberId: 'member-1',
  ...row,
})

export const deviceRow = (row: Partial<Device>): Device => ({
  networkId: network,
  deviceId: 'device-1',
  tokenHash: 'hash-of-device-1',
  label: 'the phone of the committee',
  enrolledAt: '2026-01-01T02:00:00.000Z',
  enrolledBy: 'user-1',
  revokedAt: undefined,
  ...row,
})

export const sessionRow = (row: Partial<SessionRow>): SessionRow => ({
  networkId: network,
  sessionId: 'session-1',
  tokenHash: 'hash-of-session-1',
  userId: 'user-1',
  card: undefined,
  deviceId: 'device-1',
  startedAt: '2026-01-20T02:00:00.000Z',
  seenAt: '2026-01-20T02:00:00.000Z',
  endsAt: '2026-01-20T14:00:00.000Z',
  steppedUpAt: undefined,
  endedAt: undefined,
  ...row,
})

export const keyRow = (row: Partial<OneTimeKey>): OneTimeKey => ({
  networkId: network,
  keyHash: 'hash-of-key-1',
  purpose: 'set-secret',
  userId: 'user-1',
  madeBy: 'command-line',
  endsAt: '2026-01-21T02:00:00.000Z',
  usedAt: undefined,
  ...row,
})

export const cardRow = (row: Partial<Card>): Card => ({
  fundId: 'fund-a',
  cardId: 'card-1',
  memberId: 'member-1',
  tokenHash: 'hash-of-card-1',
  secret: 'scrypt$sealed',
  issuedAt: '2026-01-01T02:00:00.000Z',
  revokedAt: undefined,
  ...row,
})

/** A line of the log; the later the number, the later it was written. */
export const activityRow = (n: number, row: Partial<ActivityRow> = {}): ActivityRow => ({
  scope: 'fund-a',
  activityId: `01980000-0000-7000-8000-${String(n).padStart(12, '0')}`,
  at: '2026-01-20T02:00:00.000Z',
  actor: 'user-1',
  device: 'device-1',
  action: 'read-member',
  subject: 'member:member-1',
  outcome: 'done',
  ...row,
})
