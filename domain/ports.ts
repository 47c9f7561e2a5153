import type { KeyPurpose } from '#domain/access/key-purposes.ts'
import type { LogPage, LogPageAbout } from '#domain/access/log-page.ts'
import type { LocalDate } from '#domain/kernel/dates.ts'
import type { NetworkLists } from '#domain/fund/listed.ts'
import type { AccountId } from '#domain/ledger/accounts.ts'
import type { JournalRow } from '#domain/ledger/entry.ts'
import type { FundSubjectKind, NetworkSubjectKind } from '#domain/operations/subject.ts'
import type { BalanceRow, FlagRow, PostingRow, Stretch } from '#domain/ledger/rows.ts'

export type SubjectKind = FundSubjectKind | NetworkSubjectKind

/** A part of the village as it stands after the last entry about it; `data` is its canonical JSON. */
export type SubjectRow = { readonly kind: SubjectKind; readonly key: string; readonly data: string }
export type SubjectKey = Pick<SubjectRow, 'kind' | 'key'>

/** What entries change in the views. A subject comes once, as it stands after the last of them. */
export type ViewChanges = {
  readonly postings: readonly PostingRow[]
  readonly flags: readonly FlagRow[]
  readonly subjects: readonly SubjectRow[]
}

/** The append-only journals of all funds in one store; ids in order, the first so many where asked. */
export interface Journal {
  fundIds(atMost?: number): Promise<readonly string[]>
  /** Rows after `afterSeq` in order, at most `limit` of them. */
  read(fundId: string, afterSeq: number, limit: number): Promise<readonly JournalRow[]>
  /** Those of the ids that the fund's journal holds. */
  find(fundId: string, ids: readonly string[]): Promise<readonly JournalRow[]>
  /**
   * Appends rows, view changes and what the log says of them, all or nothing; without rows the lines alone. `stale` when
   * somebody else has taken the first `seq` or an id. Throws `StorageUnavailable` when the store cannot take it now.
   */
  append(
    fundId: string,
    rows: readonly JournalRow[],
    changes: ViewChanges,
    lines?: readonly ActivityRow[],
  ): Promise<'appended' | 'stale'>
  /**
   * Runs work while nobody else writes into the fund's journal, in one commit with what it appends there, and again where
   * nothing of it was kept. Left out where this process alone writes.
   */
  inTurn?<T>(fundId: string, work: (journal: Journal) => Promise<T>): Promise<T>
}

/** How far a fund's journal has come, and of which edition its views are: views that are made anew are another one. */
export type ViewsHead = { readonly seq: number; readonly hash: string; readonly edition: number }
export type NetworkHead = Omit<ViewsHead, 'edition'>

/** Tables for questions, written with the journal and rebuilt from it at any time. */
export interface FundViews {
  subjects(fundId: string): Promise<readonly SubjectRow[]>
  subject(fundId: string, kind: SubjectKind, key: string): Promise<SubjectRow | undefined>
  /** Those of some, by one question; rights are looked up by it at every request. */
  subjectsBy(fundId: string, of: readonly SubjectKey[]): Promise<readonly SubjectRow[]>
  /** All days, by account, currency and day. */
  balances(fundId: string): Promise<readonly BalanceRow[]>
  /** By seq and line; through a book date, and of some accounts or entries only, where asked. */
  postings(fundId: string, filter: PostingFilter): Promise<readonly PostingRow[]>
  flags(fundId: string, of?: Stretch): Promise<readonly FlagRow[]>
  /** One question; undefined where there is no such journal. */
  viewsHead(fundId: string): Promise<ViewsHead | undefined>
  /** What entries after one and through another changed; subjects as they are now, which may be of later entries. */
  changesSince(fundId: string, after: number, through: number): Promise<ViewChanges>
  /** Every fund that any view row names: the audit finds rows here that belong to no journal. */
  viewFundIds(): Promise<readonly string[]>
  /** Drops the fund's views and writes these in their place. */
  replace(fundId: string, changes: ViewChanges): Promise<void>
}

export type PostingFilter = {
  readonly through?: LocalDate
  readonly accounts?: readonly AccountId[]
  readonly entries?: Stretch
}

export type Note = { readonly subject: string; readonly text: string }
/** Words beside the journal, because they can name a person and be corrected and erased; by what they are about, `fund:` or `loan:<id>`. */
export interface Notes {
  keep(fundId: string, notes: readonly Note[]): Promise<void>
  of(fundId: string): Promise<ReadonlyMap<string, string>>
  /** The one about a subject, however many there are. */
  noteOf(fundId: string, subject: string): Promise<string | undefined>
}

