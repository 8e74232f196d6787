/**
 * What the page may load and run: files of ours and nothing else. No inline script, no style element, no style
 * attribute in markup (React sets styles through the CSSOM, which no policy governs), nothing from elsewhere.
 *
 * @param connect where else than its own origin the page may speak to
 * @returns the value of a Content-Security-Policy header
 */
export function contentPolicy(connect?: string): string {
  return [
    "default-src 'none'",
    // WebAssembly decodes pictures in PDFs (JPEG 2000, JBIG2) and their colours; it is ours, and no string becomes a script.
    "script-src 'self' 'wasm-unsafe-eval'",
    "style-src 'self'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    `connect-src 'self'${connect ? ` ${connect}` : ''}`,
    "worker-src 'self'",
    "manifest-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/** Sent with every answer, errors too. */
export const SECURITY_HEADERS: Readonly<Record<string, string>> = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy':
    'camera=(), microphone=(), geolocation=(), display-capture=(), usb=(), serial=(), hid=()',
};

/**
 * Answers in one plain sentence.
 * @param status of HTTP
 * @param sentence for a person
 * @param headers beside the usual ones
 * @returns a response that nothing keeps
 */
export function plain(status: number, sentence: string, headers: Record<string, string> = {}): Response {
  return new Response(`${sentence}\n`, {
    status,
    headers: {
      ...SECURITY_HEADERS,
      'content-security-policy': contentPolicy(),
      'content-type': 'text/plain; charset=utf-8',
      'cache-control': 'no-store',
      ...headers,
    },
  });
}
