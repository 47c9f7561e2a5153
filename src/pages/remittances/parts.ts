/** Where the pages of money from abroad stand. The address of whoever sends says nothing. */
export const remittancePath = {
  arrival: (fundId: string): string => `/funds/${fundId}/bank/arrival`,
  senders: (fundId: string): string => `/funds/${fundId}/senders`,
  own: (fundId: string): string => `/funds/${fundId}/me/from-abroad`,
  pay: (fundId: string): string => `/funds/${fundId}/me/from-abroad/pay`,
  sent: '/sent',
  sentRule: '/sent/rule',
  sentMore: '/sent/more',
  sentRenew: '/sent/renew',
  sentEnd: '/sent/end',
  prices: '/sending',
} as const
