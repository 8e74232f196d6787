/** The build puts the text of a file imported with `?raw` into the bundle: this is how SQL migrations travel. */
declare module '*?raw' {
  const text: string;
  export default text;
}
