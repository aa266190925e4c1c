// The page's policy only applies an inline style that has the page's nonce; libraries that create styles get it here.

declare global {
  /** Where react-remove-scroll, which locks scrolling behind a dialog, looks for it. */
  var __webpack_nonce__: string | undefined;
}

export const styleNonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? '';
globalThis.__webpack_nonce__ = styleNonce;
