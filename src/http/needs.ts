import type { CaseKeys } from '#domain/cases/keys.ts'
import type { Leaves } from '#domain/cases/leaves.ts'
import type { LocalDate } from '#domain/kernel/dates.ts'
import type { Particulars } from '#domain/fund/people/particulars.ts'
import type { PhoneSeal } from '#domain/phone/sealing.ts'
import type { Carrier, MessageRows, OutgoingText } from '#domain/fund/messages.ts'
import type { Sealing, SupportFiles } from '#domain/grants/files.ts'
import type { Secrets } from '#domain/access/secrets.ts'
import type {
  ActivityLog,
  Budgets,
  Cards,
  Clock,
  Digester,
  FundViews,
  Hasher,
  Ids,
  Journal,
  NetworkJournal,
  NetworkViews,
  Notes,
  People,
  Random,
  Signer,
} from '#domain/ports.ts'
import type { StaffProvider } from '#src/app/identity/by-provider.ts'
import type { TellHook } from '#src/app/links/notices.ts'
import type { KeptBeside } from '#src/app/cases/team.ts'
import type { NetworkRecorder } from '#src/app/network/network-record.ts'
import type { Recorder } from '#src/app/record.ts'
import type { AlertFeeds } from '#src/exchange/cap/taking-in.ts'
import type { Reader } from '#src/exchange/reader.ts'
import type { Measured } from '#src/http/metrics/measured.ts'

type Bytes = Uint8Array<ArrayBuffer>

/** A file that the service gives to anybody: fonts, the reference page. Some hosts fetch it when it is asked for. */
export type Asset = { readonly bytes: Bytes | (() => Promise<Bytes>); readonly type: string }

/** Allow-listed fields of one request; nothing that a person typed is among them. */
export type LogLine = {
  readonly requestId: string
  readonly method: string
  /** The route's pattern, never the path: paths hold ids. */
  readonly route: string
  readonly status: number
  readonly ms: number
  readonly fault?: string
}

/** What a gateway sends with an incoming text, as it came. */
type SignedText = {
  readonly id: string
  readonly at: string
  readonly signature: string
  readonly body: string
}

/** How texts leave, and how those that come in are known to be the gateway's. */
export type MessageService = {
  /** By a secret of its own, which is not in the database. */
  readonly sealing: Sealing
  readonly carrier: Carrier
  /** The number that people write to, where it was told. */
  readonly number?: string
  /** Left out, no text comes in over HTTP. */
  readonly isSigned?: (text: SignedText) => Promise<boolean>
  /** In practice alone: the newest texts that would have been sent. */
  readonly sentTexts?: () => Promise<readonly OutgoingText[]>
}

/** What a network is linked with outside, where the service is set up for it. */
export type LinkService = {
  /** By the secret of messages: it keeps where links lead, and signs what webhooks are told. */
  readonly sealing: Sealing
  /** Left out, no webhook is told. */
  readonly tellHook?: TellHook
  /** Whether webhooks may lead into the own house. */
  readonly mayBePrivate: boolean
}

/** Where cases are kept, apart from every book, and what seals them by a secret of its own. */
export type CasesService = {
  readonly leaves: Leaves
  readonly keys: CaseKeys
  /** Left out, an older copy that is put back is not known for one. */
  readonly kept?: KeptBeside
  /** Whether there are any yet: what only looks makes no place for them. Left out, there are. */
  readonly areThere?: () => boolean
}

export type AppNeeds = {
  readonly store: Journal &
    FundViews &
    Notes &
    NetworkViews &
    People &
    Cards &
    Particulars &
    SupportFiles &
    MessageRows &
    Budgets &
    ActivityLog & { readonly networks: NetworkJournal }
  readonly record: Recorder
  readonly recordNetwork: NetworkRecorder
  readonly secrets: Secrets
  /** Reads books, sheets and lists that were sent; left out, in this very thread. */
  readonly reader?: Reader
  readonly random: Random
  readonly signer: Signer
  /** Left out, nobody can be asked for: a service without its own secret keeps nothing about anybody. */
  readonly sealing?: Sealing
  /** Left out, the desk of cases says that it is not set up. */
  readonly cases?: CasesService
  /** Left out, nobody's phone is linked and nothing is sent. */
  readonly messages?: MessageService
  /** Opens what phones seal to the service; left out, second people's words come in plain alone. */
  readonly phoneSeal?: PhoneSeal
  /** Left out, nothing outside is told of anything. */
  readonly links?: LinkService
  /** Left out, there are no metrics. */
  readonly metrics?: { readonly token: string; readonly measured: Measured }
  /** Left out, nobody comes in by a provider. */
  readonly provider?: StaffProvider
  readonly hash: Hasher
  /** SHA-256 over bytes, piece by piece. */
  readonly digest: Digester
  readonly clock: Clock
  readonly ids: Ids
  readonly today: () => LocalDate
  /** Where the clock on the wall hangs that pages show times of; left out, Phnom Penh. */
  readonly timeZone?: string
  /** True when a connection of its own, opened now, can read the database. */
  readonly isReady: () => Promise<boolean>
  readonly isPractice: boolean
  readonly version: string
  /** Files by the path that they are served under; nothing else of the disk is ever served. */
  readonly assets: ReadonlyMap<string, Asset>
  /** A file of the meeting app by its path; left out, there is no such app. */
  readonly appFile?: (
    path: string,
  ) => Promise<{ readonly type: string; readonly text: string } | undefined>
  /** Where people reach the service from elsewhere; left out, it answers this machine alone. */
  readonly publicUrl?: string
  /** The service speaks TLS itself, as a village box does: there is no proxy before it. */
  readonly holdsTls?: boolean
  /** Where alerts are asked for when somebody says so; nowhere, where no address is set. */
  readonly alertFeeds?: AlertFeeds
  readonly log: (line: LogLine) => void
}
