import type { AgreementCommand, AuditCommand } from '#domain/operations/network.ts'
import { auditIn, noHead, plannedIn } from '#test/http/access/audit-fixture.ts'
import type { SmallFund } from '#test/http/access/small-fund.ts'
import { type Network, type TwoNetworks, today } from '#test/http/access/two-networks.ts'

type OfEach<C extends { readonly type: string }> = {
  readonly [Type in C['type']]: Extract<C, { readonly type: Type }>
}

type Envelope = () => { readonly id: string; readonly v: 1; readonly effectiveOn: string }

const ofFindings = (
  envelope: Envelope,
  {
    findingId,
    ...of
  }: { readonly fundId: string; readonly auditId: string; readonly findingId: string },
) =>
  ({
    RaiseAuditFinding: {
      ...envelope(),
      type: 'RaiseAuditFinding',
      ...of,
      findingId: envelope().id,
      kind: 'other',
      weight: 'minor',
      replyBy: '2026-01-20',
    },
    ReplyToAuditFinding: {
      ...envelope(),
      type: 'ReplyToAuditFinding',
      ...of,
      findingId,
      reply: 'agreed',
    },
    CloseAuditFinding: {
      ...envelope(),
      type: 'CloseAuditFinding',
      ...of,
      findingId,
      how: 'mended',
    },
    FollowUpAuditFinding: {
      ...envelope(),
      type: 'FollowUpAuditFinding',
      ...of,
      findingId,
      seen: 'mended',
    },
  }) satisfies Partial<OfEach<AuditCommand>>

/** Each act of an audit. */
export const ofAudits = (
  { needs: { ids } }: Pick<TwoNetworks, 'needs'>,
  { fundId, canary }: SmallFund,
) => {
  const envelope = () => ({ id: ids(), v: 1 as const, effectiveOn: today })
  const { auditId } = auditIn(canary)
  const of = { fundId, auditId }
  return {
    PlanAudit: { ...envelope(), type: 'PlanAudit', fundId, auditId: ids(), ...plannedIn },
    TakeAuditPlan: {
      ...envelope(),
      type: 'TakeAuditPlan',
      fundId,
      auditId: ids(),
      ...plannedIn,
      seed: noHead.hash,
    },
    MoveAudit: { ...envelope(), type: 'MoveAudit', ...of, visitOn: '2026-01-20' },
    CancelAudit: { ...envelope(), type: 'CancelAudit', ...of, why: 'not-reached' },
    RecordAuditTest: {
      ...envelope(),
      type: 'RecordAuditTest',
      ...of,
      test: 'box-count',
      head: noHead,
      rows: [{ of: 'box', what: 'cash', currency: 'KHR', book: 5000, seen: 5000 }],
    },
    ...ofFindings(envelope, { fundId, ...auditIn(canary) }),
    GiveAuditOpinion: {
      ...envelope(),
      type: 'GiveAuditOpinion',
      ...of,
      opinion: 'none',
      head: noHead,
    },
  } satisfies OfEach<AuditCommand>
}

/** Each act of an agreement with many funds. */
export const ofAgreements = (
  { needs: { ids } }: Pick<TwoNetworks, 'needs'>,
  { fundId }: SmallFund,
  { newcomerId }: Network,
) => {
  const envelope = () => ({ id: ids(), v: 1 as const, effectiveOn: today })
  const agreementId = ids()
  const until = '2026-06-30'
  return {
    OfferAgreement: {
      ...envelope(),
      type: 'OfferAgreement',
      agreementId,
      fundIds: [fundId],
      userIds: [newcomerId],
      until,
    },
    RenewAgreement: {
      ...envelope(),
      type: 'RenewAgreement',
      agreementId,
      userIds: [newcomerId],
      until,
    },
    EndAgreement: { ...envelope(), type: 'EndAgreement', agreementId, userIds: [newcomerId] },
  } satisfies OfEach<AgreementCommand>
}
