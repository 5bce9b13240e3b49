/** A fitness in words. */
export const amount = (value: number, unit: string) => `${value.toFixed(1).replace(/^-0\.0$/, '0.0')} ${unit}`;
export const metres = (value: number) => amount(value, 'm');

/** A count with a narrow space between thousands. */
export const count = (value: number) => String(Math.round(value)).replace(/\B(?=(\d{3})+$)/g, ' ');

/** A size in bytes as text. */
export function sizeText(bytes: number): string {
  if (bytes < 1_000_000) return `${Math.max(bytes > 0 ? 1 : 0, Math.round(bytes / 1000))} kB`;
  const [value, unit] = bytes < 1e9 ? [bytes / 1e6, 'MB'] : [bytes / 1e9, 'GB'];
  return `${value.toFixed(value < 10 ? 1 : 0)} ${unit}`;
}
