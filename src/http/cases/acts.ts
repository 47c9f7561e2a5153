import { html } from 'hono/html'
import type { CaseFile } from '#domain/cases/file.ts'
import { intake } from '#domain/cases/operations/life.ts'
import { seesLeftBehind, setLeftBehind } from '#domain/cases/operations/abroad.ts'
import { addPersonAround, isOfChild } from '#domain/cases/operations/person.ts'
import { type AnyCaseOperation, factOf, itemsOf } from '#domain/cases/operation.ts'
import { caseOperationOf, writtenElsewhere } from '#domain/cases/operations/all.ts'
import type { Said } from '#domain/kernel/shape.ts'
import { type Told, act, caseOf, isCaseCode, looked, openCase } from '#src/app/cases/cases.ts'
import { hasDuty } from '#domain/network/training/trained.ts'
import type { User } from '#domain/ports.ts'
import { trainingOf } from '#src/app/network/training.ts'
import { assignedTo } from '#src/app/cases/team-work.ts'
import type { OpenCase } from '#src/app/cases/covers.ts'
import { type CaseDesk, askedOf, saidBefore } from '#src/desk/cases/asking.ts'
import type { Choice } from '#src/desk/fields.ts'
import { fundNameIn } from '#src/http/entrance/fund-name.ts'
import { candidateOf } from '#src/http/cases/candidates.ts'
import { type DeskVisit, deskVisit } from '#src/http/cases/opening.ts'
import {
  type Receivers,
  receiverFault,
  receiverFieldsOf,
  receiversFor,
  receiversTold,
  shownAsks,
  withReceiver,
} from '#src/http/cases/receivers.ts'
import { behindCases, casePath } from '#src/http/cases/place.ts'
import type { HttpContext } from '#src/http/env.ts'
import { type FormOf, type Taken, type Typed, formPages } from '#src/http/form-pages.ts'
import { notHere } from '#src/http/network/place.ts'
import type { Pages } from '#src/http/page.ts'
import { dangerStrip } from '#src/pages/cases/parts.ts'
import type { FormText } from '#src/pages/forms/form.ts'
import { numbersPath } from '#src/pages/numbers/parts.ts'
import { caseActName, caseWord, codeNameIn } from '#src/desk/cases/words.ts'
import { caseFormWords } from '#src/words/words.ts'

const wordsOf = ({ context }: { readonly context: HttpContext }) =>
  caseFormWords.in(context.get('language'))

/** Why something was not written down, in words; what a page of ours does not send has none of its own. */
const refusedIn = (visit: DeskVisit, { code }: Told): Taken => {
  const words = wordsOf(visit) as Readonly<Record<string, unknown>>
  const said = words[`why_${code}`]
  return { status: 409, fault: typeof said === 'string' ? said : wordsOf(visit).whyNot }
}

/** The first talk. */
const firstTalk: FormOf<DeskVisit> = {
  path: casePath.intake,
  rule: 'open-cases',
  find: deskVisit,
  frame: ({ context }) => behindCases(context),
  form: (visit) => {
    const language = visit.context.get('language')
    const words = wordsOf(visit)
    return {
      shown: 'road',
      heading: words.intakeHeading,
      told: html`${dangerStrip(language, numbersPath.all(visit.needs.networkId))}
        <p>${words.intakeTold}</p>`,
      action: casePath.intake,
      fields: askedOf({ language, choices: {} }, intake).fields,
      submit: words.openCase,
      back: { href: casePath.list, label: words.cancel },
    }
  },
  take: async (visit, of): Promise<Taken> => {
    const { context, needs, desk } = visit
    // Nobody begins a case without the training that the network asks of the own role.
    if ((await candidateOf(visit, desk.userId)).lacksTraining)
      return refusedIn(visit, { outcome: 'refused', code: 'training-missing' })
    const { said } = askedOf({ language: context.get('language'), choices: {} }, intake)
    const told = await openCase(needs, desk, said(of) as Said<typeof intake>)
    return told.outcome === 'recorded' ? { next: casePath.one(told.code) } : refusedIn(visit, told)
  },
}

