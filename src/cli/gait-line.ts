import type { GaitSummary } from '../run/gait-summary.ts';

const share = (value: number) => value.toFixed(2);

/** The gait in one line: its name and the measures that characterise it. */
export function gaitLine(gait: GaitSummary): string {
  const { name, passing, alternation, dutyFactors, flight, strideLength, strideFrequency, froude } = gait;
  const stride = strideFrequency > 0 ? `strides of ${share(strideLength)} m, ${share(strideFrequency)} a second, ` : '';
  const duty = dutyFactors.length > 0 ? `duty ${dutyFactors.map(share).join(' ')}, ` : '';
  const order = `passing ${share(passing)}, alternation ${share(alternation)}, flight ${share(flight)}, `;
  const price = `Froude number ${share(froude)}, cost of transport ${share(gait.costOfTransport)}`;
  return `Gait: ${name}; ${duty}${order}${stride}${price}.`;
}
