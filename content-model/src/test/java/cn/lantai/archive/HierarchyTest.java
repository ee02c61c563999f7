package cn.lantai.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.lantai.entity.EntityIri;
import cn.lantai.entity.EntityType;
import cn.lantai.entity.LocalizedText;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HierarchyTest {

  private final Map<EntityIri, EntityIri> parents = new HashMap<>();

  /** s1 is a fonds, s2 lies in it, and so on down to s12. */
  @BeforeEach
  void makeTwelveLevels() {
    for (int level = 2; level <= 12; level++) {
      assertTrue(mayLieIn(set(level), set(level - 1)));
      parents.put(set(level), set(level - 1));
    }
  }

  @Test
  void aTreeMayHaveTwelveLevelsAndRecordsBelow() {
    assertTrue(mayLieIn(new EntityIri(EntityType.RECORD, "r1"), set(12)));
  }

  @Test
  void nothingLiesInItselfOrInWhatIsBelowIt() {
    assertTrue(!mayLieIn(set(3), set(3)));
    assertTrue(!mayLieIn(set(3), set(4)));
    assertTrue(!mayLieIn(set(2), set(12)));
  }

  @Test
  void aBranchMayMoveElsewhereInTheTree() {
    assertTrue(mayLieIn(set(6), set(2)));
    assertTrue(mayLieIn(set(6), new EntityIri(EntityType.RECORD_SET, "other")));
  }

  @Test
  void endsWhereTheTreeHasACycleAlready() {
    parents.put(set(2), set(12));
    assertTrue(objection(set(20), set(5)).orElseThrow().en().orElseThrow().contains("levels"));
  }

  @Test
  void saysWhyInBothLanguages() {
    assertEquals("“s3”会成为自己的下级", objection(set(3), set(5)).orElseThrow().zh());
    assertEquals(
        "“s3” would lie within itself", objection(set(3), set(5)).orElseThrow().en().orElseThrow());
  }

  private boolean mayLieIn(EntityIri child, EntityIri parent) {
    return objection(child, parent).isEmpty();
  }

  private Optional<LocalizedText> objection(EntityIri child, EntityIri parent) {
    return Hierarchy.objection(child, parent, iri -> Optional.ofNullable(parents.get(iri)));
  }

  private static EntityIri set(int level) {
    return new EntityIri(EntityType.RECORD_SET, "s" + level);
  }
}
