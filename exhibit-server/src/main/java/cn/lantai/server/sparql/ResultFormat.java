package cn.lantai.server.sparql;

import cn.lantai.server.linkeddata.Negotiation;
import cn.lantai.server.linkeddata.RdfSyntax;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.jena.query.Query;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.resultset.ResultSetLang;

/** The formats of results: four for SELECT and ASK, four for CONSTRUCT and DESCRIBE. */
public enum ResultFormat {
  JSON("json", ResultSetLang.RS_JSON, null, "application/sparql-results+json", "application/json"),
  XML(
      "xml",
      ResultSetLang.RS_XML,
      null,
      "application/sparql-results+xml",
      "application/xml",
      "text/xml"),
  CSV("csv", ResultSetLang.RS_CSV, null, "text/csv"),
  TSV("tsv", ResultSetLang.RS_TSV, null, "text/tab-separated-values", "text/plain"),
  TURTLE(RdfSyntax.TURTLE),
  JSONLD(RdfSyntax.JSONLD),
  NTRIPLES(RdfSyntax.NTRIPLES),
  RDFXML(RdfSyntax.RDFXML);

  private final String name;
  private final Lang lang;
  private final RdfSyntax syntax;
  private final List<String> mediaTypes;

  ResultFormat(String name, Lang lang, RdfSyntax syntax, String... mediaTypes) {
    this.name = name;
    this.lang = lang;
    this.syntax = syntax;
    this.mediaTypes = List.of(mediaTypes);
  }

  ResultFormat(RdfSyntax syntax) {
    this(syntax.extension(), null, syntax, syntax.mediaTypes().toArray(String[]::new));
  }

  /** The value of the parameter {@code format} that asks for this format. */
  public String parameter() {
    return name;
  }

  public String mediaType() {
    return mediaTypes.get(0);
  }

  String contentType() {
    return switch (this) {
      case CSV, TSV -> mediaType() + "; charset=utf-8";
      case TURTLE -> RdfSyntax.TURTLE.contentType();
      default -> mediaType();
    };
  }

  /** Whether this is a format of tables and not of graphs. */
  boolean isTable() {
    return syntax == null;
  }

  Lang lang() {
    return lang;
  }

  Optional<RdfSyntax> syntax() {
    return Optional.ofNullable(syntax);
  }

  /** The formats that the query's form can be answered in, the default first. */
  static List<ResultFormat> of(Query query) {
    boolean table = query.isSelectType() || query.isAskType();
    return Arrays.stream(values()).filter(format -> format.isTable() == table).toList();
  }

  static Optional<ResultFormat> named(String parameter, Query query) {
    return of(query).stream()
        .filter(
            format ->
                format.name.equals(parameter)
                    || format.mediaTypes.contains(parameter)
                    || alias(format, parameter))
        .findFirst();
  }

  private static boolean alias(ResultFormat format, String parameter) {
    return switch (format) {
      case TURTLE -> parameter.equals("turtle");
      case JSONLD -> parameter.equals("json-ld") || parameter.equals("json");
      case NTRIPLES -> parameter.equals("ntriples");
      case RDFXML -> parameter.equals("xml") || parameter.equals("rdfxml");
      default -> false;
    };
  }

  static List<Negotiation.Offer<ResultFormat>> offers(Query query) {
    List<Negotiation.Offer<ResultFormat>> offers = new ArrayList<>();
    for (ResultFormat format : of(query)) {
      format.mediaTypes.forEach(type -> offers.add(new Negotiation.Offer<>(type, format)));
    }
    return offers;
  }
}
