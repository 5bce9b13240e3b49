interface Range {
  min: number;
  max: number;
  isWhole: boolean;
}

/** Converts between a value and the position of a slider, 0 to 1. */
export interface Scale {
  placeOf(value: number): number;
  valueAt(place: number): number;
}

/**
 * A scale with the default value in the middle: half of the slider for smaller values, half for larger ones. Values are
 * rounded to two digits.
 */
export function scaleOf({ min, max, isWhole }: Range, defaultValue: number): Scale {
  const share = (defaultValue - min) / (max - min);
  const power = share > 0 && share < 1 ? Math.log(share) / Math.log(0.5) : share <= 0 ? 2 : 1;
  const rounded = (value: number) => {
    const short = Number(value.toPrecision(2));
    return isWhole ? Math.round(Math.abs(value) < 100 ? value : short) : short;
  };
  return {
    placeOf: (value) => ((Math.max(min, Math.min(max, value)) - min) / (max - min)) ** (1 / power),
    valueAt(place) {
      if (place <= 0 || place >= 1) return place <= 0 ? min : max;
      return Math.max(min, Math.min(max, rounded(min + (max - min) * place ** power)));
    },
  };
}
