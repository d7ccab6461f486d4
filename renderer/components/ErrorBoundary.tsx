// Renderer: a view that failed shows a calm message instead of an empty window.

import { Component, type ReactNode } from 'react';
import { texts } from '../texts.js';
import { Button } from './Button.js';
import styles from './Message.module.css';

interface ErrorBoundaryProps {
  readonly children: ReactNode;
  /** What is shown: whatever else is shown later is tried anew. */
  readonly of?: unknown;
  /** Leads away from what failed. */
  readonly onClose?: () => void;
}

interface State {
  readonly error: Error | null;
  readonly of: unknown;
}

export class ErrorBoundary extends Component<ErrorBoundaryProps, State> {
  override state: State = { error: null, of: this.props.of };

  static getDerivedStateFromError(error: unknown): Partial<State> {
    return { error: error instanceof Error ? error : new Error(String(error)) };
  }

  static getDerivedStateFromProps({ of }: ErrorBoundaryProps, state: State): State | null {
    return of === state.of ? null : { error: null, of };
  }

  override render(): ReactNode {
    const { error } = this.state;
    const { children, onClose } = this.props;
    if (error === null) return children;
    return (
      <div className={styles.message} role="alert" data-testid="crash">
        <h1 className={styles.title}>{texts.crashTitle}</h1>
        <p>{texts.crashBody}</p>
        <p className={styles.detail}>{error.message}</p>
        <div className={styles.ways}>
          <Button onClick={() => this.setState({ error: null })} data-testid="crash-again">
            {texts.reload}
          </Button>
          {onClose && (
            <Button onClick={onClose} data-testid="crash-close">
              {texts.close}
            </Button>
          )}
        </div>
      </div>
    );
  }
}
