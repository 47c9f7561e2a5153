import { html } from 'hono/html'
import { balanceOf } from '#domain/ledger/balances.ts'
import { postedOf } from '#domain/ledger/balance-list.ts'
import { charterOf, standingsOn } from '#domain/health/book.ts'
import type { ReferenceOf } from '#domain/remittances/arrivals.ts'
import { ownPartsOf } from '#src/app/remittances/own-parts.ts'
import { referenceNow, renewReference } from '#src/app/remittances/references.ts'
import { choiceField } from '#src/desk/fields.ts'
import type { FormOf } from '#src/http/form-pages.ts'
import { type OwnVisit, ownForm } from '#src/http/household.ts'
import { ownSecretField } from '#src/http/household/own-secret.ts'
import { isOwner } from '#src/http/owner.ts'
import { formPart } from '#src/pages/forms/form.ts'
import { type OwnReference, fromAbroadPage } from '#src/pages/remittances/own-page.ts'
import { remittancePath } from '#src/pages/remittances/parts.ts'
import { reportPath } from '#src/pages/watch/intake-pages.ts'
import { remittanceWords } from '#src/words/remittance-words.ts'

type FromAbroad = OwnVisit & { readonly references: readonly OwnReference[] }

/** The own references: one for oneself, and one for each loan that is still owed. */
export const referencesOf = async (visit: OwnVisit): Promise<readonly OwnReference[]> => {
  const { context, book, memberId, asOf, place } = visit
  const needs = context.get('needs')
  const words = remittanceWords.in(place.language)
  const loans = standingsOn(book, asOf, memberId).filter(({ owed }) => owed > 0)
  const all: readonly { readonly of: ReferenceOf; readonly label: string }[] = [
    { of: { kind: 'member', key: memberId }, label: words.ownSavings },
    ...loans.map(({ loan: { loanId: key, number } }) => ({
      of: { kind: 'loan' as const, key },
      label: words.ownLoan(number),
    })),
  ]
  return Promise.all(
    all.map(async ({ of, label }) => ({
      of,
      label,
      reference: await referenceNow(needs, place.fundId, of),
    })),
  )
}

/** What a member gives to whoever sends money, and what has arrived for the own person alone. */
export const fromAbroad: FormOf<FromAbroad> = {
  path: '/funds/:fundId/me/from-abroad',
  rule: 'keep-own-page',
  ...ownForm(async (visit) => ({ references: await referencesOf(visit) })),
  form: ({ place, references }) => {
    const words = remittanceWords.in(place.language)
    const asked = ownSecretField(place)
    return {
      heading: words.renew,
      told: html`<p>${words.renewMeaning}</p>`,
      action: remittancePath.own(place.fundId),
      hidden: asked.hidden,
      fields: [
        choiceField({
          name: 'which',
          label: words.renew,
          choices: references.map(({ label }, i) => ({ value: String(i), label })),
          fault: words.chooseOne,
          as: 'radios',
        }),
        ...asked.fields,
      ],
      submit: words.renew,
      isPlain: true,
    }
  },
  page: async (visit, form, filling) => {
    const { context, book, place, memberId, asOf, references } = visit
    const { store } = context.get('needs')
    const waits = 0 - balanceOf(postedOf(book.balances), `liability:suspense:${memberId}`, asOf)
    return fromAbroadPage(place, {
      references,
      parts: await ownPartsOf(store, place.fundId, { book, memberId }),
      waits,
      currency: charterOf(book, asOf).currency,
      receiving: book.fund.receiving,
      lostAt: reportPath.about(context.get('caller')!.session.networkId, 'money-lost'),
      isRenewing: filling.fault !== undefined || filling.faults.size > 0,
      isRenewed: context.req.query('said') === 'renewed',
      form: formPart(place.language, form, filling),
    })
  },
  take: async ({ context, place, references }, of) => {
    if (!(await isOwner(context, of('secret'))))
      return {
        status: 403,
        faults: new Map([['secret', remittanceWords.in(place.language).secretFault]]),
      }
    const { store } = context.get('needs')
    await renewReference({ store }, place.fundId, references[Number(of('which'))]!.of)
    return { next: `${remittancePath.own(place.fundId)}?said=renewed` }
  },
}
