package cn.lantai.ingest.rdf;

import cn.lantai.entity.LocalizedText;
import cn.lantai.ingest.source.UnreadableSourceException;
import cn.lantai.table.Place;
import cn.lantai.table.Problem;
import jakarta.json.JsonException;
import jakarta.json.stream.JsonParsingException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.jena.atlas.AtlasException;
import org.apache.jena.graph.Triple;
import org.apache.jena.irix.IRIxResolver;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParserRegistry;
import org.apache.jena.riot.system.ErrorHandler;
import org.apache.jena.riot.system.ParserProfile;
import org.apache.jena.riot.system.RiotLib;
import org.apache.jena.riot.system.StreamRDFLib;
import org.apache.jena.shared.JenaException;
import org.apache.jena.sparql.util.Context;

/**
 * A file of RDF, by the ending of its name.
 *
 * @param packed whether it is compressed by gzip
 */
record RdfFile(Path path, Lang syntax, boolean packed) {

  private static final Map<String, Lang> SYNTAXES =
      Map.of(
          "nt", Lang.NTRIPLES,
          "nq", Lang.NQUADS,
          "ttl", Lang.TURTLE,
          "trig", Lang.TRIG,
          "jsonld", Lang.JSONLD11);

  /** Takes statements in the order of the file. Names of graphs are left out. */
  @FunctionalInterface
  interface Sink {

    /**
     * @param line where it stands; 0 if that is not known
     * @throws UncheckedIOException if it cannot be kept
     */
    void triple(Triple triple, long line);
  }

  /** Empty if the name does not end as those of RDF files do. */
  static Optional<RdfFile> of(Path path) {
    String name = path.getFileName().toString().toLowerCase(Locale.ROOT);
    boolean packed = name.endsWith(".gz");
    String plain = packed ? name.substring(0, name.length() - ".gz".length()) : name;
    return Optional.ofNullable(SYNTAXES.get(plain.substring(plain.lastIndexOf('.') + 1)))
        .map(syntax -> new RdfFile(path, syntax, packed));
  }

  String name() {
    return path.getFileName().toString();
  }

  /**
   * Reads the file and checks every IRI and literal in it.
   *
   * @param warnings takes what the parser has to say of what is written oddly
   * @throws UnreadableSourceException if the file is broken or refused; statements may have been
   *     given before that was seen
   */
  void read(Sink sink, Consumer<Problem> warnings) throws IOException {
    read(sink, warnings, true);
  }

  /** Reads a file again that was read and found to be right. */
  void readAgain(Sink sink) throws IOException {
    read(sink, known -> {}, false);
  }

  private void read(Sink sink, Consumer<Problem> warnings, boolean check) throws IOException {
    boolean json = syntax.equals(Lang.JSONLD11);
    try (InputStream bytes = open();
        TextGuard text =
            new TextGuard(name(), bytes, json ? TextGuard.Syntax.JSON : TextGuard.Syntax.TURTLE)) {
      ErrorHandler handler = new Complaints(name(), warnings);
      try {
        if (json) {
          new JsonLdReader(name(), text, sink, handler).read();
        } else {
          parse(text, sink, handler, check);
        }
      } catch (UncheckedIOException unkept) {
        throw unkept.getCause();
      } catch (JenaException | AtlasException | JsonException broken) {
        throw text.failure().orElseGet(() -> unreadable(broken));
      }
    }
  }

  private InputStream open() throws IOException {
    InputStream bytes = Files.newInputStream(path);
    return packed ? new Unpacking(name(), bytes) : bytes;
  }

  /** With a profile of our own, which is the only one to be told of lines. */
  private void parse(TextGuard text, Sink sink, ErrorHandler handler, boolean check) {
    // In lines of triples names are whole, so that only a check has to look into them.
    boolean resolve = check || syntax.equals(Lang.TURTLE) || syntax.equals(Lang.TRIG);
    IRIxResolver resolver = IRIxResolver.create(Statements.NO_BASE).resolve(resolve).build();
    ParserProfile profile =
        RiotLib.createParserProfile(RiotLib.factoryRDF(), handler, resolver, check);
    RDFParserRegistry.getFactory(syntax)
        .create(syntax, new Statements(profile, sink))
        .read(
            text,
            Statements.NO_BASE,
            syntax.getContentType(),
            StreamRDFLib.sinkNull(),
            new Context());
  }

  private UnreadableSourceException unreadable(RuntimeException broken) {
    long line = 0;
    String message = broken.getMessage();
    if (broken instanceof Complaints.SyntaxException said) {
      line = said.line();
    } else if (broken instanceof JsonParsingException json) {
      line = json.getLocation().getLineNumber();
    }
    return new UnreadableSourceException(
        Place.row(name(), Math.max(0, line)),
        LocalizedText.of(
            "不是合法的 " + syntax.getLabel() + "：" + message,
            "This is not " + syntax.getLabel() + ": " + message),
        LocalizedText.of("请在文本编辑器中改正这一处", "Mend this place in a text editor"));
  }

  /** Ends the reading at the first error. */
  private record Complaints(String file, Consumer<Problem> warnings) implements ErrorHandler {

    @Override
    public void warning(String message, long line, long column) {
      warnings.accept(
          Problem.warning(
              Place.row(file, Math.max(0, line)),
              "",
              "",
              LocalizedText.of("写法可疑，已照收：" + message, "Odd, but taken in: " + message),
              LocalizedText.of("请核对这一处", "Check this place")));
    }

    @Override
    public void error(String message, long line, long column) {
      throw new SyntaxException(message, line, column);
    }

    @Override
    public void fatal(String message, long line, long column) {
      throw new SyntaxException(message, line, column);
    }

    static final class SyntaxException extends JenaException {

      private static final long serialVersionUID = 1L;

      private final long line;

      SyntaxException(String message, long line, long column) {
        super(column > 0 ? message + "（" + column + "）" : message);
        this.line = line;
      }

      long line() {
        return line;
      }
    }
  }
}
