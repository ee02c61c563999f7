package cn.lantai.samples.font;

import java.util.List;

/** The hands and types that the samples are written in, each with those that help it out. */
public enum Face {
  /** Printed Song type. */
  SONG("noto-serif-sc/400Regular", List.of()),
  SONG_BOLD("noto-serif-sc/700Bold", List.of()),
  SONG_BLACK("noto-serif-sc/900Black", List.of()),
  /** Regular script: printed, typed or written with a careful pen. */
  KAI("lxgw-wenkai-tc:400", List.of("noto-serif-sc/400Regular")),
  KAI_BOLD("lxgw-wenkai-tc:700", List.of("noto-serif-sc/700Bold")),
  KAI_LIGHT("lxgw-wenkai-tc:300", List.of("noto-serif-sc/400Regular")),
  /** Brush in regular script, with the traditional forms. */
  BRUSH("yuji-boku:400", List.of("lxgw-wenkai-tc:700", "noto-serif-sc/700Bold")),
  /** Large brush characters. */
  BIG_BRUSH(
      "ma-shan-zheng/400Regular",
      List.of("yuji-boku:400", "lxgw-wenkai-tc:700", "noto-serif-sc/900Black")),
  /** A quick pen in running script; simplified forms. */
  RUNNING(
      "zhi-mang-xing/400Regular",
      List.of("long-cang:400", "yuji-boku:400", "lxgw-wenkai-tc:400", "noto-serif-sc/400Regular")),
  /** A neat pen in running script; simplified forms. */
  PEN("long-cang:400", List.of("lxgw-wenkai-tc:400", "noto-serif-sc/400Regular"));

  private final String source;
  private final List<String> fallbacks;

  Face(String source, List<String> fallbacks) {
    this.source = source;
    this.fallbacks = fallbacks;
  }

  String source() {
    return source;
  }

  List<String> fallbacks() {
    return fallbacks;
  }
}
