import { scopeFor } from '#domain/access/table.ts'
import type { LocalDate } from '#domain/kernel/dates.ts'
import { checkAgainOn } from '#domain/network/checked.ts'
import { type Country } from '#domain/network/places.ts'
import { costItems } from '#domain/network/roads/costs.ts'
import {
  type Route,
  allRoutes,
  roadPapers,
  roadRisks,
  roadStates,
  roadSteps,
  roadWays,
} from '#domain/network/roads/routes.ts'
import { registerOf } from '#src/app/network/register.ts'
import { roadRead } from '#src/app/watch/read-first.ts'
import { amountOrZero } from '#src/desk/entered.ts'
import { dateField } from '#src/desk/day-fields.ts'
import {
  type Field,
  choiceField,
  choicesOf,
  countField,
  faultsAll,
  sumField,
} from '#src/desk/fields.ts'
import { type CheckedRoom, checkedPages } from '#src/http/directory/checking.ts'
import { countryField, tickedOf, ticksOf } from '#src/http/directory/said-fields.ts'
import type { HttpContext } from '#src/http/env.ts'
import { type FormOf, type Typed, formPages } from '#src/http/form-pages.ts'
import { envelopeOf } from '#src/http/network/deciding.ts'
import { behindStart, doneText } from '#src/http/network/place.ts'
import type { Pages } from '#src/http/page.ts'
import { sourceFields, factSourceIn } from '#src/http/register/entering.ts'
import { behindRegister, faultOf, staffWords } from '#src/http/register/place.ts'
import { registerPath } from '#src/pages/register/parts.ts'
import { roadFacts, roadLine, staffRoadsPage } from '#src/pages/register/staff-roads-page.ts'
import type { Language } from '#src/words/catalogue.ts'
import { agencyStaffWords, roadWords } from '#src/words/words.ts'

const at = registerPath.staffRoads
const riel = 'KHR'
/** A month abroad: a tenth of it and ten times as much are asked about. */
const usualMonth = 1_000_000

const roadsOf = async (context: HttpContext) =>
  registerOf(context.get('needs').store, context.get('network').networkId)

const list = async (context: HttpContext) => {
  const register = await roadsOf(context)
  const today = context.get('needs').today()
  return staffRoadsPage(await behindStart(context), {
    routes: allRoutes(register, today).map((route) => ({
      ...route,
      state: route.checked,
      checkAgainOn: checkAgainOn(route, register.goodForDays),
      road: route,
    })),
    by: context.get('caller')!.by.actor,
    done: doneText(context, staffWords(context).done),
    networkId: register.networkId,
    mayTakeOut: scopeFor('WithdrawRoute', context.get('network').held) === 'all',
  })
}

const room: Omit<CheckedRoom<Route>, 'find'> = {
  at,
  key: 'routeId',
  check: 'CheckRoute',
  withdraw: 'WithdrawRoute',
  isOutByTwo: true,
  words: (language) => {
    const words = agencyStaffWords.in(language)
    return {
      back: words.roadsBack,
      checkHeading: words.roadCheckHeading,
      checkLead: words.roadCheckLead,
      outFormHeading: words.roadOutHeading,
      outLead: words.roadOutLead,
    }
  },
  line: roadLine,
  facts: roadFacts,
  checked: (routeId, how, road) => ({
    type: 'CheckRoute',
    routeId,
    how,
    reads: roadRead(road),
  }),
  withdrawn: (routeId, why) => ({ type: 'WithdrawRoute', routeId, why }),
}

const costFields = (language: Language): readonly Field[] => {
  const words = agencyStaffWords.in(language)
  return costItems.map((item) =>
    sumField(
      { language },
      {
        name: `cost-${item}`,
        label: roadWords.in(language)[`cost_${item}`],
        currency: riel,
        isOptional: true,
        faults: faultsAll(words.sumFault),
        fold: words.costsFold,
      },
    ),
  )
}

const weekField = (language: Language, name: 'least' | 'most', label: string): Field =>
  countField({
    name,
    label,
    faults: faultsAll(agencyStaffWords.in(language).weeksFault),
    max: 104,
    mayBeZero: true,
    isOptional: true,
  })

