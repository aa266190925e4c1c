// The page's policy only applies an inline style that has the page's nonce; libraries that create styles get it here.

export const styleNonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? '';
