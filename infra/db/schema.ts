import { defineEntity, p } from '@mikro-orm/core'

// One set of schemas for every host. Only this file defines entities, so that their order, and with it
// the compiled functions of the edge, never depends on who imports what first. The guards that no
// entity can express (triggers, checks) stand in the migrations.

const key = () => p.string().primary()
const ofNetwork = { networkId: key() }
const entryProperties = {
  seq: p.integer().primary(),
  id: p.string(),
  type: p.string(),
  v: p.integer(),
  effectiveOn: p.string(),
  recordedAt: p.string(),
  recordedBy: p.string(),
  device: p.string(),
  commandHash: p.string(),
  reverses: p.string().nullable(),
  data: p.text(),
  prevHash: p.string(),
  hash: p.string(),
}

const EntrySchema = defineEntity({
  name: 'Entry',
  tableName: 'entry',
  properties: { fundId: p.string().primary(), ...entryProperties },
  uniques: [{ properties: ['fundId', 'id'] }],
})

const PostingSchema = defineEntity({
  name: 'Posting',
  tableName: 'posting',
  properties: {
    fundId: p.string().primary(),
    seq: p.integer().primary(),
    line: p.integer().primary(),
    entryType: p.string(),
    effectiveOn: p.string(),
    account: p.string(),
    currency: p.string(),
    bookOn: p.string(),
    amount: p.integer(),
  },
  indexes: [{ properties: ['fundId', 'account', 'bookOn'] }],
})

const BalanceSchema = defineEntity({
  name: 'Balance',
  tableName: 'balance',
  properties: {
    fundId: p.string().primary(),
    account: p.string().primary(),
    currency: p.string().primary(),
    bookOn: p.string().primary(),
    closing: p.integer().primary(),
    amount: p.integer(),
  },
})

const FlagSchema = defineEntity({
  name: 'Flag',
  tableName: 'flag',
  properties: {
    fundId: p.string().primary(),
    seq: p.integer().primary(),
    flag: p.string().primary(),
    entryType: p.string(),
    effectiveOn: p.string(),
    subject: p.string(),
  },
})

const subjectProperties = { kind: p.string().primary(), key: p.string().primary(), data: p.text() }

const SubjectSchema = defineEntity({
  name: 'Subject',
  tableName: 'subject',
  properties: { fundId: p.string().primary(), ...subjectProperties },
})

export const NoteSchema = defineEntity({
  name: 'Note',
  tableName: 'note',
  properties: { fundId: p.string().primary(), subject: p.string().primary(), text: p.text() },
})

const NetworkEntrySchema = defineEntity({
  name: 'NetworkEntry',
  tableName: 'network_entry',
  properties: { networkId: p.string().primary(), ...entryProperties },
  uniques: [{ properties: ['networkId', 'id'] }],
})

const NetworkSubjectSchema = defineEntity({
  name: 'NetworkSubject',
  tableName: 'network_subject',
  properties: { networkId: p.string().primary(), ...subjectProperties },
})

const UserAccountSchema = defineEntity({
  name: 'UserAccount',
  tableName: 'user_account',
  properties: {
    networkId: p.string().primary(),
    userId: p.string().primary(),
    login: p.string(),
    loginKey: p.string(),
    secret: p.string().nullable(),
    createdAt: p.string(),
    disabledAt: p.string().nullable(),
  },
  uniques: [{ properties: ['networkId', 'loginKey'] }],
})

const MembershipSchema = defineEntity({
  name: 'Membership',
  tableName: 'membership',
  properties: { ...ofNetwork, userId: key(), fundId: key(), memberId: p.string() },
  indexes: [{ properties: ['networkId', 'fundId'] }],
})

const DeviceSchema = defineEntity({
  name: 'Device',
  tableName: 'device',
  properties: {
    networkId: p.string().primary(),
    deviceId: p.string().primary(),
    tokenHash: p.string(),
    label: p.string(),
    enrolledAt: p.string(),
    enrolledBy: p.string(),
    revokedAt: p.string().nullable(),
  },
  uniques: [{ properties: ['networkId', 'tokenHash'] }],
})