/** The store cannot take or give anything now; it is being reopened. Nothing half was written. */
export class StorageUnavailable extends Error {
  override readonly name = 'StorageUnavailable'
}

/** The present instant, ISO 8601 in UTC. */
export type Clock = () => string
/** SHA-256 of the text's UTF-8 bytes, in lower-case hexadecimal. */
export type Hasher = (text: string) => string
/** The same of bytes that come piece by piece. */
export type Digester = () => {
  readonly take: (bytes: Uint8Array) => void
  readonly hex: () => string
}
/** A new UUIDv7. */
export type Ids = () => string

/** The journals of all networks in one store; a row's `fundId` is the network's id here. */
export type NetworkJournal = Journal
/** What networks are after their last entries. */
export interface NetworkViews extends NetworkLists {
  networkHead(networkId: string): Promise<NetworkHead | undefined>
  /** All but the pot, audits and the register: its funds and staff, by which rights are looked up, and what it has checked of numbers and services. */
  networkSubjects(networkId: string): Promise<readonly NetworkSubjectRow[]>
  /** All of the network's own pot: its windows, its grants, and every movement of its money. */
  potSubjects(networkId: string): Promise<readonly NetworkSubjectRow[]>
  /** Its audits, those of one fund where it is named; and its register of agencies and of the roads abroad. */
  auditSubjects(networkId: string, fundId?: string): Promise<readonly NetworkSubjectRow[]>
  registerSubjects(networkId: string): Promise<readonly NetworkSubjectRow[]>
  /** Drops the network's views and writes these in their place. */
  replaceNetwork(networkId: string, subjects: readonly NetworkSubjectRow[]): Promise<void>
}

export type NetworkSubjectRow = SubjectRow & { readonly kind: NetworkSubjectKind }

/** A row to sign in by. Everything here can be corrected and erased; the journals know only `userId`. */
export type User = {
  readonly networkId: string
  readonly userId: string
  /** As the person writes it: a name or a phone number. */
  readonly login: string
  /** The same, so written that two spellings of one name meet (`loginKeyOf`). One a network. */
  readonly loginKey: string
  /** Scheme-tagged; undefined until the person has chosen one by a one-time link. */
  readonly secret: string | undefined
  readonly createdAt: string
  readonly disabledAt: string | undefined
}

/** That a user is a member of a fund: the only row that joins a login to a card. */
export type Membership = {
  readonly networkId: string
  readonly userId: string
  readonly fundId: string
  readonly memberId: string
}

/** A phone or computer that may sign people in. The token itself is on it, only its hash is here. */
export type Device = {
  readonly networkId: string
  readonly deviceId: string
  readonly tokenHash: string
  readonly label: string
  readonly enrolledAt: string
  readonly enrolledBy: string
  readonly revokedAt: string | undefined
}

/** Somebody signed in: a user on a device, or a member by a printed card. Times are instants. */
export type SessionRow = {
  readonly networkId: string
  readonly sessionId: string
  readonly tokenHash: string
  readonly userId: string | undefined
  readonly card: { readonly fundId: string; readonly memberId: string } | undefined
  /** The device, or the card where somebody came by one. */
  readonly deviceId: string
  readonly startedAt: string
  readonly seenAt: string
  readonly endsAt: string
  readonly steppedUpAt: string | undefined
  readonly endedAt: string | undefined
}

/** A session with what says whether it still stands for somebody, and the network's last entry; one by a card has none of that. */
export type SignedIn = {
  readonly session: SessionRow
  readonly device: Device | undefined
  readonly user: User | undefined
  readonly memberships: readonly Membership[]
  readonly networkHead: NetworkHead | undefined
}

/** A key that opens one thing once. */
export type OneTimeKey = {
  readonly networkId: string
  readonly keyHash: string
  readonly purpose: KeyPurpose
  readonly userId: string | undefined
  readonly madeBy: string
  readonly endsAt: string
  readonly usedAt: string | undefined
}
/** A household's printed card: with its PIN it shows one member's own lines, and never writes. */
export type Card = {
  readonly fundId: string
  readonly cardId: string
  readonly memberId: string
  readonly tokenHash: string
  readonly secret: string
  readonly issuedAt: string
  readonly revokedAt: string | undefined
}

