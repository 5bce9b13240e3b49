import { type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { readStored, writeStored } from '../browser/web-storage.ts';
import { strings } from '../strings.ts';
import type { ToolName } from '../tools.ts';
import { Icon } from '../widgets/icon.tsx';
import './tour-offer.css';

const isNew = signal(readStored('localStorage', 'tour') === undefined);

/** Hides the offer for good. */
function stopOffering(): void {
  isNew.value = false;
  writeStored('localStorage', 'tour', 'offered');
}

/** Offers the tour until it is opened or refused, then never again in this browser. */
export function TourOffer({
  open,
  isBusy,
}: {
  open: Signal<ToolName | undefined>;
  /** Hides the offer while something else is open. */
  isBusy: ReadonlySignal<boolean>;
}) {
  const name = open.value;
  useEffect(() => {
    if (name === 'tour') stopOffering();
  }, [name]);
  if (!isNew.value || name !== undefined || isBusy.value) return null;
  return (
    <div class="offer">
      <button
        type="button"
        class="plain"
        onClick={() => {
          open.value = 'tour';
        }}
      >
        {strings.tourOffer}
        <small>{strings.pauses}</small>
      </button>
      <button type="button" aria-label={strings.tourRefuse} title={strings.tourRefuse} onClick={stopOffering}>
        <Icon name="close" />
      </button>
    </div>
  );
}
