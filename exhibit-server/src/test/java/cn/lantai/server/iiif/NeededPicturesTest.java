package cn.lantai.server.iiif;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.lantai.access.AccessState;
import cn.lantai.archive.ArchivalRecord;
import cn.lantai.archive.Elements;
import cn.lantai.archive.Nature;
import cn.lantai.archive.ReferenceCode;
import cn.lantai.entity.EntityIri;
import cn.lantai.entity.EntityType;
import cn.lantai.entity.LocalizedText;
import cn.lantai.evidence.Evidence;
import cn.lantai.media.Availability;
import cn.lantai.media.Availability.Degree;
import cn.lantai.media.Digest;
import cn.lantai.media.PageImage;
import cn.lantai.media.Region;
import cn.lantai.media.Treatment;
import cn.lantai.server.linkeddata.MemoryStage;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;

class NeededPicturesTest {

  private static final Digest ORIGINAL = Digest.of(new byte[1]);
  private static final EntityIri RECORD = new EntityIri(EntityType.RECORD, "r1");
  private static final List<Region> SEAL = List.of(Region.parse("10,20,30,40"));
  private static final Treatment SMALL =
      new Treatment(List.of(), OptionalInt.of(800), Optional.empty());

  private final NeededPictures needed = new NeededPictures(EntityIri.INTERNAL_BASE);

  @Test
  void whatTheRecordSaysOfItsImagesIsNeeded() {
    MemoryStage stage =
        stage(image("p1", Optional.empty(), List.of()))
            .with(RECORD, record("image-reduced").toGraph().triples());
    assertEquals(Set.of(SMALL.digest(ORIGINAL)), needed.of(ORIGINAL, stage));
    assertEquals(Set.of(), needed.of(Digest.of(new byte[2]), stage), "of another original");
  }

  @Test
  void whatIsInPublicAndWhatWillBeAreNeededBoth() {
    MemoryStage open = stage(image("p1", Optional.of(reduced(Degree.REDUCED)), List.of()));
    MemoryStage working = stage(image("p1", Optional.empty(), SEAL));
    Treatment covered = new Treatment(SEAL, OptionalInt.empty(), Optional.empty());
    assertEquals(
        Set.of(SMALL.digest(ORIGINAL), covered.digest(ORIGINAL)),
        needed.of(ORIGINAL, open, working));
  }

  @Test
  void whoHasNotSignedInNeedsAnotherPictureThanWhoHas() {
    MemoryStage stage = stage(image("p1", Optional.of(reduced(Degree.SIGNED_IN)), SEAL));
    assertEquals(
        Set.of(
            new Treatment(SEAL, OptionalInt.of(800), Optional.empty()).digest(ORIGINAL),
            new Treatment(SEAL, OptionalInt.empty(), Optional.empty()).digest(ORIGINAL)),
        needed.of(ORIGINAL, stage));
  }

  @Test
  void eachPageThatIsMadeOfOneFileNeedsItsOwn() {
    PageImage one = image("p1", Optional.of(reduced(Degree.REDUCED)), List.of());
    PageImage other = image("p2", Optional.empty(), SEAL);
    MemoryStage stage = stage(one).with(other.iri(), other.toGraph().triples());
    assertEquals(
        Set.of(
            SMALL.digest(ORIGINAL),
            new Treatment(SEAL, OptionalInt.empty(), Optional.empty()).digest(ORIGINAL)),
        needed.of(ORIGINAL, stage));
  }

  @Test
  void ofWhatIsClosedNothingIsNeeded() {
    Availability closed = new Availability(Degree.CLOSED, OptionalInt.empty(), Optional.empty());
    assertEquals(Set.of(), needed.of(ORIGINAL, stage(image("p1", Optional.of(closed), SEAL))));
  }

  private static MemoryStage stage(PageImage image) {
    return MemoryStage.plain().with(image.iri(), image.toGraph().triples());
  }

  private static Availability reduced(Degree degree) {
    return new Availability(degree, OptionalInt.of(800), Optional.empty());
  }

  private static PageImage image(
      String key, Optional<Availability> availability, List<Region> covered) {
    return new PageImage(
        new EntityIri(EntityType.IMAGE, key),
        Optional.of(RECORD),
        1,
        LocalizedText.of("封面"),
        Optional.empty(),
        Optional.of(new PageImage.Content(ORIGINAL, 3000, 2000)),
        Optional.empty(),
        false,
        availability,
        covered);
  }

  private static ArchivalRecord record(String degree) {
    return new ArchivalRecord(
        RECORD,
        new ReferenceCode("X-1"),
        new EntityIri(EntityType.RECORD_SET, "f1"),
        LocalizedText.of("家信"),
        Optional.empty(),
        List.of(),
        Nature.KNOWN,
        AccessState.OPEN,
        Elements.NONE.with("image-access", degree).with("image-limit", "800"),
        Evidence.NONE);
  }
}
