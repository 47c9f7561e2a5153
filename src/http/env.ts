import type { Context } from 'hono'
import type { Person } from '#domain/access/person.ts'
import type { Action } from '#domain/access/actions.ts'
import type { Role } from '#domain/access/roles.ts'
import type { ActivityRow, SessionRow } from '#domain/ports.ts'
import type { Session } from '#src/app/standing.ts'
import type { AppNeeds } from '#src/http/needs.ts'
import type { Language, PartialLanguage } from '#src/words/catalogue.ts'

/** Who asks: the session, and what it comes to as far as rights go. */
export type Caller = {
  readonly session: SessionRow
  readonly person: Person
  /** As it stands in journals and logs. */
  readonly by: Session
}

/** What the caller may see of the fund in the path: all of it, or rows about one member alone. */
export type FundAccess = {
  readonly fundId: string
  readonly held: readonly Role[]
  readonly ownMemberId: string | undefined
  readonly scope: 'all' | 'own'
}

export type NetworkAccess = { readonly networkId: string; readonly held: readonly Role[] }

/** Something that was let in, in the log of a fund or network. */
type Tried = { readonly scope: string; readonly action: Action; readonly subject: string }

/** What was filled in before; files are never kept. */
export type KeptForm = {
  readonly fields: ReadonlyMap<string, string>
  readonly hadFiles: boolean
}

export type HttpEnv = {
  Variables: {
    requestId: string
    /** The page that is asked for, as the list of pages has it. */
    page: string | undefined
    /** The address that was asked for, where it is one. */
    address: URL | undefined
    needs: AppNeeds
    language: Language
    /** A language that some pages are in in part, which the reader has chosen. */
    also: PartialLanguage | undefined
    /** Whether the reader has chosen Khmer digits for pages in Khmer. */
    hasKhmerDigits: boolean
    caller: Caller | undefined
    fund: FundAccess
    network: NetworkAccess
    /** What is tried by this request, as the log has it; what came of it is written when it is known. */
    tried: Tried | undefined
    /** What was looked at, to be written down before the answer leaves. */
    looks: readonly ActivityRow[] | undefined
    /** In whose log what came of it stands already. */
    told: string | undefined
    /** What had been filled in when the own secret was asked for again, and comes back with it. */
    keptForm: KeptForm | undefined
    /** A form was taken, whatever page answers it. */
    isTaken: boolean | undefined
    /** The answer is a page with this script of this house, which its policy lets run. */
    script: 'price' | 'speak' | 'print' | 'codes' | 'app' | undefined
  }
}

export type HttpContext = Context<HttpEnv>
