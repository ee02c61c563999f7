package cn.lantai.media;

import cn.lantai.entity.GraphReader;
import cn.lantai.entity.GraphWriter;
import cn.lantai.ontology.Lt;
import cn.lantai.ontology.Rico;
import cn.lantai.ontology.Terms;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.jena.vocabulary.RDF;

/**
 * How far pictures are open, as it is described: of one image, or of a record or set for all images
 * below it that say nothing themselves. What follows from it is for {@code access} to decide.
 *
 * @param longestSide in pixels, of the picture that everyone gets instead of the whole one
 * @param watermark the text that stands across it
 */
public record Availability(Degree degree, OptionalInt longestSide, Optional<String> watermark) {

  /** How far pictures are open. */
  public enum Degree {
    OPEN("image-open"),
    /** Everyone gets a picture that is smaller, carries a watermark, or both. */
    REDUCED("image-reduced"),
    /** Those who have signed in get all of it; others the reduced picture, if one is described. */
    SIGNED_IN("image-signed-in"),
    CLOSED("image-closed");

    private final String slug;

    Degree(String slug) {
      this.slug = slug;
    }

    /** Its name among the project's terms. */
    public String slug() {
      return slug;
    }

    /** Reads what the profile calls it, in either language. */
    public static Optional<Degree> ofLabel(String text) {
      return Arrays.stream(values())
          .filter(
              degree ->
                  Lt.label(degree.slug, "zh").equals(text)
                      || Lt.label(degree.slug, "en").equalsIgnoreCase(text))
          .findFirst();
    }
  }

  public static final Availability OPEN =
      new Availability(Degree.OPEN, OptionalInt.empty(), Optional.empty());

  /** Smaller pictures show nothing; larger ones keep nothing back. */
  public static final int SMALLEST_SIDE = 100;

  public static final int LARGEST_SIDE = 5000;

  /** A longer text does not fit across a small picture. */
  public static final int LONGEST_WATERMARK = 40;

  /**
   * @throws IllegalArgumentException if the parts contradict each other
   */
  public Availability {
    boolean reduces = longestSide.isPresent() || watermark.isPresent();
    if (degree == Degree.REDUCED && !reduces) {
      throw new IllegalArgumentException("A reduced image needs a size or a watermark");
    }
    if (reduces && (degree == Degree.OPEN || degree == Degree.CLOSED)) {
      throw new IllegalArgumentException("A size or a watermark belongs to a reduced image");
    }
    longestSide.ifPresent(
        side -> {
          if (side < SMALLEST_SIDE || side > LARGEST_SIDE) {
            throw new IllegalArgumentException(
                "The longest side is from " + SMALLEST_SIDE + " to " + LARGEST_SIDE + " pixels");
          }
        });
    watermark.ifPresent(
        text -> {
          if (text.isBlank() || text.length() > LONGEST_WATERMARK) {
            throw new IllegalArgumentException(
                "A watermark has 1 to " + LONGEST_WATERMARK + " characters");
          }
        });
  }

  /** Writes it upon a rule that the entity is regulated by. */
  public void write(GraphWriter rule) {
    rule.link(Rico.hasOrHadRuleType, Lt.term(degree.slug));
    longestSide.ifPresent(side -> rule.integer(Terms.pixelWidth, side));
    rule.string(RDF.value, watermark);
  }

  /** What an image, a record or a set says of it; what cannot be understood is closed. */
  public static Optional<Availability> read(GraphReader entity) {
    return entity.parts(Rico.isOrWasRegulatedBy).stream()
        .flatMap(rule -> ofRule(rule).stream())
        .findFirst();
  }

  private static Optional<Availability> ofRule(GraphReader rule) {
    OptionalInt side = rule.integer(Terms.pixelWidth);
    Optional<String> watermark = rule.string(RDF.value);
    Optional<Degree> said =
        Arrays.stream(Degree.values())
            .filter(degree -> rule.has(Rico.hasOrHadRuleType, Lt.term(degree.slug)))
            .findFirst();
    boolean reduces = side.isPresent() || watermark.isPresent();
    if (said.isEmpty() && !reduces) {
      return Optional.empty();
    }
    try {
      return Optional.of(new Availability(said.orElse(Degree.REDUCED), side, watermark));
    } catch (IllegalArgumentException contradiction) {
      return Optional.of(new Availability(Degree.CLOSED, OptionalInt.empty(), Optional.empty()));
    }
  }
}
