import { download, fileStem } from '../../browser/download.ts';

/** Saves a run's file; its name tells the run and the generation it stands at. */
export function downloadRun(name: string, generation: number, bytes: Uint8Array): void {
  const content = new Blob([bytes as Uint8Array<ArrayBuffer>]);
  download(`${fileStem(name, 'run')}-generation-${generation}.gait`, content);
}
