import { defineEntity, p } from '@mikro-orm/core'
import {
  counts,
  entryProperties,
  key,
  lock,
  marked,
  numbered,
  ofAccountAndDay,
  ofEntry,
  ofFlag,
  ofFundSealed,
  ofMember,
  ofNetwork,
  ofScope,
  optional,
  place,
  subjectProperties,
  text,
  whole,
} from '#infra/db/properties.ts'

// One set of schemas for every host. Only this file defines entities, so that their order, and with it the compiled functions
// of the edge, never depends on who imports what first. The guards that no entity can express stand in the migrations.

const EntrySchema = defineEntity({
  name: 'Entry',
  tableName: 'entry',
  properties: { fundId: key(), ...entryProperties },
  uniques: [{ properties: ['fundId', 'id'] }],
})

const PostingSchema = defineEntity({
  name: 'Posting',
  tableName: 'posting',
  properties: {
    ...ofEntry,
    line: place(),
    entryType: text(),
    effectiveOn: optional(),
    account: whole(),
    bookOn: text(),
    amount: whole(),
  },
  indexes: [{ properties: ['fundId', 'account', 'bookOn'] }],
})

const AccountSchema = defineEntity({
  name: 'Account',
  tableName: 'account',
  properties: { ...numbered, account: text(), currency: text() },
  uniques: [{ properties: ['fundId', 'account', 'currency'] }],
})

const BalanceSchema = defineEntity({
  name: 'Balance',
  tableName: 'balance',
  properties: { ...ofAccountAndDay, amount: whole() },
})

const FlagSchema = defineEntity({
  name: 'Flag',
  tableName: 'flag',
  properties: {
    ...ofEntry,
    flag: key(),
    ...ofFlag,
  },
})

const SubjectSchema = defineEntity({
  name: 'Subject',
  tableName: 'subject',
  properties: { fundId: key(), ...subjectProperties, seq: whole() },
  indexes: [{ properties: ['fundId', 'seq'] }],
})

export const NoteSchema = defineEntity({
  name: 'Note',
  tableName: 'note',
  properties: { fundId: key(), subject: key(), text: p.text(), ...marked },
})

const NetworkEntrySchema = defineEntity({
  name: 'NetworkEntry',
  tableName: 'network_entry',
  properties: { networkId: key(), ...entryProperties },
  uniques: [{ properties: ['networkId', 'id'] }],
})

const NetworkSubjectSchema = defineEntity({
  name: 'NetworkSubject',
  tableName: 'network_subject',
  properties: { networkId: key(), ...subjectProperties },
})

const UserAccountSchema = defineEntity({
  name: 'UserAccount',
  tableName: 'user_account',
  properties: {
    networkId: key(),
    userId: key(),
    login: text(),
    loginKey: text(),
    secret: optional(),
    createdAt: text(),
    disabledAt: optional(),
    ...marked,
  },
  uniques: [{ properties: ['networkId', 'loginKey'] }],
})

const MembershipSchema = defineEntity({
  name: 'Membership',
  tableName: 'membership',
  properties: { ...ofNetwork, userId: key(), fundId: key(), memberId: text(), ...marked },
  indexes: [{ properties: ['networkId', 'fundId'] }],
})

const DeviceSchema = defineEntity({
  name: 'Device',
  tableName: 'device',
  properties: {
    networkId: key(),
    deviceId: key(),
    tokenHash: text(),
    label: text(),
    enrolledAt: text(),
    enrolledBy: text(),
    revokedAt: optional(),
    ...marked,
  },
  uniques: [{ properties: ['networkId', 'tokenHash'] }],
})

const SessionSchema = defineEntity({
  name: 'Session',
  tableName: 'session',
  properties: {
    networkId: key(),
    sessionId: key(),
    tokenHash: text(),
    userId: optional(),
    cardFundId: optional(),
    cardMemberId: optional(),
    deviceId: text(),
    startedAt: text(),
    seenAt: text(),
    endsAt: text(),
    steppedUpAt: optional(),
    endedAt: optional(),
    ...marked,
  },
  uniques: [{ properties: ['networkId', 'tokenHash'] }],
  indexes: [{ properties: ['networkId', 'endedAt', 'startedAt'] }],
})

const OneTimeKeySchema = defineEntity({
  name: 'OneTimeKey',
  tableName: 'one_time_key',
  properties: {
    networkId: key(),
    keyHash: key(),
    purpose: text(),
    userId: optional(),
    madeBy: text(),
    endsAt: text(),
    usedAt: optional(),
    ...marked,
  },
})

const CardSchema = defineEntity({
  name: 'Card',
  tableName: 'card',
  properties: {
    fundId: key(),
    cardId: key(),
    memberId: text(),
    tokenHash: text(),
    secret: text(),
    issuedAt: text(),
    revokedAt: optional(),
    ...marked,
  },
  uniques: [{ properties: ['fundId', 'tokenHash'] }],
})

const BudgetSchema = defineEntity({
  name: 'Budget',
  tableName: 'budget',
  properties: { ...ofScope, failures: whole(), ...lock, ...marked },
})

const ActivitySchema = defineEntity({
  name: 'Activity',
  tableName: 'activity',
  properties: {
    scope: key(),
    activityId: key(),
    at: text(),
    actor: text(),
    device: text(),
    action: text(),
    subject: text(),
    outcome: text(),
    ...marked,
  },
  indexes: [{ properties: ['scope', 'subject', 'activityId'] }],
})

const MemberNameSchema = defineEntity({
  name: 'MemberName',
  tableName: 'member_name',
  properties: { ...ofMember, khmer: optional(), latin: optional(), ...marked },
})

const MemberPhotoSchema = defineEntity({
  name: 'MemberPhoto',
  tableName: 'member_photo',
  properties: { ...ofMember, mediaType: text(), data: p.text(), digest: text(), ...marked },
})

const NomineeSchema = defineEntity({
  name: 'Nominee',
  tableName: 'nominee',
  properties: {
    ...ofMember,
    place: place(),
    name: optional(),
    nomineeId: optional(),
    share: text(),
    ...marked,
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
    declaredAt: text(),
    ...marked,
  },
})

const SupportFileSchema = defineEntity({
  name: 'SupportFile',
  tableName: 'support_file',
  properties: { fundId: key(), code: key(), sealed: p.text(), ...marked },
})

const SupportClaimSchema = defineEntity({
  name: 'SupportClaim',
  tableName: 'support_claim',
  properties: { ...ofNetwork, claim: key(), holder: text(), untilOn: text(), ...marked },
})

const MessageRowSchema = defineEntity({
  name: 'MessageRow',
  tableName: 'message_row',
  properties: { ...ofNetwork, kind: key(), about: key(), ...ofFundSealed, ...marked },
})

const RegisterSchema = defineEntity({
  name: 'Register',
  tableName: 'register',
  properties: { scope: key(), kind: key(), ...counts, digest: text(), mark: text() },
})

export const entities = [
  EntrySchema,
  PostingSchema,
  AccountSchema,
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
  RegisterSchema,
]
