package cn.lantai.selection;

import cn.lantai.date.HistoricalDate;
import cn.lantai.entity.EntityGraph;
import cn.lantai.entity.EntityIri;
import cn.lantai.entity.EntityType;
import cn.lantai.entity.GraphReader;
import cn.lantai.entity.GraphWriter;
import cn.lantai.entity.LocalizedText;
import cn.lantai.loan.CanvasName;
import cn.lantai.media.Region;
import cn.lantai.media.recording.MediaTime;
import cn.lantai.ontology.Lt;
import cn.lantai.ontology.Rico;
import cn.lantai.ontology.Terms;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.rdf.model.ResourceFactory;
import org.apache.jena.sparql.vocabulary.FOAF;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.DC_11;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;

/**
 * How a selection is written in RDF. Sections and blocks are record sets inside the selection
 * ({@code #s1}, {@code #s1-b2}). An item that stands for a record is a proxy ({@code #s1-b2-i1})
 * and its label an annotation on it; any other item is itself an annotation, of a region of an
 * image where it has one. A cover that is a part of an image is such a region as well ({@code
 * #cover}), beside the image itself.
 */
final class SelectionGraph {

  private static final String TIME = "t=";
  private static final String COVER = "cover";

  private SelectionGraph() {}

  static EntityGraph write(Selection selection) {
    GraphWriter self =
        new GraphWriter(selection.iri(), Rico.RecordSet)
            .link(Rico.hasRecordSetType, Lt.term(selection.iri().type().segment()))
            .text(RDFS.label, selection.plainTitle())
            .text(Rico.title, selection.title())
            .text(DCTerms.alternative, selection.subtitle())
            .integer(Rico.rankInSequence, selection.rank())
            .link(Rico.hasCreator, selection.editor())
            .link(Rico.hasOrHadMainSubject, selection.person())
            .link(FOAF.depiction, selection.cover())
            .text(Rico.scopeAndContent, selection.intro())
            .string(Rico.note, String.join("\n", selection.notes()))
            .string(Rico.conditionsOfUse, selection.rights());
    selection
        .coverPart()
        .ifPresent(
            part ->
                select(
                    self.part(FOAF.depiction, COVER, Terms.SpecificResource)
                        .link(Terms.hasSource, selection.cover()),
                    part.mediaFragment(),
                    COVER));
    for (Section section : selection.sections()) {
      String fragment = "s" + section.number();
      GraphWriter part =
          self.part(Rico.directlyIncludes, fragment, Rico.RecordSet)
              .link(Rico.hasRecordSetType, Lt.term("section"))
              .integer(Rico.rankInSequence, section.number())
              .text(Rico.title, section.title())
              .text(Rico.scopeAndContent, section.lede())
              .string(DCTerms.temporal, section.time());
      int number = 1;
      for (Block block : section.blocks()) {
        write(block, part, fragment + "-b" + number, number++);
      }
    }
    return self.toEntityGraph();
  }

  private static void write(Block block, GraphWriter section, String fragment, int rank) {
    GraphWriter part =
        section
            .part(Rico.directlyIncludes, fragment, Rico.RecordSet)
            .link(Rico.hasRecordSetType, Lt.term(block.type().slug()))
            .integer(Rico.rankInSequence, rank)
            .text(Rico.title, block.heading())
            .text(Rico.scopeAndContent, block.intro());
    block.layout().ifPresent(layout -> part.link(DCTerms.type, Lt.term(layout.slug())));
    int number = 1;
    for (Item item : block.items()) {
      write(item, part, fragment + "-i" + number, number++);
    }
  }

  private static void write(Item item, GraphWriter block, String fragment, int rank) {
    GraphWriter annotation;
    if (item.member().isPresent()) {
      GraphWriter proxy =
          block
              .part(Rico.directlyIncludesProxy, fragment, Rico.Proxy)
              .link(Rico.proxyFor, item.member())
              .link(Rico.proxyInRecordSet, block)
              .integer(Rico.rankInSequence, rank);
      annotation =
          proxy
              .part(DCTerms.hasPart, fragment + "-label", Terms.Annotation)
              .link(Terms.hasTarget, proxy);
    } else {
      annotation =
          block
              .part(DCTerms.hasPart, fragment, Terms.Annotation)
              .integer(Rico.rankInSequence, rank);
    }
    annotation
        .link(Terms.motivatedBy, Terms.describing)
        .text(Rico.title, item.title())
        .link(Rico.isAssociatedWithPlace, item.place())
        .links(DCTerms.source, item.sources());
    item.date()
        .ifPresent(date -> date.write(annotation, Rico.isAssociatedWithDate, fragment + "-date"));
    item.text().ifPresent(text -> writeBodies(text, annotation, fragment));
    item.image()
        .map(EntityIri::uri)
        .or(() -> item.canvas().map(CanvasName::uri))
        .ifPresent(
            page ->
                writeTarget(page, item.region().map(Region::mediaFragment), annotation, fragment));
    writeRecording(item, annotation, fragment + "-recording");
  }

  private static void writeBodies(LocalizedText text, GraphWriter annotation, String fragment) {
    text.byLanguage()
        .forEach(
            (language, value) ->
                annotation
                    .part(Terms.hasBody, fragment + "-body-" + language, Terms.TextualBody)
                    .string(RDF.value, value)
                    .string(DC_11.language, language));
  }

