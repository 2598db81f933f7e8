// As much of the frameworks as Rivulet's entries for them ask for.
declare module 'react' {
  interface HTMLAttributes<Element> {
    className?: string;
    onClick?: (event: { nativeEvent: MouseEvent; currentTarget: Element }) => void;
  }
  type DetailedHTMLProps<Attributes, Element> = Attributes & { ref?: (element: Element | null) => void };
  namespace JSX {
    interface IntrinsicElements {
      div: HTMLAttributes<HTMLDivElement>;
    }
  }
}

declare module 'preact' {
  interface ClassAttributes<Type> {
    key?: string | number;
    ref?: ((instance: Type | null) => void) | { current: Type | null } | null;
  }
  interface HTMLAttributes<Target extends EventTarget> extends ClassAttributes<Target> {
    class?: string;
  }
  namespace JSX {
    interface IntrinsicElements {
      div: HTMLAttributes<HTMLDivElement>;
    }
  }
}

declare module 'solid-js' {
  namespace JSX {
    interface HTMLAttributes<Element> {
      class?: string;
      ref?: Element;
    }
    interface IntrinsicElements {
      div: HTMLAttributes<HTMLDivElement>;
    }
  }
}

declare module 'vue' {
  interface HTMLAttributes {
    class?: unknown;
    onChange?: (event: Event) => void;
  }
  interface PublicProps {
    key?: PropertyKey;
  }
  interface GlobalComponents {
    KeepAlive: object;
  }
}
