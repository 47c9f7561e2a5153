import { html } from 'hono/html'
import { type DisputeReason, disputeReasons } from '#domain/corrections/disputes.ts'
import { charterOf } from '#domain/health/book.ts'
import { isWaitingIn } from '#src/app/meeting/disputes.ts'
import { type OwnPrivate, ownPrivateOf } from '#src/app/members/private-savings.ts'
import { choiceField, choicesOf, countField, faultsAll, secretField } from '#src/desk/fields.ts'
import { askedNow } from '#src/http/asked-again.ts'
import { isAccepted } from '#src/app/answer.ts'
import type { FormOf, Taken, Typed } from '#src/http/form-pages.ts'
import { sendForHousehold } from '#src/http/gate.ts'
import { type OwnVisit, ownForm } from '#src/http/household.ts'
import { isOwnerInPrivate } from '#src/http/owner.ts'
import { formPart } from '#src/pages/forms/form.ts'
import { ownPlace } from '#src/pages/household/parts.ts'
import {
  askSecretPage,
  ownPrivatePage,
  privateNotRightPage,
} from '#src/pages/saving/own-private-page.ts'
import { disputeWords, savingWords } from '#src/words/words.ts'

const secretIn = ({ place: { language, isPractice } }: OwnVisit) => {
  const secret = secretField({ name: 'secret', label: savingWords.in(language).secretLabel })
  // People of the practice fund came by a door and have none to give.
  return isPractice ? secret : { ...secret, isRequired: true as const }
}

const notOwner = ({ place }: OwnVisit): Taken => {
  const { secretFault } = savingWords.in(place.language)
  return { faults: new Map([['secret', secretFault]]), status: 403 }
}

const ownOf = ({ context, place, memberId }: OwnVisit): Promise<OwnPrivate> =>
  ownPrivateOf(context.get('needs'), { fundId: place.fundId, memberId })

/** What somebody has saved in private, for the secret each time: a household's phone may lie open. */
export const ownPrivate: FormOf<OwnVisit> = {
  path: '/funds/:fundId/me/private',
  rule: 'read-own-private-savings',
  ...ownForm(),
  form: (visit) => {
    const { fundId, language } = visit.place
    const words = savingWords.in(language)
    return {
      heading: words.privateHeading,
      told: html`<p>${words.secretAsked}</p>`,
      action: ownPlace.private(fundId),
      hidden: askedNow(visit.context.get('needs')),
      fields: [secretIn(visit)],
      submit: words.showMine,
      back: { href: ownPlace.own(fundId), label: words.backToOwn },
    }
  },
  page: ({ place }, form, filling) => askSecretPage(place, formPart(place.language, form, filling)),
  take: async (visit, of) => {
    const { context, place, book, asOf } = visit
    if (!(await isOwnerInPrivate(context, visit.memberId, of('secret')))) return notOwner(visit)
    const { currency } = charterOf(book, asOf)
    const { disputes } = book
    return context.html(ownPrivatePage(place, { own: await ownOf(visit), currency, disputes }))
  },
}

const raise = async (visit: OwnVisit, of: Typed): Promise<Taken> => {
  const { context, place, book } = visit
  if (!(await isOwnerInPrivate(context, visit.memberId, of('secret')))) return notOwner(visit)
  const line = (await ownOf(visit)).lines.find(({ seq }) => String(seq) === of('line'))
  if (!line) return { faults: new Map([['line', savingWords.in(place.language).privateLineFault]]) }
  const { entryId } = line
  const done = { next: `${ownPlace.privateNotRight(place.fundId)}?sent=yes` }
  if (isWaitingIn(book.disputes, { kind: 'entry', entryId })) return done
  const effectiveOn = context.get('needs').today()
  const answer = await sendForHousehold(context, place.fundId, {
    id: of('id'),
    v: 1,
    effectiveOn,
    type: 'RaiseDispute',
    about: { kind: 'entry', entryId },
    reason: of('reason') as DisputeReason,
  })
  const { ownFault } = disputeWords.in(place.language)
  return isAccepted(answer) ? done : { fault: ownFault, isUsed: answer.outcome === 'conflict' }
}

/**
 * A line of the own private savings is not right: named by its number, for the secret. Nothing of it is on the page before,
 * and what is written down says which line and what is wrong with it, and no hand that wrote it.
 */
export const disputePrivate: FormOf<OwnVisit> = {
  path: '/funds/:fundId/me/private/not-right',
  rule: 'read-own-private-savings',
  ...ownForm(),
  form: (visit) => {
    const { context, place } = visit
    const { fundId, language } = place
    const words = savingWords.in(language)
    const said = disputeWords.in(language)
    return {
      heading: words.privateNotRightHeading,
      told: html`<p>${words.privateNotRightLead}</p>`,
      action: ownPlace.privateNotRight(fundId),
      hidden: { id: context.get('needs').ids() },
      fields: [
        countField({
          name: 'line',
          label: words.privateLineLabel,
          faults: faultsAll(words.privateLineFault),
        }),
        choiceField({
          name: 'reason',
          label: said.reasonLabel,
          choices: choicesOf(disputeReasons, (one) => said[`reason_${one}`]),
          fault: said.reasonFault,
        }),
        secretIn(visit),
      ],
      submit: said.ownSend,
      back: { href: ownPlace.private(fundId), label: words.privateHeading },
    }
  },
  page: ({ context, place }, form, filling) =>
    privateNotRightPage(place, {
      isSent: context.req.query('sent') === 'yes',
      form: formPart(place.language, form, filling),
    }),
  take: raise,
}
