import { html } from 'hono/html'
import { noticeDays } from '#domain/fund/auditors.ts'
import { staffRolesOn } from '#domain/access/staff.ts'
import { type Agreement, isAgreedOn } from '#domain/network/agreements.ts'
import type { NetworkCommand } from '#domain/network.ts'
import { isAccepted } from '#src/app/answer.ts'
import { confirmedBy, tellRenewed } from '#src/app/network/agreements.ts'
import { type FundInList, fundListOf } from '#src/app/network/fund-list.ts'
import { type NetworkBook, networkBookOf } from '#src/app/network/network-views.ts'
import { type Field, choiceField, choicesOf, linesField, tickField } from '#src/desk/fields.ts'
import type { HttpContext } from '#src/http/env.ts'
import { type FormOf, type Taken, type Typed, formPages } from '#src/http/form-pages.ts'
import { decideInNetwork, envelopeOf } from '#src/http/network/deciding.ts'
import { lastDayField } from '#src/http/network/last-day.ts'
import { behindNetwork, doneText, inAYear, notHere, stepUpTo } from '#src/http/network/place.ts'
import { secondGiven, staffSecondFields } from '#src/http/network/second.ts'
import type { Pages } from '#src/http/page.ts'
import { agreementsPage, agreementsPath } from '#src/pages/agreements/page.ts'
import type { AgreementsWords } from '#src/words/en/agreements.ts'
import { fundNameSaid } from '#src/words/fund-name.ts'
import { agreementsWords } from '#src/words/words.ts'

type Visit = {
  readonly context: HttpContext
  readonly words: AgreementsWords
  readonly book: NetworkBook
  readonly funds: readonly FundInList[]
  readonly auditors: readonly { readonly userId: string; readonly login: string }[]
}

const fundsMax = 500

const visitOf = async (context: HttpContext): Promise<Visit> => {
  const { store, today } = context.get('needs')
  const { networkId } = context.get('network')
  const book = (await networkBookOf(store, networkId))!
  const isAuditor = new Set(
    book.staff
      .filter((one) => staffRolesOn(one, today()).includes('auditor'))
      .map(({ userId }) => userId),
  )
  const users = await store.users(networkId)
  return {
    context,
    words: agreementsWords.in(context.get('language')),
    book,
    funds: await fundListOf(store, networkId),
    auditors: users.filter(({ userId }) => isAuditor.has(userId)),
  }
}

const list = async (context: HttpContext) => {
  const { book, funds, auditors, words } = await visitOf(context)
  const day = context.get('needs').today()
  const { networkId } = book
  const language = context.get('language')
  return agreementsPage(await behindNetwork(context), {
    agreements: book.agreements.map((one) => {
      const confirmed = new Set(
        confirmedBy(one, funds, { networkId, day }).map(({ fundId }) => fundId),
      )
      const asked = funds.filter(({ fundId }) => one.fundIds.includes(fundId))
      return {
        agreement: one,
        isOpen: isAgreedOn(one, day),
        confirmed: confirmed.size,
        waiting: asked
          .filter(({ fundId }) => !confirmed.has(fundId))
          .map(({ name }) => fundNameSaid(name, language)),
        logins: auditors
          .filter(({ userId }) => one.userIds.includes(userId))
          .map(({ login }) => login),
      }
    }),
    done: doneText(context, words.done),
  })
}

/** Lines of codes: a village by its own, a district by its first four digits. */
const villagesIn = (text: string, funds: readonly FundInList[]): readonly FundInList[] => {
  const codes = text.split(/[\s,;]+/).filter((code) => /^\d{4,8}$/.test(code))
  return funds.filter(({ villageCode }) => codes.some((code) => villageCode?.startsWith(code)))
}

const ticks = ({ auditors, words }: Visit): readonly Field[] =>
  auditors.map(({ userId, login }) =>
    tickField({ name: `auditor-${userId}`, label: words.auditors, said: login }),
  )

const ticked = ({ auditors }: Visit, of: Typed): readonly string[] =>
  auditors.filter(({ userId }) => of(`auditor-${userId}`) === 'yes').map(({ userId }) => userId)

const asked = ({ funds }: Visit, of: Typed): readonly FundInList[] =>
  of('which') === 'all' ? funds : villagesIn(of('villages'), funds)

const faultSaid = (words: AgreementsWords, code: string): string => {
  const known = words as unknown as Readonly<Record<string, unknown>>
  const said = Object.hasOwn(known, code) ? known[code] : undefined
  return typeof said === 'string' ? said : words.notTaken
}

/** Sends what two of the staff stand behind; undefined where it was recorded. */
const sendByTwo = async (
  { context, words }: Visit,
  of: Typed,
  act: object & { readonly type: 'OfferAgreement' | 'RenewAgreement' | 'EndAgreement' },
): Promise<Taken | undefined> => {
  const second = await secondGiven(context, of, act.type)
  if ('fault' in second) return { ...second, status: 409 }
  const { approved, word } = second
  const command = { ...envelopeOf(context, of('id')), ...act, ...approved } as NetworkCommand
  const answer = await decideInNetwork(context, command, word ? { second: word } : {})
  if (isAccepted(answer)) return undefined
  return { fault: faultSaid(words, 'code' in answer ? answer.code : ''), status: 409 }
}

const offerFault = (visit: Visit, of: Typed): string | undefined => {
  const { words } = visit
  const villages = asked(visit, of).length
  if (villages === 0) return words.villagesFault
  if (villages > fundsMax) return words.tooMany
  return ticked(visit, of).length === 0 ? words.chooseAuditors : undefined
}

