// The font of the pictures of bytes, which must look the same where no font is installed: Roboto, by the SIL Open Font
// Licence.

export interface Fonts {
  /** Font files in base64. */
  readonly regular: string;
  readonly bold: string;
}

export async function loadFonts(): Promise<Fonts> {
  const [regular, bold] = await Promise.all([
    import('@expo-google-fonts/roboto/400Regular/Roboto_400Regular.ttf?inline'),
    import('@expo-google-fonts/roboto/600SemiBold/Roboto_600SemiBold.ttf?inline'),
  ]);
  return { regular: base64Of(regular.default), bold: base64Of(bold.default) };
}

function base64Of(dataUrl: string): string {
  return dataUrl.slice(dataUrl.indexOf(',') + 1);
}