const monthlyField = (language: Language, name: 'wage' | 'living'): Field => {
  const words = agencyStaffWords.in(language)
  return sumField(
    { language },
    {
      name,
      label: words[name],
      currency: riel,
      usual: usualMonth,
      isOptional: true,
      faults: faultsAll(words.sumFault),
    },
  )
}

const fieldsOf = (context: HttpContext): readonly Field[] => {
  const language = context.get('language')
  const [words, said] = [agencyStaffWords.in(language), roadWords.in(language)]
  return [
    countryField(language),
    choiceField({
      name: 'way',
      label: words.way,
      choices: choicesOf(roadWays, (one) => said[`way_${one}`]),
      fault: words.choose,
    }),
    choiceField({
      name: 'state',
      label: words.state,
      choices: choicesOf(roadStates, (one) => said[`state_${one}`]),
      fault: words.choose,
    }),
    dateField({ language }, { name: 'since', label: words.since, fault: words.dayFault }),
    weekField(language, 'least', words.weeksLeast),
    weekField(language, 'most', words.weeksMost),
    monthlyField(language, 'wage'),
    monthlyField(language, 'living'),
    ...costFields(language),
    ...ticksOf('step', {
      values: roadSteps,
      label: (one) => said[`step_${one}`],
      fold: words.stepsFold,
    }),
    ...ticksOf('paper', {
      values: roadPapers,
      label: (one) => said[`paper_${one}`],
      fold: words.papersFold,
    }),
    ...ticksOf('risk', {
      values: roadRisks,
      label: (one) => said[`risk_${one}`],
      fold: words.risksFold,
    }),
    ...sourceFields(context),
  ]
}

const sumIn = (of: Typed, name: string): number | undefined =>
  of(name) === '' ? undefined : amountOrZero(of(name), riel)

const routeIn = (of: Typed) => {
  const [wage, living] = [sumIn(of, 'wage'), sumIn(of, 'living')]
  return {
    country: of('country') as Country,
    way: of('way') as (typeof roadWays)[number],
    state: of('state') as (typeof roadStates)[number],
    since: of('since') as LocalDate,
    steps: tickedOf('step', roadSteps, of),
    papers: tickedOf('paper', roadPapers, of),
    risks: tickedOf('risk', roadRisks, of),
    currency: riel,
    costs: costItems.flatMap((item) => {
      const amount = sumIn(of, `cost-${item}`) ?? 0
      return amount === 0 ? [] : [{ item, amount }]
    }),
    ...(of('least') === '' || of('most') === ''
      ? {}
      : { weeks: { least: Number(of('least')), most: Number(of('most')) } }),
    ...(wage === undefined || wage === 0 ? {} : { wage }),
    ...(living === undefined ? {} : { living }),
    ...factSourceIn(of),
  }
}

const proposing: FormOf<{ readonly context: HttpContext }> = {
  path: `${at}/propose`,
  rule: 'ProposeRoute',
  find: async (context) => ({ context }),
  frame: ({ context }) => behindRegister(context),
  form: ({ context }) => {
    const words = staffWords(context)
    return {
      shown: 'road',
      heading: words.roadHeading,
      whose: undefined,
      action: `${at}/propose`,
      hidden: { id: context.get('needs').ids() },
      fields: fieldsOf(context),
      submit: words.roadButton,
      back: { href: at, label: words.leave },
    }
  },
  take: async ({ context }, of) => {
    const id = of('id')
    const command = {
      ...envelopeOf(context, id),
      type: 'ProposeRoute',
      routeId: id,
      ...routeIn(of),
    }
    const fault = await faultOf(context, command)
    return fault === undefined ? { next: `${at}?done=1` } : { fault, status: 409 }
  },
}

/** The roads abroad for those of the staff who enter and check them. */
export const roadStaffPages = (pages: Pages): void => {
  pages.get(at, 'read-register', list)
  formPages(pages, proposing)
  checkedPages(pages, {
    ...room,
    find: async (context, key) => {
      const { routes } = await roadsOf(context)
      return routes.find(({ routeId }) => routeId === key)
    },
  })
}
