import type { Context } from 'hono'
import type { Person } from '#domain/access/person.ts'
import type { Role } from '#domain/access/roles.ts'
import type { SessionRow } from '#domain/ports.ts'
import type { Session } from '#src/app/record.ts'
import type { AppNeeds } from '#src/http/needs.ts'
import type { Language } from '#src/words/catalogue.ts'

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

export type HttpEnv = {
  Variables: {
    requestId: string
    needs: AppNeeds
    language: Language
    caller: Caller | undefined
    fund: FundAccess
    network: NetworkAccess
    /** The answer is a page with this script of this house, which its policy lets run. */
    script: 'price' | 'speak' | undefined
  }
}

export type HttpContext = Context<HttpEnv>
