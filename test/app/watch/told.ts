/** What somebody tells in one sentence on the open page, and lets nobody count or ask. */
export const toldInShort = {
  channel: 'page',
  kind: 'duty',
  about: '',
  text: 'They kept my papers.',
  mayBeCounted: false,
  mayBeAsked: false,
} as const
