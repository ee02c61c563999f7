package cn.lantai.server.rights;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.lantai.entity.EntityGraph;
import cn.lantai.entity.EntityIri;
import cn.lantai.entity.EntityType;
import cn.lantai.ingest.Permit;
import cn.lantai.journal.Draft;
import cn.lantai.journal.MemoryJournal;
import cn.lantai.ontology.Rico;
import cn.lantai.search.Reach;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.rdf.model.Property;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Two archives, with a fonds each; and a person, who belongs to everybody. */
class RightsTest {

  private static final EntityIri ARCHIVE = iri(EntityType.ORGANISATION, "o1");
  private static final EntityIri OTHER_ARCHIVE = iri(EntityType.ORGANISATION, "o2");
  private static final EntityIri FONDS = iri(EntityType.RECORD_SET, "f1");
  private static final EntityIri FILE = iri(EntityType.RECORD_SET, "f1-1");
  private static final EntityIri RECORD = iri(EntityType.RECORD, "r1");
  private static final EntityIri IMAGE = iri(EntityType.IMAGE, "i1");
  private static final EntityIri OTHER_FONDS = iri(EntityType.RECORD_SET, "f2");
  private static final EntityIri OTHER_RECORD = iri(EntityType.RECORD, "r2");
  private static final EntityIri PERSON = iri(EntityType.PERSON, "p1");
  private static final EntityIri EXHIBITION = iri(EntityType.EXHIBITION, "e1");

  private final MemoryJournal journal = new MemoryJournal();
  private final Places places = new Places(journal);

  @BeforeEach
  void describe() {
    save(in(FONDS, Rico.hasOrHadHolder, ARCHIVE));
    save(in(FILE, Rico.isDirectlyIncludedIn, FONDS));
    save(in(RECORD, Rico.isDirectlyIncludedIn, FILE));
    save(in(IMAGE, Rico.isOrWasDigitalInstantiationOf, RECORD));
    save(in(OTHER_FONDS, Rico.hasOrHadHolder, OTHER_ARCHIVE));
    save(in(OTHER_RECORD, Rico.isDirectlyIncludedIn, OTHER_FONDS));
    save(in(EXHIBITION, Rico.hasCreator, ARCHIVE));
  }

  /** The table once more, as whoever gives roles reads it. */
  static Stream<Arguments> matrix() {
    Map<Role, String> may =
        Map.of(
            Role.SOLE_ADMINISTRATOR,
                "SEE DESCRIBE PUBLISH REVIEW IMPORT EXPORT OPERATE ACCOUNTS AUDIT",
            Role.SYSTEM_ADMINISTRATOR, "IMPORT OPERATE",
            Role.SECURITY_ADMINISTRATOR, "ACCOUNTS",
            Role.AUDIT_ADMINISTRATOR, "AUDIT",
            Role.CURATOR, "SEE DESCRIBE PUBLISH IMPORT EXPORT",
            Role.REVIEWER, "SEE REVIEW",
            Role.CONTRIBUTOR, "SEE DESCRIBE",
            Role.READER, "SEE",
            Role.OPERATOR,
                "SEE DESCRIBE PUBLISH REVIEW IMPORT EXPORT OPERATE ACCOUNTS AUDIT COMMAND");
    return Arrays.stream(Role.values())
        .flatMap(
            role ->
                Arrays.stream(Permission.values())
                    .map(
                        permission ->
                            Arguments.of(
                                role,
                                permission,
                                List.of(may.get(role).split(" ")).contains(permission.name()))));
  }

  @ParameterizedTest
  @MethodSource("matrix")
  void aRoleMayDoWhatTheTableSaysAndNothingElse(Role role, Permission permission, boolean may) {
    Rights everywhere = rights(new Grant(role, Scope.EVERYWHERE));
    assertEquals(may, everywhere.may(permission));
    assertEquals(may, everywhere.may(permission, RECORD));
    assertEquals(may, everywhere.permissions().contains(permission));
    if (role.hasScope()) {
      Rights here = rights(new Grant(role, Scope.of(FONDS)));
      assertEquals(may, here.may(permission, RECORD));
      assertFalse(here.may(permission, OTHER_RECORD));
      assertFalse(here.mayEverywhere(permission));
    }
  }