  /** A time without a recording is one of the first recording of the record. */
  private static void writeRecording(Item item, GraphWriter annotation, String fragment) {
    Optional<String> time = item.span().map(span -> TIME + span.value());
    item.recording()
        .or(() -> item.member().filter(record -> time.isPresent()))
        .ifPresent(source -> writeTarget(source.uri(), time, annotation, fragment));
  }

  private static void writeTarget(
      String source, Optional<String> part, GraphWriter annotation, String fragment) {
    GraphWriter target =
        annotation
            .part(Terms.hasTarget, fragment + "-target", Terms.SpecificResource)
            .link(Terms.hasSource, ResourceFactory.createResource(source));
    part.ifPresent(selected -> select(target, selected, fragment));
  }

  private static void select(GraphWriter target, String selected, String fragment) {
    target
        .part(Terms.hasSelector, fragment + "-selector", Terms.FragmentSelector)
        .link(DCTerms.conformsTo, Terms.MEDIA_FRAGMENTS)
        .string(RDF.value, selected);
  }

  static Selection read(EntityGraph graph) {
    GraphReader self = new GraphReader(graph);
    Optional<EntityIri> cover = self.link(FOAF.depiction);
    return new Selection(
        graph.iri(),
        self.integer(Rico.rankInSequence).orElse(0),
        self.text(Rico.title).orElseThrow(),
        self.text(DCTerms.alternative),
        self.link(Rico.hasCreator),
        self.link(Rico.hasOrHadMainSubject),
        cover,
        cover.flatMap(image -> regions(self.parts(FOAF.depiction)).findFirst()),
        self.text(Rico.scopeAndContent),
        self.string(Rico.note).map(text -> text.lines().toList()).orElse(List.of()),
        self.string(Rico.conditionsOfUse),
        ranked(self.parts(Rico.directlyIncludes).stream())
            .map(SelectionGraph::readSection)
            .toList());
  }

  private static Section readSection(GraphReader part) {
    return new Section(
        part.integer(Rico.rankInSequence).orElse(0),
        part.text(Rico.title),
        part.text(Rico.scopeAndContent),
        part.string(DCTerms.temporal),
        ranked(part.parts(Rico.directlyIncludes).stream())
            .flatMap(block -> readBlock(block).stream())
            .toList());
  }

  private static Optional<Block> readBlock(GraphReader part) {
    return part.terms(Rico.hasRecordSetType, Lt.NS).stream()
        .flatMap(slug -> BlockTypes.ofSlug(slug).stream())
        .findFirst()
        .map(
            type ->
                new Block(
                    type,
                    part.terms(DCTerms.type, Lt.NS).stream()
                        .flatMap(slug -> Block.Layout.ofSlug(slug).stream())
                        .findFirst(),
                    part.text(Rico.title),
                    part.text(Rico.scopeAndContent),
                    ranked(
                            Stream.concat(
                                part.parts(Rico.directlyIncludesProxy).stream(),
                                part.parts(DCTerms.hasPart).stream()))
                        .map(SelectionGraph::readItem)
                        .toList()));
  }

  private static Item readItem(GraphReader part) {
    Optional<EntityIri> member = part.link(Rico.proxyFor);
    GraphReader annotation = member.isPresent() ? part.part(DCTerms.hasPart).orElse(part) : part;
    List<GraphReader> targets = annotation.parts(Terms.hasTarget);
    return new Item(
        member,
        source(targets, EntityType.IMAGE),
        targets.stream()
            .flatMap(target -> target.fragments(Terms.hasSource).stream())
            .flatMap(source -> CanvasName.of(source.entity(), source.name()).stream())
            .findFirst(),
        regions(targets).findFirst(),
        source(targets, EntityType.RECORDING),
        selected(targets)
            .filter(value -> value.startsWith(TIME))
            .flatMap(value -> MediaTime.parseSpan(value.substring(TIME.length())).stream())
            .findFirst(),
        HistoricalDate.read(annotation, Rico.isAssociatedWithDate),
        annotation.link(Rico.isAssociatedWithPlace),
        annotation.text(Rico.title),
        readBodies(annotation),
        annotation.links(DCTerms.source));
  }

  private static Optional<EntityIri> source(List<GraphReader> targets, EntityType type) {
    return targets.stream()
        .flatMap(target -> target.link(Terms.hasSource).stream())
        .filter(source -> source.type() == type)
        .findFirst();
  }

  private static Stream<Region> regions(List<GraphReader> targets) {
    return selected(targets).flatMap(value -> Region.ofMediaFragment(value).stream());
  }

  private static Stream<String> selected(List<GraphReader> targets) {
    return targets.stream()
        .flatMap(target -> target.parts(Terms.hasSelector).stream())
        .flatMap(selector -> selector.string(RDF.value).stream());
  }

  private static Optional<LocalizedText> readBodies(GraphReader annotation) {
    String zh = null;
    String en = null;
    for (GraphReader body : annotation.parts(Terms.hasBody)) {
      String value = body.string(RDF.value).orElse(null);
      if (body.string(DC_11.language).orElse("zh").equals("en")) {
        en = value;
      } else {
        zh = value;
      }
    }
    return LocalizedText.ofNullable(zh == null ? en : zh, en);
  }

  private static Stream<GraphReader> ranked(Stream<GraphReader> parts) {
    return parts.sorted(
        Comparator.comparingInt(part -> part.integer(Rico.rankInSequence).orElse(0)));
  }
}
