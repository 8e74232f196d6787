import { type RefObject, useLayoutEffect, useState } from 'react';

/** Measures how wide an element is, now and after every change. @returns px; 0 until it has been measured */
export function useRoom(element: RefObject<HTMLElement | null>): number {
  const [room, setRoom] = useState(0);
  useLayoutEffect(() => {
    const box = element.current;
    if (box === null) return undefined;
    setRoom(box.clientWidth);
    const observer = new ResizeObserver(() => setRoom(box.clientWidth));
    observer.observe(box);
    return () => observer.disconnect();
  }, [element]);
  return room;
}
