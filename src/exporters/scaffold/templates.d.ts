// A template beside this file, as its text.
declare module '*?raw' {
  const text: string;
  export default text;
}
