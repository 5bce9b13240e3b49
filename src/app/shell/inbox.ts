import type { ToolProps } from '../tool.ts';
import { notifyNotLoaded } from '../widgets/newer-version.ts';

/** Whether an address contains a replay to watch (`r`) or to challenge (`c`), instead of an experiment. */
export const isReplayLink = (hash: string) => /^#[rc](=|%3D)/i.test(hash);

export interface Inbox {
  /** Shows the replay in an address. Returns false if there is none. `isFirst`: the address opened the page. */
  arrive(hash: string, isFirst: boolean): Promise<boolean>;
}

/**
 * Receives replays in links, files dropped anywhere on the page, and pasted text and files. `showAlone` shows the replay of an
 * address alone in the window.
 */
export function createInbox(props: ToolProps, openTool: () => void, showAlone: () => void): Inbox {
  const { dataset } = document.documentElement;

  async function load() {
    try {
      return await import('../tools/replays/replays.tsx');
    } catch {
      void notifyNotLoaded();
      return undefined;
    }
  }
  async function take(files: readonly File[], text: string): Promise<void> {
    const replays = await load();
    if (replays === undefined) return;
    if (files.length === 0 && text !== '') {
      if (await replays.openText(props, text)) return;
      openTool();
      return replays.importText(props, text);
    }
    const others: File[] = [];
    for (const file of files) if (!(await replays.openFile(props, file))) others.push(file);
    if (files.length > 0 && others.length === 0) return;
    openTool();
    return replays.importFiles(others);
  }

  const isAccepted = (data: DataTransfer | null) =>
    data?.types.some((type) => /^(Files|text\/plain)$/.test(type)) === true;
  addEventListener('dragover', (event) => {
    if (!isAccepted(event.dataTransfer) || isField(event.target)) return;
    event.preventDefault();
    dataset.dropping = 'true';
  });
  addEventListener('dragleave', (event) => {
    if (event.relatedTarget === null) delete dataset.dropping;
  });
  addEventListener('drop', (event) => {
    delete dataset.dropping;
    const data = event.dataTransfer;
    if (data === null || !isAccepted(data) || isField(event.target)) return;
    event.preventDefault();
    void take([...data.files], data.getData('text/plain'));
  });
  addEventListener('paste', (event) => {
    const data = event.clipboardData;
    if (data === null || isField(event.target)) return;
    const [files, text] = [[...data.files], data.getData('text/plain').trim()];
    if (files.length > 0 || text !== '') void take(files, text);
  });

  return {
    async arrive(hash, isFirst) {
      const replays = await load();
      const isThere = replays !== undefined && (await replays.receive(props, hash, isFirst));
      if (isThere) showAlone();
      return isThere;
    },
  };
}

/** Text dropped or pasted on a field belongs to that field. */
const isField = (target: EventTarget | null) => target instanceof HTMLElement && target.matches('input, textarea');
