import type { Envelope } from '#domain/ledger/entry.ts'
import type { RecorderOf } from '#src/app/record.ts'
import { type Session, type Standing, notTheirsCode } from '#src/app/standing.ts'

type Asked = Session & { readonly standing: Standing }

/**
 * Whether the journal of a fund or network gives what the views gave: asked by a command that is none, which nothing can
 * come of. What is done beside the books (logins, cards, devices) is held against them by it.
 */
export const isInJournal = async <C extends Envelope>(
  record: RecorderOf<C>,
  journalId: string,
  asked: Asked,
): Promise<boolean> => {
  const { person, day } = asked.standing
  const none = { id: person.networkId, v: 1, type: 'None', effectiveOn: day } as unknown as C
  const [answer] = await record(journalId, [none], asked)
  return !(answer?.outcome === 'refused' && answer.code === notTheirsCode)
}
