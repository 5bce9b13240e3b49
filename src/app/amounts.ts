/** A fitness in words. */
export const amount = (value: number, unit: string) => `${value.toFixed(1).replace(/^-0\.0$/, '0.0')} ${unit}`;
export const metres = (value: number) => amount(value, 'm');

/** A count with a narrow space between thousands. */
export const count = (value: number) => String(Math.round(value)).replace(/\B(?=(\d{3})+$)/g, ' ');
