/** @returns an identity of the project as an address that holds anywhere (RFC 9562, section 4) */
export const urn = (id: string): string => `urn:uuid:${id}`;
