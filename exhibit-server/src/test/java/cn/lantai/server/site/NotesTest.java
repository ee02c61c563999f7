package cn.lantai.server.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.lantai.entity.EntityIri;
import cn.lantai.entity.EntityType;
import cn.lantai.evidence.Citation;
import cn.lantai.evidence.Evidence;
import cn.lantai.evidence.Grounds;
import cn.lantai.media.Region;
import cn.lantai.server.linkeddata.TestData;
import cn.lantai.server.render.Language;
import cn.lantai.server.site.view.Certainty;
import cn.lantai.server.site.view.Footing;
import cn.lantai.server.site.view.Link;
import cn.lantai.server.site.view.Mark;
import cn.lantai.server.site.view.Note;
import cn.lantai.server.site.view.Text;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.junit.jupiter.api.Test;

class NotesTest {

  private static final EntityIri BOOK = new EntityIri(EntityType.SOURCE, "s1");
  private static final EntityIri OTHER = new EntityIri(EntityType.SOURCE, "s2");
  private static final EntityIri HIDDEN = new EntityIri(EntityType.RECORD, "closed");
  private static final EntityIri PAGE = new EntityIri(EntityType.IMAGE, "r1-2");

  private static final Graph PUBLIC =
      TestData.graph(
          """
          @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
          @prefix exif: <http://www.w3.org/2003/12/exif/ns#> .
          <id/source/s1> a rico:Record ; rdfs:label "一本书"@zh, "A book"@en .
          <id/source/s2> a rico:Record ; rdfs:label "另一本"@zh .
          <id/person/maodun> a rico:Person ; rdfs:label "茅盾"@zh .
          <id/record/r1> a rico:Record ; rdfs:label "一封信"@zh .
          <id/image/r1-2> a rico:Instantiation ; rdfs:label "2"@zh ; rico:title "2"@zh ;
              rico:rankInSequence "2"^^<http://www.w3.org/2001/XMLSchema#integer> ;
              rico:isOrWasDigitalInstantiationOf <id/record/r1> .
          <id/image/closed-1> a rico:Instantiation ; rdfs:label "1"@zh ; rico:title "1"@zh ;
              rico:isOrWasDigitalInstantiationOf <id/record/closed> .
          """,
          Lang.TURTLE);

  private final Notes notes = notes(Language.ZH);

  private static Notes notes(Language language) {
    StageReader stage = new StageReader(PUBLIC, TestData.BASE);
    Wording words = new Wording(language);
    return new Notes(stage, words, new Cards(stage, null, words, TestData.addresses()));
  }

  @Test
  void whatIsCitedAgainKeepsItsNumberAndEveryMarkIsAnother() {
    Footing whole =
        notes.footing(new Evidence(List.of(BOOK, OTHER), Optional.empty(), List.of("两说")));
    Footing name = notes.footing(Grounds.of(Optional.empty(), List.of(OTHER)));
    assertEquals(List.of(new Mark(1, 1), new Mark(2, 1)), whole.marks());
    assertEquals(List.of(new Mark(2, 2)), name.marks());
    assertEquals(List.of(1, 2), notes.all().stream().map(Note::uses).toList());
    assertEquals(List.of("r2-1", "r2-2"), ids(notes.all().get(1)));
  }

  @Test
  void aPlaceInABookIsANoteOfItsOwn() {
    notes.footing(
        new Grounds(
            Optional.empty(),
            List.of(Citation.of(BOOK), new Citation(BOOK, Optional.empty(), Optional.of("卷四"))),
            Optional.empty(),
            Optional.empty()));
    assertEquals(2, notes.all().size());
    assertEquals(Optional.of(Text.zh("卷四")), notes.all().get(1).place());
  }

  @Test
  void aPageIsCitedAsThatOfItsRecordAndOpenedThere() {
    Citation part = new Citation(PAGE, Optional.of(Region.parse("10,20,30,40")), Optional.of("右栏"));
    notes.footing(new Grounds(Optional.empty(), List.of(part), Optional.empty(), Optional.empty()));
    Note note = notes.all().get(0);
    assertEquals("一封信", note.text().value());
    assertEquals(Optional.of("/records/r1?page=2"), note.href());
    assertEquals("第 2 页，右栏", note.place().orElseThrow().value());
  }

  @Test
  void whatIsNotPublicIsNeitherCitedNorNamed() {
    Footing footing =
        notes.footing(
            new Grounds(
                Optional.of(cn.lantai.evidence.Certainty.DOUBTFUL),
                List.of(
                    Citation.of(HIDDEN),
                    Citation.of(new EntityIri(EntityType.IMAGE, "closed-1")),
                    Citation.of(new EntityIri(EntityType.IMAGE, "nothing"))),
                Optional.of(new EntityIri(EntityType.PERSON, "nobody")),
                Optional.empty()));
    assertEquals(
        new Footing(Optional.of(Certainty.DOUBTFUL), Optional.empty(), List.of()), footing);
    assertTrue(notes.all().isEmpty());
  }

  @Test
  void whoSaysSoIsALinkOrAName() {
    Footing agent =
        notes.footing(
            new Grounds(
                Optional.empty(),
                List.of(),
                Optional.of(new EntityIri(EntityType.PERSON, "maodun")),
                Optional.empty()));
    Footing name =
        notes.footing(
            new Grounds(Optional.empty(), List.of(), Optional.empty(), Optional.of("某乡人")));
    assertEquals(Optional.of(Link.to(Text.zh("茅盾"), "/people/maodun")), agent.by());
    assertEquals(Optional.of(Link.unlinked(Text.zh("某乡人"))), name.by());
  }

  @Test
  void notesSpeakTheReadersLanguageWhereSomebodyWroteIt() {
    Notes english = notes(Language.EN);
    english.footing(Grounds.of(Optional.empty(), List.of(BOOK, OTHER)));
    assertEquals(Text.en("A book"), english.all().get(0).text());
    assertEquals(Text.zh("另一本"), english.all().get(1).text());
  }

  private static List<String> ids(Note note) {
    return note.marks().stream().map(Mark::id).toList();
  }
}
