// Parts whose code comes after the window's first screen, so that it opens at once: they are fetched when it has come to rest,
// before anybody asks, also lest the desk end meanwhile.
import { type ComponentType, useEffect, useSyncExternalStore } from 'react';

const parts: (() => Promise<void>)[] = [];

/** Fetches all of them. What cannot be fetched is tried again when it is shown. */
export function loadTheRest(): void {
  for (const fetchPart of parts) void fetchPart();
}

/** A component that is fetched by `load`; until it is here, `Until` stands in its place. */
export function later<P extends object>(
  load: () => Promise<ComponentType<P>>,
  Until: ComponentType<P>,
): ComponentType<P> {
  let loaded: ComponentType<P> | null = null;
  const shown = new Set<() => void>();
  const fetchPart = () =>
    load().then(
      (one) => {
        loaded = one;
        for (const hear of shown) hear();
      },
      () => {},
    );
  const subscribe = (hear: () => void) => {
    shown.add(hear);
    return () => shown.delete(hear);
  };
  parts.push(fetchPart);
  return function Later(props: P) {
    const Part = useSyncExternalStore(subscribe, () => loaded) ?? Until;
    useEffect(() => {
      if (loaded === null) void fetchPart();
    }, []);
    return <Part {...props} />;
  };
}
