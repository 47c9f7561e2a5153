import { html } from 'hono/html'
import type { LocalDate } from '#domain/kernel/dates.ts'
import { type PartyKind, partyKinds, sourced } from '#domain/network/register/parties.ts'
import { sources } from '#domain/network/register/sources.ts'
import { lineMax, nameMax, publicName } from '#domain/network/public-texts.ts'
import {
  type SealedWords,
  markOfWords,
  sealedWords,
  sealedWordsRow,
} from '#src/app/network/party-names.ts'
import { dateField } from '#src/desk/day-fields.ts'
import { type Field, choiceField, choicesOf } from '#src/desk/fields.ts'
import { shapeLine, unlessEmpty } from '#src/http/directory/said-fields.ts'
import type { HttpContext } from '#src/http/env.ts'
import { type FormOf, type Taken, type Typed, formPages } from '#src/http/form-pages.ts'
import { envelopeOf } from '#src/http/network/deciding.ts'
import type { Pages } from '#src/http/page.ts'
import { behindRegister, faultOf, staffWords } from '#src/http/register/place.ts'
import { registerPath } from '#src/pages/register/parts.ts'
import { agencyWords } from '#src/words/words.ts'

type EnterVisit = { readonly context: HttpContext }

/** Where a fact is from; every form of the register ends with it. */
export const sourceFields = (context: HttpContext): readonly Field[] => {
  const language = context.get('language')
  const words = staffWords(context)
  return [
    choiceField({
      name: 'source',
      label: words.source,
      choices: choicesOf(sources, (one) => agencyWords.in(language)[`source_${one}`]),
      fault: words.choose,
    }),
    dateField({ language }, { name: 'seenOn', label: words.seenOn, fault: words.seenOnFault }),
    shapeLine({
      name: 'document',
      label: words.document,
      shape: sourced.document,
      fault: words['document-unreadable'],
      lengthMax: lineMax,
      isOptional: true,
    }),
  ]
}

export const factSourceIn = (of: Typed) => ({
  source: of('source') as (typeof sources)[number],
  seenOn: of('seenOn') as LocalDate,
  ...unlessEmpty('document', of('document')),
})

export const nameFields = (context: HttpContext): readonly Field[] => {
  const words = staffWords(context)
  const line = (name: 'km' | 'latin', label: string, isKhmer: boolean) =>
    shapeLine({
      name,
      label,
      ...(name === 'km' ? { hint: words.nameHint } : {}),
      shape: publicName,
      fault: words['name-unreadable'],
      lengthMax: nameMax,
      isOptional: true,
      ...(isKhmer ? { isKhmer } : {}),
    })
  return [line('km', words.nameKm, true), line('latin', words.nameLatin, false)]
}

export const namesIn = (of: Typed) => ({
  ...unlessEmpty('km', of('km')),
  ...unlessEmpty('latin', of('latin')),
})

/**
 * Keeps words sealed and hands over their mark; a code where that cannot be. The number comes from the form: words that lie
 * under it already are nobody's to write over or to throw away.
 */
export const sealedBeside = async (
  context: HttpContext,
  words: SealedWords,
): Promise<
  | { readonly mark: string; readonly drop: () => Promise<unknown> }
  | 'notSealed'
  | 'fact-already-there'
> => {
  const { store, sealing } = context.get('needs')
  if (!sealing) return 'notSealed'
  const { networkId } = context.get('network')
  const there = (await sealedWords({ store, sealing }, networkId)).find(
    ({ factId }) => factId === words.factId,
  )
  if (there) {
    const mark = await markOfWords({ sealing }, networkId, words)
    const isSame = (await markOfWords({ sealing }, networkId, there)) === mark
    return isSame ? { mark, drop: async () => undefined } : 'fact-already-there'
  }
  const row = await sealedWordsRow({ sealing }, networkId, words)
  await store.changeMessageRows(networkId, { keep: [row] })
  return {
    mark: await markOfWords({ sealing }, networkId, words),
    drop: () => store.changeMessageRows(networkId, { drop: [row] }),
  }
}

/** A name is kept before the journal has its mark: there is nobody in the register without one. */
const enter = async ({ context }: EnterVisit, of: Typed): Promise<Taken> => {
  const words = staffWords(context)
  const kind = of('kind') as PartyKind
  const names = namesIn(of)
  if (Object.keys(names).length === 0) return { faults: new Map([['km', words['name-missing']]]) }
  const id = of('id')
  const command = { ...envelopeOf(context, id), type: 'RegisterParty', partyId: id, kind }
  const next = { next: `${registerPath.staff}/${id}?done=1` }
  if (kind === 'agency') {
    const called = { what: 'name', ...names }
    const fault = await faultOf(context, { ...command, called, ...factSourceIn(of) })
    return fault === undefined ? next : { fault, status: 409 }
  }
  const kept = await sealedBeside(context, { partyId: id, factId: id, ...names })
  if (typeof kept === 'string') return { fault: words[kept], status: 409 }
  const called = { what: 'sealed-name', mark: kept.mark }
  const fault = await faultOf(context, { ...command, called, ...factSourceIn(of) })
  if (fault === undefined) return next
  await kept.drop()
  return { fault, status: 409 }
}

const entering: FormOf<EnterVisit> = {
  path: `${registerPath.staff}/enter`,
  rule: 'RegisterParty',
  find: async (context) => ({ context }),
  frame: ({ context }) => behindRegister(context),
  form: ({ context }) => {
    const words = staffWords(context)
    return {
      shown: 'road',
      heading: words.enterHeading,
      told: html`<p>${words.enterLead}</p>
        <p class="quiet">${words.namesNote}</p>`,
      action: `${registerPath.staff}/enter`,
      hidden: { id: context.get('needs').ids() },
      fields: [
        choiceField({
          name: 'kind',
          label: words.kind,
          choices: choicesOf(partyKinds, (kind) => words[`kind_${kind}`]),
          fault: words.choose,
        }),
        ...nameFields(context),
        ...sourceFields(context),
      ],
      submit: words.enterButton,
      back: { href: registerPath.staff, label: words.leave },
    }
  },
  take: enter,
}

export const enteringPages = (pages: Pages): void => formPages(pages, entering)
