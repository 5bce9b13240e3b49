import { FileText } from '../../widgets/file-text.tsx';

/** Maximum length of a question, characters. */
const MAX_LENGTH = 300;

/** The question of a teacher's link (`?lesson=STEP&ask=QUESTION`), shown in every step; nothing without one. */
export function LessonQuestion() {
  const question = new URLSearchParams(location.search).get('ask')?.trim() ?? '';
  if (question === '') return null;
  return (
    <p class="lesson-question">
      <FileText text={question.slice(0, MAX_LENGTH)} />
    </p>
  );
}
