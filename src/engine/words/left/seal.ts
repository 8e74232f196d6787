import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

// Galois/Counter Mode (NIST SP 800-38D): whoever changes a byte is found out.
const CIPHER = 'aes-256-gcm';
const NONCE = 12;
const TAG = 16;

/** Closes bytes. @param key 32 bytes; @returns a nonce, what the key proves it by, and the bytes behind them */
export function seal(bytes: Uint8Array, key: Uint8Array): Uint8Array {
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv(CIPHER, key, nonce, { authTagLength: TAG });
  const body = cipher.update(bytes);
  cipher.final();
  return Buffer.concat([nonce, cipher.getAuthTag(), body]);
}

/** @param sealed may be anything; @returns what was closed with this key, or null */
export function unseal(sealed: Uint8Array<ArrayBuffer>, key: Uint8Array): Uint8Array<ArrayBuffer> | null {
  if (sealed.length < NONCE + TAG) return null;
  const decipher = createDecipheriv(CIPHER, key, sealed.subarray(0, NONCE), { authTagLength: TAG });
  decipher.setAuthTag(sealed.subarray(NONCE, NONCE + TAG));
  const bytes = decipher.update(sealed.subarray(NONCE + TAG));
  try {
    decipher.final();
  } catch {
    return null;
  }
  // Memory of its own: numbers can only be looked at where they begin at a multiple of their size.
  return new Uint8Array(bytes);
}