  @Test
  void theThreeAdministratorsShareNothing() {
    Set<Permission> seen = EnumSet.noneOf(Permission.class);
    for (Role role : Role.SEPARATE) {
      for (Permission permission : role.permissions()) {
        assertTrue(seen.add(permission), role + " " + permission);
        assertFalse(
            EnumSet.of(Permission.DESCRIBE, Permission.PUBLISH, Permission.SEE)
                .contains(permission));
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Role.class)
  void onlyRolesOfTheHoldingsHaveAScope(Role role) {
    if (!role.hasScope()) {
      assertThrows(IllegalArgumentException.class, () -> new Grant(role, Scope.of(FONDS)));
    }
  }

  @Test
  void anArchiveIsWhatItKeepsAndWhatItEdits() {
    Rights rights = rights(new Grant(Role.CURATOR, Scope.of(ARCHIVE)));
    for (EntityIri own : List.of(FONDS, FILE, RECORD, IMAGE, EXHIBITION, PERSON)) {
      assertTrue(rights.may(Permission.DESCRIBE, own), own.toString());
    }
    for (EntityIri foreign : List.of(OTHER_FONDS, OTHER_RECORD)) {
      assertFalse(rights.may(Permission.SEE, foreign), foreign.toString());
    }
  }

  @Test
  void aFondsIsWhatLiesInItAndNoExhibition() {
    Rights rights = rights(new Grant(Role.CURATOR, Scope.of(FONDS)));
    assertTrue(rights.may(Permission.DESCRIBE, IMAGE));
    assertFalse(rights.may(Permission.SEE, EXHIBITION));
  }

  @Test
  void nothingIsTakenInFromOutsideNorPutOutside() {
    Rights rights = rights(new Grant(Role.CURATOR, Scope.of(FONDS)));
    EntityGraph taken = in(OTHER_RECORD, Rico.isDirectlyIncludedIn, FONDS);
    EntityGraph putOut = in(RECORD, Rico.isDirectlyIncludedIn, OTHER_FONDS);
    EntityGraph fresh = in(iri(EntityType.RECORD, "r9"), Rico.isDirectlyIncludedIn, FILE);
    EntityGraph nowhere = in(iri(EntityType.RECORD, "r8"), Rico.hasOrHadSubject, PERSON);
    assertThrows(OutOfReachException.class, () -> rights.require(Permission.DESCRIBE, taken));
    assertThrows(NotAllowedException.class, () -> rights.require(Permission.DESCRIBE, putOut));
    assertThrows(NotAllowedException.class, () -> rights.require(Permission.DESCRIBE, nowhere));
    assertDoesNotThrow(() -> rights.require(Permission.DESCRIBE, fresh));
  }

  @Test
  void whatCannotBeSeenIsNotThereAndWhatCanMayBeRefused() {
    Rights rights = rights(new Grant(Role.READER, Scope.of(FONDS)));
    assertThrows(OutOfReachException.class, () -> rights.require(Permission.SEE, OTHER_RECORD));
    assertThrows(NotAllowedException.class, () -> rights.require(Permission.DESCRIBE, RECORD));
  }

  @Test
  void whatIsPublicMayBeNamedByAnybody() {
    Rights rights = rights(new Grant(Role.CURATOR, Scope.of(FONDS)));
    assertFalse(rights.mayName(OTHER_RECORD));
    journal.append(List.of(Draft.publish(OTHER_RECORD, "a", "")));
    assertTrue(rights.mayName(OTHER_RECORD));
    assertFalse(rights.may(Permission.SEE, OTHER_RECORD), "its newest version stays hidden");
  }

  @Test
  void twoRolesInTwoPlacesDoNotAddUp() {
    Rights rights =
        rights(new Grant(Role.CURATOR, Scope.of(FONDS)), new Grant(Role.READER, Scope.EVERYWHERE));
    assertTrue(rights.may(Permission.SEE, OTHER_RECORD));
    assertFalse(rights.may(Permission.DESCRIBE, OTHER_RECORD));
    assertEquals(Reach.EVERYTHING, rights.reach());
  }

  @Test
  void anImportStaysInItsFondsAlsoByRowsThatComeTogether() {
    Permit permit = rights(new Grant(Role.CURATOR, Scope.of(FONDS))).permit(true);
    EntityIri newFile = iri(EntityType.RECORD_SET, "f9");
    EntityGraph record = in(iri(EntityType.RECORD, "r9"), Rico.isDirectlyIncludedIn, newFile);
    assertFalse(permit.mayTake(record, part -> Optional.empty()));
    assertTrue(
        permit.mayTake(record, part -> Optional.of(FONDS).filter(f -> part.equals(newFile))));
    assertFalse(
        permit.mayTake(record, part -> Optional.of(OTHER_FONDS).filter(f -> part.equals(newFile))));
  }

  @Test
  void whoImportsEverywhereAndPublishesNowhereTakesNothingThatIsToBePublished() {
    Rights rights = rights(new Grant(Role.SYSTEM_ADMINISTRATOR, Scope.EVERYWHERE));
    assertEquals(Permit.EVERYTHING, rights.permit(false));
    assertFalse(
        rights
            .permit(true)
            .mayTake(in(RECORD, Rico.isDirectlyIncludedIn, FILE), p -> Optional.empty()));
  }

  @Test
  void everyTypeBelongsToEverybodyOrStandsSomewhere() {
    assertEquals(
        Set.of(
            "record",
            "set",
            "image",
            "recording",
            "exhibition",
            "collection",
            "compilation",
            "study"),
        Arrays.stream(EntityType.values())
            .filter(type -> !Places.isCommon(type))
            .map(EntityType::segment)
            .collect(Collectors.toSet()));
  }

  private Rights rights(Grant... grants) {
    return new Rights(List.of(grants), places);
  }

  private void save(EntityGraph graph) {
    journal.append(List.of(Draft.put(graph, "a", "")));
  }

  private static EntityGraph in(EntityIri part, Property property, EntityIri whole) {
    return new EntityGraph(
        part,
        Set.of(
            Triple.create(
                NodeFactory.createURI(part.uri()),
                property.asNode(),
                NodeFactory.createURI(whole.uri()))));
  }

  private static EntityIri iri(EntityType type, String key) {
    return new EntityIri(type, key);
  }
}
