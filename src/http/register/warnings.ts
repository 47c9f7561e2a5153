import { html } from 'hono/html'
import { checkAgainOn, checkState } from '#domain/network/checked.ts'
import { scopeFor } from '#domain/access/table.ts'
import { lineMax, nameMax, publicLine, publicName } from '#domain/network/public-texts.ts'
import { type Warning, schemeKinds, warners } from '#domain/network/warnings/warning.ts'
import { upheldOf } from '#domain/network/watch/watch.ts'
import { registerOf } from '#src/app/network/register.ts'
import { watchBookOf } from '#src/app/watch/watch-book.ts'
import { dateField } from '#src/desk/day-fields.ts'
import { type Choice, type Field, choiceField, choicesOf } from '#src/desk/fields.ts'
import { type CheckedRoom, behindRoom, checkedPages } from '#src/http/directory/checking.ts'
import { shapeLine, unlessEmpty } from '#src/http/directory/said-fields.ts'
import type { HttpContext } from '#src/http/env.ts'
import { type FormOf, type Taken, type Typed, formPages } from '#src/http/form-pages.ts'
import { decideInNetwork, envelopeOf } from '#src/http/network/deciding.ts'
import { behindStart, doneText } from '#src/http/network/place.ts'
import { isAccepted } from '#src/app/answer.ts'
import type { NetworkCommand } from '#domain/network.ts'
import type { Pages } from '#src/http/page.ts'
import { ownRegister } from '#src/http/register/place.ts'
import { registerPath } from '#src/pages/register/parts.ts'
import { staffWarningsPage, warningFacts, warningLine } from '#src/pages/register/warnings-page.ts'
import { warningWords } from '#src/words/words.ts'

const at = registerPath.staffWarnings

const wordsOf = (context: HttpContext) => warningWords.in(context.get('language'))

const kept = async (context: HttpContext) =>
  registerOf(context.get('needs').store, context.get('network').networkId)

const list = async (context: HttpContext) => {
  const { warnings, goodForDays, networkId } = await kept(context)
  const today = context.get('needs').today()
  return staffWarningsPage(await behindStart(context), {
    warnings: warnings.map((one) => ({
      ...one,
      state: checkState(one, { today, goodForDays }),
      checkAgainOn: checkAgainOn(one, goodForDays),
    })),
    by: context.get('caller')!.by.actor,
    done: doneText(context, wordsOf(context).done),
    networkId,
    mayTakeOut: scopeFor('WithdrawWarning', context.get('network').held) === 'all',
  })
}

const room: CheckedRoom<Warning> = {
  at,
  key: 'warningId',
  check: 'CheckWarning',
  withdraw: 'WithdrawWarning',
  isOutByTwo: true,
  words: (language) => warningWords.in(language),
  find: async (context, key) =>
    (await kept(context)).warnings.find(({ warningId }) => warningId === key),
  line: warningLine,
  facts: warningFacts,
  checked: (warningId, how) => ({ type: 'CheckWarning', warningId, how }),
  withdrawn: (warningId, why) => ({ type: 'WithdrawWarning', warningId, why }),
}

type ProposeVisit = {
  readonly context: HttpContext
  /** Of whom something was upheld, for those who may read rulings. */
  readonly reported: readonly Choice[]
}

const none = 'none'
const reports = 'reports'

const reportedIn = async (context: HttpContext): Promise<readonly Choice[]> => {
  const { networkId, held } = context.get('network')
  if (scopeFor('read-watch', held) !== 'all') return []
  const book = await watchBookOf(context.get('needs').store, networkId)
  const { called, parties } = await ownRegister(context)
  return parties
    .filter(({ partyId }) =>
      upheldOf(book, partyId).some(({ kind }) => kind === 'false-investment'),
    )
    .map(({ partyId }) => ({ value: partyId, label: called(partyId) }))
}

const nameFields = (context: HttpContext): readonly Field[] => {
  const words = wordsOf(context)
  const named = { shape: publicName, fault: words['name-unreadable'], lengthMax: nameMax } as const
  return [
    shapeLine({
      name: 'km',
      label: words.nameKm,
      hint: words.nameHint,
      isKhmer: true,
      isOptional: true,
      ...named,
    }),
    shapeLine({ name: 'latin', label: words.nameLatin, isOptional: true, ...named }),
  ]
}

