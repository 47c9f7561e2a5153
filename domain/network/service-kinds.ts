/** What others do that a village cannot. */
export const serviceKinds = [
  'legal-aid',
  'health',
  'shelter',
  'job-training',
  'money-management',
  'counselling',
  'pre-departure',
  'reintegration',
  'consular',
  'police-desk',
  'ministry-desk',
  'partner-abroad',
] as const
export type ServiceKind = (typeof serviceKinds)[number]
