import type { JournalRow } from '#domain/ledger/entry.ts'
import type { Receipt } from '#src/app/proof/receipts.ts'
import type { ServiceRequest, Practice } from '#test/support/service.ts'

type Told = {
  readonly id: string | null
  readonly outcome: 'recorded' | 'flagged' | 'refused' | 'invalid' | 'conflict'
  readonly code?: string
  readonly at?: string
  readonly seq?: number
  readonly hash?: string
  readonly flags?: readonly string[]
  readonly receipt?: Receipt
}

export const commandsPath = ({ fundId }: Pick<Practice, 'fundId'>, query = ''): string =>
  `/v1/funds/${fundId}/commands${query}`

export const networkPath = ({ networkId }: Pick<Practice, 'networkId'>, query = ''): string =>
  `/v1/networks/${networkId}/commands${query}`

/** Answers to commands that were sent to a path and could be read. */
export const answersOf = async (response: Response): Promise<readonly Told[]> => {
  if (response.status !== 200) throw new Error(`answered ${response.status}`)
  return ((await response.json()) as { answers: readonly Told[] }).answers
}

export const send = async (
  { ask }: Practice,
  path: string,
  asked: ServiceRequest & { readonly commands: readonly unknown[] },
): Promise<readonly Told[]> => {
  const { commands, ...rest } = asked
  return answersOf(await ask(path, { ...rest, json: { commands } }))
}

export const headOf = async ({ needs, fundId }: Practice): Promise<JournalRow> =>
  (await needs.store.read(fundId, 0, 100_000)).at(-1)!

export const networkHeadOf = async ({ needs, networkId }: Practice): Promise<JournalRow> =>
  (await needs.store.networks.read(networkId, 0, 100_000)).at(-1)!
