import { isUuid } from '#domain/kernel/ids.ts'
import { StorageUnavailable } from '#domain/ports.ts'
import { type Comparison, figureNames } from '#domain/fund/meeting/comparing.ts'
import type { comparePaper } from '#domain/fund/operations/comparing.ts'
import type { CommandOf } from '#domain/operations/operation.ts'
import type { Member } from '#domain/fund/people/members.ts'
import { charterOf } from '#domain/health/book.ts'
import { comparableOn, comparisonTried } from '#src/app/health/comparing.ts'
import { practiceSecond } from '#src/app/practice/practice-people.ts'
import { comparisonSummary } from '#src/app/health/comparisons.ts'
import { isAccepted } from '#src/app/answer.ts'
import { sendOne } from '#src/http/gate.ts'
import { formOf, holds } from '#src/http/form.ts'
import { withNames } from '#src/http/desk/names.ts'
import { isOfSecond } from '#src/http/desk/refusal.ts'
import type { HttpContext } from '#src/http/env.ts'
import { officerChoices, secondsFor } from '#src/desk/officers.ts'
import { type MeetingVisit, meetingVisitOf } from '#src/http/meeting/day.ts'
import { stopped } from '#src/http/meeting/stopped.ts'
import { savingsFacts } from '#src/desk/savings/facts.ts'
import { deskIn } from '#src/http/desk/desk-in.ts'
import { type ComparingForm, comparingFormPage } from '#src/pages/comparing/form.ts'
import { comparingQuestion } from '#src/pages/comparing/pages.ts'
import { behindComparisons, comparingAt, comparingPlace } from '#src/pages/comparing/parts.ts'
import {
  type Pasted,
  figuresIn,
  pasteField,
  pastedIn,
  comparedRows,
  rowField,
  secondField,
  seenField,
} from '#src/pages/comparing/typed.ts'
import { deskWordsAt } from '#src/pages/desk/parts.ts'
import { formShown } from '#src/pages/forms/form.ts'
import type { Html } from '#src/pages/layout.ts'
import { unfilled } from '#src/desk/filling.ts'
import { codeSaid } from '#src/words/code-words.ts'

type ComparePaper = CommandOf<typeof comparePaper>

/** A form as it was sent: whose figures it asks for, and what was typed. */
type Sent = {
  readonly visit: MeetingVisit
  readonly formId: string
  readonly rows: readonly Pick<Member, 'memberId' | 'card'>[]
  readonly typed: ReadonlyMap<string, string>
}

const formPage = ({ visit, formId, rows, typed }: Sent, more: Partial<ComparingForm> = {}): Html =>
  comparingFormPage(visit.at, {
    formId,
    on: visit.on,
    currency: charterOf(visit.book, visit.on).currency,
    rows,
    seconds: officerChoices(visit.at, secondsFor(deskIn(visit), [])).choices,
    of: (name) => typed.get(name) ?? '',
    faults: new Map(),
    linesLeft: 0,
    refused: undefined,
    ...more,
  })

const named = async (visit: MeetingVisit): Promise<MeetingVisit> => ({
  ...visit,
  ...(await withNames(visit)),
})

/** An empty form, with a line for whoever has something with the fund on that day. */
export const comparingForm = async (context: HttpContext): Promise<Html | Response> => {
  const plain = await meetingVisitOf(context)
  if (plain instanceof Response) return plain
  const visit = await named(plain)
  const rows = comparableOn(await savingsFacts(deskIn(visit)), visit.on)
  return formPage({ visit, formId: context.get('needs').ids(), rows, typed: new Map() })
}

/** The lines of a sheet stand in the fields, and where they were pasted only those that were not taken. */
const filledIn = (sent: Sent, { filled, left }: Pasted): Html => {
  const typed = new Map([...sent.typed, ...filled, [pasteField, left.join('\n')]])
  return formPage({ ...sent, typed }, { linesLeft: left.length })
}

const commandOf = ({ visit, formId, typed }: Sent, figures: ComparePaper['figures']) =>
  ({
    type: 'ComparePaper',
    id: formId,
    v: 1,
    effectiveOn: visit.on,
    figures,
    confirmedBy: typed.get(secondField) ?? '',
  }) satisfies ComparePaper

/** What was typed but the second officer's own word, which goes no further than this one sending. */
const notCarried: readonly string[] = ['step', 'change', 'login', 'secret', pasteField, seenField]

/** Says of what was shown that it is the same as before. */
const seenOf = ({ context, book }: MeetingVisit, tried: Comparison): string =>
  context.get('needs').hash(JSON.stringify(comparisonSummary(book, tried)))

