/**
 * The mailbox that an address leads to, for counting: in small letters, without what stands after a plus (RFC 5233, 1:
 * whoever has «vera@» has «vera+anything@» too). Never for telling people apart: a provider may know no such details.
 */
export function mailboxOf(address: string): string {
  return address.trim().normalize('NFC').toLowerCase().replace(/(?<=^[^+@]+)\+[^@]*(?=@)/u, '');
}
