/** Pitches of the cheer, Hz, the time between two, and how long each sounds, seconds. */
const PITCHES = [523.25, 659.25, 783.99, 1046.5];
const STEP = 0.09;
const DURATION = 0.45;
const LOUDNESS = 0.08;

let context: AudioContext | undefined;

/** Plays a short cheer of four rising notes; nothing is heard before the viewer has touched the page. */
export function cheer(): void {
  context ??= new AudioContext();
  if (context.state === 'suspended') void context.resume();
  for (const [i, pitch] of PITCHES.entries()) {
    const begin = context.currentTime + i * STEP;
    const [note, loudness] = [context.createOscillator(), context.createGain()];
    note.type = 'triangle';
    note.frequency.value = pitch;
    loudness.gain.setValueAtTime(0, begin);
    loudness.gain.linearRampToValueAtTime(LOUDNESS, begin + 0.02);
    loudness.gain.exponentialRampToValueAtTime(0.001, begin + DURATION);
    note.connect(loudness).connect(context.destination);
    note.start(begin);
    note.stop(begin + DURATION);
  }
}