/** Whether the book says something else by now than the two officers saw, before they sign it. */
const isOtherThanSeen = async ({ visit, typed }: Sent, command: ComparePaper): Promise<boolean> => {
  const seen = typed.get(seenField)
  const { store } = visit.context.get('needs')
  const isSigned = (await store.find(visit.at.fundId, [command.id])).length > 0
  if (seen === undefined || isSigned) return false
  const tried = comparisonTried(await savingsFacts(deskIn(visit)), command)
  return tried.outcome === 'recorded' && seenOf(visit, tried.body) !== seen
}

const question = async (sent: Sent, command: ComparePaper, fault?: string): Promise<Html> => {
  const { visit, typed } = sent
  const { at, book, on, context } = visit
  const tried = comparisonTried(await savingsFacts(deskIn(visit)), command)
  if (tried.outcome !== 'recorded') return formPage(sent)
  const { isPractice } = context.get('needs')
  const asked = comparingQuestion(at, {
    told: comparisonSummary(book, tried.body),
    currency: charterOf(book, on).currency,
    carried: Object.fromEntries([
      ...[...typed].filter(([name, text]) => !notCarried.includes(name) && text !== ''),
      [seenField, seenOf(visit, tried.body)],
    ]),
    practice: isPractice ? practiceSecond : undefined,
  })
  return formShown(behindComparisons(at), asked, { ...unfilled(), fault })
}

/** Tries it, shows what differs, and on a yes with the second officer's word signs it. */
const taken = async (sent: Sent, command: ComparePaper): Promise<Html | Response> => {
  const { visit, typed } = sent
  const { context, at } = visit
  const say = (code: string): string =>
    codeSaid(code, at.language) ?? deskWordsAt(at).notAllowedByRule
  const isSaved = typed.get('step') === 'save'
  if (isSaved && (await isOtherThanSeen(sent, command)))
    return context.html(await question(sent, command, comparingAt(at).changedSince), 409)
  const [login, secret] = [typed.get('login') ?? '', typed.get('secret') ?? '']
  const second = login === '' && secret === '' ? undefined : { login, secret }
  const answer = await sendOne(context, command, { second, dryRun: !isSaved })
  if (isAccepted(answer))
    return isSaved
      ? context.redirect(comparingPlace.one(at, command.id), 303)
      : question(sent, command)
  if (answer.outcome === 'conflict') return stopped(context, { why: 'used-before', status: 409 })
  if (isSaved && isOfSecond(answer.code))
    return context.html(await question(sent, command, say(answer.code)), 403)
  return context.html(formPage(sent, { refused: say(answer.code) }), 409)
}

/** All that a form with so many lines sends, and its question. */
const namesOf = (rows: Sent['rows']): readonly string[] => [
  ...rows.flatMap((_, row) =>
    (['who', ...figureNames] as const).map((part) => rowField(row, part)),
  ),
  secondField,
  ...notCarried,
  'id',
]

const sentIn = async (context: HttpContext): Promise<Sent | Response> => {
  const plain = await meetingVisitOf(context)
  if (plain instanceof Response) return plain
  const typed = await formOf(context, pasteField)
  const formId = typed?.get('id')
  const rows = typed && comparedRows(plain.book.members, (name) => typed.get(name) ?? '')
  if (!typed || !rows || !isUuid(formId) || !holds(typed, [], namesOf(rows)))
    return stopped(context, { why: 'odd-form', status: 400 })
  return { visit: await named(plain), formId, rows, typed }
}

export const compare = async (context: HttpContext): Promise<Html | Response> => {
  const sent = await sentIn(context)
  if (sent instanceof Response) return sent
  const { visit, rows, typed } = sent
  const { at, book, on } = visit
  const of = (name: string): string => typed.get(name) ?? ''
  if (typed.has('change')) return formPage(sent)
  // Whoever pastes and goes on at once sees first what was taken of it: nothing that was sent is passed over.
  if (typed.get('step') === 'fill' || of(pasteField).trim() !== '')
    return filledIn(sent, pastedIn(rows, of(pasteField)))
  const { currency } = charterOf(book, on)
  const { figures, faults } = figuresIn(rows, of, currency)
  if (faults.size > 0) return context.html(formPage(sent, { faults }), 400)
  if (figures.length === 0)
    return context.html(formPage(sent, { refused: comparingAt(at).fault_nothing }), 400)
  try {
    return await taken(sent, commandOf(sent, figures))
  } catch (error) {
    if (!(error instanceof StorageUnavailable)) throw error
    return context.html(formPage(sent, { refused: deskWordsAt(at).busy }), 503)
  }
}
