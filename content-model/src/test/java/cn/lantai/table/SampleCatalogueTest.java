package cn.lantai.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.lantai.agent.Agent;
import cn.lantai.curation.Author;
import cn.lantai.curation.Curation;
import cn.lantai.entity.EntityGraph;
import cn.lantai.entity.EntityIri;
import cn.lantai.entity.EntityType;
import cn.lantai.evidence.Certainty;
import cn.lantai.evidence.Relation;
import cn.lantai.evidence.RelationKind;
import cn.lantai.hierarchy.Inbound;
import cn.lantai.ingest.ImportOrder;
import cn.lantai.ingest.Importer;
import cn.lantai.ingest.IngestReport;
import cn.lantai.ingest.Progress;
import cn.lantai.ingest.mapping.Mappings;
import cn.lantai.journal.EntityState;
import cn.lantai.journal.MemoryJournal;
import cn.lantai.media.MediaStore;
import cn.lantai.media.recording.Recording;
import cn.lantai.media.recording.RecordingReader;
import cn.lantai.name.Name;
import cn.lantai.name.NameKind;
import cn.lantai.ontology.ProfileCheck;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The sample holdings as a whole, with a blank picture for each of their images and a tone for each
 * recording.
 */
class SampleCatalogueTest {

  private static final Path TABLES = Path.of("../media-samples/src/main/catalogue");

  @TempDir private Path folder;
  private final MemoryJournal journal = new MemoryJournal();

  @Test
  void everyRowIsTakenInAndWhatIsSaidOfPersonsAndPlacesNamesItsSources() throws IOException {
    IngestReport report = load();
    assertEquals(List.of(), report.problems());
    assertEquals(rows("persons.csv").size(), report.accepted().get(EntityType.PERSON));
    assertEquals(rows("records.csv").size(), report.accepted().get(EntityType.RECORD));
    assertEquals(rows("recordings.csv").size(), report.accepted().get(EntityType.RECORDING));
    Recording song = Recording.of(current(EntityType.RECORDING, "r081-song"));
    assertTrue(song.synthesised(), "nobody may take it for the voice of a boatman");
    assertEquals(List.of(6, 6), song.captions().stream().map(it -> it.cues().size()).toList());

    Agent kong = Agent.of(current(EntityType.PERSON, "kongdezhi"));
    Name birth = kong.names().stream().filter(of(NameKind.BIRTH)).findFirst().orElseThrow();
    assertEquals("世珍", birth.text());
    assertEquals(
        List.of(new EntityIri(EntityType.SOURCE, "s88")),
        birth.grounds().citations().stream().map(each -> each.target()).toList());

    Relation office =
        Agent.of(current(EntityType.PERSON, "yangangong")).relations().stream()
            .filter(relation -> relation.kind() == RelationKind.POSITION)
            .findFirst()
            .orElseThrow();
    assertEquals("书记", office.words().orElseThrow().zh());
    assertEquals(Optional.of(Certainty.VERIFIED), office.grounds().certainty());
    assertTrue(office.date().isPresent());

    cn.lantai.place.Place quzhou = cn.lantai.place.Place.of(current(EntityType.PLACE, "pl-quzhou"));
    assertTrue(quzhou.names().stream().anyMatch(name -> name.date().isPresent()));
    assertFalse(quzhou.names().stream().anyMatch(name -> name.text().contains("撤县")));
  }

  @Test
  void everyDescriptionFitsItsFormAndIsSavedFromThereAsItWas() throws IOException {
    load();
    for (EntityState state : journal.states(Optional.empty(), Integer.MAX_VALUE)) {
      if (Sheet.TYPES.contains(state.entity().type())) {
        EntityGraph graph = journal.version(state.current());
        Sheet.Reading reading = Sheet.of(graph).read(Optional::of, Table.Surroundings.after(graph));
        assertEquals(Optional.of(graph), reading.graph(), graph.iri() + " " + reading.problems());
        assertEquals(Optional.of(Set.of()), Sheet.beside(graph));
      }
    }
  }

  private static Predicate<Name> of(NameKind kind) {
    return name -> name.kind() == kind;
  }

  private EntityGraph current(EntityType type, String key) {
    return journal.current(new EntityIri(type, key)).orElseThrow();
  }

  private IngestReport load() throws IOException {
    Path catalogue = Files.createDirectories(folder.resolve("catalogue"));
    Path images = Files.createDirectories(folder.resolve("images"));
    try (Stream<Path> tables = Files.list(TABLES)) {
      for (Path table : tables.toList()) {
        Files.copy(table, catalogue.resolve(table.getFileName()));
      }
    }
    Path blank = folder.resolve("blank.jpg");
    ImageIO.write(new BufferedImage(8, 8, BufferedImage.TYPE_3BYTE_BGR), "jpg", blank.toFile());
    for (CSVRecord image : rows("images.csv")) {
      Files.copy(blank, images.resolve(image.get("图像")));
    }
    for (CSVRecord recording : rows("recordings.csv")) {
      try (InputStream tone = RecordingReader.class.getResourceAsStream("tone.mp3")) {
        Files.copy(tone, images.resolve(recording.get("音像")));
      }
    }
    ImportOrder order =
        ImportOrder.of(new Author("test", "测试"), catalogue).withImages(images).published();
    return new Importer(
            journal,
            new Curation(journal, new ProfileCheck(), Inbound.NONE),
            MediaStore.open(folder.resolve("media")),
            new Mappings(folder.resolve("mappings")))
        .run(order, folder.resolve("report"), Progress.NONE);
  }

  private static List<CSVRecord> rows(String file) throws IOException {
    try (CSVParser parser =
        CSVParser.parse(
            TABLES.resolve(file),
            StandardCharsets.UTF_8,
            CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get())) {
      return parser.getRecords();
    }
  }
}