/** A form of a case that is open. */
export type CaseVisit = DeskVisit & {
  readonly found: OpenCase
  readonly operation: AnyCaseOperation
  readonly item: string
  /** Whom somebody can be sent to, where the form asks for a receiver. */
  readonly receivers: Receivers | undefined
}

const funds = async (context: HttpContext): Promise<readonly Choice[]> => {
  const { networkId } = context.get('network')
  const subjects = await context.get('needs').store.networkSubjects(networkId)
  const ids = subjects.filter(({ kind }) => kind === 'fund').map(({ key }) => key)
  return Promise.all(
    ids.map(async (fundId) => ({ value: fundId, label: await fundNameIn(context, fundId) })),
  )
}

/** Whoever has that duty today, and nobody else: it rests on a training that is still good. */
const counsellorsOf = async (
  context: HttpContext,
  users: readonly User[],
  file: CaseFile,
): Promise<readonly Choice[]> => {
  const { store, today } = context.get('needs')
  const log = await trainingOf(store, context.get('network').networkId)
  const duty = isOfChild(file) ? 'child-counsellor' : 'counsellor'
  return users
    .filter(({ userId }) => hasDuty(log, { userId, duty, day: today() }))
    .map(({ userId, login }) => ({ value: userId, label: login }))
}

const caseDesk = async ({ context, found, operation, receivers }: CaseVisit): Promise<CaseDesk> => {
  const people = itemsOf(found.file, addPersonAround).map(({ item, value: { name, safety } }) => ({
    value: item,
    label: `${name} (${caseWord(context.get('language'), safety)})`,
  }))
  const users = await context.get('needs').store.users(context.get('network').networkId)
  const workers = users
    .filter(({ userId }) => assignedTo(found).includes(userId))
    .map(({ userId, login }) => ({ value: userId, label: login }))
  return {
    language: context.get('language'),
    file: found.file,
    loose: receiverFieldsOf(operation),
    choices: {
      toldFirst: workers,
      supporter: workers,
      ...('counsellor' in operation.asks
        ? { counsellor: await counsellorsOf(context, users, found.file) }
        : {}),
      ...(receivers ? { service: receivers.choices } : {}),
      ...('person' in operation.asks ? { person: people } : {}),
      ...('fundId' in operation.asks ? { fundId: await funds(context) } : {}),
    },
  }
}

/**
 * What no form of these writes: support is asked for and fees are told on pages of their own, and what becomes of support the
 * fund's answer writes.
 */
const elsewhere: readonly string[] = ['AskForSupport', ...writtenElsewhere]

/** What the address asks to be written. */
const offeredOf = (context: HttpContext): AnyCaseOperation | undefined => {
  const asked = caseOperationOf(context.req.param('command') ?? '')
  return asked && !elsewhere.includes(asked.command) ? asked : undefined
}

/** The plan of a household at home is its supporter's alone, as long as that one works on the case. */
const isOthers = (found: OpenCase, { command }: AnyCaseOperation, login: string): boolean => {
  if (command !== setLeftBehind.command || seesLeftBehind(found.file, login)) return false
  return assignedTo(found).includes(factOf(found.file, setLeftBehind)!.supporter)
}

/** Whether the address names one of a list where the operation writes into one, and none elsewhere. */
const isThereIn = ({ file }: OpenCase, { writes, name }: AnyCaseOperation, item: string): boolean =>
  writes === 'item' ? (file.lists[name] ?? []).some((one) => one.item === item) : item === ''

