package cn.lantai.media.recording;

import cn.lantai.entity.EntityGraph;
import cn.lantai.entity.EntityIri;
import cn.lantai.entity.GraphReader;
import cn.lantai.entity.GraphWriter;
import cn.lantai.entity.LocalizedText;
import cn.lantai.media.Availability;
import cn.lantai.media.Digest;
import cn.lantai.media.PixelSize;
import cn.lantai.ontology.Lt;
import cn.lantai.ontology.Rico;
import cn.lantai.ontology.Terms;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.DC_11;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;

/**
 * A recording of sound or film: like a page image a digital instantiation of a record.
 *
 * @param record the record that it lets hear or see; empty for one that stands for itself
 * @param order its place among the recordings of the record, from 1
 * @param content empty if the file could not be taken in
 * @param picture the page image that is seen while there is nothing else to see
 * @param synthesised whether it was made by a program for demonstration, and is no recording of
 *     anything
 * @param availability how far it is open; empty if that is as for all images of the record
 */
public record Recording(
    EntityIri iri,
    Optional<EntityIri> record,
    int order,
    LocalizedText label,
    Optional<LocalizedText> description,
    Optional<Content> content,
    List<Captions> captions,
    List<Chapter> chapters,
    Optional<EntityIri> picture,
    boolean synthesised,
    Optional<Availability> availability) {

  public Recording {
    captions = List.copyOf(captions);
    chapters = List.copyOf(chapters);
  }

  /** The file as it came. */
  public record Content(Digest digest, Technical technical) {

    public boolean isFilm() {
      return technical.size().isPresent();
    }
  }

  /**
   * What is said, in one language.
   *
   * @param language BCP 47 tag, zh-Hans or en
   * @param vtt the text in WebVTT, lines apart
   */
  public record Captions(String language, String vtt) {

    /** Empty if the text is not WebVTT. */
    public List<Cue> cues() {
      try {
        return WebVtt.parse(vtt);
      } catch (UnreadableCaptionsException foreign) {
        return List.of();
      }
    }
  }

  /** A part with a title. */
  public record Chapter(MediaTime.Span span, LocalizedText title) {

    /** Where it ends: where it says, or where the next one begins, or with the recording. */
    public long end(Optional<Chapter> next, long duration) {
      return span.end()
          .or(() -> next.map(chapter -> chapter.span().start()))
          .filter(end -> end > span.start())
          .orElse(Math.max(duration, span.start() + 1));
    }
  }

  /** The captions in a language, or else those that there are. */
  public Optional<Captions> captionsIn(String language) {
    return captions.stream()
        .filter(each -> each.language().startsWith(language))
        .findFirst()
        .or(() -> captions.stream().findFirst());
  }

  private static final String VTT = "text/vtt";
  private static final String TIME = "t=";

  public EntityGraph toGraph() {
    GraphWriter self =
        new GraphWriter(iri, Rico.Instantiation)
            .text(RDFS.label, label)
            .text(Rico.title, label)
            .link(Rico.isOrWasDigitalInstantiationOf, record)
            .integer(Rico.rankInSequence, order)
            .text(Rico.generalDescription, description)
            .link(DCTerms.relation, picture);
    if (synthesised) {
      self.link(DCTerms.type, Lt.term("synthesised-recording"));
    }
    if (content.isEmpty()) {
      self.link(DCTerms.type, Lt.term("unplayable"));
    }
    content.ifPresent(
        file -> {
          Technical technical = file.technical();
          self.string(Rico.identifier, file.digest().toString())
              .string(DC_11.format, technical.mediaType())
              .string(Rico.technicalCharacteristics, technical.codecs())
              .string(Rico.instantiationExtent, Duration.ofMillis(technical.millis()).toString());
          technical
              .size()
              .ifPresent(
                  size ->
                      self.integer(Terms.pixelWidth, size.width())
                          .integer(Terms.pixelHeight, size.height()));
        });
    for (Captions each : captions) {
      String fragment = "captions-" + each.language().toLowerCase(Locale.ROOT);
      self.part(DCTerms.hasPart, fragment, Terms.Annotation)
          .link(Terms.motivatedBy, Terms.supplementing)
          .link(Terms.hasTarget, self)
          .part(Terms.hasBody, fragment + "-body", Terms.TextualBody)
          .verbatim(RDF.value, each.vtt())
          .string(DC_11.language, each.language())
          .string(DC_11.format, VTT);
    }
    for (int i = 0; i < chapters.size(); i++) {
      String fragment = "chapter-" + (i + 1);
      self.part(DCTerms.hasPart, fragment, Terms.SpecificResource)
          .integer(Rico.rankInSequence, i + 1)
          .text(Rico.title, chapters.get(i).title())
          .link(Terms.hasSource, self)
          .part(Terms.hasSelector, fragment + "-selector", Terms.FragmentSelector)
          .link(DCTerms.conformsTo, Terms.MEDIA_FRAGMENTS)
          .string(RDF.value, TIME + chapters.get(i).span().value());
    }
    if (availability.isPresent()) {
      availability.get().write(self.part(Rico.isOrWasRegulatedBy, "access", Rico.Rule));
    }
    return self.toEntityGraph();
  }

  public static Recording of(EntityGraph graph) {
    GraphReader self = new GraphReader(graph);
    List<Captions> captions = new ArrayList<>();
    List<Chapter> chapters = new ArrayList<>();
    for (GraphReader part : self.parts(DCTerms.hasPart)) {
      part.part(Terms.hasBody)
          .filter(body -> body.string(DC_11.format).filter(VTT::equals).isPresent())
          .ifPresent(
              body ->
                  captions.add(
                      new Captions(
                          body.string(DC_11.language).orElse("zh-Hans"),
                          body.string(RDF.value).orElse(""))));
      part.part(Terms.hasSelector)
          .flatMap(selector -> selector.string(RDF.value))
          .filter(value -> value.startsWith(TIME))
          .flatMap(value -> MediaTime.parseSpan(value.substring(TIME.length())))
          .ifPresent(
              span ->
                  part.text(Rico.title).ifPresent(title -> chapters.add(new Chapter(span, title))));
    }
    captions.sort(Comparator.comparing(Captions::language).reversed());
    return new Recording(
        graph.iri(),
        self.link(Rico.isOrWasDigitalInstantiationOf),
        self.integer(Rico.rankInSequence).orElse(1),
        self.text(Rico.title).orElseThrow(),
        self.text(Rico.generalDescription),
        content(self),
        captions,
        chapters,
        self.link(DCTerms.relation),
        self.has(DCTerms.type, Lt.term("synthesised-recording")),
        Availability.read(self));
  }

  private static Optional<Content> content(GraphReader self) {
    Optional<String> digest = self.string(Rico.identifier);
    Optional<String> mediaType = self.string(DC_11.format);
    Optional<String> extent = self.string(Rico.instantiationExtent);
    if (digest.isEmpty() || mediaType.isEmpty() || extent.isEmpty()) {
      return Optional.empty();
    }
    OptionalInt width = self.integer(Terms.pixelWidth);
    OptionalInt height = self.integer(Terms.pixelHeight);
    return Optional.of(
        new Content(
            Digest.parse(digest.get()),
            new Technical(
                mediaType.get(),
                self.string(Rico.technicalCharacteristics).orElse(""),
                Duration.parse(extent.get()).toMillis(),
                width.isPresent() && height.isPresent()
                    ? Optional.of(new PixelSize(width.getAsInt(), height.getAsInt()))
                    : Optional.empty())));
  }

  /** The same with other content. */
  public Recording with(Optional<Content> played) {
    return new Recording(
        iri,
        record,
        order,
        label,
        description,
        played,
        captions,
        chapters,
        picture,
        synthesised,
        availability);
  }

  /** The same, as far open as is said elsewhere if it says nothing itself. */
  public Recording inheriting(Optional<Availability> other) {
    return new Recording(
        iri,
        record,
        order,
        label,
        description,
        content,
        captions,
        chapters,
        picture,
        synthesised,
        availability.or(() -> other));
  }
}
