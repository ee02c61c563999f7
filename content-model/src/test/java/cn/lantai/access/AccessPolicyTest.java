package cn.lantai.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import cn.lantai.access.AccessPolicy.Asker;
import cn.lantai.access.AccessPolicy.Closed;
import cn.lantai.access.AccessPolicy.Shown;
import cn.lantai.access.AccessPolicy.SignInFirst;
import cn.lantai.entity.EntityIri;
import cn.lantai.entity.EntityType;
import cn.lantai.entity.LocalizedText;
import cn.lantai.media.Availability;
import cn.lantai.media.Availability.Degree;
import cn.lantai.media.Digest;
import cn.lantai.media.PageImage;
import cn.lantai.media.Region;
import cn.lantai.media.Treatment;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AccessPolicyTest {

  private static final List<Region> SEAL = List.of(Region.parse("10,20,30,40"));
  private static final Availability SMALL =
      new Availability(Degree.REDUCED, OptionalInt.of(800), Optional.empty());

  @ParameterizedTest
  @EnumSource
  void whatNothingIsSaidOfIsOpenToEveryone(Asker asker) {
    assertEquals(
        new Shown(Treatment.NONE, true),
        AccessPolicy.answer(image(Optional.empty(), List.of()), asker));
  }

  @ParameterizedTest
  @EnumSource
  void whatIsCoveredIsCoveredForEveryone(Asker asker) {
    Availability signedIn =
        new Availability(Degree.SIGNED_IN, OptionalInt.empty(), Optional.empty());
    for (Optional<Availability> is :
        List.of(Optional.<Availability>empty(), Optional.of(SMALL), Optional.of(signedIn))) {
      if (AccessPolicy.answer(image(is, SEAL), asker) instanceof Shown shown) {
        assertEquals(SEAL, shown.treatment().covered());
      }
    }
  }

  @Test
  void aReducedImageIsReducedForEveryone() {
    Shown shown = assertInstanceOf(Shown.class, answer(Optional.of(SMALL), Asker.SIGNED_IN));

    assertEquals(OptionalInt.of(800), shown.treatment().longestSide());
    assertEquals(shown, answer(Optional.of(SMALL), Asker.ANYONE));
  }

  @Test
  void whoHasSignedInGetsAllOfWhatOthersGetReduced() {
    Optional<Availability> tiered =
        Optional.of(new Availability(Degree.SIGNED_IN, OptionalInt.empty(), Optional.of("样张")));

    assertEquals(new Shown(Treatment.NONE, false), answer(tiered, Asker.SIGNED_IN));
    SignInFirst others = assertInstanceOf(SignInFirst.class, answer(tiered, Asker.ANYONE));
    assertEquals(Optional.of("样张"), others.meanwhile().orElseThrow().watermark());
  }

  @Test
  void nothingTakesThePlaceOfAnImageOnlyForTheSignedInIfNothingIsDescribed() {
    Optional<Availability> signedIn =
        Optional.of(new Availability(Degree.SIGNED_IN, OptionalInt.empty(), Optional.empty()));

    assertEquals(new SignInFirst(Optional.empty()), answer(signedIn, Asker.ANYONE));
    assertEquals(Optional.empty(), AccessPolicy.forEveryone(image(signedIn, SEAL)));
  }

  @ParameterizedTest
  @EnumSource
  void nobodyGetsWhatIsClosed(Asker asker) {
    Availability closed = new Availability(Degree.CLOSED, OptionalInt.empty(), Optional.empty());
    assertInstanceOf(Closed.class, answer(Optional.of(closed), asker));
  }

  @Test
  void whatTheImageSaysCountsMoreThanWhatItsRecordSays() {
    PageImage open = image(Optional.of(Availability.OPEN), List.of());
    assertEquals(
        Treatment.NONE, AccessPolicy.forEveryone(open.inheriting(Optional.of(SMALL))).get());

    PageImage silent = image(Optional.empty(), List.of());
    assertEquals(
        OptionalInt.of(800),
        AccessPolicy.forEveryone(silent.inheriting(Optional.of(SMALL))).get().longestSide());
  }

  @Test
  void noTwoTreatmentsOfAnImageShareADigest() {
    Digest master = Digest.of(new byte[1]);
    Treatment small = new Treatment(List.of(), OptionalInt.of(800), Optional.empty());
    Treatment marked = new Treatment(List.of(), OptionalInt.of(800), Optional.of("样张"));
    Treatment covered = new Treatment(SEAL, OptionalInt.of(800), Optional.empty());

    assertEquals(
        4,
        List.of(Treatment.NONE, small, marked, covered).stream()
            .map(treatment -> treatment.digest(master))
            .distinct()
            .count());
    assertEquals(master, Treatment.NONE.digest(master));
  }

  private static AccessPolicy.Answer answer(Optional<Availability> availability, Asker asker) {
    return AccessPolicy.answer(image(availability, List.of()), asker);
  }

  private static PageImage image(Optional<Availability> availability, List<Region> covered) {
    return new PageImage(
        new EntityIri(EntityType.IMAGE, "r001-1"),
        Optional.empty(),
        1,
        LocalizedText.of("封面"),
        Optional.empty(),
        Optional.of(new PageImage.Content(Digest.of(new byte[1]), 3000, 2000)),
        Optional.empty(),
        false,
        availability,
        covered);
  }
}