const caseVisit = async (context: HttpContext): Promise<CaseVisit | Response> => {
  const visit = await deskVisit(context)
  if (visit instanceof Response) return visit
  const code = context.req.param('code') ?? ''
  const item = context.req.param('item') ?? ''
  const operation = offeredOf(context)
  const found = isCaseCode(code) ? await caseOf(visit.needs, visit.desk, code) : undefined
  if (!found || !operation || !isThereIn(found, operation, item)) return notHere(context)
  if (isOthers(found, operation, visit.desk.userId)) return notHere(context)
  const asksWhom = receiverFieldsOf(operation).length > 0
  const receivers = asksWhom ? await receiversFor(context, found.file) : undefined
  return { ...visit, found, operation, item, receivers }
}

const seenOf = ({ found: { file }, operation: { name, writes }, item }: CaseVisit): number =>
  writes === 'item'
    ? file.lists[name]!.find((one) => one.item === item)!.version
    : (file.facts[name]?.version ?? 0)

/** What was seen, as a form of ours says it. */
const seenIn = (of: Typed): string | undefined =>
  /^\d{1,6}$/.test(of('seen')) ? of('seen') : undefined

const formOf = async (visit: CaseVisit, of: Typed): Promise<FormText> => {
  const { context, found, operation, item } = visit
  const words = wordsOf(visit)
  const language = context.get('language')
  const { fields } = askedOf(await caseDesk(visit), shownAsks(operation))
  const action = casePath.act(found.file.code, operation.command, item)
  return {
    shown: 'person',
    heading: caseActName(language, operation.command),
    whose: html`<p><b>${codeNameIn(language, found.file)}</b></p>`,
    ...(visit.receivers ? { told: receiversTold(language, visit.receivers) } : {}),
    ...(fields.some(
      (one) => one.name === 'counsellor' && 'choices' in one && one.choices.length === 0,
    )
      ? { told: html`<p>${words.noCounsellor}</p>` }
      : {}),
    action,
    // Sent again, it still says what was seen when it was filled in.
    hidden: { seen: seenIn(of) ?? String(seenOf(visit)) },
    fields,
    prefilled: saidBefore(operation, found.file),
    submit: words.write,
    back: { href: casePath.one(found.file.code), label: words.cancel },
  }
}

const saidIn = async (visit: CaseVisit, of: Typed): Promise<object> => {
  const { operation, item, receivers } = visit
  const { said: read } = askedOf(await caseDesk(visit), shownAsks(operation))
  const said = (typed: Typed) =>
    receivers ? withReceiver(operation, read(typed), receivers) : read(typed)
  const seen = Number(seenIn(of) ?? -1)
  return {
    ...said(of),
    ...('seen' in operation.asks ? { seen } : {}),
    ...(operation.writes === 'item' ? { item } : {}),
  }
}

const caseAct = (path: string): FormOf<CaseVisit> => ({
  path,
  rule: 'open-cases',
  find: caseVisit,
  frame: ({ context, found }) =>
    behindCases(context, {
      back: {
        href: casePath.one(found.file.code),
        label: codeNameIn(context.get('language'), found.file),
      },
    }),
  // A form shows what is known, as the page of the case does.
  look: async ({ needs, desk, found }) => {
    await looked(needs, desk, found.file.code)
  },
  form: formOf,
  take: async (visit, of): Promise<Taken> => {
    const { needs, desk, found, operation } = visit
    const { code } = found.file
    const fault = visit.receivers && receiverFault(visit.context.get('language'), operation, of)
    if (fault) return fault
    const told = await act(needs, desk, { code, operation, said: await saidIn(visit, of) })
    return told.outcome === 'recorded' ? { next: casePath.one(code) } : refusedIn(visit, told)
  },
})

/** Everything that is written into cases: the first talk, and one form for each operation. */
export const caseActPages = (pages: Pages): void => {
  formPages(pages, firstTalk)
  formPages(pages, caseAct(casePath.act(':code', ':command')))
  formPages(pages, caseAct(casePath.act(':code', ':command', ':item')))
}