/** Identity, sessions and devices. A `keep` writes the whole row, new or changed. */
export interface People {
  keepUser(user: User): Promise<'kept' | 'login-taken'>
  user(networkId: string, userId: string): Promise<User | undefined>
  userByLogin(networkId: string, loginKey: string): Promise<User | undefined>
  users(networkId: string): Promise<readonly User[]>
  keepMembership(membership: Membership): Promise<void>
  memberships(networkId: string, userId: string): Promise<readonly Membership[]>
  membershipsOfFund(networkId: string, fundId: string): Promise<readonly Membership[]>
  keepDevice(device: Device): Promise<void>
  device(networkId: string, deviceId: string): Promise<Device | undefined>
  deviceByToken(networkId: string, tokenHash: string): Promise<Device | undefined>
  devices(networkId: string): Promise<readonly Device[]>
  keepSession(session: SessionRow): Promise<void>
  /** Changes a session that has not been ended; one that has stays ended, whoever was slower. */
  changeOpenSession(
    networkId: string,
    sessionId: string,
    change: Partial<Pick<SessionRow, 'seenAt' | 'steppedUpAt' | 'endedAt'>>,
  ): Promise<void>
  /** By one question, because it is asked at every request. */
  signedIn(networkId: string, tokenHash: string): Promise<SignedIn | undefined>
  /** Those that have not been ended, of one network, the newest first. */
  openSessions(networkId: string): Promise<readonly SessionRow[]>
  /** Whoever has ever signed in on a device by a login. */
  deviceUsers(networkId: string, deviceId: string): Promise<readonly string[]>
  keepKey(key: OneTimeKey): Promise<void>
  key(networkId: string, keyHash: string): Promise<OneTimeKey | undefined>
  /** Every key that was made for somebody, used or not. */
  keysOf(networkId: string, userId: string): Promise<readonly OneTimeKey[]>
  /** Marks an unused key as used and returns it; of two who try at once only one gets it. */
  takeKey(networkId: string, keyHash: string, at: string): Promise<OneTimeKey | undefined>
  /** Marks every unused key for a user as used: only the newest link may open anything. */
  voidKeys(networkId: string, userId: string, at: string): Promise<void>
}

export interface Cards {
  keepCard(card: Card): Promise<void>
  card(fundId: string, cardId: string): Promise<Card | undefined>
  cardByToken(fundId: string, tokenHash: string): Promise<Card | undefined>
  cards(fundId: string): Promise<readonly Card[]>
}

/** Guesses made and doors locked, kept through a restart. `scope` is a fund's or a network's id. */
export interface Budgets {
  /** Writes what `after` makes of it, in one transaction: of a thousand who guess at once, each counts. It is pure. */
  changeBudget<Answer>(
    scope: string,
    subject: string,
    after: (before: Budget | undefined) => { readonly budget: Budget; readonly answer: Answer },
  ): Promise<Answer>
}

export type Budget = {
  readonly failures: number
  /** First failure of the window that the failures are counted in. */
  readonly since: string
  readonly lockedUntil: string | undefined
}

/** One line of the log of who did what, when, on which device. Ids and codes only. */
export type ActivityRow = {
  readonly scope: string
  readonly activityId: string
  readonly at: string
  /** User id, `card` or `nobody`; a member who came by card is in `subject` by her own card. */
  readonly actor: string
  readonly device: string
  readonly action: string
  /** `member:<id>`, `loan:<id>`, `entry:<id>`, or empty for the whole; for her eyes alone `own:<member>[:entry:<id>]`. */
  readonly subject: string
  /** What became of it: `tried` was let in and may have come to nothing. Until 0.2.0 a look and a try stood as `done` too. */
  readonly outcome: 'read' | 'tried' | 'refused' | 'done'
}

/** Append-only. Pages run backwards in time: `before` is the last activityId of the page before. */
export interface ActivityLog {
  noteActivity(rows: readonly ActivityRow[]): Promise<void>
  activities(scope: string, page: LogPage): Promise<readonly ActivityRow[]>
  /** Those about any of some subjects, by few questions however many subjects there are. */
  activitiesAbout(scope: string, page: LogPageAbout): Promise<readonly ActivityRow[]>
}

/** Chance from the machine: a 256-bit token in base64url, and a number drawn evenly below a bound. */
export type Random = { readonly token: () => string; readonly below: (bound: number) => number }

/** Base64url of a 32-byte public key, and the first 16 hexadecimal digits of its SHA-256. */
export type PublicKey = { readonly keyId: string; readonly publicKey: string }

/** Signs with a fund's own Ed25519 key, derived from a secret that is not in the database. Signatures are base64url. */
export interface Signer {
  publicKey(fundId: string): PublicKey
  /** The keys before it, the latest first. */
  olderKeys(fundId: string): readonly PublicKey[]
  sign(fundId: string, text: string): string
  /** What a key of now or before makes of it; undefined for any other key. */
  signAs(keyId: string, fundId: string, text: string): string | undefined
  /** By the first key of all: a hash of it stands in a journal for ever (whose private savings, which line of a bank). */
  mark(fundId: string, text: string): string
}
