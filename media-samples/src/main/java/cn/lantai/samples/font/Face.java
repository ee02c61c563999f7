package cn.lantai.samples.font;

import java.util.List;

/** The hands and types that the samples are written in, each with those that help it out. */
public enum Face {
  /** Printed Song type. */
  SONG("noto-serif-sc/400Regular"),
  SONG_BOLD("noto-serif-sc/700Bold"),
  SONG_BLACK("noto-serif-sc/900Black"),
  /** Regular script: printed, typed or written with a careful pen. */
  KAI("lxgw-wenkai-tc:400", "noto-serif-sc/400Regular"),
  KAI_BOLD("lxgw-wenkai-tc:700", "noto-serif-sc/700Bold"),
  /** Brush in regular script, with the traditional forms. */
  BRUSH("yuji-boku:400", "lxgw-wenkai-tc:700", "noto-serif-sc/700Bold"),
  /** Large brush characters. */
  BIG_BRUSH(
      "ma-shan-zheng/400Regular", "yuji-boku:400", "lxgw-wenkai-tc:700", "noto-serif-sc/900Black"),
  /** A quick pen in running script; simplified forms. */
  RUNNING(
      "zhi-mang-xing/400Regular",
      "long-cang:400",
      "yuji-boku:400",
      "lxgw-wenkai-tc:400",
      "noto-serif-sc/400Regular"),
  /** A neat pen in running script; simplified forms. */
  PEN("long-cang:400", "lxgw-wenkai-tc:400", "noto-serif-sc/400Regular");

  private final String sources;

  Face(String... sources) {
    this.sources = String.join(" ", sources);
  }

  /** The fonts to look into, the face's own first. */
  List<String> sources() {
    return List.of(sources.split(" ", -1));
  }
}
