package cn.lantai.curation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.lantai.access.AccessState;
import cn.lantai.archive.ArchivalRecord;
import cn.lantai.archive.Elements;
import cn.lantai.archive.Nature;
import cn.lantai.archive.ReferenceCode;
import cn.lantai.entity.EntityGraph;
import cn.lantai.entity.EntityIri;
import cn.lantai.entity.EntityType;
import cn.lantai.entity.GraphWriter;
import cn.lantai.entity.LocalizedText;
import cn.lantai.evidence.Evidence;
import cn.lantai.journal.EntityState;
import cn.lantai.journal.MemoryJournal;
import cn.lantai.media.PageImage;
import cn.lantai.ontology.ProfileCheck;
import cn.lantai.ontology.Rico;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CurationTest {

  private static final Author AUTHOR = new Author("test", "测试");
  private static final EntityIri RECORD = new EntityIri(EntityType.RECORD, "r1");
  private static final EntityIri IMAGE = new EntityIri(EntityType.IMAGE, "r1-1");

  private final MemoryJournal journal = new MemoryJournal();
  private final Curation curation =
      new Curation(journal, new ProfileCheck(), record -> List.of(IMAGE));

  @Test
  void savesAndPublishesWhatIsOpen() {
    curation.save(List.of(record(AccessState.OPEN), image()), AUTHOR);
    curation.publish(List.of(RECORD, IMAGE), AUTHOR);
    assertTrue(isPublic(RECORD));
    assertTrue(isPublic(IMAGE));
  }

  @Test
  void writesNothingOfABatchInWhichOneViolatesTheProfile() {
    EntityGraph untitled =
        new GraphWriter(new EntityIri(EntityType.RECORD, "r2"), Rico.Record)
            .string(Rico.identifier, "X-2")
            .toEntityGraph();
    ProfileViolationException refused =
        assertThrows(
            ProfileViolationException.class,
            () -> curation.save(List.of(record(AccessState.OPEN), untitled), AUTHOR));
    assertFalse(refused.violations().isEmpty());
    assertEquals(0, journal.head());
  }

  @Test
  void neverPublishesARecordThatIsNotOpenNorItsImages() {
    curation.save(List.of(record(AccessState.CONTROLLED), image()), AUTHOR);
    assertThrows(NotOpenException.class, () -> curation.publish(List.of(RECORD), AUTHOR));
    assertThrows(NotOpenException.class, () -> curation.publish(List.of(IMAGE), AUTHOR));
    assertFalse(isPublic(RECORD));
  }

  @Test
  void takesARecordThatIsClosedOutOfPublicWithItsImages() {
    savesAndPublishesWhatIsOpen();
    curation.save(List.of(record(AccessState.CONTROLLED)), AUTHOR);
    assertFalse(isPublic(RECORD));
    assertFalse(isPublic(IMAGE));
  }

  @Test
  void withdrawsARecordWithItsImages() {
    savesAndPublishesWhatIsOpen();
    curation.withdraw(List.of(RECORD), AUTHOR);
    assertFalse(isPublic(RECORD));
    assertFalse(isPublic(IMAGE));
  }

  @Test
  void savingTheSameAgainWritesNothing() {
    curation.save(List.of(record(AccessState.OPEN)), AUTHOR);
    assertEquals(List.of(), curation.save(List.of(record(AccessState.OPEN)), AUTHOR));
  }

  private boolean isPublic(EntityIri entity) {
    return journal.state(entity).filter(EntityState::isPublic).isPresent();
  }

  private static EntityGraph record(AccessState access) {
    return new ArchivalRecord(
            RECORD,
            new ReferenceCode("X-1"),
            new EntityIri(EntityType.RECORD_SET, "x"),
            LocalizedText.of("家信"),
            Optional.empty(),
            ArchivalRecord.Links.NONE,
            Nature.KNOWN,
            access,
            Elements.NONE,
            Evidence.NONE)
        .toGraph();
  }

  private static EntityGraph image() {
    return new PageImage(
            IMAGE,
            Optional.of(RECORD),
            1,
            LocalizedText.of("第 1 页"),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            false)
        .toGraph();
  }
}
