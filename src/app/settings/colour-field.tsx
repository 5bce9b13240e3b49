import { CREATURE_COLOURS } from '../../run/creature-colour.ts';
import { chooseColour, creatureColour } from '../stage/creature-colour.ts';
import { strings } from '../strings.ts';
import './colour-field.css';

/** The colour of the creature. It changes at once and is no part of the experiment. */
export function ColourField() {
  const chosen = creatureColour.value;
  const swatches: [name: string, colour: string | undefined][] = [
    [strings.ownColour, undefined],
    ...Object.entries(CREATURE_COLOURS),
  ];
  return (
    <fieldset class="colours">
      <legend>{strings.colour}</legend>
      {swatches.map(([name, colour]) => (
        <label key={name} title={name} style={colour && { color: `#${colour}` }}>
          <input
            type="radio"
            name="colour"
            aria-label={name}
            checked={chosen === colour}
            onChange={() => chooseColour(colour)}
          />
        </label>
      ))}
    </fieldset>
  );
}
