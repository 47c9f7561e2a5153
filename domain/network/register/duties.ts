/** Texts of 2013 in which the ministry says what an agency owes; `sub-decree` is the law above them, of 2011. */
export const dutyBases = [
  'sub-decree-190',
  'prakas-45',
  'prakas-46',
  'prakas-47',
  'prakas-249',
  'prakas-250',
  'prakas-252',
  'prakas-253',
  'ilo-fair-recruitment',
] as const
export type DutyBasis = (typeof dutyBases)[number]

/**
 * What an agency owes to whoever leaves by it, and in which text that is said. Every report names one of these. The texts
 * are from 2011 to 2018 and have to be looked at again before somebody is charged with one (`domain-facts.md` 5.2).
 */
export const duties = [
  { duty: 'licence-held', basis: 'sub-decree-190' },
  { duty: 'sub-agents-named', basis: 'prakas-47' },
  { duty: 'no-fee-above-ceiling', basis: 'ilo-fair-recruitment' },
  { duty: 'receipts-given', basis: 'prakas-47' },
  { duty: 'contract-in-khmer', basis: 'prakas-253' },
  { duty: 'contract-kept-by-worker', basis: 'prakas-253' },
  { duty: 'job-as-promised', basis: 'prakas-253' },
  { duty: 'wage-as-promised', basis: 'prakas-253' },
  { duty: 'training-given', basis: 'prakas-46' },
  { duty: 'papers-kept-by-worker', basis: 'prakas-253' },
  { duty: 'nobody-under-eighteen', basis: 'sub-decree-190' },
  { duty: 'nobody-held', basis: 'sub-decree-190' },
  { duty: 'complaints-answered', basis: 'prakas-249' },
  { duty: 'inspection-let-in', basis: 'prakas-250' },
  { duty: 'brought-home', basis: 'prakas-252' },
] as const satisfies readonly { readonly duty: string; readonly basis: DutyBasis }[]

export type Duty = (typeof duties)[number]['duty']
export const dutyCodes: readonly Duty[] = duties.map(({ duty }) => duty)
