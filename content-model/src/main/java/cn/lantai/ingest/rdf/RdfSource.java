package cn.lantai.ingest.rdf;

import cn.lantai.entity.LocalizedText;
import cn.lantai.ingest.source.Header;
import cn.lantai.ingest.source.Source;
import cn.lantai.ingest.source.UnreadableSourceException;
import cn.lantai.table.GraphTable;
import cn.lantai.table.Place;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * The RDF files of an import, which together are one graph: an entity may be described in several
 * of them, and an IRI means the same in all. The first reading goes through the files twice, to
 * learn what names mean and to sort; later ones read what was sorted.
 */
public final class RdfSource implements Source {

  private static final Header HEADER = Header.of(GraphTable.IRI, GraphTable.TRIPLES);

  private final List<RdfFile> files;
  private final Path folder;
  private final RdfNames names = new RdfNames();
  private final List<BlankNodes> blanks = new ArrayList<>();
  private final Few oddities =
      new Few(
          count ->
              LocalizedText.of(
                  "写法可疑的还有 " + count + " 处，未一一列出", count + " more places are odd, and not listed"));
  private Optional<StatementSort> sorted = Optional.empty();

  private RdfSource(List<RdfFile> files, Path folder) {
    this.files = files;
    this.folder = folder;
  }

  public static boolean isRdf(Path file) {
    return RdfFile.of(file).isPresent();
  }

  /**
   * @param folder for temporary files, and for nothing else; gone when the source is closed
   */
  public static RdfSource of(List<Path> files, Path folder) {
    return new RdfSource(
        files.stream().map(file -> RdfFile.of(file).orElseThrow()).toList(), folder);
  }

  @Override
  public String name() {
    return GraphTable.NAME;
  }

  @Override
  public void read(Sink sink) throws IOException {
    if (sorted.isEmpty()) {
      learn();
      sort();
    }
    oddities.tell(sink);
    sorted.get().read(statements -> emit(statements, sink));
  }

  private void learn() throws IOException {
    for (RdfFile file : files) {
      boolean[] fine = {true};
      BlankNodes ofFile = new BlankNodes();
      file.read(
          (triple, line) -> {
            fine[0] &= names.learn(triple);
            ofFile.learn(triple);
          },
          oddities::add);
      ofFile.name(names);
      blanks.add(ofFile);
      if (!fine[0]) {
        throw new UnreadableSourceException(
            Place.file(file.name()),
            LocalizedText.of(
                "条目的网址出自 " + RdfNames.MOST_BASES + " 个以上的系统",
                "Entities are named under more than " + RdfNames.MOST_BASES + " addresses"),
            LocalizedText.of("请分别导入各系统的文件", "Import the files of each system by themselves"));
      }
    }
  }

  private void sort() throws IOException {
    StatementSort sort = new StatementSort(folder);
    sorted = Optional.of(sort);
    for (int i = 0; i < files.size(); i++) {
      Gathering gathering = new Gathering(names, blanks.get(i), sort, i);
      files.get(i).readAgain(gathering::take);
    }
    blanks.clear();
  }

  private void emit(Iterator<Statement> statements, Sink sink) throws IOException {
    Few strangers = new Few(Untaken::moreStrangers);
    Few blanks = new Few(Untaken::moreBlanks);
    Statement next = following(statements);
    while (next != null) {
      Statement first = next;
      Description description = new Description(first, place(first));
      String type = "";
      for (; next != null && next.isAbout(first); next = following(statements)) {
        switch (first.group()) {
          case Gathering.BLANK -> blanks.add(Untaken.blank(place(next), next));
          case Gathering.STRANGE -> type = type.isEmpty() ? next.text() : type;
          default -> description.add(next);
        }
      }
      if (first.group() < Gathering.STRANGE) {
        sink.row(description.row(HEADER, names));
      } else if (first.group() == Gathering.STRANGE) {
        strangers.add(Untaken.stranger(place(first), first, type));
      }
    }
    strangers.tell(sink);
    blanks.tell(sink);
  }

  private static Statement following(Iterator<Statement> statements) {
    return statements.hasNext() ? statements.next() : null;
  }

  private Place place(Statement statement) {
    String file = files.get(statement.file()).name();
    return statement.line() > 0
        ? Place.row(file, statement.line())
        : new Place(file, 0, statement.subject());
  }

  @Override
  public void close() throws IOException {
    if (sorted.isPresent()) {
      sorted.get().close();
      sorted = Optional.empty();
    }
  }
}
