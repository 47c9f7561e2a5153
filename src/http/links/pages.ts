import { html } from 'hono/html'
import { type OutsideKind, type StandingLink, isLive, outsideKinds } from '#domain/network/links.ts'
import { isAccepted } from '#src/app/answer.ts'
import {
  addressIn,
  addressRow,
  hookKeyOf,
  hookSecret,
  markOfAddress,
  outsideAddress,
} from '#src/app/links/addresses.ts'
import { countsOfLink } from '#src/app/links/notices.ts'
import { networkBookOf } from '#src/app/network/network-views.ts'
import { villageTimeOf } from '#src/app/village-time.ts'
import { type Field, choiceField, choicesOf, lineField } from '#src/desk/fields.ts'
import { frameOf } from '#src/http/entrance/frame.ts'
import type { HttpContext } from '#src/http/env.ts'
import { type FormOf, type Taken, type Typed, formPages } from '#src/http/form-pages.ts'
import { noticeNeeds } from '#src/http/messages/needs.ts'
import { decideInNetwork, envelopeOf, formIdIn } from '#src/http/network/deciding.ts'
import { behindNetwork, insteadOfForm, notHere } from '#src/http/network/place.ts'
import { secondGiven, staffSecondFields } from '#src/http/network/second.ts'
import type { Pages } from '#src/http/page.ts'
import { type LinkShown, linkPage, linksPage, linksPath } from '#src/pages/network/links-page.ts'
import type { Language } from '#src/words/catalogue.ts'
import { linkWords } from '#src/words/words.ts'

const wordsAt = (context: HttpContext) => linkWords.in(context.get('language'))

/** What can be set here: a webhook where the service may tell one, a phone where texts leave. */
const kindsHere = (context: HttpContext): readonly OutsideKind[] => {
  const { links, messages } = context.get('needs')
  const may = { webhook: links?.tellHook !== undefined, 'meeting-texts': messages !== undefined }
  return links === undefined ? [] : outsideKinds.filter((kind) => may[kind])
}

const allOf = async (context: HttpContext): Promise<readonly StandingLink[]> => {
  const { networkId } = context.get('network')
  return (await networkBookOf(context.get('needs').store, networkId))?.links ?? []
}

/** A host, or the last digits of a number: the rest of an address may be a secret of its own. */
const asTold = (kind: StandingLink['kind'], to: string): string =>
  kind === 'webhook' ? new URL(to).host : `…${to.slice(-3)}`

const shownOf = async (context: HttpContext, link: StandingLink): Promise<LinkShown> => {
  const needs = context.get('needs')
  const { networkId } = context.get('network')
  const nameOf = async (userId: string | undefined): Promise<string | undefined> =>
    userId === undefined
      ? undefined
      : ((await needs.store.user(networkId, userId))?.login ?? userId)
  const telling = noticeNeeds(needs)
  const isOutside = link.kind !== 'sign-in' && isLive(link)
  const to = isOutside && telling ? await addressIn(telling, networkId, link) : undefined
  return {
    link,
    leadsTo: to === undefined ? undefined : asTold(link.kind, to),
    setBy: (await nameOf(link.setBy)) ?? link.setBy,
    endedBy: await nameOf(link.ended?.by),
    login: await nameOf(link.userId),
    counts: isOutside && telling ? await countsOfLink(telling, { networkId, link }) : undefined,
  }
}

const dayOfIn = (context: HttpContext) => (instant: string) =>
  villageTimeOf(instant, context.get('needs').timeZone).day

const list = async (context: HttpContext) => {
  const links = await Promise.all((await allOf(context)).map((one) => shownOf(context, one)))
  return linksPage(await behindNetwork(context), {
    links,
    maySet: kindsHere(context).length > 0,
    done: context.req.query('done') === '1',
    dayOf: dayOfIn(context),
  })
}

const linkInPath = async (context: HttpContext): Promise<StandingLink | undefined> =>
  (await allOf(context)).find(({ linkId }) => linkId === context.req.param('linkId'))

const behindLinks = (context: HttpContext) =>
  frameOf(context, { back: { href: linksPath.all, label: wordsAt(context).back } })

const one = async (context: HttpContext) => {
  const link = await linkInPath(context)
  if (!link) return notHere(context)
  const { links } = context.get('needs')
  const isHook = link.kind === 'webhook' && isLive(link) && links !== undefined
  const key = isHook
    ? hookSecret(await hookKeyOf(links, context.get('network').networkId, link.linkId))
    : undefined
  const shown = await shownOf(context, link)
  return linkPage(await behindLinks(context), { shown, key, dayOf: dayOfIn(context) })
}

type LinkVisit = { readonly context: HttpContext; readonly language: Language }

/** What was answered instead of "recorded", in words; undefined where it was recorded. */
const refusalOf = (
  context: HttpContext,
  answer: Awaited<ReturnType<typeof decideInNetwork>>,
): string | undefined => {
  if (isAccepted(answer)) return undefined
  const known: Readonly<Record<string, unknown>> = wordsAt(context)
  const { code } = answer as Extract<typeof answer, { readonly code: string }>
  const said = Object.hasOwn(known, code) ? known[code] : undefined
  return typeof said === 'string' ? said : wordsAt(context).notTaken
}

