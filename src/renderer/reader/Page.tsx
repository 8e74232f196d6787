import { type CSSProperties, useEffect, useMemo, useState } from 'react';
import type { DocumentRow } from '../../contract/documents.ts';
import { PageSheet } from '../pages/PageSheet.tsx';
import { useAsPages } from '../pages/useAsPages.ts';
import { OverlapMenu } from '../picker/OverlapMenu.tsx';
import { Picker } from '../picker/Picker.tsx';
import { Remover } from '../picker/Remover.tsx';
import { useView } from '../state/view.ts';
import { useLater } from '../ui/useLater.ts';
import { createGeometry } from './geometry.ts';
import { Sheet } from './Sheet.tsx';
import type { LoadedText } from './text.ts';
import { useCodebook } from './useCodebook.ts';
import { useOutlined } from './useOutlined.ts';
import { useReading } from './useReading.ts';

/** A counter that goes up when fonts have come in: words then stand elsewhere. */
function useFonts(): number {
  const [fonts, setFonts] = useState(0);
  useEffect(() => {
    const abort = new AbortController();
    document.fonts.addEventListener('loadingdone', () => setFonts((count) => count + 1), {
      signal: abort.signal,
    });
    return () => abort.abort();
  }, []);
  return fonts;
}

/** The text of a document with its margin, as it was published or flowing, and what opens under its passages. */
export function Page({ document, loaded }: { document: DocumentRow; loaded: LoadedText }) {
  const [element, setElement] = useState<HTMLDivElement | null>(null);
  const scroller = useMemo(() => ({ current: element }), [element]);
  const { stripes, segments } = useReading(document, loaded);
  const codebook = useCodebook();
  const geometry = useMemo(createGeometry, []);
  const outlined = useOutlined();
  const later = useLater();
  const fonts = useFonts();
  const asPages = useAsPages(document);
  const Shown = asPages ? PageSheet : Sheet;
  const { density, zoom, face, measure, leading } = useView();
  return (
    <div
      className={`rd-sheet ${asPages ? 'as-pages ' : document.pages > 0 ? 'reflowed ' : ''}hl-${density} face-${face} measure-${measure} leading-${leading}`}
      ref={setElement}
      style={{ '--zoom': zoom / 100 } as CSSProperties}
    >
      {element === null ? null : (
        <>
          <Shown
            scroller={scroller}
            title={document.title}
            language={document.language}
            loaded={loaded}
            pages={document.pages}
            stripes={stripes}
            segments={segments}
            outlined={outlined}
            codebook={codebook}
            geometry={geometry}
            fonts={`${face} ${fonts}`}
          />
          {later ? (
            <>
              <Picker scroller={scroller} codebook={codebook} />
              <Remover scroller={scroller} codebook={codebook} />
              <OverlapMenu scroller={scroller} />
            </>
          ) : null}
        </>
      )}
    </div>
  );
}
