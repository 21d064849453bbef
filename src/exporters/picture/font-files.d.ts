// What the builds make of a font: a data URL.
declare module '*.ttf?inline' {
  const url: string;
  export default url;
}
