import type { LocalDate } from '#domain/kernel/dates.ts'
import type { Condition, SupportKind } from '#domain/grants/kinds.ts'

/*
 * What a grant is for and whose it is: beside the journal, sealed, under the random code. It can be corrected
 * and erased, and nothing of it is ever copied into an entry, a log or a list.
 */

/** How a grant reaches somebody. */
export const supportWays = ['cash', 'in-kind', 'supplier'] as const
export type SupportWay = (typeof supportWays)[number]

/** What somebody shows so that two funds do not pay the same twice; of none of it is kept what stands on it. */
export const papersShown = [
  'passport',
  'id-card',
  'family-book',
  'birth-certificate',
  'phone',
  'name-and-birth',
] as const
export type PaperShown = (typeof papersShown)[number]

/** How it goes, asked some months after. */
export const outcomes = ['earns-more', 'earns-the-same', 'earns-less', 'no-answer'] as const
export type Outcome = (typeof outcomes)[number]

type FollowUp = {
  readonly months: number
  readonly dueOn: LocalDate
  readonly doneOn?: LocalDate
  readonly outcome?: Outcome
}

/** A line of the book of somebody's own enterprise, which is theirs. */
export type BookLine = {
  readonly on: LocalDate
  readonly direction: 'in' | 'out'
  readonly amount: number
  readonly what: string
}

export const bookLinesMax = 60

/** A file says the same fields of everybody, so that not even its shape tells. */
export type SupportFile = {
  readonly code: string
  readonly kind: SupportKind
  /** Known to the network's team alone; in the book the grant is one of its kind. */
  readonly isSurvivors: boolean
  /** The member whom it is for; empty where the team does not name anybody to the fund. */
  readonly memberId: string
  readonly withChildren: boolean
  readonly reason: string
  readonly way: SupportWay
  readonly supplier: string
  /** Of what helps to leave by an agency, which one: its id in the register of the network. */
  readonly agency?: string
  readonly salt: string
  /** The login that wrote it down, and who looks at it second: a member's id, or a login of the team. */
  readonly asker: string
  readonly checker: string
  readonly networkId: string
  readonly conditions: readonly { readonly what: Condition; readonly metOn?: LocalDate }[]
  readonly mentor: string
  readonly followUps: readonly FollowUp[]
  readonly book: readonly BookLine[]
  readonly stoppedOn?: LocalDate
}

/** A file as it is kept: nobody reads it without a secret that is not in the database. */
export type SealedFile = { readonly fundId: string; readonly code: string; readonly sealed: string }

/** That somebody has had a grant of a kind: keyed hashes, which say so to whoever holds the paper again. */
type Claim = { readonly claim: string; readonly untilOn: LocalDate }
export type HeldClaim = Claim & { readonly networkId: string; readonly holder: string }

/** A store's port for what stands beside the journal about grants. */
export interface SupportFiles {
  keepSupportFile(file: SealedFile): Promise<void>
  /** Puts another seal on a file that is as it was seen: what was written meanwhile stays, and what was erased is not put back. */
  resealSupportFile(
    fundId: string,
    file: { readonly code: string; readonly seen: string; readonly sealed: string },
  ): Promise<'kept' | 'stale'>
  supportFile(fundId: string, code: string): Promise<SealedFile | undefined>
  /** By code, which says nothing of when. */
  supportFiles(fundId: string): Promise<readonly SealedFile[]>
  dropSupportFile(fundId: string, code: string): Promise<void>
  /** Takes all or none: `held` where anybody else holds one of them on the day. */
  takeClaims(
    networkId: string,
    taking: {
      readonly holder: string
      readonly claims: readonly Claim[]
      readonly day: LocalDate
    },
  ): Promise<'taken' | 'held'>
  /** Who holds any of these on a day. */
  claimHolders(
    networkId: string,
    claims: readonly string[],
    day: LocalDate,
  ): Promise<readonly string[]>
  dropClaims(networkId: string, holder: string): Promise<void>
}

/** Seals files and makes keyed hashes, by a secret that is not in the database. */
export interface Sealing {
  /** All texts come to one length, the one that is said for all of a kind. Throws `too-long` where a text does not fit. */
  seal(scope: string, subject: string, text: string, length?: number): Promise<string>
  open(scope: string, subject: string, sealed: string): Promise<string | undefined>
  /** The same by the secret of now: as it is where it was, undefined where it cannot be opened. */
  renewed(
    scope: string,
    subject: string,
    sealed: string,
    length?: number,
  ): Promise<string | undefined>
  /** Lower-case hexadecimal of a keyed hash, another one in each network. */
  mark(networkId: string, text: string): Promise<string>
  /** The same by the secret of now and those before it: what was marked under one of them is found again. */
  marks(networkId: string, text: string): Promise<readonly string[]>
}

/** Whether somebody is one of the two who may open a file: by who they are, never by their office. */
export const isKnownTo = (
  { asker, checker }: Pick<SupportFile, 'asker' | 'checker'>,
  { userId, memberId }: { readonly userId: string; readonly memberId: string | undefined },
): boolean =>
  asker === userId || checker === userId || (memberId !== undefined && checker === memberId)
