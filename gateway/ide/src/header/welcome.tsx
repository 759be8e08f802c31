import { useTexts } from "../language/language-context";

/** Three sentences for whoever comes for the first time. */
export function Welcome({ onClose }: { readonly onClose: () => void }) {
  const { text } = useTexts();
  return (
    <section className="hub-welcome" aria-label={text.howTo}>
      <ol>
        <li>
          <strong>{text.welcomePick}</strong>
          <span>{text.welcomePickText}</span>
        </li>
        <li>
          <strong>{text.welcomeRead}</strong>
          <span>{text.welcomeReadText}</span>
        </li>
        <li>
          <strong>{text.welcomeToken}</strong>
          <span>
            {text.welcomeTokenText} <code>{'{ "Authorization": "Bearer …" }'}</code>
          </span>
        </li>
      </ol>
      <button type="button" className="hub-close" aria-label={text.close} onClick={onClose}>
        ×
      </button>
    </section>
  );
}
