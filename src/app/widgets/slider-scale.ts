interface Range {
  min: number;
  max: number;
  isWhole: boolean;
}

/** Where a slider's knob stands, 0 to 1, and what it means there. */
export interface Scale {
  placeOf(value: number): number;
  valueAt(place: number): number;
}

/**
 * The usual value lies in the middle, however far from the middle of the range it is: half of the way for less of it, half
 * for more. Values come in two digits, as a hand can mean them.
 */
export function scaleOf({ min, max, isWhole }: Range, usual: number): Scale {
  const share = (usual - min) / (max - min);
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
