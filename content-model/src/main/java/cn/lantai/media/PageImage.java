package cn.lantai.media;

import cn.lantai.entity.EntityGraph;
import cn.lantai.entity.EntityIri;
import cn.lantai.entity.GraphReader;
import cn.lantai.entity.GraphWriter;
import cn.lantai.entity.LocalizedText;
import cn.lantai.ontology.Lt;
import cn.lantai.ontology.Rico;
import cn.lantai.ontology.Terms;
import java.util.List;
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
 */
public record PageImage(
    EntityIri iri,
    Optional<EntityIri> record,
    int page,
    LocalizedText label,
    Optional<LocalizedText> alt,
    Optional<Content> content,
    Optional<Transcript> transcript,
    boolean drawn) {

  /** The image file, upright: width and height in pixels after EXIF rotation. */
  public record Content(Digest digest, int width, int height) {}

  /**
   * What is written on the page, line by line.
   *
   * @param language BCP 47 tag, zh-Hans or zh-Hant
   * @param vertical whether lines run from top to bottom, right to left
   */
  public record Transcript(List<String> lines, String language, boolean vertical) {
    public Transcript {
      lines = List.copyOf(lines);
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
    return self.toEntityGraph();
  }

  private static void write(Transcript text, GraphWriter self) {
    GraphWriter annotation =
        self.part(DCTerms.hasPart, "transcript", Terms.Annotation)
            .link(Terms.motivatedBy, Terms.supplementing)
            .link(Terms.hasTarget, self);
    annotation
        .part(Terms.hasBody, "transcript-body", Terms.TextualBody)
        .string(RDF.value, String.join("\n", text.lines()))
        .string(DC_11.language, text.language())
        .string(DC_11.format, text.vertical() ? VERTICAL : HORIZONTAL);
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
        self.part(DCTerms.hasPart).flatMap(part -> part.part(Terms.hasBody)).map(PageImage::read),
        self.has(DCTerms.type, Lt.term("drawn-facsimile")));
  }

  private static Transcript read(GraphReader body) {
    return new Transcript(
        body.string(RDF.value).orElse("").lines().toList(),
        body.string(DC_11.language).orElse("zh-Hans"),
        body.string(DC_11.format).filter(VERTICAL::equals).isPresent());
  }
}