const SessionSchema = defineEntity({
  name: 'Session',
  tableName: 'session',
  properties: {
    networkId: p.string().primary(),
    sessionId: p.string().primary(),
    tokenHash: p.string(),
    userId: p.string().nullable(),
    cardFundId: p.string().nullable(),
    cardMemberId: p.string().nullable(),
    deviceId: p.string(),
    startedAt: p.string(),
    seenAt: p.string(),
    endsAt: p.string(),
    steppedUpAt: p.string().nullable(),
    endedAt: p.string().nullable(),
  },
  uniques: [{ properties: ['networkId', 'tokenHash'] }],
  indexes: [{ properties: ['networkId', 'endedAt', 'startedAt'] }],
})

const OneTimeKeySchema = defineEntity({
  name: 'OneTimeKey',
  tableName: 'one_time_key',
  properties: {
    networkId: p.string().primary(),
    keyHash: p.string().primary(),
    purpose: p.string(),
    userId: p.string().nullable(),
    madeBy: p.string(),
    endsAt: p.string(),
    usedAt: p.string().nullable(),
  },
})

const CardSchema = defineEntity({
  name: 'Card',
  tableName: 'card',
  properties: {
    fundId: p.string().primary(),
    cardId: p.string().primary(),
    memberId: p.string(),
    tokenHash: p.string(),
    secret: p.string(),
    issuedAt: p.string(),
    revokedAt: p.string().nullable(),
  },
  uniques: [{ properties: ['fundId', 'tokenHash'] }],
})

const lock = { since: p.string(), lockedUntil: p.string().nullable() }
const ofScope = { scope: p.string().primary(), subject: p.string().primary() }

const BudgetSchema = defineEntity({
  name: 'Budget',
  tableName: 'budget',
  properties: { ...ofScope, failures: p.integer(), ...lock },
})

const ActivitySchema = defineEntity({
  name: 'Activity',
  tableName: 'activity',
  properties: {
    scope: p.string().primary(),
    activityId: p.string().primary(),
    at: p.string(),
    actor: p.string(),
    device: p.string(),
    action: p.string(),
    subject: p.string(),
    outcome: p.string(),
  },
  indexes: [{ properties: ['scope', 'subject', 'activityId'] }],
})

const ofMember = { fundId: p.string().primary(), memberId: p.string().primary() }

const MemberNameSchema = defineEntity({
  name: 'MemberName',
  tableName: 'member_name',
  properties: { ...ofMember, khmer: p.string().nullable(), latin: p.string().nullable() },
})

const MemberPhotoSchema = defineEntity({
  name: 'MemberPhoto',
  tableName: 'member_photo',
  properties: { ...ofMember, mediaType: p.string(), data: p.text(), digest: p.string() },
})

const NomineeSchema = defineEntity({
  name: 'Nominee',
  tableName: 'nominee',
  properties: {
    ...ofMember,
    place: p.integer().primary(),
    name: p.string().nullable(),
    nomineeId: p.string().nullable(),
    share: p.string(),
  },
})

const KinshipSchema = defineEntity({
  name: 'Kinship',
  tableName: 'kinship',
  properties: {
    fundId: key(),
    firstId: key(),
    secondId: key(),
    relation: key(),
    declaredAt: p.string(),
  },
})

const SupportFileSchema = defineEntity({
  name: 'SupportFile',
  tableName: 'support_file',
  properties: { fundId: p.string().primary(), code: p.string().primary(), sealed: p.text() },
})

const SupportClaimSchema = defineEntity({
  name: 'SupportClaim',
  tableName: 'support_claim',
  properties: { ...ofNetwork, claim: key(), holder: p.string(), untilOn: p.string() },
})

const MessageRowSchema = defineEntity({
  name: 'MessageRow',
  tableName: 'message_row',
  properties: { ...ofNetwork, kind: key(), mark: key(), fundId: p.string(), sealed: p.text() },
})

export const entities = [
  EntrySchema,
  PostingSchema,
  BalanceSchema,
  FlagSchema,
  SubjectSchema,
  NoteSchema,
  NetworkEntrySchema,
  NetworkSubjectSchema,
  UserAccountSchema,
  MembershipSchema,
  DeviceSchema,
  SessionSchema,
  OneTimeKeySchema,
  CardSchema,
  BudgetSchema,
  ActivitySchema,
  MemberNameSchema,
  MemberPhotoSchema,
  NomineeSchema,
  KinshipSchema,
  SupportFileSchema,
  SupportClaimSchema,
  MessageRowSchema,
]
