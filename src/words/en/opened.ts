/** What a page or form is called that was opened and left. */
export const opened = {
  'keep-alerts': 'Page of an alert',
  'keep-private-savings': 'Form: private savings',
  'manage-cards': 'Page of cards of members',
  'manage-logins': 'Page of logins of members',
  'keep-names': 'Form: name or photo of a member',
  'keep-family': 'Form: heirs or kin of a member',
  'erase-person': 'Page for erasing what is kept of a member',
  'link-phones': 'Page of phones of members',
  'choose-own-messages': 'Page of their own texts',
  'confirm-own': 'Their own page',
  'dispute-own': 'Form: something of their own is not right',
  'decline-own-relief': 'Their own page',
  'erase-away-count': 'Page for erasing a count of who is away',
  'ask-for-support': 'Form: support for somebody',
  'keep-support-file': 'Form: about a support',
  'erase-support-file': 'Page for erasing what a support was for',
  'keep-own-page': 'Their own page, card or data',
}

/** What each act in the log is called, by its code. */
