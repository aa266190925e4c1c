// A screen that cannot be drawn takes only itself away: the rail, the other screens and what was typed stay.
import { Component, type ReactNode } from 'react';

interface ScreenBoundaryProps {
  readonly children: ReactNode;
}

export class ScreenBoundary extends Component<ScreenBoundaryProps, { readonly hasFailed: boolean }> {
  override state = { hasFailed: false };

  static getDerivedStateFromError() {
    return { hasFailed: true };
  }

  override render() {
    if (!this.state.hasFailed) return this.props.children;
    return (
      <main className="room wide" role="alert">
        <div className="empty">
          <h2>This screen could not be shown</h2>
          <p>Nothing you entered is lost. Reload it, or go on at another screen.</p>
          <button type="button" className="button primary" onClick={() => this.setState({ hasFailed: false })}>
            Reload it
          </button>
        </div>
      </main>
    );
  }
}