const fieldsOf = ({ context, reported }: ProposeVisit): readonly Field[] => {
  const language = context.get('language')
  const words = warningWords.in(language)
  const fault = words.choose
  const grounds = choicesOf(warners, (one) => words[`who_${one}`])
  return [
    ...nameFields(context),
    choiceField({
      name: 'kind',
      label: words.kind,
      choices: choicesOf(schemeKinds, (one) => words[`kind_${one}`]),
      fault,
    }),
    choiceField({
      name: 'ground',
      label: words.ground,
      choices:
        reported.length === 0
          ? grounds
          : [...grounds, { value: reports, label: words.ground_reports }],
      fault,
    }),
    dateField(
      { language },
      { name: 'seenOn', label: words.seenOn, fault: words.dayFault, isOptional: true },
    ),
    shapeLine({
      name: 'document',
      label: words.document,
      shape: publicLine('document-unreadable', ''),
      fault: words['document-unreadable'],
      lengthMax: lineMax,
      isOptional: true,
    }),
    ...(reported.length === 0
      ? []
      : [
          choiceField({
            name: 'party',
            label: words.party,
            hint: words.partyHint,
            choices: [{ value: none, label: words.noParty }, ...reported],
            fault,
          }),
        ]),
  ]
}

const restsIn = (of: Typed) =>
  of('ground') === reports
    ? { on: 'reports', partyId: of('party') }
    : {
        on: 'authority',
        who: of('ground'),
        seenOn: of('seenOn'),
        ...unlessEmpty('document', of('document')),
      }

/** What belongs to the ground that was chosen has to be there. */
const missing = (context: HttpContext, of: Typed): ReadonlyMap<string, string> | undefined => {
  const words = wordsOf(context)
  if (of('km') === '' && of('latin') === '') return new Map([['km', words['name-missing']]])
  if (of('ground') === reports)
    return of('party') === none ? new Map([['party', words.partyFault]]) : undefined
  return of('seenOn') === '' ? new Map([['seenOn', words.dayFault]]) : undefined
}

const propose = async ({ context }: ProposeVisit, of: Typed): Promise<Taken> => {
  const faults = missing(context, of)
  if (faults) return { faults, status: 400 }
  const command = {
    ...envelopeOf(context, of('id')),
    type: 'ProposeWarning',
    warningId: of('id'),
    ...unlessEmpty('km', of('km')),
    ...unlessEmpty('latin', of('latin')),
    kind: of('kind'),
    rests: restsIn(of),
  }
  const answer = await decideInNetwork(context, command as NetworkCommand)
  if (isAccepted(answer)) return { next: `${at}?done=1` }
  const known: Readonly<Record<string, unknown>> = wordsOf(context)
  const said = 'code' in answer && Object.hasOwn(known, answer.code) ? known[answer.code] : ''
  return {
    fault: typeof said === 'string' && said !== '' ? said : wordsOf(context).notTaken,
    status: 409,
  }
}

const proposing: FormOf<ProposeVisit> = {
  path: `${at}/propose`,
  rule: 'ProposeWarning',
  find: async (context) => ({ context, reported: await reportedIn(context) }),
  frame: ({ context }) => behindRoom(context, { at, label: wordsOf(context).back }),
  form: (visit) => {
    const { context, reported } = visit
    const words = wordsOf(context)
    return {
      shown: 'warning',
      heading: words.proposeHeading,
      told: html`<p>${words.proposeLead}</p>`,
      action: `${at}/propose`,
      hidden: { id: context.get('needs').ids() },
      fields: fieldsOf(visit),
      ...(reported.length === 0 ? {} : { prefilled: { party: none } }),
      submit: words.proposeButton,
      back: { href: at, label: words.leave },
    }
  },
  take: propose,
}

/** The warning list for those of the staff who enter and check it. */
export const warningStaffPages = (pages: Pages): void => {
  pages.get(at, 'read-register', list)
  formPages(pages, proposing)
  checkedPages(pages, room)
}
