import manifest from '#package' with { type: 'json' }

/** Of this program, as its package says. */
export const { version } = manifest
