/** The word of the other one who decides in the network of the one who vouches in a fund. */
export const besideStaff = (
  voucher: string,
  secret: string,
): { readonly login: string; readonly secret: string } => ({
  login: `${voucher.split(' ')[0]} case-supervisor`,
  secret,
})
