import { type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { recall, remember } from '../browser/local-memory.ts';
import { strings } from '../strings.ts';
import type { ToolName } from '../tools.ts';
import { Icon } from '../widgets/icon.tsx';
import './tour-offer.css';

const isNew = signal(recall('localStorage', 'tour') === undefined);

function settle(): void {
  isNew.value = false;
  remember('localStorage', 'tour', 'offered');
}

/** Offers the tour, once in a visitor's life; gone for good when it is taken, refused, or the tour was found otherwise. */
export function TourOffer({
  open,
  isBusy,
}: {
  open: Signal<ToolName | undefined>;
  /** Whether something else has the visitor's attention. */
  isBusy: ReadonlySignal<boolean>;
}) {
  const name = open.value;
  useEffect(() => {
    if (name === 'tour') settle();
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
      </button>
      <button type="button" aria-label={strings.tourRefuse} title={strings.tourRefuse} onClick={settle}>
        <Icon name="close" />
      </button>
    </div>
  );
}
