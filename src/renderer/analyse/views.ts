import type { ComponentType } from 'react';
import type { MessageId } from '../messages/en.ts';
import { AlongView } from './along/AlongView.tsx';
import { CrosstabView } from './crosstab/CrosstabView.tsx';
import { Frequencies } from './frequencies/Frequencies.tsx';
import { HeatMap } from './heat/HeatMap.tsx';
import { Kwic } from './kwic/Kwic.tsx';
import { Matrix } from './meetings/Matrix.tsx';
import { NetworkView } from './meetings/NetworkView.tsx';
import { PortraitView } from './portrait/PortraitView.tsx';
import { SaturationView } from './saturation/SaturationView.tsx';
import { SimilarityView } from './similarity/SimilarityView.tsx';
import { Words } from './words/Words.tsx';

/** A view of the page: it gives its own controls and what it shows to the frame. */
export interface AnalyseView {
  /** For machines; it is kept with the project's screen. */
  readonly id: string;
  readonly title: MessageId;
  readonly View: ComponentType;
}

/** The views in the order of the list beside them. */
export const ANALYSE_VIEWS: readonly AnalyseView[] = [
  { id: 'frequencies', title: 'analyse.view.frequencies', View: Frequencies },
  { id: 'heat', title: 'analyse.view.heat', View: HeatMap },
  { id: 'matrix', title: 'analyse.view.matrix', View: Matrix },
  { id: 'network', title: 'analyse.view.network', View: NetworkView },
  { id: 'along', title: 'along.view', View: AlongView },
  { id: 'portrait', title: 'along.portrait', View: PortraitView },
  { id: 'crosstab', title: 'statistics.crosstab', View: CrosstabView },
  { id: 'similarity', title: 'statistics.similarity', View: SimilarityView },
  { id: 'saturation', title: 'statistics.saturation', View: SaturationView },
  { id: 'words', title: 'words.view', View: Words },
  { id: 'kwic', title: 'words.view.kwic', View: Kwic },
];
