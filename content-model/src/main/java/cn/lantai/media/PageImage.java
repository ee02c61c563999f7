package cn.lantai.media;

import cn.lantai.entity.EntityGraph;
import cn.lantai.entity.EntityIri;
import cn.lantai.entity.GraphReader;
import cn.lantai.entity.GraphWriter;
import cn.lantai.entity.LocalizedText;
import cn.lantai.ontology.Lt;
import cn.lantai.ontology.Rico;
import cn.lantai.ontology.Terms;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.DC_11;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;

/**
 * One page image.
 *
 * @param record the record that it shows; empty for an image that stands for itself, such as a
 *     cover
 * @param page its place among the images of the record, from 1
 * @param label what the page is called: 封面, 第 1 页
 * @param alt what one sees, for those who do not
 * @param content empty if the file could not be read
 * @param drawn whether it is a drawn facsimile and not a picture of an original
 * @param availability how far it is open; empty if that is as for all images of the record
 * @param covered parts that nobody may see; a picture without them takes the place of this one
 */
public record PageImage(
    EntityIri iri,
    Optional<EntityIri> record,
    int page,
    LocalizedText label,
    Optional<LocalizedText> alt,
    Optional<Content> content,
    Optional<Transcript> transcript,
    boolean drawn,
    Optional<Availability> availability,
    List<Region> covered) {

  public PageImage {
    covered = List.copyOf(covered);
  }

  /** An image that is as open as its record. */
  public PageImage(
      EntityIri iri,
      Optional<EntityIri> record,
      int page,
      LocalizedText label,
      Optional<LocalizedText> alt,
      Optional<Content> content,
      Optional<Transcript> transcript,
      boolean drawn) {
    this(iri, record, page, label, alt, content, transcript, drawn, Optional.empty(), List.of());
  }

  /** The image file, upright: width and height in pixels after EXIF rotation. */
  public record Content(Digest digest, int width, int height) {

    /** What comes of it when it is treated. */
    public Content treated(Treatment treatment) {
      PixelSize size = treatment.size(new PixelSize(width, height));
      return new Content(treatment.digest(digest), size.width(), size.height());
    }
  }

  /**
   * What is written on the page, line by line.
   *
   * @param language BCP 47 tag, zh-Hans or zh-Hant
   * @param vertical whether lines run from top to bottom, right to left
   */
  public record Transcript(List<Line> lines, String language, boolean vertical) {

    public Transcript {
      lines = List.copyOf(lines);
    }

    /** A transcript that does not say where its lines stand. */
    public static Transcript of(List<String> lines, String language, boolean vertical) {
      return new Transcript(lines.stream().map(Line::of).toList(), language, vertical);
    }

    public List<String> texts() {
      return lines.stream().map(Line::text).toList();
    }
  }

  /**
   * A line of a transcript.
   *
   * @param region where it stands on the page; empty if nobody said
   */
  public record Line(String text, Optional<Region> region) {

    public static Line of(String text) {
      return new Line(text, Optional.empty());
    }
  }

  public EntityGraph toGraph() {
    GraphWriter self =
        new GraphWriter(iri, Rico.Instantiation)
            .text(RDFS.label, label)
            .text(Rico.title, label)
            .link(Rico.isOrWasDigitalInstantiationOf, record)
            .integer(Rico.rankInSequence, page)
            .text(Rico.generalDescription, alt);
    if (drawn) {
      self.link(DCTerms.type, Lt.term("drawn-facsimile"));
    }
    if (content.isEmpty()) {
      self.link(DCTerms.type, Lt.term("unreadable"));
    }
    content.ifPresent(
        file ->
            self.string(Rico.identifier, file.digest().toString())
                .integer(Terms.pixelWidth, file.width())
                .integer(Terms.pixelHeight, file.height()));
    transcript.ifPresent(text -> write(text, self));
    if (availability.isPresent() || !covered.isEmpty()) {
      GraphWriter rule = self.part(Rico.isOrWasRegulatedBy, "images", Rico.Rule);
      availability.ifPresent(is -> is.write(rule));
      for (int i = 0; i < covered.size(); i++) {
        rule.part(Terms.hasSelector, "covered-" + (i + 1), Terms.FragmentSelector)
            .link(DCTerms.conformsTo, Terms.MEDIA_FRAGMENTS)
            .string(RDF.value, covered.get(i).mediaFragment());
      }
    }
    return self.toEntityGraph();
  }

  private static void write(Transcript text, GraphWriter self) {
    GraphWriter annotation =
        self.part(DCTerms.hasPart, "transcript", Terms.Annotation)
            .link(Terms.motivatedBy, Terms.supplementing)
            .link(Terms.hasTarget, self);
    annotation
        .part(Terms.hasBody, "transcript-body", Terms.TextualBody)
        .verbatim(RDF.value, String.join("\n", text.texts()))
        .string(DC_11.language, text.language())
        .string(DC_11.format, text.vertical() ? VERTICAL : HORIZONTAL);
    for (int i = 0; i < text.lines().size(); i++) {
      int number = i + 1;
      text.lines().get(i).region().ifPresent(region -> write(number, region, annotation, self));
    }
  }

  /** The place of a line; its words stand in the body of the transcript. */
  private static void write(int number, Region region, GraphWriter transcript, GraphWriter self) {
    String fragment = "transcript-" + number;
    transcript
        .part(DCTerms.hasPart, fragment, Terms.SpecificResource)
        .integer(Rico.rankInSequence, number)
        .link(Terms.hasSource, self)
        .part(Terms.hasSelector, fragment + "-selector", Terms.FragmentSelector)
        .link(DCTerms.conformsTo, Terms.MEDIA_FRAGMENTS)
        .string(RDF.value, region.mediaFragment());
  }

  private static final String VERTICAL = "text/plain; writing-mode=vertical-rl";
  private static final String HORIZONTAL = "text/plain";

  public static PageImage of(EntityGraph graph) {
    GraphReader self = new GraphReader(graph);
    OptionalInt width = self.integer(Terms.pixelWidth);
    OptionalInt height = self.integer(Terms.pixelHeight);
    return new PageImage(
        graph.iri(),
        self.link(Rico.isOrWasDigitalInstantiationOf),
        self.integer(Rico.rankInSequence).orElse(1),
        self.text(Rico.title).orElseThrow(),
        self.text(Rico.generalDescription),
        self.string(Rico.identifier)
            .filter(digest -> width.isPresent() && height.isPresent())
            .map(digest -> new Content(Digest.parse(digest), width.getAsInt(), height.getAsInt())),
        self.part(DCTerms.hasPart)
            .flatMap(part -> part.part(Terms.hasBody).map(body -> read(body, regions(part)))),
        self.has(DCTerms.type, Lt.term("drawn-facsimile")),
        Availability.read(self),
        self.parts(Rico.isOrWasRegulatedBy).stream()
            .flatMap(rule -> rule.parts(Terms.hasSelector).stream())
            .map(PageImage::region)
            .toList());
  }

  /** What is said wrongly covers everything: rather too much is hidden than too little. */
  private static Region region(GraphReader selector) {
    try {
      return selector.string(RDF.value).flatMap(Region::ofMediaFragment).orElse(Region.WHOLE);
    } catch (IllegalArgumentException unreadable) {
      return Region.WHOLE;
    }
  }

  /** The same with other content. */
  public PageImage with(Optional<Content> shown) {
    return new PageImage(
        iri, record, page, label, alt, shown, transcript, drawn, availability, covered);
  }

  /** The same, as far open as is said elsewhere if it says nothing itself. */
  public PageImage inheriting(Optional<Availability> other) {
    return new PageImage(
        iri,
        record,
        page,
        label,
        alt,
        content,
        transcript,
        drawn,
        availability.or(() -> other),
        covered);
  }

  private static Transcript read(GraphReader body, Map<Integer, Region> regions) {
    List<Line> lines = new ArrayList<>();
    for (String text : body.string(RDF.value).orElse("").lines().toList()) {
      lines.add(new Line(text, Optional.ofNullable(regions.get(lines.size() + 1))));
    }
    return new Transcript(
        lines,
        body.string(DC_11.language).orElse("zh-Hans"),
        body.string(DC_11.format).filter(VERTICAL::equals).isPresent());
  }

  /** By the number of the line, from 1. */
  private static Map<Integer, Region> regions(GraphReader transcript) {
    Map<Integer, Region> regions = new HashMap<>();
    for (GraphReader line : transcript.parts(DCTerms.hasPart)) {
      OptionalInt number = line.integer(Rico.rankInSequence);
      line.part(Terms.hasSelector)
          .flatMap(selector -> selector.string(RDF.value))
          .flatMap(Region::ofMediaFragment)
          .filter(region -> number.isPresent())
          .ifPresent(region -> regions.put(number.getAsInt(), region));
    }
    return regions;
  }
}
