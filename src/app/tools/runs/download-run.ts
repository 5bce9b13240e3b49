import { download, fileStem } from '../../browser/download.ts';

/** Downloads a run's file; its name contains the run's name and generation. */
export function downloadRun(name: string, generation: number, bytes: Uint8Array): void {
  const content = new Blob([bytes as Uint8Array<ArrayBuffer>]);
  download(`${fileStem(name, 'run')}-generation-${generation}.gait`, content);
}
