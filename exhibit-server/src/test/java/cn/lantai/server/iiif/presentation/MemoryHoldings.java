package cn.lantai.server.iiif.presentation;

import cn.lantai.access.AccessState;
import cn.lantai.agent.Agent;
import cn.lantai.archive.ArchivalRecord;
import cn.lantai.archive.Elements;
import cn.lantai.archive.Nature;
import cn.lantai.archive.RecordSet;
import cn.lantai.archive.ReferenceCode;
import cn.lantai.date.EdtfDate;
import cn.lantai.date.HistoricalDate;
import cn.lantai.entity.EntityGraph;
import cn.lantai.entity.EntityIri;
import cn.lantai.entity.EntityType;
import cn.lantai.entity.LocalizedText;
import cn.lantai.evidence.Evidence;
import cn.lantai.evidence.Relation;
import cn.lantai.media.Availability;
import cn.lantai.media.Digest;
import cn.lantai.media.PageImage;
import cn.lantai.media.recording.Recording;
import cn.lantai.ontology.Level;
import cn.lantai.search.StageIndex;
import cn.lantai.server.linkeddata.Addresses;
import cn.lantai.server.site.StageReader;
import jakarta.json.JsonObject;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;

/** Holdings in memory, of one archive with a fonds and a file in it, and what IIIF says of them. */
final class MemoryHoldings {

  static final String BASE = "https://archive.example/";

  private static final EntityIri ARCHIVES = new EntityIri(EntityType.ORGANISATION, "o1");
  private static final EntityIri FONDS = new EntityIri(EntityType.RECORD_SET, "f1");
  private static final EntityIri FILE = new EntityIri(EntityType.RECORD_SET, "j1");

  private final Graph graph = GraphMemFactory.createDefaultGraph();
  private final Addresses addresses = new Addresses(BASE);

  /** With what the fonds and the file say. */
  MemoryHoldings(Elements fonds, Elements file) {
    EntityIri logo = new EntityIri(EntityType.IMAGE, "seal");
    add(
        new Agent(
                ARCHIVES,
                LocalizedText.of("小城档案馆", "Small Town Archives"),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.of(logo),
                List.of(),
                List.of(),
                Evidence.NONE)
            .toGraph());
    add(set(FONDS, Level.FONDS, Optional.empty(), Optional.of(ARCHIVES), fonds).toGraph());
    add(set(FILE, Level.FILE, Optional.of(FONDS), Optional.empty(), file).toGraph());
  }

  private static RecordSet set(
      EntityIri iri,
      Level level,
      Optional<EntityIri> parent,
      Optional<EntityIri> holder,
      Elements elements) {
    return new RecordSet(
        iri,
        new ReferenceCode(iri.key()),
        level,
        parent,
        holder,
        LocalizedText.of("小城文书", "Papers of a small town"),
        Optional.empty(),
        List.of(),
        Nature.KNOWN,
        Optional.empty(),
        elements,
        Evidence.NONE);
  }

  MemoryHoldings add(EntityGraph entity) {
    entity.triples().forEach(graph::add);
    return this;
  }

  /** The archive shows this image with all that it gives. */
  MemoryHoldings logo(Optional<Availability> availability) {
    return add(
        new PageImage(
                new EntityIri(EntityType.IMAGE, "seal"),
                Optional.empty(),
                1,
                LocalizedText.of("馆徽", "Seal"),
                Optional.empty(),
                content("seal", 300, 300),
                Optional.empty(),
                false,
                availability,
                List.of())
            .toGraph());
  }

  /** A record of the file. */
  MemoryHoldings record(String key, Optional<String> date, Elements elements, Relation... said) {
    return add(
        new ArchivalRecord(
                new EntityIri(EntityType.RECORD, key),
                new ReferenceCode("X-" + key),
                FILE,
                LocalizedText.of("一件文书", "A paper"),
                date.map(EdtfDate::parse).map(HistoricalDate::of),
                List.of(said),
                Nature.KNOWN,
                AccessState.OPEN,
                elements,
                Evidence.NONE)
            .toGraph());
  }

  /** A page of a record, 1200 by 1600 pixels. */
  MemoryHoldings page(String record, int number, Optional<PageImage.Transcript> transcript) {
    return page(record, number, transcript, 1200);
  }

  /** A page that is 1600 pixels high. */
  MemoryHoldings page(
      String record, int number, Optional<PageImage.Transcript> transcript, int width) {
    String key = record + "-" + number;
    return add(
        new PageImage(
                new EntityIri(EntityType.IMAGE, key),
                Optional.of(new EntityIri(EntityType.RECORD, record)),
                number,
                LocalizedText.of("第 " + number + " 页", "Page " + number),
                Optional.empty(),
                content(key, width, 1600),
                transcript,
                false,
                Optional.empty(),
                List.of())
            .toGraph());
  }

  MemoryHoldings recording(Recording recording) {
    return add(recording.toGraph());
  }

  private static Optional<PageImage.Content> content(String key, int width, int height) {
    Digest digest = Digest.of(key.getBytes(StandardCharsets.UTF_8));
    return Optional.of(new PageImage.Content(digest, width, height));
  }

  /** The manifest of a record. */
  JsonObject manifest(String record) {
    return manifests().of(new EntityIri(EntityType.RECORD, record)).orElseThrow();
  }

  /** That a document is one of version 3. */
  static void check(JsonObject document) {
    new PresentationRules(BASE.replaceFirst("/$", "")).check(document);
  }

  Manifests manifests() {
    return new Manifests(new StageReader(graph, EntityIri.INTERNAL_BASE), noIndex(), addresses);
  }

  private static StageIndex noIndex() {
    return (StageIndex)
        Proxy.newProxyInstance(
            StageIndex.class.getClassLoader(),
            new Class<?>[] {StageIndex.class},
            (proxy, method, arguments) -> {
              throw new UnsupportedOperationException("Nothing is listed here: " + method);
            });
  }

  /** What version 2.1 says of the same. */
  JsonObject inVersion2(JsonObject manifest) {
    return new Presentation2(addresses).convert(manifest);
  }
}
