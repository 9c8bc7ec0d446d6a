/** What a chart takes from its surroundings, so that the window and the report draw the same one. Colours are CSS. */
export interface ChartStyle {
  font: string;
  /** Size of labels in pixels of the chart's own space. */
  size: number;
  ink: string;
  secondary: string;
  line: string;
  accent: string;
  /** A light area of the accent. */
  tint: string;
  /** What is wrong; never told by the colour alone. */
  bad: string;
  /** What the chart is drawn on. */
  ground: string;
}

/** Under a label that lines run behind, so that they do not strike it through. */
export const overLines = ({ ground }: ChartStyle) => ({ backgroundColor: ground, padding: [1, 3] });

/** Type of labels, shared by all charts. */
export const label = (style: ChartStyle, color = style.secondary) => ({
  fontFamily: style.font,
  fontSize: style.size,
  color,
});
