import type { JournalRow } from '#domain/ledger/entry.ts'
import type { Kept, Told } from '#domain/phone/outbox.ts'
import { type SignBatch, batchSigned } from '#domain/phone/sealing.ts'
import { type Service, ServiceFault, type ServiceFaultKind } from '#src/pwa/service.ts'

/** A phone that hears nothing for so long goes on without. */
const patienceMs = 30_000

const kindOf = ({
  status,
  code,
}: {
  readonly status: number
  readonly code: unknown
}): ServiceFaultKind => {
  // Another key than this phone's was known: whoever signs in on it makes its own known.
  if (status === 401 || code === 'batch-not-signed') return 'signed-out'
  if (status === 403 || status === 404) return 'not-yours'
  if (status === 413) return 'too-large'
  return status === 429 || status >= 500 ? 'busy' : 'unreadable'
}

/**
 * Asks the service that this app came from. What is no JSON is no answer of it: some networks put a page of their own in its
 * place.
 */
const call = async (path: string, init: RequestInit = {}): Promise<unknown> => {
  try {
    const signal = AbortSignal.timeout(patienceMs)
    const answer = await fetch(path, {
      credentials: 'same-origin',
      redirect: 'error',
      signal,
      ...init,
    })
    if (answer.ok) return await answer.json()
    const told = (await answer.json().catch(() => ({}))) as { readonly code?: unknown }
    throw new ServiceFault(kindOf({ status: answer.status, code: told.code }))
  } catch (error) {
    throw error instanceof ServiceFault ? error : new ServiceFault('unreachable')
  }
}

type Row = Omit<JournalRow, 'reverses'> & { readonly reverses: string | null }

type AnyTold = {
  readonly outcome: Told['outcome']
  readonly seq: number
  readonly flags: readonly string[]
  readonly code: string
}

const toldOf = (id: string, { outcome, seq, flags, code }: AnyTold): Told =>
  outcome === 'recorded' || outcome === 'flagged'
    ? { id, outcome, seq, flags }
    : { id, outcome, code }

/** What the committee's phone takes along; names stand in no journal. */
export type TakenAlong = {
  readonly actor: string
  readonly device: string
  readonly fundName: string | null
  readonly isPractice: boolean
  readonly names: readonly {
    readonly memberId: string
    readonly khmer: string | null
    readonly latin: string | null
  }[]
  /** Who of the members writes here; none of these was taken along by an app that is older. */
  readonly memberId?: string | null
  readonly stepsOut?: readonly { readonly memberId: string; readonly officerId: string }[]
  /** The key to which words of others are sealed. */
  readonly sealTo?: string | null
  readonly share: string
  readonly offlineDays: number
}

export type OwnFund = { readonly fundId: string; readonly name: string | null }

/** How what was written here is sent: with the word of another beside it, which the service alone can read. */
export const sentAs = ({ command, word }: Pick<Kept, 'command' | 'word'>) =>
  word === undefined ? command : { ...command, approvals: [{ sealed: word }] }

/** The service over HTTP, by the session that the browser holds; what is sent is signed by the phone's own key. */
export const serviceOverHttp = (
  sign: SignBatch,
): Service & {
  readonly ownFunds: () => Promise<readonly OwnFund[]>
  readonly takeAlong: (fundId: string) => Promise<TakenAlong>
  /** Whether this phone was shut out by its network: asked where a session is over. */
  readonly isShutOut: () => Promise<boolean>
  /** Numbers for an emergency, asked for as anybody asks: nothing is sent along that says who. */
  readonly numbers: () => Promise<unknown>
} => ({
  rowsAfter: async (fundId, seq) => {
    const page = (await call(`/v1/funds/${fundId}/journal?after=${seq}`)) as {
      readonly items: readonly Row[]
    }
    return page.items.map(({ reverses, ...row }) => ({ ...row, reverses: reverses ?? undefined }))
  },
  send: async (fundId, some) => {
    const commands = some.map(sentAs)
    const body = JSON.stringify({ commands })
    const { key, signature } = await sign(batchSigned(fundId, body))
    const { answers } = (await call(`/v1/funds/${fundId}/commands`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'phone-key': key,
        'phone-signature': signature,
      },
      body,
    })) as { readonly answers: readonly AnyTold[] }
    // Each is answered in its place.
    return answers.flatMap((answer, i) => (commands[i] ? [toldOf(commands[i].id, answer)] : []))
  },
  ownFunds: async () => {
    const { items } = (await call('/v1/funds')) as { readonly items: readonly OwnFund[] }
    return items
  },
  takeAlong: async (fundId) => (await call(`/v1/funds/${fundId}/phone`)) as TakenAlong,
  isShutOut: async () => {
    const told = (await call('/v1/devices/current')) as { readonly isShutOut: boolean }
    return told.isShutOut
  },
  numbers: () => call('/v1/numbers', { credentials: 'omit', cache: 'no-store' }),
})
