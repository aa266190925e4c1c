// What an input method makes words of is no key of the desk: Enter chooses a word there, and letters are not letters yet.
// No handler of the window hears such a key; the browser and the input method do.

/** What a browser says of a key that an input method has taken; one of them says it even of the Enter that ends the words. */
const TAKEN = 229;

window.addEventListener(
  'keydown',
  (event) => {
    if (event.isComposing || event.key === 'Process' || event.keyCode === TAKEN) event.stopImmediatePropagation();
  },
  true,
);
