import { daysBetween } from '#domain/kernel/dates.ts'
import { type Decision, invalid, refused } from '#domain/kernel/decision.ts'
import { day, text, word } from '#domain/kernel/shape.ts'
import {
  type Audit,
  auditId,
  auditKey,
  auditTests,
  bookHead,
  cancellings,
  fundId,
  isOver,
  opinions,
  testRows,
  visitReasons,
} from '#domain/network/audits/audit.ts'
import type { Network } from '#domain/network/state.ts'
import { auditor, nobody } from '#domain/operations/may.ts'
import { asSaid, networkOperation } from '#domain/operations/operation.ts'

type Named = { readonly fundId: string; readonly auditId: string }

export const aboutAudit = (entry: Named) => [{ kind: 'audit', key: auditKey(entry) }] as const

/** Alone: each of it is told with who wrote it, and `auditMarks` counts what nobody else has seen. */
export const byAuditor = { may: auditor, second: 'none' } as const

const ofAuditor =
  'Of an auditor whom the fund lets in, and of nobody who is a member of it: `auditor-is-member`, `fund-not-open`.'

/** Between two plans of a fund lie so many days: nobody draws until the sample suits. */
const daysBetweenPlans = 30
const visitDaysMax = 366

type Plan = Named & {
  readonly effectiveOn: string
  readonly from: string
  readonly visitOn: string
}

const planFault = ({
  effectiveOn: on,
  from,
  visitOn,
}: Plan): Decision<never, never> | undefined => {
  if (visitOn < on) return invalid('visit-in-the-past', '/visitOn')
  if (daysBetween(on, visitOn) > visitDaysMax) return invalid('longer-than-a-year', '/visitOn')
  return from > on ? invalid('ends-before-it-begins', '/from') : undefined
}

const ofFund = ({ audits }: Network, { fundId: of }: Named): readonly Audit[] =>
  [...audits.values()].filter((one) => one.fundId === of)

const planAsks = {
  fundId,
  auditId,
  from: day,
  visitOn: day,
  why: visitReasons,
  head: bookHead,
} as const
const planKeeps = ['fundId', 'auditId', 'from', 'visitOn', 'why', 'head'] as const

/** A visit is planned, and what will be looked at is drawn by the hash of this very entry. */
export const planAudit = networkOperation({
  ...byAuditor,
  command: 'PlanAudit',
  entry: 'AuditPlanned',
  oneHand: 'decision',
  description: `${ofAuditor} \`head\` is the last entry of the fund's book as it stands when this is sent: \`head-moved\`.`,
  asks: planAsks,
  keeps: planKeeps,
  decide: (network: Network, command) => {
    const fault = planFault(command)
    if (fault) return fault
    if (!network.funds.has(command.fundId)) return refused('fund-not-in-network')
    if (network.audits.has(auditKey(command))) return refused('audit-already-there')
    const others = ofFund(network, command)
    if (others.some((one) => !isOver(one))) return refused('audit-open')
    const isLately = others.some(
      ({ writtenOn }) => daysBetween(writtenOn, command.effectiveOn) < daysBetweenPlans,
    )
    return isLately ? refused('planned-lately') : asSaid
  },
  about: aboutAudit,
})

/** A plan that the network has drawn, in the book of a laptop that goes to the village. */
export const takeAuditPlan = networkOperation({
  command: 'TakeAuditPlan',
  entry: 'AuditPlanTaken',
  oneHand: 'sight',
  description:
    'The command line of a laptop says it, of a plan that the network has drawn; nobody may send it.',
  asks: {
    ...planAsks,
    seed: text(/^[0-9a-f]{64}$/, { code: 'hash-unreadable', example: '9f'.repeat(32) }),
  },
  keeps: [...planKeeps, 'seed'],
  may: nobody,
  second: 'none',
  decide: (network: Network, command) => {
    if (!network.funds.has(command.fundId)) return refused('fund-not-in-network')
    return network.audits.has(auditKey(command)) ? refused('audit-already-there') : asSaid
  },
  about: aboutAudit,
})

/** Why nothing is added to an audit; undefined where something can be. */
export const openFault = (network: Network, named: Named): Decision<never, string> | undefined => {
  const audit = network.audits.get(auditKey(named))
  if (!audit) return invalid('audit-unknown', '/auditId')
  if (audit.cancelled) return refused('audit-cancelled')
  return audit.opinion ? refused('opinion-given') : undefined
}

export const moveAudit = networkOperation({
  ...byAuditor,
  command: 'MoveAudit',
  entry: 'AuditMoved',
  oneHand: 'sight',
  description: `Another day for the visit; the sample stays. ${ofAuditor}`,
  asks: { fundId, auditId, visitOn: day },
  keeps: ['fundId', 'auditId', 'visitOn'],
  decide: (network: Network, command) => {
    const { effectiveOn: on, visitOn } = command
    const fault = openFault(network, command) ?? planFault({ ...command, from: on, visitOn })
    return fault ?? asSaid
  },
  about: aboutAudit,
})

export const cancelAudit = networkOperation({
  ...byAuditor,
  command: 'CancelAudit',
  entry: 'AuditCancelled',
  oneHand: 'decision',
  description: `The plan stays and is told with every later audit of the fund. ${ofAuditor}`,
  asks: { fundId, auditId, why: word(cancellings, 'reason-unknown') },
  keeps: ['fundId', 'auditId', 'why'],
  decide: (network: Network, command) => openFault(network, command) ?? asSaid,
  about: aboutAudit,
})

/** What a test saw, row by row. Written again, both stand, and the later one counts. */
export const recordAuditTest = networkOperation({
  ...byAuditor,
  command: 'RecordAuditTest',
  entry: 'AuditTestRecorded',
  oneHand: 'sight',
  description: `What \`book\` says is held against the book up to \`head\` wherever the audit is read. ${ofAuditor}`,
  asks: { fundId, auditId, test: word(auditTests, 'test-unknown'), head: bookHead, rows: testRows },
  keeps: ['fundId', 'auditId', 'test', 'head', 'rows'],
  decide: (network: Network, command) => openFault(network, command) ?? asSaid,
  about: aboutAudit,
})

/** What the auditor makes of it all, on the book as it ends in one entry. */
export const giveAuditOpinion = networkOperation({
  ...byAuditor,
  command: 'GiveAuditOpinion',
  entry: 'AuditOpinionGiven',
  oneHand: 'decision',
  description: `\`head\` must be an entry of the fund's book: \`head-not-in-book\`. ${ofAuditor}`,
  asks: { fundId, auditId, opinion: word(opinions, 'opinion-unknown'), head: bookHead },
  keeps: ['fundId', 'auditId', 'opinion', 'head'],
  decide: (network: Network, command) => {
    const fault = openFault(network, command)
    if (fault) return fault
    const { findings, head } = network.audits.get(auditKey(command))!
    if (command.head.seq < head.seq) return refused('head-before-the-plan')
    const isGrave = findings.some(({ weight, closed }) => weight === 'grave' && !closed)
    return command.opinion === 'clean' && isGrave ? refused('grave-finding-open') : asSaid
  },
  about: aboutAudit,
})
