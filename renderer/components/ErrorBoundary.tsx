// Renderer: a view that failed shows a calm message instead of an empty window.

import { Component, type ReactNode } from 'react';
import { texts } from '../texts.js';
import { Button } from './Button.js';
import styles from './Message.module.css';

interface State {
  readonly error: Error | null;
}

export class ErrorBoundary extends Component<{ readonly children: ReactNode }, State> {
  override state: State = { error: null };

  static getDerivedStateFromError(error: unknown): State {
    return { error: error instanceof Error ? error : new Error(String(error)) };
  }

  override render(): ReactNode {
    const { error } = this.state;
    if (error === null) return this.props.children;
    return (
      <div className={styles.message} role="alert" data-testid="crash">
        <h1 className={styles.title}>{texts.crashTitle}</h1>
        <p>{texts.crashBody}</p>
        <p className={styles.detail}>{error.message}</p>
        <Button onClick={() => this.setState({ error: null })}>{texts.reload}</Button>
      </div>
    );
  }
}
