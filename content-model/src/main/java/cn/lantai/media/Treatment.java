package cn.lantai.media;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/**
 * What is done to a stored image before it may be seen. The picture that comes of it is an image of
 * its own: other pixels, another digest, another access file.
 *
 * @param covered parts that are painted over
 * @param longestSide of the picture, in pixels; a smaller image keeps its size
 * @param watermark text across the picture
 */
public record Treatment(List<Region> covered, OptionalInt longestSide, Optional<String> watermark) {

  /** To be raised when the same treatment comes to look different. */
  private static final String VERSION = "1";

  public static final Treatment NONE =
      new Treatment(List.of(), OptionalInt.empty(), Optional.empty());

  public Treatment {
    covered = List.copyOf(covered);
  }

  public boolean isNone() {
    return covered.isEmpty() && longestSide.isEmpty() && watermark.isEmpty();
  }

  /** Whether this machine has a font that can write the watermark. */
  public boolean isPossible() {
    return watermark.map(Watermark::canShow).orElse(true);
  }

  public PixelSize size(PixelSize original) {
    int side = longestSide.orElse(Integer.MAX_VALUE);
    return original.within(side, side);
  }

  /**
   * The address of the treated picture. It does not tell that of the original, and no two
   * treatments share one.
   */
  public Digest digest(Digest original) {
    if (isNone()) {
      return original;
    }
    String all =
        String.join(
            "\n",
            "treatment " + VERSION,
            original.toString(),
            covered.stream().map(Region::toString).collect(Collectors.joining(" ")),
            longestSide.isPresent() ? Integer.toString(longestSide.getAsInt()) : "",
            watermark.orElse(""));
    return Digest.of(all.getBytes(StandardCharsets.UTF_8));
  }
}
