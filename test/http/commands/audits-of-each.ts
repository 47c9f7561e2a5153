import type { AgreementCommand, AuditCommand } from '#domain/operations/network.ts'
import type { OfEach } from '#test/http/commands/known-ids.ts'
import type { Practice } from '#test/support/service.ts'

const head = { seq: 1, hash: '9f'.repeat(32) } as const

/** Each act of an audit and of an agreement, as somebody of the practice network would send it. */
export const ofAuditsInPractice = ({ needs, fundId }: Practice) => {
  const envelope = () => ({ id: needs.ids(), v: 1 as const, effectiveOn: '2025-12-31' })
  const of = { fundId, auditId: needs.ids() }
  const ofFinding = { ...of, findingId: needs.ids() }
  const plan = { from: '2025-01-01', visitOn: '2025-12-31', why: ['routine'], head } as const
  const until = '2026-06-30'
  return {
    PlanAudit: { ...envelope(), type: 'PlanAudit', ...of, ...plan },
    TakeAuditPlan: { ...envelope(), type: 'TakeAuditPlan', ...of, ...plan, seed: head.hash },
    MoveAudit: { ...envelope(), type: 'MoveAudit', ...of, visitOn: '2025-12-31' },
    CancelAudit: { ...envelope(), type: 'CancelAudit', ...of, why: 'mistake' },
    RecordAuditTest: {
      ...envelope(),
      type: 'RecordAuditTest',
      ...of,
      test: 'box-count',
      head,
      rows: [{ of: 'box', what: 'cash', currency: 'KHR', book: 1 }],
    },
    RaiseAuditFinding: {
      ...envelope(),
      type: 'RaiseAuditFinding',
      ...ofFinding,
      kind: 'other',
      weight: 'minor',
      replyBy: until,
    },
    ReplyToAuditFinding: {
      ...envelope(),
      type: 'ReplyToAuditFinding',
      ...ofFinding,
      reply: 'agreed',
    },
    CloseAuditFinding: { ...envelope(), type: 'CloseAuditFinding', ...ofFinding, how: 'mended' },
    FollowUpAuditFinding: {
      ...envelope(),
      type: 'FollowUpAuditFinding',
      ...ofFinding,
      seen: 'mended',
    },
    GiveAuditOpinion: { ...envelope(), type: 'GiveAuditOpinion', ...of, opinion: 'none', head },
  } satisfies OfEach<AuditCommand>
}

/** Each act of an agreement with many funds. */
export const ofAgreementsInPractice = (
  { needs, fundId }: Practice,
  { auditor, approvedBy }: { readonly auditor: string; readonly approvedBy: string },
) => {
  const envelope = () => ({ id: needs.ids(), v: 1 as const, effectiveOn: '2025-12-31' })
  const agreementId = needs.ids()
  const userIds = [auditor]
  const until = '2026-06-30'
  return {
    OfferAgreement: {
      ...envelope(),
      type: 'OfferAgreement',
      agreementId,
      fundIds: [fundId],
      userIds,
      until,
      approvedBy,
    },
    RenewAgreement: {
      ...envelope(),
      type: 'RenewAgreement',
      agreementId,
      userIds,
      until,
      approvedBy,
    },
    EndAgreement: { ...envelope(), type: 'EndAgreement', agreementId, userIds, approvedBy },
  } satisfies OfEach<AgreementCommand>
}
