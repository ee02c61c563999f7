package cn.lantai.loan;

import cn.lantai.date.HistoricalDate;
import cn.lantai.entity.EntityGraph;
import cn.lantai.entity.EntityIri;
import cn.lantai.entity.GraphReader;
import cn.lantai.entity.GraphWriter;
import cn.lantai.entity.LocalizedText;
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
import org.apache.jena.vocabulary.RDFS;

/**
 * An object that another institution keeps, as its manifest describes it.
 *
 * @param holder the institution, by its name: it is none of the agents described here
 * @param code what it is called there (shelf mark, 档号)
 * @param rights address of the licence or rights statement
 * @param statement what its holder requires to be shown with it
 * @param homepage its page at the holder's
 * @param manifest the address of its manifest, by which it is known
 */
public record Loan(
    EntityIri iri,
    LocalizedText title,
    LocalizedText holder,
    Optional<String> code,
    Optional<HistoricalDate> date,
    Optional<LocalizedText> summary,
    Optional<String> rights,
    Optional<LocalizedText> statement,
    Optional<String> homepage,
    String manifest,
    List<Canvas> canvases) {

  private static final String HOLDER = "holder";

  public Loan {
    canvases = List.copyOf(canvases);
  }

  /**
   * One canvas with the picture that is painted on it.
   *
   * @param id what the holder calls the canvas
   * @param picture the address of a picture of all of it
   * @param service gives parts and sizes of it; empty if only the picture can be had
   * @param width of the picture in pixels
   */
  public record Canvas(
      int number,
      LocalizedText label,
      Optional<String> id,
      String picture,
      Optional<ImageService> service,
      int width,
      int height) {

    public Canvas {
      if (width < 1 || height < 1) {
        throw new IllegalArgumentException("A picture has a size: " + picture);
      }
    }
  }

  public Optional<Canvas> canvas(int number) {
    return canvases.stream().filter(canvas -> canvas.number() == number).findFirst();
  }

  public CanvasName name(Canvas canvas) {
    return new CanvasName(iri, canvas.number());
  }

  public EntityGraph toGraph() {
    GraphWriter self =
        new GraphWriter(iri, Rico.Record)
            .link(DCTerms.type, Lt.term("loan"))
            .text(RDFS.label, title)
            .text(Rico.title, title)
            .string(DCTerms.identifier, code)
            .text(Rico.scopeAndContent, summary)
            .text(Rico.conditionsOfUse, statement)
            .link(RDFS.seeAlso, ResourceFactory.createResource(manifest));
    rights.ifPresent(is -> self.link(DCTerms.rights, ResourceFactory.createResource(is)));
    homepage.ifPresent(at -> self.link(FOAF.homepage, ResourceFactory.createResource(at)));
    date.ifPresent(at -> at.write(self, Rico.isAssociatedWithDate, "date"));
    self.part(Rico.hasOrHadHolder, HOLDER, Rico.CorporateBody).text(Rico.name, holder);
    canvases.forEach(canvas -> write(canvas, self));
    return self.toEntityGraph();
  }

  private static void write(Canvas canvas, GraphWriter self) {
    GraphWriter part =
        self.part(
                Rico.hasOrHadInstantiation,
                CanvasName.fragment(canvas.number()),
                Rico.Instantiation)
            .text(Rico.title, canvas.label())
            .integer(Rico.rankInSequence, canvas.number())
            .integer(Terms.pixelWidth, canvas.width())
            .integer(Terms.pixelHeight, canvas.height())
            .link(DCTerms.hasFormat, ResourceFactory.createResource(canvas.picture()));
    canvas.id().ifPresent(id -> part.link(DCTerms.source, ResourceFactory.createResource(id)));
    canvas
        .service()
        .ifPresent(
            service ->
                part.link(Terms.hasService, ResourceFactory.createResource(service.address()))
                    .link(DCTerms.conformsTo, ResourceFactory.createResource(service.profile())));
  }

  public static Loan of(EntityGraph graph) {
    GraphReader self = new GraphReader(graph);
    return new Loan(
        graph.iri(),
        self.text(Rico.title).orElseThrow(),
        self.part(Rico.hasOrHadHolder).flatMap(holder -> holder.text(Rico.name)).orElseThrow(),
        self.string(DCTerms.identifier),
        HistoricalDate.read(self, Rico.isAssociatedWithDate),
        self.text(Rico.scopeAndContent),
        address(self.outside(DCTerms.rights)),
        self.text(Rico.conditionsOfUse),
        address(self.outside(FOAF.homepage)),
        address(self.outside(RDFS.seeAlso)).orElseThrow(),
        self.parts(Rico.hasOrHadInstantiation).stream()
            .flatMap(part -> canvas(part).stream())
            .sorted(Comparator.comparingInt(Canvas::number))
            .toList());
  }

  /** Empty if it has no picture with a size. */
  private static Optional<Canvas> canvas(GraphReader part) {
    Optional<String> picture = address(part.outside(DCTerms.hasFormat));
    int width = part.integer(Terms.pixelWidth).orElse(0);
    int height = part.integer(Terms.pixelHeight).orElse(0);
    int number = part.integer(Rico.rankInSequence).orElse(0);
    if (picture.isEmpty() || width < 1 || height < 1 || number < 1) {
      return Optional.empty();
    }
    Optional<String> service = address(part.outside(Terms.hasService));
    return Optional.of(
        new Canvas(
            number,
            part.text(Rico.title).orElseGet(() -> label(number)),
            part.outside(DCTerms.source).stream().findFirst(),
            picture.get(),
            service.flatMap(
                at ->
                    part.outside(DCTerms.conformsTo).stream()
                        .flatMap(profile -> ImageService.ofProfile(at, profile).stream())
                        .findFirst()),
            width,
            height));
  }

  /** What a canvas without a label is called. */
  public static LocalizedText label(int number) {
    return LocalizedText.of("第 " + number + " 幅", "Image " + number);
  }

  /** What is no address of the web is not linked to, whoever wrote it. */
  private static Optional<String> address(List<String> texts) {
    return texts.stream().flatMap((String text) -> WebAddress.of(text).stream()).findFirst();
  }

  /** All addresses from which readers' browsers load something. */
  public Stream<String> pictures() {
    return canvases.stream()
        .flatMap(
            canvas ->
                Stream.concat(
                    Stream.of(canvas.picture()),
                    canvas.service().map(ImageService::address).stream()));
  }
}
