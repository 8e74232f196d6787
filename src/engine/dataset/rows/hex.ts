/** @returns the bytes in lower-case hexadecimal */
export const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');
