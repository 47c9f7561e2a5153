import type { LocalDate } from '#domain/kernel/dates.ts'
import {
  type Audit,
  type AuditFinding,
  auditKey,
  waitsUntil,
} from '#domain/network/audits/audit.ts'
import type { Network } from '#domain/network/state.ts'
import type { AuditBody } from '#domain/operations/network.ts'

/** By whose hand an entry came, of which day it is, when it was written down, and its hash. */
type Entered = {
  readonly by: string
  readonly on: LocalDate
  readonly writtenOn: LocalDate
  readonly hash: string
}

type Planned = Extract<AuditBody, { readonly type: 'AuditPlanned' | 'AuditPlanTaken' }>

const planned = (body: Planned, { by, on, writtenOn, hash }: Entered): Audit => {
  const { fundId, auditId, from, visitOn, why, head } = body
  const seed = body.type === 'AuditPlanTaken' ? body.seed : hash
  const plan = { fundId, auditId, from, visitOn, why, head, seed }
  return { ...plan, by, plannedOn: on, writtenOn, moved: 0, tests: [], findings: [] }
}

type OfFinding = Extract<AuditBody, { readonly findingId: string }>

const raised = (
  body: Extract<AuditBody, { readonly type: 'AuditFindingRaised' }>,
  { by, on, writtenOn }: Entered,
): AuditFinding => {
  const { findingId, kind, weight, test, of, amount, replyBy } = body
  return {
    findingId,
    kind,
    weight,
    ...(test !== undefined && { test }),
    ...(of !== undefined && { of }),
    ...(amount !== undefined && { amount }),
    replyBy: waitsUntil(replyBy, writtenOn),
    raisedOn: on,
    by,
  }
}

const findingAfter = (
  finding: AuditFinding,
  body: Exclude<OfFinding, { readonly type: 'AuditFindingRaised' }>,
  { by, on }: Entered,
): AuditFinding => {
  // A day of the next look holds until the next word about it.
  const { followUpOn: _, ...before } = finding
  const next = 'followUpOn' in body && body.followUpOn !== undefined ? body.followUpOn : undefined
  const again = next === undefined ? {} : { followUpOn: next }
  switch (body.type) {
    case 'AuditFindingReplied': {
      const { reply, mendBy } = body
      return { ...before, reply: { reply, ...(mendBy !== undefined && { mendBy }), on, by } }
    }
    case 'AuditFindingClosed':
      return { ...before, closed: { how: body.how, on, by }, ...again }
    case 'AuditFindingFollowedUp':
      return { ...before, looks: [...(before.looks ?? []), { seen: body.seen, on, by }], ...again }
  }
}

const auditAfter = (audit: Audit, body: Exclude<AuditBody, Planned>, entered: Entered): Audit => {
  const { by, on } = entered
  switch (body.type) {
    case 'AuditMoved':
      return { ...audit, visitOn: body.visitOn, moved: audit.moved + 1 }
    case 'AuditCancelled':
      return { ...audit, cancelled: { why: body.why, on, by } }
    case 'AuditTestRecorded': {
      const { test, head, rows } = body
      return { ...audit, tests: [...audit.tests, { test, head, rows, on, by }] }
    }
    case 'AuditOpinionGiven':
      return { ...audit, opinion: { opinion: body.opinion, head: body.head, on, by } }
    case 'AuditFindingRaised':
      return { ...audit, findings: [...audit.findings, raised(body, entered)] }
    case 'AuditFindingReplied':
    case 'AuditFindingClosed':
    case 'AuditFindingFollowedUp':
      return {
        ...audit,
        findings: audit.findings.map((one) =>
          one.findingId === body.findingId ? findingAfter(one, body, entered) : one,
        ),
      }
  }
}

/** Takes in what an entry says of an audit, in place. */
export const takeInAudit = ({ audits }: Network, body: AuditBody, entered: Entered): void => {
  const key = auditKey(body)
  audits.set(
    key,
    body.type === 'AuditPlanned' || body.type === 'AuditPlanTaken'
      ? planned(body, entered)
      : auditAfter(audits.get(key)!, body, entered),
  )
}

/** Whether what an entry names came before it. */
export const isKnownToAudits = ({ audits, funds }: Network, body: AuditBody): boolean =>
  body.type === 'AuditPlanned' || body.type === 'AuditPlanTaken'
    ? funds.has(body.fundId)
    : audits.has(auditKey(body))
