package cn.lantai.entity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EntityIriTest {

  @Test
  void readsWhatItWrites() {
    EntityIri iri = new EntityIri(EntityType.RECORD_SET, "x012-001");
    assertEquals("lantai:/id/set/x012-001", iri.uri());
    assertEquals(Optional.of(iri), EntityIri.parse(iri.uri()));
    assertEquals(Optional.of(iri), EntityIri.parse(iri.fragment("title")));
    assertEquals(
        Optional.of(iri), EntityIri.parse(iri.uri("https://a.example/"), "https://a.example/"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "lantai:/id/record",
        "lantai:/id/record/",
        "lantai:/id/record/a/b",
        "lantai:/id/unknown/a",
        "lantai:/id/record/../a",
        "lantai:/id/record/ A",
        "https://elsewhere.example/id/record/a"
      })
  void seesNoEntityInOtherAddresses(String uri) {
    assertEquals(Optional.empty(), EntityIri.parse(uri));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "A", "-a", "a b", "a/b", "茅盾", "a\u0000"})
  void refusesOtherKeys(String key) {
    assertThrows(IllegalArgumentException.class, () -> new EntityIri(EntityType.PERSON, key));
  }
}
