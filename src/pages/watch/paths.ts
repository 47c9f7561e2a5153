/** Places of those who take reports, rule on them and review. */
export const deskPath = {
  reports: '/reports',
  paper: '/reports/new',
  slips: '/reports/slips',
  report: (code: string): string => `/reports/of/${code}`,
  act: (code: string, act: string): string => `/reports/of/${code}/${act}`,
  watch: '/watch',
  agency: (partyId: string): string => `/watch/of/${partyId}`,
  rule: (reportId: string): string => `/watch/rule/${reportId}`,
  confirm: (decisionId: string): string => `/watch/confirm/${decisionId}`,
  step: (partyId: string): string => `/watch/step/${partyId}`,
  letter: (partyId: string): string => `/watch/letter/${partyId}`,
  answer: (letterId: string): string => `/watch/answer/${letterId}`,
  petition: (decisionId: string): string => `/watch/petition/${decisionId}`,
  rules: '/watch/rules',
  publication: '/watch/publication',
  reported: '/reported',
} as const
