import type { LocalDate } from '#domain/kernel/dates.ts'
import type { Notes } from '#domain/ports.ts'

/** What a member can ask to have corrected or erased: it is hers, and two officers keep it. */
export const askParts = ['name', 'photo', 'nominees', 'kin', 'goal', 'everything'] as const
type AskPart = (typeof askParts)[number]

export const askWishes = ['correct', 'erase'] as const
type AskWish = (typeof askWishes)[number]

export const askAnswers = ['done', 'not-done'] as const
export type AskAnswer = (typeof askAnswers)[number]

/** One such wish, with its answer once there is one. Codes and days alone: the right name is said in person. */
export type OwnAsk = {
  readonly part: AskPart
  readonly wish: AskWish
  readonly on: LocalDate
  readonly answer?: AskAnswer
  readonly answeredOn?: LocalDate
}

type Whose = { readonly fundId: string; readonly memberId: string }

const subjectOf = (memberId: string): string => `asked:${memberId}`

/** What one member has asked, the oldest first. */
export const asksOf = async (
  store: Pick<Notes, 'of'>,
  { fundId, memberId }: Whose,
): Promise<readonly OwnAsk[]> => {
  const text = (await store.of(fundId)).get(subjectOf(memberId))
  return text === undefined || text === '' ? [] : (JSON.parse(text) as OwnAsk[])
}

/** Members of whom a wish waits, for the list of those who answer. */
export const membersAsking = async (
  store: Pick<Notes, 'of'>,
  fundId: string,
): Promise<ReadonlySet<string>> => {
  const prefix = subjectOf('')
  return new Set(
    [...(await store.of(fundId))].flatMap(([subject, text]) =>
      subject.startsWith(prefix) &&
      text !== '' &&
      (JSON.parse(text) as OwnAsk[]).some(({ answer }) => answer === undefined)
        ? [subject.slice(prefix.length)]
        : [],
    ),
  )
}

const keptMax = 20

const keepAsks = (
  store: Pick<Notes, 'keep'>,
  { fundId, memberId }: Whose,
  asks: readonly OwnAsk[],
): Promise<void> =>
  store.keep(fundId, [
    {
      subject: subjectOf(memberId),
      text: asks.length === 0 ? '' : JSON.stringify(asks.slice(-keptMax)),
    },
  ])

/** Writes a wish down; one that waits already is not written twice. */
export const ask = async (
  store: Notes,
  whose: Whose,
  asked: Pick<OwnAsk, 'part' | 'wish' | 'on'>,
): Promise<void> => {
  const asks = await asksOf(store, whose)
  const waits = asks.some(
    ({ part, wish, answer }) => part === asked.part && wish === asked.wish && answer === undefined,
  )
  if (!waits) await keepAsks(store, whose, [...asks, asked])
}

/** Answers what waits at a place of the list; undefined places change nothing. */
export const answerAsk = async (
  store: Notes,
  whose: Whose,
  {
    place,
    answer,
    on,
  }: { readonly place: number; readonly answer: AskAnswer; readonly on: LocalDate },
): Promise<void> => {
  const asks = await asksOf(store, whose)
  await keepAsks(
    store,
    whose,
    asks.map((one, i) =>
      i === place && one.answer === undefined ? { ...one, answer, answeredOn: on } : one,
    ),
  )
}

/** Erases what was asked, with everything else that is kept of a member. */
export const dropAsks = (store: Pick<Notes, 'keep'>, whose: Whose): Promise<void> =>
  keepAsks(store, whose, [])
