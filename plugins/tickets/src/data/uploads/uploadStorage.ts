import { readUploadedFiles, type Upload, type UploadedFile } from './upload';

const PREFIX = 'portaldesk.tickets.files.';

// A browser may forbid or run out of storage; files are then not kept over a
// reload, and everything else goes on.
/** The files of a draft that were uploaded before the page opened. */
export function restore(name: string): UploadedFile[] {
  try {
    const text = window.localStorage.getItem(PREFIX + name);
    return readUploadedFiles(text && JSON.parse(text), Date.now());
  } catch {
    return [];
  }
}

/** Keeps what is uploaded of a draft. */
export function store(name: string, items: readonly Upload[]): void {
  const uploaded = items.flatMap(({ attachment, state }) =>
    attachment && state === 'uploaded' ? [attachment] : [],
  );
  try {
    if (uploaded.length === 0) {
      window.localStorage.removeItem(PREFIX + name);
    } else {
      window.localStorage.setItem(PREFIX + name, JSON.stringify(uploaded));
    }
  } catch {
    // see above
  }
}