const action = `${agreementsPath}/offer`

const offering: FormOf<Visit> = {
  path: action,
  rule: 'OfferAgreement',
  lines: 'villages',
  find: visitOf,
  frame: ({ context }) => behindNetwork(context),
  form: async (visit) => {
    const { context, words, auditors } = visit
    return {
      shown: 'glass',
      heading: words.offerHeading,
      told: html`<p>${auditors.length === 0 ? words.auditorsNone : words.offerLead}</p>`,
      secretFirst: stepUpTo(context, action),
      action,
      hidden: { id: context.get('needs').ids() },
      fields: [
        choiceField({
          name: 'which',
          label: words.which,
          choices: choicesOf(['all', 'some'] as const, (one) => words[`which_${one}`]),
          fault: words.choose,
          as: 'radios',
        }),
        linesField({
          name: 'villages',
          label: words.villages,
          hint: words.villagesHint,
          rule: (text) => text.trim(),
          fault: words.villagesFault,
          lengthMax: 5000,
        }),
        ...ticks(visit),
        lastDayField(context),
        ...(await staffSecondFields(context)),
      ],
      prefilled: { which: 'all', day: inAYear(context) },
      submit: words.offerSure,
      back: { href: agreementsPath, label: words.leave },
    }
  },
  take: async (visit, of) => {
    const fault = offerFault(visit, of)
    if (fault !== undefined) return { fault, status: 400 }
    const wrong = await sendByTwo(visit, of, {
      type: 'OfferAgreement',
      // The same form sent twice is one agreement.
      agreementId: of('id'),
      fundIds: asked(visit, of).map(({ fundId }) => fundId),
      userIds: ticked(visit, of),
      until: of('day'),
    } as never)
    return wrong ?? { next: `${agreementsPath}?done=1` }
  },
}

type OneVisit = Visit & { readonly agreement: Agreement }

const oneOf = async (context: HttpContext): Promise<OneVisit | Response> => {
  const visit = await visitOf(context)
  const asked = context.req.param('agreementId')
  const agreement = visit.book.agreements.find(({ agreementId }) => agreementId === asked)
  return agreement ? { ...visit, agreement } : notHere(context)
}

const renewing: FormOf<OneVisit> = {
  path: `${agreementsPath}/:agreementId/renew`,
  rule: 'RenewAgreement',
  find: oneOf,
  frame: ({ context }) => behindNetwork(context),
  form: async (visit) => {
    const { context, words, agreement } = visit
    const at = `${agreementsPath}/${agreement.agreementId}/renew`
    return {
      shown: 'on-time',
      heading: words.renewHeading,
      told: html`<p>${words.renewLead(noticeDays)}</p>`,
      secretFirst: stepUpTo(context, at),
      action: at,
      hidden: { id: context.get('needs').ids() },
      fields: [...ticks(visit), lastDayField(context), ...(await staffSecondFields(context))],
      prefilled: {
        day: inAYear(context),
        ...Object.fromEntries(agreement.userIds.map((userId) => [`auditor-${userId}`, 'yes'])),
      },
      submit: words.renewButton,
      back: { href: agreementsPath, label: words.leave },
    }
  },
  take: async (visit, of) => {
    const { context, words, funds, agreement } = visit
    const userIds = ticked(visit, of)
    if (userIds.length === 0) return { fault: words.chooseAuditors, status: 400 }
    const { agreementId } = agreement
    const act = { type: 'RenewAgreement', agreementId, userIds, until: of('day') } as const
    const wrong = await sendByTwo(visit, of, act)
    if (wrong) return wrong
    const needs = context.get('needs')
    const { networkId } = context.get('network')
    const after = (await networkBookOf(needs.store, networkId))!
    const renewed = after.agreements.find((one) => one.agreementId === agreementId)!
    const { told, missed } = await tellRenewed(
      { ...needs, by: context.get('caller')!.by },
      renewed,
      { networkId, today: needs.today(), funds },
    )
    const language = context.get('language')
    return {
      told: html`<p><b>${words.renewed(told, told + missed.length)}</b></p>
        ${missed.map(({ name }) => html`<p>${words.notTold(fundNameSaid(name, language))}</p>`)}
        <p><a class="button" href="${agreementsPath}">${words.back}</a></p>`,
      status: missed.length === 0 ? 200 : 409,
    }
  },
}

const ending: FormOf<OneVisit> = {
  path: `${agreementsPath}/:agreementId/end`,
  rule: 'EndAgreement',
  find: oneOf,
  frame: ({ context }) => behindNetwork(context),
  form: async ({ context, words, agreement }) => {
    const at = `${agreementsPath}/${agreement.agreementId}/end`
    return {
      shown: 'stop',
      heading: words.endHeading,
      told: html`<p>${words.endLead}</p>`,
      secretFirst: stepUpTo(context, at),
      action: at,
      hidden: { id: context.get('needs').ids() },
      fields: await staffSecondFields(context),
      submit: words.endButton,
      back: { href: agreementsPath, label: words.leave },
    }
  },
  take: async (visit, of) => {
    const { agreementId, userIds } = visit.agreement
    const wrong = await sendByTwo(visit, of, {
      type: 'EndAgreement',
      agreementId,
      userIds,
    } as never)
    return wrong ?? { next: `${agreementsPath}?done=1` }
  },
}

/** Agreements of a network with many funds, for its administrator. */
export const agreementPages = (pages: Pages): void => {
  pages.get(agreementsPath, 'see-network', list)
  formPages(pages, offering)
  formPages(pages, renewing)
  formPages(pages, ending)
}