const fieldsOf = async (context: HttpContext, of: Typed): Promise<readonly Field[]> => {
  const words = wordsAt(context)
  const { links } = context.get('needs')
  const kinds = kindsHere(context)
  const kind = kinds.find((one) => one === of('kind'))
  return [
    choiceField({
      name: 'kind',
      label: words.kind,
      choices: choicesOf(kinds, (one) => words[`kind_${one}`]),
      fault: words.chooseKind,
    }),
    lineField({
      name: 'address',
      label: words.address,
      hint: words.addressHint,
      rule: (text) => outsideAddress(kind ?? 'webhook', text, links?.mayBePrivate ?? false),
      fault: words.addressFault,
      lengthMax: 500,
      autocomplete: 'off',
      isRequired: true,
    }),
    ...(await staffSecondFields(context)),
  ]
}

/** Keeps the address before the journal has its mark: there is no link that leads nowhere for want of a row. */
const takeSetting = async ({ context }: LinkVisit, of: Typed): Promise<Taken> => {
  const { links, store, hash, ids } = context.get('needs')
  const { networkId } = context.get('network')
  const id = formIdIn(of)
  if (id === undefined || links === undefined) return { fault: wordsAt(context).notTaken }
  const second = await secondGiven(context, of, 'SetLink')
  if ('fault' in second) return { ...second, status: 409 }
  const address = { kind: of('kind') as OutsideKind, to: of('address') }
  const linkId = ids()
  const row = await addressRow(links, networkId, { ...address, linkId })
  await store.changeMessageRows(networkId, { keep: [row] })
  const command = {
    ...envelopeOf(context, id),
    type: 'SetLink' as const,
    linkId,
    kind: address.kind,
    mark: markOfAddress(hash, linkId, address),
    ...second.approved,
  }
  const { word } = second
  const answer = await decideInNetwork(context, command, word ? { second: word } : {})
  const fault = refusalOf(context, answer)
  if (fault === undefined) return { next: `${linksPath.all}?done=1` }
  await store.changeMessageRows(networkId, { drop: [row] })
  return { fault, status: 409 }
}

const setting: FormOf<LinkVisit> = {
  path: linksPath.set,
  rule: 'SetLink',
  find: async (context) => {
    const words = wordsAt(context)
    if (kindsHere(context).length > 0) return { context, language: context.get('language') }
    const line = { heading: words.setHeading, line: words.notSetUp, back: linksPath.all }
    return insteadOfForm(context, await behindLinks(context), line)
  },
  frame: ({ context }) => behindLinks(context),
  form: async ({ context }, of) => {
    const words = wordsAt(context)
    return {
      shown: 'key',
      heading: words.setHeading,
      told: html`<p>${words.setLead}</p>`,
      action: linksPath.set,
      hidden: { id: context.get('needs').ids() },
      fields: await fieldsOf(context, of),
      submit: words.setButton,
      back: { href: linksPath.all, label: words.leave },
    }
  },
  take: takeSetting,
}

type EndVisit = { readonly context: HttpContext; readonly link: StandingLink }

const ending: FormOf<EndVisit> = {
  path: '/network/links/:linkId/end',
  rule: 'EndLink',
  find: async (context) => {
    const link = await linkInPath(context)
    return link && isLive(link) ? { context, link } : notHere(context)
  },
  frame: ({ context }) => behindLinks(context),
  form: ({ context, link }) => {
    const words = wordsAt(context)
    return {
      shown: 'stop',
      heading: words.endHeading,
      whose: html`<p>${words[`kind_${link.kind}`]}</p>`,
      told: html`<p>${words.endLead}</p>`,
      action: linksPath.end(link.linkId),
      hidden: { id: context.get('needs').ids() },
      fields: [],
      submit: words.endButton,
      back: { href: linksPath.all, label: words.leave },
    }
  },
  take: async ({ context, link: { linkId } }, of) => {
    const { store, links } = context.get('needs')
    const { networkId } = context.get('network')
    const id = formIdIn(of)
    if (id === undefined) return { fault: wordsAt(context).notTaken }
    const command = { ...envelopeOf(context, id), type: 'EndLink' as const, linkId }
    const fault = refusalOf(context, await decideInNetwork(context, command))
    if (fault !== undefined) return { fault, status: 409 }
    // Where it led is nobody's business any more.
    if (links) {
      const row = await addressRow(links, networkId, { kind: 'webhook', to: '', linkId })
      await store.changeMessageRows(networkId, { drop: [row] })
    }
    return { next: `${linksPath.all}?done=1` }
  },
}

/** What the network is linked with outside: an administrator's, with a second one where there is one. */
export const linkPages = (pages: Pages): void => {
  pages.get(linksPath.all, 'SetLink', list)
  formPages(pages, setting)
  pages.get('/network/links/:linkId', 'SetLink', one)
  formPages(pages, ending)
}
