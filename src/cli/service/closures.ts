/** What is said where a database shows its rows to nobody, or to too many. */
export const closuresSaid = (first: string): string =>
  `policies or grants of the database are missing (${first} and perhaps more), as after a restore without the roles village_app and village_lister: restore it anew with the roles made first, as docs/hosts/postgresql.md says`
