package cn.lantai.access;

import cn.lantai.media.Availability;
import cn.lantai.media.PageImage;
import cn.lantai.media.Treatment;
import cn.lantai.media.recording.Recording;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Who may see which picture of an image, and play which recording. All that gives pictures away
 * asks here: the image service, whatever it has cached, and the pages and manifests that name
 * pictures.
 *
 * <p>What is covered is covered for everyone: the picture without it has taken the place of the
 * whole one.
 */
public final class AccessPolicy {

  private AccessPolicy() {}

  /** Who asks. */
  public enum Asker {
    ANYONE,
    SIGNED_IN
  }

  /** What the asker gets. */
  public sealed interface Answer {}

  /**
   * A picture.
   *
   * @param everyone whether anybody gets this one
   */
  public record Shown(Treatment treatment, boolean everyone) implements Answer {}

  /**
   * Nothing before signing in.
   *
   * @param meanwhile the picture that anybody gets in its place
   */
  public record SignInFirst(Optional<Treatment> meanwhile) implements Answer {}

  /** Nothing. */
  public record Closed() implements Answer {}

  /**
   * @param image with what its record, or the nearest set above it, says of its images, if it says
   *     nothing itself ({@link PageImage#inheriting})
   */
  public static Answer answer(PageImage image, Asker asker) {
    Availability is = image.availability().orElse(Availability.OPEN);
    Treatment whole = new Treatment(image.covered(), OptionalInt.empty(), Optional.empty());
    Treatment reduced = new Treatment(image.covered(), is.longestSide(), is.watermark());
    return switch (is.degree()) {
      case OPEN -> new Shown(whole, true);
      case REDUCED -> new Shown(reduced, true);
      case SIGNED_IN ->
          asker == Asker.SIGNED_IN
              ? new Shown(whole, false)
              : new SignInFirst(Optional.of(reduced).filter(picture -> !picture.equals(whole)));
      case CLOSED -> new Closed();
    };
  }

  /** Who may play a recording. */
  public enum Audience {
    EVERYONE,
    SIGNED_IN,
    NOBODY;

    public boolean admits(Asker asker) {
      return this == EVERYONE || (this == SIGNED_IN && asker == Asker.SIGNED_IN);
    }
  }

  /**
   * Of a recording there is no reduced form, so where a reduced picture is all that anybody gets of
   * the images around it, nobody gets the recording, unless it is described as open itself.
   *
   * @param recording with what it inherits ({@link Recording#inheriting})
   */
  public static Audience audience(Recording recording) {
    return switch (recording.availability().orElse(Availability.OPEN).degree()) {
      case OPEN -> Audience.EVERYONE;
      case SIGNED_IN -> Audience.SIGNED_IN;
      case REDUCED, CLOSED -> Audience.NOBODY;
    };
  }

  /** What is done to the picture that anybody gets; empty if there is none. */
  public static Optional<Treatment> forEveryone(PageImage image) {
    Answer answer = answer(image, Asker.ANYONE);
    if (answer instanceof Shown shown) {
      return Optional.of(shown.treatment());
    }
    return answer instanceof SignInFirst first ? first.meanwhile() : Optional.empty();
  }
}
