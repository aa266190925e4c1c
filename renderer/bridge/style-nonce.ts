// The page's policy applies an inline style only with the page's nonce; libraries that make styles are given it here.

declare global {
  /** Where react-remove-scroll, which holds the page still behind a dialog, looks for it. */
  var __webpack_nonce__: string | undefined;
}

export const styleNonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? '';
globalThis.__webpack_nonce__ = styleNonce;
