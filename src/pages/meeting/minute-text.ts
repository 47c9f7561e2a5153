import type { Currency } from '#domain/kernel/money.ts'
import type { MinuteLine, Voted } from '#src/app/meeting/minutes.ts'
import type { Language } from '#src/words/catalogue.ts'
import { entryNameOf } from '#src/words/code-words.ts'
import { moneyInFigures } from '#src/words/locale.ts'
import { talkWords } from '#src/words/training-words.ts'
import {
  boxWords,
  disputeWords,
  entranceWords,
  lendingFormWords,
  lendingWords,
  paperWords,
  seldomWords,
} from '#src/words/words.ts'

type In = { readonly language: Language }
export type Telling = { readonly at: In; readonly currency: Currency }

const voteText = ({ at }: Telling, voted: Voted): string => {
  const words = paperWords.in(at.language)
  const [yes, no] = [String(voted.yes), String(voted.no)]
  return voted.by === 'meeting'
    ? words.handsOf(yes, no, String(voted.present))
    : words.officersOf(yes, no)
}

const officeTexts = ({ at }: Telling, { offices = [] }: MinuteLine): string[] => {
  const { roleName } = entranceWords.in(at.language)
  return offices.map(({ office, cards }) => {
    const name = roleName(office === 'committee' ? 'committee-member' : office)
    return `${name}: ${cards.join(', ')}`
  })
}

/** Who keeps the box, as a difference in it is told of. */
export const keeperText = (at: In, cards: readonly string[]): string => {
  const words = paperWords.in(at.language)
  return cards.length === 0 ? words.noBoxKeeper : words.boxKeeper(cards.join(', '))
}

const missingTexts = (
  { at, currency }: Telling,
  { missing, boxKeepers = [] }: MinuteLine,
): string[] => {
  const words = paperWords.in(at.language)
  if (missing === undefined) return []
  if (missing === 0) return [words.agrees]
  const sum = moneyInFigures({ amount: Math.abs(missing), currency })
  const keeper = keeperText(at, boxKeepers)
  return [missing > 0 ? words.missing(sum, keeper) : words.over(sum, keeper)]
}

/** Whose or which: a loan by its number, a member by card, support and events by their code. */
const subjectTexts = ({ at }: Telling, line: MinuteLine): string[] => {
  const words = paperWords.in(at.language)
  const { type, number, card, event, loans, version } = line
  if (version !== undefined) return [words.rules(String(version))]
  if (event !== undefined)
    return [words.event(event), ...(loans === undefined ? [] : [words.loansTouched(String(loans))])]
  if (type === 'GrantPaid' || type === 'SupportDecided')
    return number === undefined ? [] : [words.support(number)]
  if (number !== undefined) return [words.loan(number)]
  return card === undefined ? [] : [words.card(card)]
}

const talkTexts = ({ at }: Telling, { talk }: MinuteLine): string[] => {
  const words = talkWords.in(at.language)
  return talk === undefined ? [] : [words[`topic_${talk.topic}`], words[`how_${talk.way}`]]
}

/** What a line of the minutes says behind its heading. */
export const lineText = (telling: Telling, line: MinuteLine): string => {
  const { at, currency } = telling
  const life = lendingWords.in(at.language)
  const { amount, purpose, reason, voted, answer, correction } = line
  return [
    ...subjectTexts(telling, line),
    ...(line.future === undefined ? [] : [seldomWords.in(at.language)[`future_${line.future}`]]),
    ...officeTexts(telling, line),
    ...(amount === undefined ? [] : [moneyInFigures({ amount, currency })]),
    ...(purpose === undefined ? [] : [life[`purpose_${purpose}`]]),
    ...(line.cost === undefined ? [] : [boxWords.in(at.language)[`cost_${line.cost}`]]),
    ...(voted === undefined ? [] : [voteText(telling, voted)]),
    ...(line.isApproved === false && reason !== undefined ? [life[`reason_${reason}`]] : []),
    ...talkTexts(telling, line),
    ...(answer === undefined ? [] : [disputeWords.in(at.language)[`answer_${answer}`]]),
    ...(correction === undefined
      ? []
      : [lendingFormWords.in(at.language)[`correction_${correction}`]]),
    ...missingTexts(telling, line),
  ].join('; ')
}

/** What a line of the minutes is called, and how a vote on it ended. */
export const lineHeading = (
  { at }: Pick<Telling, 'at'>,
  { type, isApproved }: MinuteLine,
): string => {
  const words = paperWords.in(at.language)
  const name = entryNameOf(type, at.language)
  if (isApproved === undefined) return name
  return `${name}: ${isApproved ? words.approved : words.refused}`
}
