type Listener = (event: MediaQueryListEvent) => void;

const listeners = new Set<Listener>();
let width = 1440;

const matches = (query: string) => {
  const [, least] = /\(min-width: (\d+)px\)/.exec(query) ?? [];
  return least !== undefined && width >= Number(least);
};

/** Gives the browser of the tests a screen, of 1440 pixels unless told otherwise. */
export function installScreen() {
  window.matchMedia = (media: string) => ({
    media,
    get matches() {
      return matches(media);
    },
    onchange: null,
    addListener: () => {},
    removeListener: () => {},
    addEventListener: (
      _: string,
      listener: EventListenerOrEventListenerObject,
    ) => void listeners.add(listener as Listener),
    removeEventListener: (
      _: string,
      listener: EventListenerOrEventListenerObject,
    ) => void listeners.delete(listener as Listener),
    dispatchEvent: () => false,
  });
}

/** @param pixels - how wide the screen is from now on */
export function setScreenWidth(pixels: number) {
  width = pixels;
  const changed = { matches: true } as MediaQueryListEvent;
  listeners.forEach(listener => listener(changed));
}
