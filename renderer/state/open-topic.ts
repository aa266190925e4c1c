// Shows a topic of the settings from anywhere in the window, as "#settings/TOPIC".

/** @param topic its name in small letters, words joined by hyphens */
export function openTopic(topic: string): void {
  window.history.pushState(null, '', `#settings/${topic}`);
  window.dispatchEvent(new PopStateEvent('popstate'));
}
