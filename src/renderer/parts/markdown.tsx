import { lexer, type Token, type Tokens } from 'marked';
import { createElement, Fragment, type ReactNode, useMemo } from 'react';

/**
 * What a person wrote, as React elements: paragraphs, lists, headings, quotes, bold, code. HTML stands there as the text
 * that it is; images are never fetched and links are never followed, both are shown as words.
 */
export function Markdown({ text, className }: { text: string; className?: string | undefined }) {
  const tokens = useMemo(() => lexer(text, { gfm: true, breaks: true }), [text]);
  return <div className={className}>{blocks(tokens)}</div>;
}

const blocks = (tokens: readonly Token[]): ReactNode[] =>
  tokens.map((token, at) => <Fragment key={at}>{rendered(token)}</Fragment>);

function rendered(token: Token): ReactNode {
  const inside = () => ('tokens' in token && token.tokens ? blocks(token.tokens) : textOf(token));
  switch (token.type) {
    case 'space':
    case 'def':
      return null;
    case 'paragraph':
      return <p>{inside()}</p>;
    case 'heading':
      return (
        <p>
          <strong>{inside()}</strong>
        </p>
      );
    case 'list': {
      const { ordered, items } = token as Tokens.List;
      return createElement(
        ordered ? 'ol' : 'ul',
        null,
        items.map((item, at) => <li key={at}>{blocks(item.tokens)}</li>),
      );
    }
    case 'blockquote':
      return <blockquote>{inside()}</blockquote>;
    case 'strong':
      return <strong>{inside()}</strong>;
    case 'em':
      return <em>{inside()}</em>;
    case 'codespan':
      return <code>{textOf(token)}</code>;
    case 'code':
      return <pre>{textOf(token)}</pre>;
    case 'br':
      return <br />;
    case 'hr':
      return <hr />;
    case 'text':
    case 'link':
    case 'escape':
      return inside();
    default:
      // HTML, images, tables and whatever else there is: as it was written.
      return token.raw;
  }
}

const textOf = (token: Token): string => ('text' in token ? String(token.text) : token.raw);
