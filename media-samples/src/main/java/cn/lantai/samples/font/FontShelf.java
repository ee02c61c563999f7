package cn.lantai.samples.font;

import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** Gives the glyph of a character in a face, or in the first helper of that face that has it. */
public final class FontShelf {
  /** Handwriting whose characters are small for their em. */
  private static final Map<String, Double> ENLARGED =
      Map.of("long-cang:400", 1.28, "zhi-mang-xing/400Regular", 1.16);

  private final Path modules;
  private final Map<String, List<FontFile>> sources = new TreeMap<>();
  private final Map<Face, Map<Integer, Glyph>> glyphs = new EnumMap<>(Face.class);

  /**
   * @param modules the folder {@code node_modules}
   */
  public FontShelf(Path modules) {
    this.modules = modules;
    for (Face face : Face.values()) {
      glyphs.put(face, new ConcurrentHashMap<>());
      face.sources().forEach(source -> sources.computeIfAbsent(source, this::read));
    }
  }

  public Glyph glyph(Face face, int codePoint) {
    return glyphs.get(face).computeIfAbsent(codePoint, c -> find(face, c));
  }

  /** Whether any of the fonts of the face has the character. */
  public boolean has(Face face, int codePoint) {
    return face.sources().stream()
        .flatMap(source -> sources.get(source).stream())
        .anyMatch(font -> font.has(codePoint));
  }

  private Glyph find(Face face, int codePoint) {
    for (String source : face.sources()) {
      for (FontFile font : sources.get(source)) {
        if (font.has(codePoint)) {
          return enlarged(font.glyph(codePoint), ENLARGED.getOrDefault(source, 1.0));
        }
      }
    }
    throw new IllegalArgumentException(
        "No font has the character "
            + Character.toString(codePoint)
            + " (U+%04X), wanted in %s".formatted(codePoint, face));
  }

  private static Glyph enlarged(Glyph glyph, double factor) {
    if (factor == 1) {
      return glyph;
    }
    AffineTransform at = AffineTransform.getTranslateInstance(0, 0.38 * (factor - 1));
    at.scale(factor, factor);
    Path2D.Float outline = new Path2D.Float(glyph.outline(), at);
    return new Glyph(outline, glyph.advance() * factor * 0.92);
  }

  private List<FontFile> read(String source) {
    int colon = source.indexOf(':');
    Path folder =
        colon < 0
            ? modules.resolve("@expo-google-fonts").resolve(source)
            : modules.resolve("@fontsource").resolve(source.substring(0, colon)).resolve("files");
    String ending = colon < 0 ? ".ttf" : "-" + source.substring(colon + 1) + "-normal.woff";
    try (Stream<Path> files = Files.list(folder)) {
      List<FontFile> fonts = new ArrayList<>();
      files
          .filter(f -> f.toString().endsWith(ending))
          .sorted()
          .forEach(f -> fonts.add(FontFile.read(f)));
      return List.copyOf(fonts);
    } catch (IOException e) {
      throw new UncheckedIOException("The fonts are missing; run npm ci in media-samples", e);
    }
  }
}
