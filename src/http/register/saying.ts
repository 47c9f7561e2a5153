import type { LocalDate } from '#domain/kernel/dates.ts'
import { isCode } from '#domain/kernel/shape.ts'
import { countries } from '#domain/network/places.ts'
import { phone } from '#domain/network/public-texts.ts'
import {
  type FactKind,
  type LicenceStep,
  canBeSaidOf,
  licenceSteps,
  placeShape,
} from '#domain/network/register/parties.ts'
import type { NamedParty } from '#src/app/network/party-names.ts'
import { amountIn } from '#src/desk/entered.ts'
import { dateField } from '#src/desk/day-fields.ts'
import { type Field, choiceField, choicesOf, lineField, sumField } from '#src/desk/fields.ts'
import {
  phoneLine,
  shapeLine,
  tickedOf,
  ticksOf,
  unlessEmpty,
} from '#src/http/directory/said-fields.ts'
import type { HttpContext } from '#src/http/env.ts'
import { type FormOf, type Taken, type Typed, formPages } from '#src/http/form-pages.ts'
import { envelopeOf } from '#src/http/network/deciding.ts'
import { notHere } from '#src/http/network/place.ts'
import type { Pages } from '#src/http/page.ts'
import { sealedBeside, sourceFields, factSourceIn } from '#src/http/register/entering.ts'
import {
  type OwnRegister,
  behindRegister,
  faultOf,
  ownRegister,
  staffWords,
} from '#src/http/register/place.ts'
import { registerPath } from '#src/pages/register/parts.ts'
import { calledLine, calledText } from '#src/pages/register/staff-page.ts'
import { numbersWords } from '#src/words/words.ts'

type SayVisit = {
  readonly context: HttpContext
  readonly register: OwnRegister
  readonly one: NamedParty
  readonly what: Sayable
}

/** What can be said by a form; a name is said when somebody is entered. */
type Sayable = Exclude<FactKind, 'name' | 'sealed-name'>

type Said = {
  readonly fields: (visit: SayVisit) => readonly Field[]
  /** The fact, or what is wrong with it at a field. */
  readonly fact: (
    of: Typed,
    visit: SayVisit,
  ) => object | { readonly faults: ReadonlyMap<string, string> }
}

const licence: Said = {
  fields: ({ context }) => {
    const language = context.get('language')
    const words = staffWords(context)
    return [
      choiceField({
        name: 'became',
        label: words.became,
        choices: choicesOf(licenceSteps, (step) => words[`became_${step}`]),
        fault: words.choose,
        as: 'radios',
      }),
      dateField({ language }, { name: 'from', label: words.from, fault: words.dayFault }),
      lineField({
        name: 'number',
        label: words.number,
        rule: (text) => (isCode(text) ? text : undefined),
        fault: words.numberFault,
        lengthMax: 40,
        isOptional: true,
      }),
      dateField(
        { language },
        { name: 'until', label: words.until, fault: words.dayFault, isOptional: true },
      ),
    ]
  },
  fact: (of) => ({
    became: of('became') as LicenceStep,
    from: of('from') as LocalDate,
    ...unlessEmpty('number', of('number')),
    ...unlessEmpty('until', of('until')),
  }),
}

const destinations: Said = {
  fields: ({ context }) => {
    const words = numbersWords.in(context.get('language'))
    return ticksOf('to', {
      values: countries,
      label: (one) => words[`country_${one}`],
      fold: staffWords(context).countriesFold,
    })
  },
  fact: (of, { context }) => {
    const chosen = tickedOf('to', countries, of)
    return chosen.length > 0
      ? { countries: chosen }
      : { faults: new Map([[`to-${countries[0]}`, staffWords(context).countriesMissing]]) }
  },
}

const said: Readonly<Record<Sayable, Said>> = {
  licence,
  destinations,
  deposit: {
    fields: ({ context }) => [
      sumField(
        { language: context.get('language') },
        { name: 'amount', label: staffWords(context).deposit, currency: 'USD' },
      ),
    ],
    fact: (of) => ({ amount: amountIn(of('amount'), 'USD'), currency: 'USD' }),
  },
  place: {
    fields: ({ context }) => {
      const words = staffWords(context)
      return [
        shapeLine({
          name: 'place',
          label: words.place,
          hint: words.placeHint,
          shape: placeShape,
          fault: words.placeFault,
          inputmode: 'numeric',
          lengthMax: 6,
        }),
      ]
    },
    fact: (of) => ({ place: of('place') }),
  },
  phone: {
    fields: ({ context }) => {
      const words = staffWords(context)
      return [
        phoneLine({ name: 'phone', label: words.phone, shape: phone, fault: words.phoneFault }),
      ]
    },
    // The mark is put in when the number has been sealed.
    fact: () => ({}),
  },
  'works-for': {
    fields: ({ context, register, one }) => {
      const words = staffWords(context)
      const others = register.named.filter(
        ({ party }) => party.partyId !== one.party.partyId && party.kind !== 'venue',
      )
      return [
        choiceField({
          name: 'boss',
          label: words.boss,
          choices: others.map((each) => ({
            value: each.party.partyId,
            label: `${calledText(each)} (${words[`kind_${each.party.kind}`]})`,
          })),
          fault: words.choose,
        }),
      ]
    },
    fact: (of) => ({ partyId: of('boss') }),
  },
}

const isSayable = (what: string): what is Sayable => Object.hasOwn(said, what)

const findVisit = async (context: HttpContext): Promise<SayVisit | Response> => {
  const register = await ownRegister(context)
  const one = register.named.find(({ party }) => party.partyId === context.req.param('partyId'))
  const what = context.req.param('what') ?? ''
  if (!one || !isSayable(what) || !canBeSaidOf(one.party.kind, what)) return notHere(context)
  return { context, register, one, what }
}

const say = async (visit: SayVisit, of: Typed): Promise<Taken> => {
  const { context, one, what } = visit
  const { partyId } = one.party
  const factId = of('id')
  const told = said[what].fact(of, visit)
  if ('faults' in told) return { faults: told.faults as ReadonlyMap<string, string> }
  const kept =
    what === 'phone'
      ? await sealedBeside(context, { partyId, factId, phone: of('phone') })
      : { mark: undefined, drop: async () => undefined }
  if (typeof kept === 'string') return { fault: staffWords(context)[kept], status: 409 }
  const fact = { what, ...told, ...(kept.mark !== undefined && { mark: kept.mark }) }
  const fault = await faultOf(context, {
    ...envelopeOf(context, factId),
    type: 'RecordPartyFacts',
    partyId,
    facts: [{ factId, fact }],
    ...factSourceIn(of),
  })
  if (fault === undefined) return { next: `${registerPath.staff}/${partyId}?done=1` }
  await kept.drop()
  return { fault, status: 409 }
}

const saying: FormOf<SayVisit> = {
  path: `${registerPath.staff}/:partyId/say/:what`,
  rule: 'RecordPartyFacts',
  find: findVisit,
  frame: ({ context }) => behindRegister(context),
  form: (visit) => {
    const { context, one, what } = visit
    const words = staffWords(context)
    const at = `${registerPath.staff}/${one.party.partyId}`
    return {
      shown: 'road',
      heading: words.sayHeading(words[`say_${what}`]),
      whose: calledLine(context.get('language'), one),
      action: `${at}/say/${what}`,
      hidden: { id: context.get('needs').ids() },
      fields: [...said[what].fields(visit), ...sourceFields(context)],
      submit: words.enterButton,
      back: { href: at, label: words.leave },
    }
  },
  take: say,
}

export const sayingPages = (pages: Pages): void => formPages(pages, saying)
